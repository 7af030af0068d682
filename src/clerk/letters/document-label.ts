import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { isChannel, paperName } from '../../law/paper-names.ts';
import { CHANNELS, type DocumentId } from '../../model/dispute.ts';

/** `致商家的投诉函`, `12315投诉书`, `催办函`: what a document is called in a file name and on the screen. */
export function documentLabel(document: DocumentId): string {
  const name = paperName(document);
  // Two doors get a paper of one name: whom it goes to tells them apart.
  return isChannel(document) && CHANNEL_TRAITS[document].addressed ? `致${CHANNELS[document].label}的${name}` : name;
}
