import { headOf } from '../../casefile/transfer.ts';
import { countRule, deadlinesOf } from '../../law/deadlines/deadlines.ts';
import { chinaDay, type Moment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { isClaimed, isRefundShown } from '../../law/route/money-shown.ts';
import type { Channel } from '../../model/dispute.ts';
import type { KamengError } from '../../model/errors.ts';
import type { Deadline } from '../../model/outcome.ts';
import { writeOver } from '../files/write.ts';
import { overAllCases } from './all-cases.ts';
import { letterDays } from './letter-days.ts';
import { keptOf, shortHead, standingOf, standingWords } from '../integrity/anchor.ts';
import { caseName, findCase } from './home.ts';
import type { World } from '../files/home-folder.ts';
import { byCharacter } from '../../model/text.ts';

/** A deadline with the case it is of; null where a rule was counted by itself. */
export interface CaseDeadline extends Deadline {
  case: string | null;
  caseId: string | null;
  /** The head of that case, in its short form. */
  head: string | null;
}

/**
 * The deadlines of all cases of this user, or of the one that is named, by the day they end.
 * @returns with them the cases that could not be read (one that was named is thrown), words about those that are
 *   not what this computer last saw, and the titles of those that are said to be settled and wait for the money
 * @throws KamengError of findCase, and of openCaseFile for a case that was named
 */
export function deadlinesOfCases(
  world: World,
  now: () => Moment,
  named: string | undefined,
): { due: CaseDeadline[]; troubles: KamengError[]; doubts: string[]; awaited: AwaitedMoney[] } {
  const doubts: string[] = [];
  const awaited: AwaitedMoney[] = [];
  const only = named === undefined ? undefined : [findCase(world, named)];
  const results = overAllCases(
    world,
    now,
    // A case that was put away has nothing to keep, unless it is asked for by name.
    (snapshot, file) => {
      const { anchor } = keptOf(world, snapshot.id);
      const doubt = anchor && standingWords(caseName(file.path), standingOf(file, anchor));
      if (doubt !== undefined) doubts.push(doubt);
      const head = shortHead(headOf(file));
      const money = snapshot.closedAt ? undefined : awaitedMoney(snapshot);
      if (money) awaited.push(money);
      return (snapshot.closedAt && !only ? [] : [...deadlinesOf(snapshot), ...letterDays(snapshot)]).map(
        (deadline) => ({
          ...deadline,
          case: snapshot.title,
          caseId: snapshot.id,
          head,
        }),
      );
    },
    only,
  );
  const troubles = results.flatMap((result) => (result.trouble ? [result.trouble] : []));
  if (only && troubles.length > 0) throw troubles[0]!;
  const due = results.flatMap((result) => result.value ?? []).toSorted((a, b) => byCharacter(a.due, b.due));
  return { due, troubles, doubts, awaited };
}

/** It is logged as settled, and nothing shows the money: its days go on until something does. */
export interface AwaitedMoney {
  title: string;
  /** Only the other side says so. */
  claimed: boolean;
  /** Who said so, or settled it. */
  channel: Channel;
}

function awaitedMoney(snapshot: CaseSnapshot): AwaitedMoney | undefined {
  if (isRefundShown(snapshot)) return undefined;
  const { contacts } = snapshot;
  const at = contacts.findLastIndex(({ result }) => result === 'settled' || result === 'claimed');
  const last = contacts[at];
  // Asked again since, it was not so.
  if (!last || contacts.slice(at + 1).some(({ channel }) => channel === last.channel)) return undefined;
  return { title: snapshot.title, claimed: isClaimed(last), channel: last.channel };
}

/** The deadlines of one rule from a start, without a case. @throws KamengError of countRule */
export function deadlinesOfRule(rule: string, start: string, now: Moment): CaseDeadline[] {
  return countRule(rule, start, { today: chinaDay(now) }).map((one) => ({
    ...one,
    case: null,
    caseId: null,
    head: null,
  }));
}

/** Writes deadlines as a calendar file, over one that is there. @throws KamengError DISK_FULL, OUT_NOT_WRITABLE */
export async function writeCalendar(due: readonly CaseDeadline[], now: Moment, path: string): Promise<void> {
  const { renderCalendar } = await import('../../papers/ics.ts');
  const entries = due.map((deadline) => ({
    case: {
      id: deadline.caseId ?? '',
      title: deadline.case ?? '',
      ...(deadline.head === null ? {} : { head: deadline.head }),
    },
    deadline,
  }));
  writeOver(path, await renderCalendar(entries, now));
}
