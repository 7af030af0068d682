import { standingValue } from '../../model/facts.ts';
import type { Contact } from '../../model/contact.ts';
import { type Channel, CHANNELS, EXTRA_DOCUMENTS } from '../../model/dispute.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaDay, type Day, epochOf, showDay } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { doorsOf, filingsOf, stageOf } from '../route/situation-of.ts';
import { isOpen } from '../route/situation.ts';

/** A contact before it has a number. */
export type ContactDraft = Omit<Contact, 'no' | 'loggedAt'>;

/** A clock may be a little ahead of the machine that logs. */
const SLACK_MS = 5 * 60_000;

function fail(code: string, message: string, ...hints: string[]): never {
  throw new KamengError(code, message, { hints });
}

function saysNothing(draft: ContactDraft): boolean {
  const dates = [draft.filedOn, draft.receivedOn, draft.acceptedOn, draft.promisedBy, draft.reference];
  dates.push(draft.sentOn, draft.arrivedOn);
  return (
    draft.result === 'none' &&
    !draft.said?.trim() &&
    dates.every((one) => one === undefined) &&
    draft.exhibits.length === 0
  );
}

/** The day of a complaint that was handed in at this door and has no outcome yet. */
export function openFilingOn(snapshot: CaseSnapshot, channel: Channel): Day | undefined {
  const handedIn = new Set(
    snapshot.contacts.filter((contact) => contact.channel === channel).map((contact) => contact.filedOn),
  );
  const last = filingsOf(snapshot.contacts, { letters: snapshot.letters }).findLast(
    (filing) => filing.channel === channel && filing.stage === undefined,
  );
  return last && isOpen(last) && handedIn.has(last.on) ? last.on : undefined;
}

function checkDays(draft: ContactDraft, snapshot: CaseSnapshot): void {
  const { today } = snapshot;
  const at = chinaDay(draft.at);
  const days: [string, Day | undefined][] = [
    ['提交日期', draft.filedOn],
    ['收到日期', draft.receivedOn],
    ['受理日期', draft.acceptedOn],
    ['发出日期', draft.sentOn],
    ['送达日期', draft.arrivedOn],
  ];
  for (const [name, day] of days) {
    if (day !== undefined && day > today)
      fail('DAY_IN_FUTURE', `${name} ${showDay(day)}在今天之后`, '还没发生的先不要记');
  }
  // A filing is logged at its day: that day was named above.
  if (at > today || epochOf(draft.at) > epochOf(snapshot.now) + SLACK_MS) {
    fail('CONTACT_IN_FUTURE', `联系时间 ${showDay(at)}在现在之后`, '核对日期；还没发生的联系等发生了再记');
  }
  const paidAt = standingValue(snapshot.facts, 'paidAt');
  const paidOn = paidAt === undefined ? undefined : chinaDay(paidAt);
  if (paidOn === undefined) return;
  if (draft.filedOn !== undefined && draft.filedOn < paidOn) {
    fail(
      'FILING_BEFORE_PURCHASE',
      `提交日期 ${showDay(draft.filedOn)}早于付款日期 ${showDay(paidOn)}`,
      '核对这两个日期，付款时间用 kameng facts paidAt=… 更正',
    );
  }
  if (at < paidOn) {
    fail(
      'CONTACT_BEFORE_PURCHASE',
      `联系日期 ${showDay(at)}早于付款日期 ${showDay(paidOn)}`,
      '售前聊天作为证据收入：kameng add 文件 --kind chat',
      '付款时间不对的，用 kameng facts paidAt=… 更正',
    );
  }
}

function checkOrder(draft: ContactDraft, openOn: Day | undefined): void {
  const at = chinaDay(draft.at);
  const filedOn = draft.filedOn ?? openOn;
  if (draft.filedOn !== undefined && draft.result !== 'none' && at < draft.filedOn) {
    fail(
      'ANSWER_BEFORE_FILING',
      `答复日期 ${showDay(at)}早于提交日期 ${showDay(draft.filedOn)}`,
      '核对 --at 和 --filed',
    );
  }
  for (const [name, day] of [
    ['收到', draft.receivedOn],
    ['受理', draft.acceptedOn],
  ] as const) {
    if (day !== undefined && filedOn !== undefined && day < filedOn) {
      fail('ANSWER_BEFORE_FILING', `${name}日期 ${showDay(day)}早于提交日期 ${showDay(filedOn)}`, '核对这两个日期');
    }
  }
  if (draft.acceptedOn !== undefined && draft.receivedOn !== undefined && draft.acceptedOn < draft.receivedOn) {
    fail(
      'ANSWER_BEFORE_FILING',
      `受理日期 ${showDay(draft.acceptedOn)}早于收到日期 ${showDay(draft.receivedOn)}`,
      '核对这两个日期',
    );
  }
  if (draft.promisedBy !== undefined && chinaDay(draft.promisedBy) < at) {
    fail(
      'PROMISE_IN_PAST',
      `承诺的日期 ${showDay(chinaDay(draft.promisedBy))}在说这话的 ${showDay(at)}之前`,
      '核对 --promised 和 --at',
    );
  }
}

