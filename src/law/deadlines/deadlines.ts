import { DISPUTE_TRAITS } from '../../knowledge/built/disputes.ts';
import { type FactKey, standingValue } from '../../model/facts.ts';
import { chinaDay, epochOf } from '../../model/moment.ts';
import type { Channel } from '../../model/dispute.ts';
import type { Deadline } from '../../model/outcome.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import type { ClockStart } from './count.ts';
import { limitationOf } from '../route/limitation.ts';
import { caseFilings, situationOf } from '../route/situation-of.ts';
import type { Filing } from '../route/situation.ts';
import { type Standing, standingOf } from '../route/standing.ts';
import { filingDeadlines } from './filings.ts';
import { promiseDeadline, runClocks } from './run.ts';
import { byCharacter } from '../../model/text.ts';

export { countRule } from './count.ts';

const FRAUD_SIGNS: readonly string[] = ['vanished', 'fake_identity', 'false_claims', 'many_victims'];

function factStart(snapshot: CaseSnapshot, ...keys: FactKey[]): ClockStart | undefined {
  for (const key of keys) {
    const at = standingValue(snapshot.facts, key);
    if (at !== undefined) return { at, key };
  }
  return undefined;
}

/**
 * From when the platform's own window is counted. No case knows when goods that did not come were received: what runs
 * from later than the payment is counted from the payment, on the safe side, and the day says so.
 */
function windowStart(snapshot: CaseSnapshot, paid: ClockStart): ClockStart {
  const from = snapshot.platformRules.findLast((rule) => rule.key === 'report_window')?.from;
  if (from === undefined) return paid;
  if (from === 'unknown') return { ...paid, note: '规则没写从什么时候起算，先按付款时间算' };
  if (from.id === 'paid') return paid;
  if (from.id === 'ordered') return factStart(snapshot, 'orderedAt', 'paidAt') ?? paid;
  return { ...paid, note: `规则写的是从${from.label}起算，案卷里没有这个时间，先按付款时间算，只会偏早` };
}

/** Time bars and windows that run from the purchase and from what the buyer learned, whatever was filed. */
function factDeadlines(snapshot: CaseSnapshot, { platformIsRespondent }: Standing): Deadline[] {
  const run = (rule: string, start: ClockStart) => runClocks(rule, start, snapshot);
  const deadlines: Deadline[] = [];
  const matter = snapshot.dispute === undefined ? undefined : DISPUTE_TRAITS[snapshot.dispute];
  const filedAt = (channels: readonly string[]) =>
    snapshot.contacts.some((contact) => channels.includes(contact.channel));
  const paid = factStart(snapshot, 'paidAt', 'orderedAt');
  if (paid) {
    if (!filedAt(['platform', 'platform_operator'])) deadlines.push(...run('PDEF-01', windowStart(snapshot, paid)));
    if (snapshot.facts.goods?.value === 'wallet') deadlines.push(...run('SUB-20', paid));
    // What was bought has arrived, and is not what it should be.
    if (matter?.delivery === 'came') {
      deadlines.push(...run('SUB-05', { ...paid, note: '按付款日当作收货日起算' }));
    }
  }
  const promised = factStart(snapshot, 'promisedBy');
  if (promised && !snapshot.contacts.some((contact) => contact.promisedBy === promised.at)) {
    deadlines.push(
      promiseDeadline(
        { by: promised.at, said: paid?.at ?? promised.at, what: '对方承诺的期限', key: 'promisedBy' },
        snapshot.today,
      ),
    );
  }
  const failed = factStart(snapshot, 'failedAt');
  const known = failed ?? (paid && { ...paid, note: '没有发现问题的时间，按付款日起算，是最早的一天' });
  if (!known) return deadlines;
  deadlines.push(...run('SUB-10', known));
  const signs = snapshot.facts.signs?.value.split(',') ?? [];
  if (matter?.sellerGone === true || signs.some((sign) => FRAUD_SIGNS.includes(sign))) {
    deadlines.push(...run('SUB-11', known));
  }
  if (!filedAt(['regulator'])) deadlines.push(...run('REG-05', known));
  return [...deadlines, ...run('SUB-14', limitationStart(snapshot, known, platformIsRespondent))];
}

/** How each door starts the limitation anew, as the note beside the day says it. */
const RESTARTED: Partial<Record<Channel, string>> = {
  merchant: '自最近一次催告重新起算（SUB-15），要能证明催告',
  police: '自报案、或者知道不立案之日重新起算（SUB-24）',
};

/** From what the limitation is counted: what the buyer knew, or the newest act that interrupted it. */
function limitationStart(snapshot: CaseSnapshot, known: ClockStart, platformOwes: boolean): ClockStart {
  // Talks with the seller prove no demand: what was handed in does.
  const shown = snapshot.contacts.filter((one) => one.filedOn !== undefined || one.letter !== undefined);
  const days = new Set(shown.map((one) => `${one.channel} ${one.filedOn ?? chinaDay(one.at)}`));
  const filings = caseFilings(snapshot).flatMap((filing): Filing[] => {
    if (days.has(`${filing.channel} ${filing.on}`)) return [filing];
    // A letter that followed a talk is the demand that can be shown.
    const letter = shown.find((one) => one.channel === filing.channel);
    if (letter) return [{ ...filing, on: letter.filedOn ?? chinaDay(letter.at) }];
    return filing.promisedOn === undefined ? [] : [{ ...filing, on: filing.promisedOn }];
  });
  const { from, by } = limitationOf(chinaDay(known.at), filings, { today: snapshot.today, platformOwes });
  if (!by) return known;
  const contact = snapshot.contacts.find(
    (one) => one.channel === by.channel && [one.filedOn, chinaDay(one.at)].includes(from),
  );
  const note =
    by.promisedOn === from
      ? '自对方承诺之日重新起算（SUB-23），要能证明承诺'
      : (RESTARTED[by.channel] ?? '自提出请求之日重新起算（SUB-23）');
  return { at: from, key: contact ? `contact-${contact.no}` : `${by.channel}-${from}`, note };
}

/**
 * Every clock that runs in a case: from what was filed, received, accepted,
 * refused or promised, and from the purchase itself. Sorted by the day they end;
 * those that have passed stay, with `left` below zero. Ids are stable while the
 * start stays what it is.
 * @param standing of that case, when it is at hand
 */
export function deadlinesOf(
  snapshot: CaseSnapshot,
  standing: Standing = standingOf(situationOf(snapshot)),
): Deadline[] {
  const all = [...filingDeadlines(snapshot), ...factDeadlines(snapshot, standing)];
  // Of a settled matter what must be done by a day is over; the limitation stays for a settlement that is not kept.
  const kept = standing.settled
    ? all.filter(({ rule, id }) => rule === 'SUB-14' || (!id.endsWith(':paidAt') && !id.endsWith(':failedAt')))
    : all;
  return kept.toSorted((a, b) => epochOf(a.due) - epochOf(b.due) || byCharacter(a.id, b.id));
}
