import { factSpec, type FactKey, type FactSource } from '../model/facts.ts';
import type { Candidate } from './candidates.ts';
import { moreExact, sameValue } from './same-value.ts';

/**
 * Do other exhibits than this one have these words, and not as something else?
 * @param clearly asks only those that are no poor pictures
 */
export type Mentions = (key: FactKey, words: string, exhibit: number, clearly?: boolean) => boolean;

/** A value, and all that give it. */
export interface Group {
  value: string;
  members: Candidate[];
}

/** Values that say the same, together. */
export function groupsOf(key: FactKey, candidates: readonly Candidate[]): Group[] {
  const groups: Group[] = [];
  // The surest first: a group is known by its surest member.
  for (const candidate of candidates.toSorted(
    (a, b) =>
      Number(b.certain) - Number(a.certain) ||
      Number(b.sayPart) - Number(a.sayPart) ||
      b.authority - a.authority ||
      b.confidence - a.confidence ||
      a.exhibit - b.exhibit,
  )) {
    const group = groups.find(({ value }) => sameValue(key, value, candidate.value));
    if (!group) groups.push({ value: candidate.value, members: [candidate] });
    else group.members.push(candidate);
  }
  return groups.map(({ members }) => ({ value: saidBy(key, members), members }));
}

/**
 * The words of the surest; of clocks that differ, those of who knows best, as exactly as any other that is as sure says
 * it: seconds that were hardly read say no more than the minute that was.
 */
function saidBy(key: FactKey, members: readonly Candidate[]): string {
  const sure = members.filter((member) => member.certain === members[0]!.certain);
  const first = factSpec(key).type === 'moment' ? sure.toSorted((a, b) => b.authority - a.authority)[0]! : members[0]!;
  const told = sure.filter(({ by }) => by !== 'guess');
  return told.reduce((value, member) => moreExact(key, value, member.value), first.value);
}

/** The exhibits that these stand on. */
export const exhibitsOf = (members: readonly Candidate[]): number[] => [
  ...new Set(members.map((member) => member.exhibit)),
];

/** Where it stands, those who know best first. */
export function sourcesOf({ members }: Group): FactSource[] {
  return members.toSorted((a, b) => b.authority - a.authority || a.exhibit - b.exhibit).map((member) => member.source);
}

/** What only wallets call a number of the shop may be that of its till, until the shop or the talk says so too. */
export function onlyWallets({ members }: Group): boolean {
  return members.every((member) => member.kind === 'payment' || member.kind === 'bill');
}