/** A letter is sent after it was written, and arrives after it was sent. */
function checkService(draft: ContactDraft, snapshot: CaseSnapshot): void {
  const { sentOn, arrivedOn } = draft;
  if (sentOn === undefined && arrivedOn === undefined && (draft.sentBy ?? draft.sentNo) !== undefined)
    fail('SENT_DAY_MISSING', '写了怎么发出的，没有写哪天发出', '加上 --sent 2026-09-04');
  if (sentOn !== undefined && arrivedOn !== undefined && arrivedOn < sentOn)
    fail(
      'ARRIVED_BEFORE_SENT',
      `送达日期 ${showDay(arrivedOn)}早于发出日期 ${showDay(sentOn)}`,
      '核对 --sent 和 --arrived',
    );
  const letter = snapshot.letters.find(({ no }) => no === draft.letter);
  if (!letter) return;
  const written = chinaDay(letter.writtenAt);
  for (const [name, day] of [
    ['提交', draft.filedOn],
    ['发出', sentOn],
    ['送达', arrivedOn],
  ] as const) {
    if (day === undefined || day >= written) continue;
    fail(
      'LETTER_NOT_YET_WRITTEN',
      `第 ${letter.no} 号文书 ${showDay(written)}才写好，不会在 ${showDay(day)}${name}`,
      `核对日期和 --letter；那天${name}的是别的内容，就不要写 --letter`,
    );
  }
}

/** A step is taken at the doors that it is for, and is either a letter of the case or in his own words. */
function checkStep({ step, letter, channel }: ContactDraft): void {
  if (step === undefined) return;
  const name = EXTRA_DOCUMENTS[step].label;
  if (letter !== undefined)
    fail(
      'STEP_OR_LETTER',
      `第 ${letter} 号文书自己就是一步，不用再写是“${name}”`,
      '交的是这里写的文书，只用 --letter；自己写的、口头提的，只用 --step',
    );
  const doors = doorsOf(step);
  if (!doors.includes(channel))
    fail(
      'STEP_ELSEWHERE',
      `“${name}”不是对${CHANNELS[channel].label}的一步`,
      `可以写：${doors.map((door) => `--channel ${door}`).join('，')}`,
    );
}

/**
 * Refuses a contact that cannot have happened as it was told; nothing is logged then.
 * @param options `resultSaid`: the user said the result, so that 没有答复 by itself is something to log
 * @throws KamengError CONTACT_EMPTY, CONTACT_IN_FUTURE, CONTACT_BEFORE_PURCHASE, DAY_IN_FUTURE,
 *   FILING_BEFORE_PURCHASE, FILING_OPEN_TWICE, ANSWER_BEFORE_FILING, STEP_OR_LETTER,
 *   STEP_ELSEWHERE, PROMISE_IN_PAST, SENT_DAY_MISSING,
 *   ARRIVED_BEFORE_SENT, LETTER_NOT_YET_WRITTEN or EXHIBIT_UNKNOWN
 */
export function checkContact(
  draft: ContactDraft,
  snapshot: CaseSnapshot,
  options: { resultSaid?: boolean } = {},
): void {
  if (!options.resultSaid && saysNothing(draft)) {
    fail(
      'CONTACT_EMPTY',
      '这次联系什么也没写',
      '写对方的原话：--said "…"',
      '没有人答复也是结果：--result none',
      '提交了投诉的，写提交日期：--filed 2026-09-01',
      '发出了文书的，写发出日期：--letter 2 --sent 2026-09-01 --sent-by 快递',
    );
  }
  checkDays(draft, snapshot);
  checkService(draft, snapshot);
  checkStep(draft);
  // A step against what a door answered, or against its silence, is no second complaint there.
  const openOn = stageOf(draft, snapshot.letters) === undefined ? openFilingOn(snapshot, draft.channel) : undefined;
  checkOrder(draft, openOn);
  if (draft.filedOn !== undefined && openOn !== undefined && openOn !== draft.filedOn) {
    fail(
      'FILING_OPEN_TWICE',
      `${CHANNELS[draft.channel].label}已有一件 ${showDay(openOn)}提交、还没有结果的投诉`,
      '先记下那一件的结果：--result refused、accepted 或 settled',
      '只是催办的，不要用 --filed，用 --said 记下说了什么',
    );
  }
  const unknown = draft.exhibits.find((no) => !snapshot.exhibits.some((exhibit) => exhibit.no === no));
  if (unknown !== undefined) fail('EXHIBIT_UNKNOWN', `没有证据${unknown}`, '用 kameng evidence 看编号');
}
