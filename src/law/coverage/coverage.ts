import type { Dispute } from '../../model/dispute.ts';
import { KINDS, PROOF_CATEGORIES, type ProofCategory } from '../../model/evidence.ts';
import type { Day } from '../../model/moment.ts';
import type { Coverage, Gap } from '../../model/outcome.ts';
import { type CaseSnapshot, countedExhibits, type ExhibitSummary } from '../../model/snapshot.ts';
import { sayNumbers } from '../rules/numbers.ts';
import { passes } from './match.ts';
import { showsContent } from './read.ts';
import { type ProofItem, proofItems } from './proof.ts';

/** What each item came to. */
interface Weighed {
  item: ProofItem;
  shown: boolean;
}

/**
 * An exhibit that the user put into a category although its kind is of another
 * one, or unknown, stands for one thing of that category that nothing else
 * shows: the user has looked at it, the program could not.
 */
function spareExhibits(exhibits: readonly ExhibitSummary[], category: ProofCategory): number {
  return exhibits.filter(
    (exhibit) => exhibit.labelledByUser && exhibit.category === category && KINDS[exhibit.kind].category !== category,
  ).length;
}

function weigh(items: readonly ProofItem[], snapshot: CaseSnapshot): Weighed[] {
  const exhibits = countedExhibits(snapshot).filter(showsContent);
  const spare = new Map(PROOF_CATEGORIES.map((category) => [category, spareExhibits(exhibits, category)]));
  return items.map((item) => {
    const shown = item.shownBy.some((test) => passes(test, exhibits, snapshot.facts));
    if (shown || item.need === 'helpful' || !item.shownBy.some((test) => test.kinds)) return { item, shown };
    const left = spare.get(item.category) ?? 0;
    if (left === 0) return { item, shown };
    spare.set(item.category, left - 1);
    return { item, shown: true };
  });
}

/** Items that are not shown, leaving out those whose ground is itself lacking. */
function lacking(weighed: readonly Weighed[], need: ProofItem['need']): ProofItem[] {
  const lacks = weighed.filter(({ shown }) => !shown).map(({ item }) => item);
  const codes = new Set(lacks.map(({ code }) => code));
  return lacks.filter((item) => item.need === need && !(item.after !== undefined && codes.has(item.after)));
}

function asGap({ code, category, message, how, rule }: ProofItem, onDay: Day): Gap {
  return {
    code,
    category,
    message: sayNumbers(message, onDay),
    how: sayNumbers(how, onDay),
    ...(rule === undefined ? {} : { rule }),
  };
}

/** Contacts written down by the buyer are the buyer's own word until an exhibit shows them. */
function unprovedContacts(snapshot: CaseSnapshot): number {
  const listed = snapshot.contacts.filter((contact) => contact.exhibits.length === 0).length;
  return listed + (snapshot.quietContacts ?? 0);
}

function withContacts(gap: Gap, contacts: number): Gap {
  if (gap.code !== 'communication_missing' || contacts === 0) return gap;
  return { ...gap, code: 'communication_unproved', message: `已记下 ${contacts} 次联系，但没有截图或录音可以印证` };
}

/**
 * What the evidence of a case covers, category by category. A category is
 * covered when everything this type of dispute requires in it is shown, missing
 * when nothing is, else partial. Each required thing that is not shown is a gap
 * with how to get it; what would only help is `proofAdvice`.
 */
export function coverageOf(snapshot: CaseSnapshot): Coverage {
  const weighed = weigh(proofItems(snapshot.dispute), snapshot);
  const contacts = unprovedContacts(snapshot);
  const gaps = lacking(weighed, 'required').map((item) => withContacts(asGap(item, snapshot.today), contacts));
  const state = (category: ProofCategory): Coverage[ProofCategory] => {
    const mine = gaps.filter((gap) => gap.category === category);
    if (mine.length === 0) return 'covered';
    const some = weighed.some(
      ({ item, shown }) => shown && item.need === 'required' && item.category === category && item.after === undefined,
    );
    return some || mine.some((gap) => gap.code === 'communication_unproved') ? 'partial' : 'missing';
  };
  return { transaction: state('transaction'), communication: state('communication'), defect: state('defect'), gaps };
}

/** What is not required and would make the case stronger, in the order of the tables. */
export function proofAdvice(snapshot: CaseSnapshot): Gap[] {
  return lacking(weigh(proofItems(snapshot.dispute), snapshot), 'helpful').map((item) => asGap(item, snapshot.today));
}

export interface WantedProof {
  category: ProofCategory;
  items: { code: string; what: string; required: boolean }[];
}

/** What to put on the table for this type of dispute, for the dialogue of a new case. */
export function proofWanted(dispute: Dispute | undefined): WantedProof[] {
  const items = proofItems(dispute);
  return PROOF_CATEGORIES.map((category) => ({
    category,
    items: items
      .filter((item) => item.category === category && item.shownBy.some((test) => test.kinds))
      .map(({ code, what, need }) => ({ code, what, required: need === 'required' })),
  }));
}
