import type { Reconciled } from '../../agreement/reconcile.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { withPromiseEnds } from '../../words/promise-ends.ts';
import { reconcileSnapshot } from '../cases/reconcile-snapshot.ts';
import { withTalkYears } from '../cases/talk-years.ts';

/**
 * What the readings of a case say together. Only when it is known when it was bought, a talk that shows no year has one,
 * and its promises an end: then they are asked once more.
 */
export function reconcileDated(snapshot: CaseSnapshot): Reconciled {
  const found = reconcileSnapshot(snapshot);
  const dated = withTalkYears(snapshot, found.facts);
  let changed = dated !== snapshot;
  const exhibits = dated.exhibits.map((exhibit) => {
    const reading = exhibit.reading && withPromiseEnds(exhibit.reading);
    if (!reading || reading === exhibit.reading) return exhibit;
    changed = true;
    return { ...exhibit, reading };
  });
  return changed ? reconcileSnapshot({ ...dated, exhibits }) : found;
}
