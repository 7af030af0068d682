import { isComplaint } from '../model/complaints.ts';
import { standingOf, type Fact, type FactKey, type FactSource } from '../model/facts.ts';
import { epochOf, showMoment, type Moment } from '../model/moment.ts';
import { readingsIn } from '../model/reading.ts';
import type { ReadExhibit } from './candidates.ts';
import type { Foreign } from './foreign.ts';
import { sameValue } from './same-value.ts';

/** Two things the exhibits say that cannot both be; the user settles it. */
export interface Conflict {
  key: FactKey;
  code: 'DIFFERENT_VALUES' | 'TYPED_DIFFERS' | 'PAID_AFTER_COMPLAINT';
  message: string;
  /** `typed`: what the user said, which no exhibit shows. */
  values: { value: string; exhibits: number[]; typed?: true }[];
}

/**
 * What must be shown to the user: sides that stand against each other, or a typed value that no exhibit bears out.
 * @param shown all that exhibits say of it for certain: of what may be several, as promises, the newest is not the only one
 */
export function conflictOf(
  key: FactKey,
  typed: string | undefined,
  read: Fact | undefined,
  shown: readonly string[] = [],
): Conflict[] {
  // What was never more than likely stands against nobody's word.
  if (!read || standingOf(read) === 'asked') return [];
  const sides = (read.candidates ?? [{ value: read.value, sources: read.sources }]).map(({ value, sources }) => ({
    value,
    exhibits: exhibitsOf(sources),
  }));
  if (typed === undefined)
    return sides.length > 1 ? [{ key, code: 'DIFFERENT_VALUES', message: '证据之间不一致', values: sides }] : [];
  if (SOFT.has(key) || sides.some(({ value }) => sameValue(key, value, typed))) return [];
  if (SEVERAL.has(key) && shown.some((value) => sameValue(key, value, typed))) return [];
  return [
    {
      key,
      code: 'TYPED_DIFFERS',
      message: '你填的和证据上的不一样',
      values: [{ value: typed, exhibits: [], typed: true }, ...sides],
    },
  ];
}

/** Words that a person may put in his own way. */
const SOFT = new Set<FactKey>([
  'dispute',
  'product',
  'failure',
  'promise',
  'refusal',
  'goods',
  'payee',
  'paidBy',
  'demand',
]);

/** A seller who did not keep his word gives another: the one confirmed stands beside it, and is not denied by it. */
const SEVERAL = new Set<FactKey>(['promisedBy', 'failedAt']);

const exhibitsOf = (sources: readonly FactSource[]): number[] => [...new Set(sources.map((source) => source.exhibit))];

/** A complaint cannot come before the payment it is about: one of the two times is wrong, or one of the exhibits. */
export function paidAfterComplaint(
  paidAt: Fact | undefined,
  typed: Moment | undefined,
  exhibits: readonly ReadExhibit[],
  foreign: readonly Foreign[],
): Conflict | undefined {
  const value = typed ?? (paidAt?.status === 'read' ? paidAt.value : undefined);
  if (!value?.includes('T')) return undefined;
  const first = firstComplaintIn(exhibits.filter(({ no }) => !foreign.some(({ exhibit }) => exhibit === no)));
  if (!first || epochOf(first.at) >= epochOf(value) - TOLERANCE) return undefined;
  return {
    key: 'paidAt',
    code: 'PAID_AFTER_COMPLAINT',
    message: `付款时间 ${showMoment(value)} 晚于投诉时间 ${showMoment(first.at)}，两者必有一处不对`,
    values: [
      { value, exhibits: paidAt ? exhibitsOf(paidAt.sources) : [] },
      { value: first.at, exhibits: [first.exhibit] },
    ],
  };
}

const TOLERANCE = 2 * 60_000;
/** Where in the talks of a case the buyer is first heard to say that something is wrong. */
export function firstComplaintIn(
  exhibits: readonly Pick<ReadExhibit, 'no' | 'reading'>[],
): { at: Moment; exhibit: number } | undefined {
  return exhibits
    .flatMap(({ no, reading }) => {
      const said = readingsIn(reading).flatMap((one) =>
        (one.messages ?? []).filter(({ side, text }) => side === 'buyer' && isComplaint(one, text)),
      );
      const first = said.find(({ at }) => at?.includes('T'));
      return first ? [{ at: first.at!, exhibit: no }] : [];
    })
    .toSorted((a, b) => epochOf(a.at) - epochOf(b.at))[0];
}
