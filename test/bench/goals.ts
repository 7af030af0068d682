import type { Score } from '../looks/measure.ts';

interface Goal {
  what: string;
  wanted: string;
  share(score: Score): number;
  met(share: number): boolean;
}

const percent = (n: number, of: number): number => (100 * n) / Math.max(1, of);

/** What reading is held to on words and pages that no rule was written by. */
const GOALS: readonly Goal[] = [
  {
    what: 'kinds',
    wanted: '98 %',
    share: ({ kinds, screens }) => percent(kinds, screens),
    met: (share) => share >= 98,
  },
  {
    what: 'fields of the recognised',
    wanted: '97 %',
    share: ({ heldRight, held }) => percent(heldRight, held),
    met: (share) => share >= 97,
  },
  {
    what: 'whole with nothing typed',
    wanted: '90 %',
    share: ({ untyped, disputes }) => percent(untyped, disputes),
    met: (share) => share >= 90,
  },
  {
    what: 'flagged although right',
    wanted: 'under 10 %',
    share: ({ flaggedRight, facts }) => percent(flaggedRight, facts),
    met: (share) => share < 10,
  },
  {
    what: 'wrong and unflagged of 1,000',
    wanted: '0',
    share: ({ wrongDisputes, disputes }) => 10 * percent(wrongDisputes, disputes),
    met: (share) => share === 0,
  },
];

/** Each goal with what was measured, and whether that is enough. */
export const goalsOf = (score: Score): string =>
  GOALS.map(({ what, wanted, share, met }) => {
    const measured = share(score);
    return `goal ${what} ${wanted}: ${measured.toFixed(1)}, ${met(measured) ? 'met' : 'missed'}`;
  }).join('\n');
