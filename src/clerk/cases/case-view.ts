import type { CaseFile } from '../../casefile/case-file.ts';
import { countContacts, newestContacts } from '../../casefile/quiet-contacts.ts';
import { glanceOf, snapshotOf } from './snapshot.ts';
import type { Dispute } from '../../model/dispute.ts';
import type { Category, Kind } from '../../model/evidence.ts';
import { type FactKey, type Facts, standingValue, withStanding } from '../../model/facts.ts';
import { type Coverage, type NextStep, presses } from '../../model/outcome.ts';
import type { Moment } from '../../model/moment.ts';
import { readingsIn, type Reading, type ReadingNote } from '../../model/reading.ts';
import type { CaseSnapshot, LetterSummary } from '../../model/snapshot.ts';
import type { Contact } from '../../model/contact.ts';
import { coverageOf } from '../../law/coverage/coverage.ts';
import { nextSteps } from '../../law/steps/next-steps.ts';
import { offeredIn, type OfferedRule } from './offered-rules.ts';
import { purchaseValues } from '../intake/purchase-row.ts';

/** The JSON of `new`, `add` and `status`; keys may be added, never renamed. */
export interface CaseView {
  case: { id: string; title: string; file: string; openedAt: Moment; closedAt: Moment | null; dispute: Dispute | null };
  facts: Facts;
  exhibits: ExhibitView[];
  coverage: Coverage;
  next: NextStep[];
}

export interface ExhibitView {
  no: number;
  file: string;
  category: Category;
  kind: Kind;
  sha256: string;
  bytes: number;
  mediaType: string;
  /** What was read off it and may stand: key to value. */
  fields: Partial<Record<FactKey, string>>;
  confidence: number;
  /** Seen, but too uncertain to stand; not counted. */
  unsure: Partial<Record<FactKey, string>>;
  status: Reading['status'] | 'not_read';
  notes: ReadingNote[];
  nearDuplicateOf: number | null;
  withdrawn: { at: Moment; why: string } | null;
}

/** @param facts tell which row of a bill is this purchase */
export function exhibitView(exhibit: CaseSnapshot['exhibits'][number], facts: Facts): ExhibitView {
  const fields: ExhibitView['fields'] = {};
  const unsure: ExhibitView['unsure'] = {};
  for (const reading of exhibit.reading ? readingsIn(exhibit.reading) : []) {
    if (reading.bill) Object.assign(fields, purchaseValues(reading.bill, facts));
    for (const field of reading.fields) (field.certain ? fields : unsure)[field.key] ??= field.value;
  }
  return {
    no: exhibit.no,
    file: exhibit.file,
    category: exhibit.category,
    kind: exhibit.kind,
    sha256: exhibit.sha256,
    bytes: exhibit.bytes,
    mediaType: exhibit.mediaType,
    fields,
    confidence: exhibit.confidence,
    unsure,
    status: exhibit.reading?.status ?? 'not_read',
    notes: exhibit.reading?.notes ?? [],
    nearDuplicateOf: exhibit.nearDuplicateOf ?? null,
    withdrawn: exhibit.withdrawn ?? null,
  };
}

const nameOf = (snapshot: CaseSnapshot): CaseView['case'] => ({
  id: snapshot.id,
  title: snapshot.title,
  file: snapshot.file,
  openedAt: snapshot.openedAt,
  closedAt: snapshot.closedAt ?? null,
  dispute: snapshot.dispute ?? null,
});

function viewSnapshot(snapshot: CaseSnapshot): CaseView {
  return {
    case: nameOf(snapshot),
    facts: withStanding(snapshot.facts),
    exhibits: snapshot.exhibits.map((exhibit) => exhibitView(exhibit, snapshot.facts)),
    coverage: coverageOf(snapshot),
    next: nextSteps(snapshot),
  };
}

/** One case as a script or the screen reads it. */
export function viewCase(file: CaseFile): CaseView {
  return viewSnapshot(snapshotOf(file));
}

