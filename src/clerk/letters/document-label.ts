import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { isChannel, paperName } from '../../law/paper-names.ts';
import { CHANNELS, type DocumentId } from '../../model/dispute.ts';

/** `投诉函（致商家）`, `12315投诉书`, `催办函`: what a document is called in a file name and on the screen. */
export function documentLabel(document: DocumentId): string {
  const name = paperName(document);
  // Two doors get a paper of one name: whom it goes to tells them apart.
  return isChannel(document) && CHANNEL_TRAITS[document].addressed ? `${name}（致${CHANNELS[document].label}）` : name;
}
