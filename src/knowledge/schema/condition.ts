import { z } from 'zod';
import { type Channel, CHANNEL_IDS, DOCUMENT_IDS, type DocumentId } from '../../model/dispute.ts';
import { factSpec, type FactKey } from '../../model/facts.ts';

/** Conditions that have a name; what each means stands in `src/law/route/conditions.ts`. */
export const CONDITION_NAMES = [
  'always',
  'settled',
  'platformAtFault',
  'platformIsRespondent',
  'platformStandsIn',
  'platformSilent',
  'noticeIgnored',
  'policeSilent',
  'merchantClosed',
  'sellerGone',
  'disputeIsSellerGone',
  'nobodyToName',
  'nobodyOnOwnSite',
  'fraudSigns',
  'paidJustNow',
  'tried',
  'readyForOffices',
  'takenForReturn',
  'tooLateForOffice',
  'tooLateForCourt',
  'rescissionEndsSoon',
  'rescissionOver',
  'noPlatform',
  'neverCame',
  'contractStands',
  'homeCourt',
] as const;
export type ConditionName = (typeof CONDITION_NAMES)[number];

/**
 * How a filing at a door stands: `filed` is any, `open` waits for an answer, `taken` was accepted at some time,
 * `inWriting` was answered on paper, `contradicted` was refused for a ground that the case itself shows to be false.
 */
export const DOOR_STATES = [
  'filed',
  'open',
  'accepted',
  'refused',
  'ended',
  'taken',
  'inWriting',
  'contradicted',
] as const;
export type DoorState = (typeof DOOR_STATES)[number];

/** How a step against a refusal stands: it `waits` for its answer, or was `denied`. */
export const STEP_STATES = ['waits', 'denied'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Facts that a condition may ask for by value; a list of values means any of them. */
export const ASKED_FACTS = [
  'site',
  'seller',
  'purpose',
  'paidBy',
  'goods',
  'goodsLawful',
  'buyer',
  'abroad',
  'ownMistake',
  'signs',
] as const;
export type AskedFact = (typeof ASKED_FACTS)[number];
/** What a purchase makes: goods for a price, or something done for the buyer over time. */
export const CONTRACTS = ['sale', 'service'] as const;
export type Contract = (typeof CONTRACTS)[number];

const MAY_BE_UNSAID = [...ASKED_FACTS, 'dispute'] as const;

/** When a row holds, as it is written in the files: a name, or an object of one kind. */
export type Condition =
  | ConditionName
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | Partial<Record<DoorState, Channel>>
  /** Refused there, and for one of these grounds. */
  | { refused: Channel; for: string[] }
  /** The first of these doors that gave a ground gave one of these. */
  | { ground: string[]; at: Channel[] }
  /** This step against a refusal was handed in, and waits or was turned down. */
  | Partial<Record<StepState, DocumentId>>
  /** A clock of a rule, `POL-07.reconsider`, counted from what was answered at this door or step, has run out. */
  | { lapsed: string; at: Channel | DocumentId }
  | Partial<Record<AskedFact, string | string[]>>
  /** Nobody has said it yet. */
  | { unsaid: (typeof MAY_BE_UNSAID)[number] }
  /** The contract that the purchase made, where it shows. */
  | { contract: Contract }
  /** So many pieces or more. */
  | { piecesFrom: number }
  /** Words, `|` between them, of which the name of what was bought has one. */
  | { product: string };

const KINDS = [
  'all',
  'any',
  'not',
  ...DOOR_STATES,
  ...STEP_STATES,
  'lapsed',
  'ground',
  ...ASKED_FACTS,
  'unsaid',
  'contract',
  'piecesFrom',
  'product',
];

/** A problem and the place within the condition where it is. */
interface Problem {
  path: (string | number)[];
  message: string;
}

const isOneOf = (list: readonly string[], value: unknown): boolean => typeof value === 'string' && list.includes(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');

function listProblems(value: unknown, key: string): Problem[] {
  if (!Array.isArray(value) || value.length === 0) return [{ path: [key], message: 'is no list of conditions' }];
  return value.flatMap((one, i) => problemsIn(one).map(({ path, message }) => ({ path: [key, i, ...path], message })));
}

function valueProblem(key: string, value: unknown, object: Record<string, unknown>): string | undefined {
  if (isOneOf(DOOR_STATES, key))
    return isOneOf(CHANNEL_IDS, value) ? undefined : `there is no channel ${String(value)}`;
  if (isOneOf(STEP_STATES, key))
    return isOneOf(DOCUMENT_IDS, value) ? undefined : `there is no document ${String(value)}`;
  if (isOneOf(ASKED_FACTS, key)) {
    const { choices } = factSpec(key as FactKey);
    const wrong = [value].flat().find((one) => !isOneOf(choices!, one));
    return wrong === undefined ? undefined : `${key} has no value ${String(wrong)}`;
  }
  switch (key) {
    case 'unsaid':
      return isOneOf(MAY_BE_UNSAID, value) ? undefined : `there is no fact ${String(value)} to be unsaid`;
    case 'contract':
      return isOneOf(CONTRACTS, value) ? undefined : `there is no contract ${String(value)}`;
    case 'piecesFrom':
      return Number.isSafeInteger(value) ? undefined : 'is no number of pieces';
    case 'product':
      return typeof value === 'string' && /^[\p{L}\p{N}]+(?:\|[\p{L}\p{N}]+)*$/u.test(value)
        ? undefined
        : 'is no words with | between them';
    case 'lapsed':
      if (!isOneOf(DOCUMENT_IDS, object['at'])) return `there is no door or step ${String(object['at'])}`;
      return typeof value === 'string' && /^[A-Z]+-\d+\.\w+$/.test(value) ? undefined : 'is no clock of a rule';
    case 'for':
      return isTexts(value) ? undefined : 'is no list of grounds';
    default: {
      const doors = object['at'];
      const wrong = isTexts(doors) ? doors.find((one) => !isOneOf(CHANNEL_IDS, one)) : 'none';
      if (wrong !== undefined) return `there is no channel ${wrong}`;
      return isTexts(object['ground']) ? undefined : 'is no list of grounds';
    }
  }
}

function problemsIn(value: unknown): Problem[] {
  if (typeof value === 'string')
    return isOneOf(CONDITION_NAMES, value) ? [] : [{ path: [], message: `there is no condition “${value}”` }];
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ path: [], message: 'is no condition' }];
  const object = value as Record<string, unknown>;
  const keys = Object.keys(object);
  const kind = keys.find((key) => KINDS.includes(key));
  const beside = kind === 'refused' ? ['for'] : kind === 'ground' || kind === 'lapsed' ? ['at'] : [];
  const unknown = keys.find((key) => key !== kind && !beside.includes(key));
  if (kind === undefined || unknown !== undefined)
    return [
      { path: [], message: `there is no condition “${unknown ?? keys.join(', ')}”; there are: ${KINDS.join(', ')}` },
    ];
  if (kind === 'all' || kind === 'any') return listProblems(object[kind], kind);
  if (kind === 'not')
    return problemsIn(object['not']).map(({ path, message }) => ({ path: ['not', ...path], message }));
  return keys.flatMap((key) => {
    if (kind === 'lapsed' && key === 'at') return [];
    const message = valueProblem(key, object[key], object);
    return message === undefined ? [] : [{ path: [key], message }];
  });
}

/** A condition in a file; whatever in it does not exist is named. */
export const condition = z.custom<Condition>().superRefine((value, context) => {
  for (const { path, message } of problemsIn(value)) context.addIssue({ code: 'custom', path, message });
});
