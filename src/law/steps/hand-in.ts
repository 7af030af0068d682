import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import { type Channel, CHANNELS, type DocumentId } from '../../model/dispute.ts';
import { isChannel, paperName } from '../paper-names.ts';

/** `写投诉函，发给商家：kameng letter --to merchant` */
export function writeIt(channel: Channel): string {
  const to = CHANNEL_TRAITS[channel].addressed ? `，发给${CHANNELS[channel].label}` : '';
  return `写${paperName(channel)}${to}：kameng letter --to ${channel}`;
}

/**
 * A letter that lies ready is not written again: it is handed in, and that is logged.
 * @param door where it goes
 */
export function handItIn(document: DocumentId, no: number, door: Channel): string {
  const paper = `第 ${no} 号${paperName(document)}`;
  const addressed = isChannel(document) ? CHANNEL_TRAITS[document].addressed : !DOCUMENT_TRAITS[document].against;
  const does = addressed ? `把${paper}发给${CHANNELS[door].label}` : `交出${paper}`;
  // What is no filing of its own must not count as a second one.
  const opens = isChannel(document) || document === 'identity' || DOCUMENT_TRAITS[document].against !== undefined;
  // A letter says which door it is of, if it is of one: a shorter command stands in one line of a small screen.
  const says = isChannel(document) || DOCUMENT_TRAITS[document].handedTo !== undefined;
  const where = says ? '' : ` --channel ${door}`;
  return `${does}，再记下来：kameng followup${where} --letter ${no} ${opens ? '--filed' : '--sent'} 日期`;
}