/** The JSON of `status`. */
export interface CaseStatus extends CaseView {
  letters: Omit<LetterSummary, 'text'>[];
  contacts: Contact[];
  /** Printed on exhibits by the platform itself; counted once somebody takes them over. */
  offeredRules: OfferedRule[];
}

/** One case on a page: what is known, proven, written, said, and to be done. */
export function statusOf(file: CaseFile): CaseStatus {
  const snapshot = snapshotOf(file);
  return {
    ...viewSnapshot(snapshot),
    letters: lettersOf(snapshot),
    contacts: snapshot.contacts,
    offeredRules: offeredIn(snapshot),
  };
}

/** The same for a screen, with the newest contacts and how many there are: a long log is not read whole. */
export function statusAtAGlance(file: CaseFile, newest: number): CaseStatus & { contactCount: number } {
  return file.readTogether(() => {
    const snapshot = glanceOf(file);
    return {
      ...viewSnapshot(snapshot),
      letters: lettersOf(snapshot),
      contacts: newestContacts(file, newest),
      offeredRules: offeredIn(snapshot),
      contactCount: countContacts(file),
    };
  });
}

const lettersOf = ({ letters }: CaseSnapshot): CaseStatus['letters'] =>
  letters.map(({ text: _text, ...letter }) => letter);

/** A case in the JSON of `list`. */
export type CaseSummary = CaseView['case'] & {
  /** Yuan as a decimal string. */
  amount: string | null;
  exhibits: number;
  settled: boolean;
  next: NextStep | null;
  /** How many steps have their day today or had it before. */
  dueToday: number;
};

/** One case among others. */
export function summaryOf(snapshot: CaseSnapshot): CaseSummary {
  const steps = nextSteps(snapshot);
  return {
    ...nameOf(snapshot),
    amount: snapshot.facts.amount?.value ?? null,
    exhibits: snapshot.exhibits.length,
    settled: snapshot.contacts.some((contact) => contact.result === 'settled'),
    next: steps[0] ?? null,
    dueToday: steps.filter((step) => presses(step, snapshot.today)).length,
  };
}

/** What a complaint tells; each is asked for when nothing says it. */
export const CORE_FACTS = [
  'dispute',
  'platform',
  'merchant',
  'product',
  'amount',
  'paidAt',
  'orderNo',
] as const satisfies readonly FactKey[];

/** In a chat there is no platform and no order: the transfer and the account of whoever got it stand for them. */
const NOT_IN_A_CHAT: readonly FactKey[] = ['platform', 'orderNo'];

/** What is asked of a purchase from such a place; from anywhere while the place is not said. */
export function coreFacts(site: string | undefined): FactKey[] {
  return CORE_FACTS.filter((key) => site !== 'private_chat' || !NOT_IN_A_CHAT.includes(key));
}

/** The core facts that neither a file nor a person has said. */
export function missingFacts(facts: Facts): FactKey[] {
  return coreFacts(standingValue(facts, 'site')).filter((key) => standingValue(facts, key) === undefined);
}

/** What does as well: whoever sold and whichever number names the purchase is enough. */
const OTHERWISE: Partial<Record<FactKey, readonly FactKey[]>> = {
  platform: ['merchant'],
  merchant: ['platform'],
  orderNo: ['tradeNo'],
};
/** In a chat whatever leads to the seller does for the name. */
const IN_A_CHAT: typeof OTHERWISE = { merchant: ['payee', 'sellerWechat', 'sellerQQ', 'payeeAccount', 'sellerName'] };

/** Of those, the ones without which no one can act. */
export function lackingFacts(facts: Facts): FactKey[] {
  const otherwise = standingValue(facts, 'site') === 'private_chat' ? IN_A_CHAT : OTHERWISE;
  return missingFacts(facts).filter(
    (key) => !otherwise[key]?.some((other) => standingValue(facts, other) !== undefined),
  );
}
