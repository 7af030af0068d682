import type { Contact } from '../../model/contact.ts';
import { KamengError } from '../../model/errors.ts';
import { caseLog } from '../../law/route/situation-of.ts';
import { isContradicted } from '../../law/route/limitation.ts';
import { sayNumbers } from '../../law/rules/numbers.ts';
import { sayWord } from '../story/cited-law.ts';
import { proofMark, type Values } from '../values/values.ts';
import type { Draft, Drafter } from './draft.ts';
import { type Refused, refusedAt } from './refused.ts';
import { describeApplicant, sayAnswer, sayGrounds, sayReport, tellOwnWay, WAYS } from './remedy-parts.ts';
import { replyTo } from './resubmission-replies.ts';

/** The newest refusal of an office whose act can be reviewed: 12315, or the police in matters of public order. */
function reviewable(values: Values): { channel: 'police' | 'regulator'; refusal: Refused } {
  const found = WAYS.flatMap((channel) => {
    const refusal = refusedAt(values, channel);
    return refusal ? [{ channel, refusal }] : [];
  });
  const mediated = found.find(
    ({ refusal }) => refusal.filing.status === 'ended' && refusal.filing.channel === 'regulator',
  );
  const open = found.filter((one) => one !== mediated);
  const newest = open.toSorted((a, b) =>
    (a.refusal.filing.answeredOn ?? '').localeCompare(b.refusal.filing.answeredOn ?? ''),
  );
  const last = newest.at(-1);
  if (last) return last;
  if (mediated)
    throw new KamengError('MEDIATION_NOT_REVIEWABLE', '12315 受理后调解没有谈成，调解不属于行政复议范围', {
      hints: ['钱的事走诉讼：kameng letter --to court', '还有哪些路：kameng route'],
    });
  throw new KamengError('NOTHING_TO_REVIEW', '案卷里没有可以申请行政复议的拒绝', {
    hints: [
      '12315 不予受理的先记下来：kameng followup --channel regulator --result refused --in-writing --said "原话"',
      '公安机关拒绝处理的先记下来：kameng followup --channel police --result refused --said "原话"',
    ],
  });
}

/** Why the bureau's ground does not stand, as far as the case shows it. */
function againstGround(draft: Draft, { filing }: Refused): string[] {
  const { values } = draft;
  const filings = caseLog(values.snapshot).map((one) => one.filing);
  const knownAt = values.raw('failedAt') ?? values.raw('paidAt');
  const lines = replyTo(filing.ground, values).lines.filter((line) => !/如下。$|请由该住所地/.test(line));
  if (filing.ground === 'too_late' && isContradicted(filing, filings, knownAt)) {
    draft.cite('complaint_term');
    const term = sayWord(values, 'complaint_term', sayNumbers('{REG-05.complain}', values.snapshot.today));
    const known = values.show('failedAt') ?? values.show('paidAt');
    return [`自本人知道权益受到侵害的${known}至提交投诉之日，没有超过${term}。`];
  }
  return lines;
}

/** The complaint was one of ours: it is never written without what 办法第十条 asks for. */
const namedAll = (values: Values, opening: Contact | undefined): boolean =>
  values.snapshot.letters.some(({ no, document }) => no === opening?.letter && document === 'regulator');

/**
 * The application for review of a refusal by 12315, or by the police in matters of public order (行政复议).
 * @throws KamengError MEDIATION_NOT_REVIEWABLE, NOTHING_TO_REVIEW
 */
export const draftAdminReview: Drafter = (draft) => {
  const { values, context } = draft;
  const { channel, refusal } = reviewable(values);
  tellOwnWay(draft, channel, []);
  describeApplicant(draft);
  const office = channel === 'police' ? 'policeOffice' : 'marketOffice';
  draft.missing.push(office);
  context.more['office'] = values.show(office) ?? '';
  const { opening, answer } = refusal;
  if (channel === 'police') {
    context.more['reasons'] = [
      `${sayReport(values, opening)}${sayAnswer(values, answer, '书面答复')}`,
      '诈骗的治安处罚没有金额门槛，本人报案的事实应当依法立案调查；认为不属于的，应当说明理由。',
      ...sayGrounds(draft),
    ];
    draft.cite('police_public_order');
    draft.cite('police_fraud_punished');
    context.demands = [
      '请求确认被申请人对本人报案的违反治安管理行为未依法履行职责。',
      '请求责令被申请人依法立案调查，并将结果书面告知本人。',
    ];
  } else {
    const number = opening?.reference ? `（编号${values.told(opening, 'reference')}）` : '';
    const filed = opening
      ? values.told(
          opening,
          'act',
          `本人于${values.told(opening, 'filedOn')}通过12315提交投诉${number}${proofMark(values, opening.exhibits)}。`,
        )
      : '';
    context.more['reasons'] = [
      `${filed}${sayAnswer(values, answer, '不予受理的答复')}`,
      ...againstGround(draft, refusal),
      ...(namedAll(values, opening)
        ? ['本人的投诉写明了本人的姓名、电话、地址，被投诉人的名称、地址，以及请求和事实。']
        : []),
    ];
    draft.cite('complaint_decided');
    context.demands = [
      `请求撤销被申请人${values.told(answer, 'at')}作出的不予受理决定。`,
      '请求责令被申请人依法受理本人的投诉。',
    ];
  }
  draft.cite('review_duty');
  draft.cite('review_term');
};
