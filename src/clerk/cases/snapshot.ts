import type { CaseFile } from '../../casefile/case-file.ts';
import { takeSnapshot } from '../../casefile/snapshot.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { windowsIn } from '../../words/windows.ts';
import { foreignIn } from './reconcile-snapshot.ts';
import { withTalkYears } from './talk-years.ts';

/** The case as rules and letters are to see it: exhibits about another order are marked, and prove nothing here. */
export function snapshotOf(file: CaseFile): CaseSnapshot {
  return asRulesSee(takeSnapshot(file));
}

/** The case as it stands, exhibits about another order and all. */
export const datedSnapshot = (file: CaseFile): CaseSnapshot => withTalkYears(takeSnapshot(file));

/** The same for rules alone: of a long log only what they come to something with. */
export function glanceOf(file: CaseFile): CaseSnapshot {
  return asRulesSee(takeSnapshot(file, { glance: true }));
}

const asRulesSee = (snapshot: CaseSnapshot): CaseSnapshot => withForeign(withStarts(withTalkYears(snapshot)));

/** The words of a recorded window say from when it runs. */
function withStarts(snapshot: CaseSnapshot): CaseSnapshot {
  if (snapshot.platformRules.length === 0) return snapshot;
  return {
    ...snapshot,
    platformRules: snapshot.platformRules.map((rule) => {
      const window = rule.key === 'report_window' ? windowsIn(rule.quote)[0] : undefined;
      return window ? { ...rule, from: window.start ?? 'unknown' } : rule;
    }),
  };
}

function withForeign(snapshot: CaseSnapshot): CaseSnapshot {
  const foreign = new Map(foreignIn(snapshot).map(({ exhibit, reason }) => [exhibit, reason]));
  if (foreign.size === 0) return snapshot;
  return {
    ...snapshot,
    exhibits: snapshot.exhibits.map((exhibit) => {
      const reason = foreign.get(exhibit.no);
      return reason === undefined ? exhibit : { ...exhibit, foreign: reason };
    }),
  };
}
