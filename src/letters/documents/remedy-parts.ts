import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import type { Contact } from '../../model/contact.ts';
import type { Channel, DocumentId } from '../../model/dispute.ts';
import { chinaDay, showDay } from '../../model/moment.ts';
import { countedExhibits, documentOf } from '../../model/snapshot.ts';
import { caseLog } from '../../law/route/situation-of.ts';
import { unstopped } from '../values/marks.ts';
import { proofMark, type Values } from '../values/values.ts';
import { describeBuyer } from './buyer.ts';
import type { Draft } from './draft.ts';
import type { Refused } from './refused.ts';

/** What was reported: `本人于…就…向…报案（编号…）。` */
export function sayReport(values: Values, opening: Contact | undefined): string {
  if (!opening) return '';
  const number = opening.reference ? `（编号${values.told(opening, 'reference')}）` : '';
  const what = values.show('product') ? `购买“${values.show('product')}”` : '购买商品';
  const where = values.show('policeOffice') ?? '公安机关';
  return values.told(
    opening,
    'act',
    `本人于${values.told(opening, 'filedOn')}就${what}一事向${where}报案${number}${proofMark(values, opening.exhibits)}。`,
  );
}

/** How it was turned down, in the words of the log. */
export function sayAnswer(values: Values, answer: Contact, paper: string): string {
  const said = answer.said ? `“${unstopped(values.told(answer, 'said'))}”` : '';
  const number = answer.inWriting && answer.reference ? `（编号${values.told(answer, 'reference')}）` : '';
  const proof = proofMark(values, answer.exhibits);
  const words = answer.inWriting
    ? `收到${paper}${number}${said ? `，理由为${said}` : ''}${proof}。`
    : `${said ? `得到答复${said}` : '被告知不予处理'}${proof}，此后没有收到书面通知。`;
  return values.told(answer, 'act', `${values.told(answer, 'at')}，${words}`);
}

/** The doors whose ways part: what one answered is no reason for the other. */
export const WAYS = ['police', 'regulator'] as const;

/** Tells only what belongs to this way: what lay at its door, and the steps against it that led here. */
export function tellOwnWay(draft: Draft, door: (typeof WAYS)[number], steps: readonly DocumentId[]): void {
  const { snapshot } = draft.values;
  const isWay = (channel: Channel): boolean => WAYS.some((way) => way === channel);
  const belongs = (channel: Channel, step?: DocumentId): boolean =>
    channel === door && (step === undefined || DOCUMENT_TRAITS[step].asksForAnswer === true || steps.includes(step));
  const logged = caseLog(snapshot);
  draft.retell((contact) => {
    if (!isWay(contact.channel)) return true;
    const filing = logged.find(({ contacts }) => contacts.some(({ no }) => no === contact.no))?.filing;
    const document = documentOf(contact, snapshot.letters);
    const step = filing?.stage ?? (document && DOCUMENT_TRAITS[document].against ? document : undefined);
    return belongs(contact.channel, step);
  });
}

/** What the case shows of fraud, as facts; the police judge what they are. */
export function sayGrounds(draft: Draft): string[] {
  const { values } = draft;
  const signs = values.showEach('signs').map((sign) => `${sign}。`);
  const proof = proofMark(
    values,
    countedExhibits(values.snapshot)
      .filter(({ kind }) => ['order', 'payment', 'bill', 'chat', 'chat_log'].includes(kind))
      .map(({ no }) => no),
  );
  const sum = values.money('amount') === undefined ? '' : values.sum('amount');
  return [
    ...signs,
    ...(proof ? [`付款${sum}的凭据、与对方的联系记录见${proof.slice(1, -1)}。`] : []),
    values.show('payee')
      ? `收款方为“${values.show('payee')}”，其身份和资金去向可以查明，请依法核查。`
      : '收款方的身份和资金去向可以由收款账户查明，请依法核查。',
  ];
}

/** The paper that is objected to: its number and the day it came. */
export function nameNotice({ values, context }: Draft, { answer }: Refused): void {
  context.more['notice'] = answer.inWriting && answer.reference ? values.told(answer, 'reference') : '';
  context.more['noticeOn'] = answer.inWriting
    ? values.mark(showDay(chinaDay(answer.at)), { from: 'contact', no: answer.no, part: 'at' })
    : '';
}

/** Who asks: the buyer as offices want him named. */
export function describeApplicant({ values, context }: Draft): void {
  Object.assign(context.more, describeBuyer(values));
}
