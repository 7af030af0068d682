import { CHANNELS, EXTRA_DOCUMENTS, type DocumentId } from '../../model/dispute.ts';

/** `致商家`, `催办函`: what a document is called in a file name and on the screen. */
export function documentLabel(document: DocumentId): string {
  return document in CHANNELS
    ? `致${CHANNELS[document as keyof typeof CHANNELS].label.replaceAll(' ', '')}`
    : EXTRA_DOCUMENTS[document as keyof typeof EXTRA_DOCUMENTS].label;
}
