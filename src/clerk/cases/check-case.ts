import { snapshotOf } from './snapshot.ts';
import type { Conflict, Reconciled } from '../../agreement/reconcile.ts';
import type { FactKey } from '../../model/facts.ts';
import type { Coverage, Gap } from '../../model/outcome.ts';
import type { Day, Moment } from '../../model/moment.ts';
import type { ReadingNote } from '../../model/reading.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { coverageOf, proofAdvice } from '../../law/coverage/coverage.ts';
import { fixingAdvice, type FixingAdvice } from '../../law/coverage/fixing.ts';
import { showsContent } from '../../law/coverage/read.ts';
import { basisOf } from '../../law/basis.ts';
import { gateQuestions, type GateQuestion } from '../../law/route/gates.ts';
import { situationOf } from '../../law/route/situation-of.ts';
import { standingOf } from '../../law/route/standing.ts';
import { deadlinesOf } from '../../law/deadlines/deadlines.ts';
import { lackingFacts } from './case-view.ts';
import { offeredIn, type OfferedRule } from './offered-rules.ts';
import type { OpenCase } from './open-case.ts';
import { reconcileSnapshot } from './reconcile-snapshot.ts';
import { type Ahead, aheadOf, aheadWords } from '../intake/ahead.ts';

export type { Conflict } from '../../agreement/reconcile.ts';
/** A value that was seen and could not be read for certain. */
export type Unread = Reconciled['unread'][number];

/** The JSON of `check`. */
export interface CaseCheck {
  /** Nothing missing, nothing in conflict. */
  ready: boolean;
  /** The last word was an agreement or a refund: nothing more is asked of the buyer. */
  settled: boolean;
  coverage: Coverage;
  conflicts: Conflict[];
  /** Seen, but not read for certain. */
  unread: Unread[];
  /** Exhibits about another order. */
  foreign: Reconciled['foreign'];
  /** Printed on exhibits by the platform itself; counted once somebody takes them over. */
  offeredRules: OfferedRule[];
  /** Closing within a month; a broken promise too. */
  windows: { rule: string; what: string; due: Day | Moment; left: number; certain: boolean }[];
  missing: FactKey[];
  /** Would make the case stronger; nothing hangs on it. */
  advice: Gap[];
  /** The legal relation that the advice rests on, and the question whose answer decides it. */
  basis: { id: string; rules: string[]; question?: string };
  question: GateQuestion | null;
  /** How to fix the proof so that it is believed later. */
  fixing: FixingAdvice[];
  /** What readers had to say of exhibits. */
  notes: { exhibit: number; code: string; message: string }[];
}

/** Said of an exhibit that its name or form gave a kind, and that holds nothing of it. */
const nothingRead = (no: number): ReadingNote => ({
  code: 'NOTHING_READ',
  message: `没读到内容，不算作证明；看过确实有用，就自己归类：kameng evidence ${no} --as 类别`,
  severity: 'warning',
});

/** Said of an exhibit whose own time is still to come. */
const stillToCome = (one: Ahead): ReadingNote => ({
  code: 'TIME_AHEAD',
  message: aheadWords(one),
  severity: 'warning',
});

/** Longer windows are no news today. */
const WINDOW_DAYS = 30;

/** A promise of the other side: the only window that is worth a word after it has closed. */
const PROMISE = 'PDEF-04';

/** What counts the ends of promises is loaded for talks that show no year alone. */
async function reconciled(snapshot: CaseSnapshot): Promise<Reconciled> {
  const yearless = snapshot.exhibits.some(({ reading }) =>
    reading?.messages?.some((message) => message.yearless !== undefined),
  );
  if (!yearless) return reconcileSnapshot(snapshot);
  const { reconcileDated } = await import('../intake/reconcile-dated.ts');
  return reconcileDated(snapshot);
}

/** Is the case complete, consistent and in time? */
export async function checkCase(file: OpenCase): Promise<CaseCheck> {
  const snapshot = snapshotOf(file);
  const coverage = coverageOf(snapshot);
  const situation = situationOf(snapshot);
  const basis = basisOf(situation);
  const { conflicts: found, unread, foreign } = await reconciled(snapshot);
  const isSettled = (conflict: Conflict): boolean =>
    ['given', 'confirmed'].includes(snapshot.facts[conflict.key]?.status ?? '');
  const conflicts = found.filter((conflict) => !isSettled(conflict));
  const inConflict = new Set(conflicts.map((conflict) => conflict.key));
  const ahead = aheadOf(snapshot.exhibits, snapshot.now);
  const missing = lackingFacts(snapshot.facts).filter((key) => !inConflict.has(key));
  return {
    settled: standingOf(situation).settled,
    ready: coverage.gaps.length === 0 && conflicts.length === 0 && missing.length === 0,
    coverage,
    conflicts,
    unread: unread.filter(({ key }) => snapshot.facts[key] === undefined),
    foreign,
    offeredRules: offeredIn(snapshot),
    windows: deadlinesOf(snapshot)
      .filter((deadline) => deadline.left <= WINDOW_DAYS && (deadline.left >= 0 || deadline.rule === PROMISE))
      .map(({ rule, what, due, left, certain }) => ({ rule, what, due, left, certain })),
    missing,
    advice: proofAdvice(snapshot),
    basis: { id: basis.id, rules: basis.rules, ...(basis.question === undefined ? {} : { question: basis.question }) },
    question: gateQuestions(situation).find(({ key }) => key === basis.question) ?? null,
    fixing: fixingAdvice(snapshot),
    notes: snapshot.exhibits
      .filter((exhibit) => !exhibit.withdrawn)
      .flatMap((exhibit) =>
        [
          ...(exhibit.reading?.notes ?? []),
          ...(showsContent(exhibit) ? [] : [nothingRead(exhibit.no)]),
          ...ahead.filter((one) => one.exhibit === exhibit.no).map(stillToCome),
        ]
          .filter((note) => note.severity !== 'info')
          .map((note) => ({ exhibit: exhibit.no, code: note.code, message: note.message })),
      ),
  };
}
