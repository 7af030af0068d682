import { chinaDay, type Day, daysBetween, type Moment } from '../../model/moment.ts';
import type { Deadline } from '../../model/outcome.ts';
import type { CaseSnapshot, PlatformRule } from '../../model/snapshot.ts';
import { type ClockStart, countClock, isCountable } from './count.ts';
import type { Clock } from '../rules/rule.ts';
import { versionFor } from '../rules/rulebook.ts';

/** Which default a recorded rule of the platform takes the place of. */
const RECORDED: Readonly<Record<string, PlatformRule['key']>> = {
  'PDEF-01': 'report_window',
  'PDEF-02': 'first_reply',
  'PDEF-05': 'refund_time',
};

const REFUND: Clock = {
  id: 'refund',
  what: '平台规则（非法定）：退款到账',
  n: 1,
  unit: 'day',
  start: 'platform_filed',
  whose: 'other',
  moves: 'none',
};

function recordedSource(rule: PlatformRule): string {
  const clause = rule.clause === undefined ? '' : `第${rule.clause.replace(/^第|条$/g, '')}条`;
  return `平台规则（非法定）${clause}：“${rule.quote}”`;
}

/**
 * The clocks of one rule running in a case. A recorded rule of the platform
 * stands before the default; an extension is shown only once the plain time has
 * passed; a rule that was not in force on the day gives nothing.
 */
export function runClocks(
  ruleId: string,
  start: ClockStart,
  snapshot: CaseSnapshot,
  only?: readonly string[],
): Deadline[] {
  if (!isCountable(start.at)) return [];
  const rule = versionFor(ruleId, chinaDay(start.at), snapshot.today);
  if (!rule) return [];
  const recorded = snapshot.platformRules.findLast((one) => one.key === RECORDED[ruleId] && one.number !== undefined);
  if (recorded) {
    const clock = { ...(rule.clocks?.[0] ?? REFUND), n: recorded.number!, unit: recorded.unit ?? 'hour' };
    return [{ ...countClock(rule, clock, start, snapshot.today), source: recordedSource(recorded) }];
  }
  const deadlines: Deadline[] = [];
  for (const clock of rule.clocks ?? []) {
    if (only && !only.includes(clock.id)) continue;
    const before = deadlines.at(-1);
    const deadline = countClock(rule, clock, start, snapshot.today);
    if (clock.extended && before && (before.left >= 0 || before.rule !== ruleId)) continue;
    deadlines.push(deadline);
  }
  return deadlines;
}

/** A day the other side named itself, as a deadline; counted in days from when it was said. */
export function promiseDeadline(
  promise: { by: Day | Moment; said: Day | Moment; what: string; key: string },
  today: Day,
): Deadline {
  const start = chinaDay(promise.said);
  return {
    id: `PDEF-04:promise:${promise.key}`,
    what: promise.what,
    rule: 'PDEF-04',
    start,
    n: Math.max(0, daysBetween(start, chinaDay(promise.by))),
    unit: 'day',
    nominal: promise.by,
    due: promise.by,
    certain: true,
    left: daysBetween(today, chinaDay(promise.by)),
    source: '对方承诺（非法定）',
    whose: 'other',
  };
}
