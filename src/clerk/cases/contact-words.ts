import { RESULTS, type Contact } from '../../model/contact.ts';

/** `含糊答复`; a filing by itself has no answer to speak of yet. */
export function outcomeWords(contact: Contact): string {
  if (contact.result !== 'none' || contact.said !== undefined) return RESULTS[contact.result].label;
  if (contact.filedOn !== undefined)
    return `提交投诉${contact.reference === undefined ? '' : `（${contact.reference}）`}`;
  return contact.receivedOn === undefined ? RESULTS.none.label : '有权处理的部门已收到';
}
