import { EXTRA_DOCUMENTS } from '../../model/dispute.ts';
import { RESULTS, SENT_BY, type Contact } from '../../model/contact.ts';

/** `含糊答复`; a filing by itself has no answer to speak of yet. */
export function outcomeWords(contact: Contact): string {
  if (contact.result !== 'none' || contact.said !== undefined)
    return `${answerWords(contact)}${contact.inWriting ? '（书面）' : ''}`;
  const reference = contact.reference === undefined ? '' : `（${contact.reference}）`;
  if (contact.step !== undefined) return `自行提出${EXTRA_DOCUMENTS[contact.step].label}${reference}`;
  const service = serviceWords(contact);
  if (service !== '') return service;
  if (contact.filedOn !== undefined)
    return `${contact.letter === undefined ? '提交投诉' : `提交第 ${contact.letter} 号文书`}${reference}`;
  return contact.receivedOn === undefined ? RESULTS.none.label : '有权处理的部门已收到';
}

function answerWords({ result, said, reading }: Contact): string {
  if (result === 'promise' && reading.promise?.offer) return '提出了条件';
  return result === 'none' && said !== undefined ? '有答复，没有结果' : RESULTS[result].label;
}

/** `第 2 号文书 2026-09-04 快递寄出（SF123），2026-09-06 送达`; empty when nothing was sent. */
function serviceWords({ letter, sentOn, sentBy, sentNo, arrivedOn }: Contact): string {
  if (sentOn === undefined && arrivedOn === undefined) return '';
  const sent =
    sentOn === undefined ? '' : `${sentOn} ${sentBy ? SENT_BY[sentBy].label : ''}发出${sentNo ? `（${sentNo}）` : ''}`;
  const arrived = arrivedOn === undefined ? '' : `${arrivedOn} 送达`;
  return `${letter === undefined ? '' : `第 ${letter} 号文书 `}${[sent, arrived].filter(Boolean).join('，')}`;
}
