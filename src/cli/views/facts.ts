import type { ChalkInstance } from 'chalk';
import type { GivenBy } from '../../model/evidence.ts';
import { choiceWords } from '../../model/choice-words.ts';
import {
  factSpec,
  maskValue,
  standingOf,
  type Fact,
  type FactKey,
  type Facts,
  type Standing,
} from '../../model/facts.ts';
import { FACT_GROUPS } from '../../model/fact-groups.ts';
import { UNCLEAR } from '../../model/reading.ts';
import { showMoment } from '../../model/moment.ts';
import { printable } from '../../model/text.ts';
import { cellsOf } from './cells.ts';
import { hanging } from './wrap.ts';

/** A fact's value as a person reads it; private ones masked. */
export function showValue(key: FactKey, value: string, options: { mask: boolean } = { mask: true }): string {
  const spec = factSpec(key);
  if (spec.type === 'money') return `${value} 元`;
  if (spec.type === 'moment') return showMoment(value);
  const words = choiceWords(key);
  if (words)
    return value
      .split(',')
      .map((item) => words[item] ?? item)
      .join('、');
  // His own name is no secret from the buyer, and a name of two letters masked says nothing at all.
  const masked = spec.private && options.mask && key !== 'buyerName';
  return printable(masked ? maskValue(value) : value);
}

const STATUS_WORDS = { read: '读到', given: '你填的', confirmed: '已确认', conflict: '有冲突' } as const;

const STANDING_WORDS: Partial<Record<Standing, string>> = { alone: '只有这一处', agreed: '几处一致' };

/** How a value got its part, in words. */
export const GIVEN_BY: Record<GivenBy, string> = {
  label: '有标签',
  column: '在表格的这一列',
  title: '在标题的位置',
  sentence: '从一句话里读到',
  position: '只看位置',
  guess: '只是猜测',
};

const givenBy = (fact: Fact): GivenBy => fact.sources[0]?.by ?? 'guess';

/** Is it asked for its letters, wherever they stand? */
const isHardlyRead = ({ sources }: Fact): boolean => sources.every(({ confidence = 1 }) => confidence <= UNCLEAR);

const sourceWords = (fact: Pick<Fact, 'sources'>): string => {
  const numbers = [...new Set(fact.sources.map((source) => source.exhibit))].toSorted((a, b) => a - b);
  return numbers.length > 0 ? `证据 ${numbers.join('、')}` : '';
};

/** Always shown, folded or not: what the case is about, and what went wrong. */
const OPEN_GROUPS = 2;

export interface FactLook {
  /** The key beside each label, for who sets facts. */
  keys: boolean;
  mask: boolean;
  /** All groups with their titles; else the first groups, and how many more there are. */
  all: boolean;
  /** How firmly each stands, beside its exhibits; for who looks closer. */
  standing?: boolean;
  /** Shown wherever they stand: what was just set. */
  also?: readonly FactKey[];
  /** How many groups are open when not all are. */
  open?: number;
  width: number;
}

/** The facts in their groups, with where they come from; a conflict is always shown. */
export function factLines(facts: Facts, colors: ChalkInstance, look: FactLook): string[] {
  const { groups, folded } = factGroups(facts, colors, look);
  const shown = groups.flatMap(({ title, lines }) => [...(look.all ? [colors.bold(title)] : []), ...lines]);
  if (folded > 0) shown.push(colors.dim(`  另有 ${folded} 项：kameng facts --all`));
  return shown;
}

/** Facts that are shown and answered for at once. */
export interface FactPage {
  keys: FactKey[];
  lines: string[];
}

/** The same cut where a screen ends, so that nobody says yes to what has scrolled away; a group stays together. */
export function factPages(facts: Facts, colors: ChalkInstance, look: FactLook, rows: number): FactPage[] {
  const pages: FactPage[] = [];
  for (const { title, keys, lines } of factGroups(facts, colors, look).groups) {
    const own = [colors.bold(title), ...lines];
    const last = pages.at(-1);
    if (!last || last.lines.length + own.length > rows) pages.push({ keys: [...keys], lines: own });
    else {
      last.keys.push(...keys);
      last.lines.push(...own);
    }
  }
  return pages;
}

interface FactGroup extends FactPage {
  title: string;
}

function factGroups(facts: Facts, colors: ChalkInstance, look: FactLook): { groups: FactGroup[]; folded: number } {
  const rows: { group: number; key: FactKey; row: string[] }[] = [];
  let folded = 0;
  FACT_GROUPS.forEach(({ keys }, group) => {
    for (const key of keys) {
      const fact = facts[key];
      if (!fact) continue;
      const open = look.all || group < (look.open ?? OPEN_GROUPS) || look.also?.includes(key);
      if (!open && fact.status !== 'conflict') folded++;
      else rows.push({ group, key, row: factRow(key, fact, colors, look) });
    }
  });
  // One width for all groups, so that the values stand below one another.
  const widest = Math.max(0, ...rows.map(({ row }) => cellsOf(row[0]!)));
  const groups: FactGroup[] = [];
  rows.forEach(({ group, key, row: [label = '', value = ''] }, i) => {
    if (group !== rows[i - 1]?.group) groups.push({ title: FACT_GROUPS[group]!.title, keys: [], lines: [] });
    groups.at(-1)!.keys.push(key);
    groups.at(-1)!.lines.push(...hanging(`${label}${' '.repeat(widest - cellsOf(label) + 2)}`, value, look.width));
  });
  return { groups, folded };
}

function factRow(key: FactKey, fact: Fact, colors: ChalkInstance, look: FactLook): string[] {
  const { label } = factSpec(key);
  const first = `  ${look.keys ? `${label} ${colors.dim(key)}` : label}`;
  if (standingOf(fact) === 'asked') {
    const seen = `像是 ${fact.candidates!.map(({ value }) => showValue(key, value, look)).join(' 或 ')}`;
    const why = isHardlyRead(fact) ? '图不清楚，字可能认错' : GIVEN_BY[givenBy(fact)];
    const from = `待确认，${sourceWords(fact)}，${why}`;
    return [first, `${colors.yellow(seen)}  ${colors.dim(from)}`];
  }
  if (fact.status === 'conflict') {
    const values = (fact.candidates ?? []).map(
      (one) => `${showValue(key, one.value, look)}（${sourceWords(one) || '你填的'}）`,
    );
    return [first, colors.red(`说法不一：${values.join(' / ')}`)];
  }
  const against = fact.againstWhy === undefined ? '' : `和证据不一样，理由：${printable(fact.againstWhy)}`;
  const read = fact.status === 'read';
  // The exhibits alone say that it was read off them; how firmly it stands is for who looks closer.
  const status = read && !look.keys ? '' : STATUS_WORDS[fact.status];
  const standing = read && look.standing ? STANDING_WORDS[standingOf(fact)] : undefined;
  const origin = [status, sourceWords(fact), standing, against].filter(Boolean).join('，');
  return [first, `${showValue(key, fact.value, look)}  ${colors.dim(origin)}`];
}
