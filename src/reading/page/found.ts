import type { FactKey } from '../../model/facts.ts';
import type { GivenBy } from '../../model/evidence.ts';
import { type FieldReading, UNCLEAR } from '../../model/reading.ts';
import { certaintyOf } from './certainty.ts';
import { boxOf, type Cell } from './page.ts';
import { isNoName } from './names.ts';
import type { NamedCell } from './named-cell.ts';
import type { Value } from './values/joined.ts';

/** A value with the cells it stands in, so that the picture's reader can look there again. */
export interface Found extends FieldReading {
  cells: readonly Cell[];
  scores: readonly number[];
  /** Its shape leaves open whether a character was lost; no second look can tell. */
  doubtful: boolean;
  /** Another value stands under an equal label. */
  rivals?: true;
  /** A label or the form of the page speaks for its part, though no table says so: it is asked, whoever differs. */
  spokenFor?: true;
  /** Its label is in a language that the second reader was not taught: what that says to it counts neither way. */
  unheard?: true;
  /** Lower is better: which of two labels for the same fact says it more exactly. */
  rank: number;
  by: GivenBy;
}

/** No word is so long: in English sentences on bad pictures the spaces are lost first. */
const LOST_SPACES = /[A-Za-z]{17,}/;
/** `HK$100` with its sign taken for a letter. */
const LOST_CURRENCY = /(?:HK|US|NT|SG|AU|CA)S\s?\d/;
const SENTENCES = new Set<FactKey>(['failure', 'product', 'merchant', 'payee', 'platform']);

/** @param by how the value got its part */
export function foundOf(key: FactKey, read: Value, by: GivenBy, rank = 0): Found {
  const whole = cutOff(key, read);
  const value = whole.doubtful
    ? whole
    : SENTENCES.has(key) && (LOST_SPACES.test(read.value) || LOST_CURRENCY.test(read.value))
      ? { ...read, doubtful: true }
      : read;
  const box = boxOf(value.cells);
  return {
    key,
    value: value.value,
    text: value.text,
    ...(box ? { box } : {}),
    ...certaintyOf(key, value),
    cells: value.cells,
    scores: value.scores,
    doubtful: value.doubtful,
    ...(value.mended === undefined ? {} : { mended: value.mended }),
    rank,
    by,
  };
}

/** The same value in doubt: where its letters were read alike more than once, it is shown for a yes. */
export function doubted(field: Found, readAlike: boolean): Found {
  const unclear = readAlike ? { unclear: true as const } : {};
  return { ...field, certain: false, confidence: Math.min(field.confidence, UNCLEAR), ...unclear };
}

/** Where a screen had no room for the rest. */
const CUT_OFF = /\s*(?:…|\.{2,}|·{2,}|⋯)+\s*$/u;
/** Sentences end so, too. */
const MAY_END_SO = new Set<FactKey>(['failure', 'promise', 'refusal']);

/** A number or a name of which the screen shows only the beginning does not stand by itself. */
function cutOff(key: FactKey, read: Value): Value {
  const last = read.cells.at(-1)?.text ?? read.text;
  if (MAY_END_SO.has(key) || !CUT_OFF.test(last)) return read;
  return { ...read, value: read.value.replace(CUT_OFF, ''), doubtful: true };
}

/** What a voucher writes before and behind a payee. */
const TRANSFER_HEAD =
  /^(?:(?:转账|付款|扫二维码付款|扫码付款|收款)[-—\s]*)?(?:转(?:账)?给|付(?:款)?给|向|给|来自)?[-—\s]*|转账$/g;

/** A name that stands without a label, as a value of this fact; none when its words are no name. */
export function named(key: FactKey, name: NamedCell | undefined, rank: number): Found[] {
  if (!name) return [];
  const text = name.cell.text.trim().replace(TRANSFER_HEAD, '');
  const value: Value = {
    value: text,
    text: name.cell.line.text,
    cells: [name.cell],
    scores: name.cell.scores ?? [],
    doubtful: !name.sure,
  };
  return text === '' || isNoName(text) ? [] : [foundOf(key, value, name.by, rank)];
}

const bare = (value: string): string => value.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * One value for each fact: the one whose label says it most exactly. Two values
 * under labels of equal standing are both kept and neither is certain; the same
 * value in two places makes up for a doubtful shape.
 */
export function settle(found: readonly Found[]): Found[] {
  const settled: Found[] = [];
  for (const key of new Set(found.map((field) => field.key))) {
    const all = separated(key, found).toSorted((a, b) => a.rank - b.rank || b.confidence - a.confidence);
    const best = all.filter((field) => field.rank === all[0]!.rank);
    const values = new Map<string, Found[]>();
    for (const field of best) values.set(bare(field.value), [...(values.get(bare(field.value)) ?? []), field]);
    const [chosen] = values.values();
    if (values.size > 1) {
      settled.push(
        ...[...values.values()].slice(0, MAX_RIVALS).map(([field]) => ({
          ...field!,
          certain: false,
          rivals: true as const,
          confidence: Math.min(field!.confidence, 0.5),
        })),
      );
    } else {
      const agreeing = all.filter((field) => bare(field.value) === bare(chosen![0]!.value));
      const first = chosen![0]!;
      settled.push(
        agreeing.length > 1 && !first.certain && agreeing.every((field) => Math.min(1, ...field.scores) >= AGREEING)
          ? { ...first, certain: true, confidence: Math.max(first.confidence, 0.9) }
          : first,
      );
    }
  }
  return settled;
}

/** Words glued to a label may be the rest of a sentence: they say nothing where the page has a name under a label of its own. */
function separated(key: FactKey, found: readonly Found[]): Found[] {
  const all = found.filter((field) => field.key === key);
  const apart = all.filter(({ by }) => by !== 'sentence');
  return SENTENCES.has(key) && apart.some(({ by }) => by === 'label' || by === 'column') ? apart : all;
}

/** A talk may name many orders; more than these help nobody choose. */
const MAX_RIVALS = 5;

/** Two readings of one value in two places of a page may each be this weak. */
const AGREEING = 0.6;
