import { chinaDay, type Day } from '../../model/moment.ts';
import { lastDay } from '../deadlines/period.ts';
import { clockOf } from '../rules/numbers.ts';
import type { Filing } from './situation.ts';

/** Something that starts the limitation anew (民法典195, 诉讼时效规定8–14). */
interface Interruption {
  on: Day;
  /** From when it is counted again; a written non-filing of the police starts it at its own day (规定13). */
  from: Day;
  /** Consent counts after the lapse too: the debtor can no longer plead it (民法典192(2)). */
  revives?: true;
  filing: Filing;
}

export interface Limitation {
  /** The day it is counted from. */
  from: Day;
  /** The filing that started it anew, where one did. */
  by?: Filing;
  /** The last day, as counted. */
  endsOn: Day;
}

/** Bodies that a request for protection may be brought to, so that it interrupts (诉讼时效规定10, 12). */
const ASKED_FOR_HELP: readonly string[] = ['regulator', 'association', 'mediation', 'court'];

function interruptionsOf(filing: Filing, platformOwes: boolean): Interruption[] {
  const { channel, on, promisedOn, status, answeredOn, inWriting, stage } = filing;
  // Whoever is asked to look at a refusal again is asked for that, and not for the money.
  if (stage !== undefined) return [];
  const obligor =
    channel === 'merchant' || (platformOwes && (channel === 'platform' || channel === 'platform_operator'));
  if (obligor) {
    const consent = promisedOn ?? (status === 'settled' ? (answeredOn ?? on) : undefined);
    return [
      { on, from: on, filing },
      ...(consent === undefined ? [] : [{ on: consent, from: consent, revives: true as const, filing }]),
    ];
  }
  if (ASKED_FOR_HELP.includes(channel)) return [{ on, from: on, filing }];
  if (channel === 'police') {
    const notFiled = (status === 'refused' || status === 'ended') && inWriting === true ? answeredOn : undefined;
    return [{ on, from: notFiled ?? on, filing }];
  }
  // What is told to the public, to a payment service, to a platform that only hosts, or for a penalty, is no demand.
  return [];
}

const endOf = (from: Day, today: Day): Day => lastDay(clockOf('SUB-14', 'limitation', from, today), from);

/**
 * When the limitation of three years ends, started anew by whatever interrupts it: only what still runs is
 * interrupted, what has lapsed is revived by consent alone.
 * @param knownOn the day the buyer knew of the harm and of who owes
 */
export function limitationOf(
  knownOn: Day,
  filings: readonly Filing[],
  { today, platformOwes }: { today: Day; platformOwes: boolean },
): Limitation {
  let from = knownOn;
  let by: Filing | undefined;
  const events = filings
    .flatMap((filing) => interruptionsOf(filing, platformOwes))
    .toSorted((a, b) => a.on.localeCompare(b.on));
  for (const event of events) {
    if (event.from <= from) continue;
    if (!event.revives && event.on > endOf(from, today)) continue;
    from = event.from;
    by = event.filing;
  }
  return { from, ...(by ? { by } : {}), endsOn: endOf(from, today) };
}

/**
 * Is the ground of a refusal plainly false by what the case shows? “Over three years” for a purchase of last month,
 * “another office has it” where nothing was handed in elsewhere, “a repeat” where it was the first.
 */
export function isContradicted(refused: Filing, filings: readonly Filing[], knownAt: string | undefined): boolean {
  switch (refused.ground) {
    case 'too_late': {
      if (knownAt === undefined) return false;
      const knownOn = chinaDay(knownAt);
      return refused.on <= lastDay(clockOf('REG-05', 'complain', knownOn, refused.on), knownOn);
    }
    case 'other_office':
      return !filings.some(
        ({ channel, on, stage }) =>
          stage === undefined && channel !== refused.channel && ELSEWHERE.includes(channel) && on <= refused.on,
      );
    case 'duplicate':
      return !filings.some(
        ({ channel, on, stage }) => stage === undefined && channel === refused.channel && on < refused.on,
      );
    default:
      return false;
  }
}

const ELSEWHERE: readonly string[] = ['regulator', 'association', 'mediation', 'court', 'police', 'report'];
