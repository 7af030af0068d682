import { PAGE_NAMES } from '../../../knowledge/built/page-names.ts';
import { anyOf } from '../../../knowledge/patterns.ts';
import type { ScoredLine } from '../../reader.ts';
import { menusIn, siteOf } from '../menus.ts';
import { pageOf, part, type Cell, type Page, type Row } from '../page.ts';
import { mailHeadOf } from '../mail/mail-head.ts';
import { withoutOffers } from './offers.ts';
import { subtitlesIn } from './subtitles.ts';
import { withoutUnpaid } from './unpaid.ts';

const { besideValues, badges, samples } = PAGE_NAMES;

/** What a form shows as an example or asks to be typed, at the beginning of a value. */
const SAMPLE = new RegExp(`^[(（【[]?\\s*(?:${samples.begin.join('|')})`, 'i');
/** A label that is itself of an example: 样例订单号. */
const SAMPLE_LABEL = new RegExp(`^(?:${samples.labels.join('|')})`, 'i');
/** An example in brackets behind a label or a value. */
const SAMPLE_IN_BRACKETS = new RegExp(
  `\\s*[(（【[]\\s*(?:${samples.begin.join('|')})[^()（）【】[\\]]*[)）】\\]]`,
  'i',
);
const LABEL_BEFORE = /^[^:：]{2,10}[:：]\s*/;

/** Signs that a recogniser makes of icons; ©, ® and ™ are words of a footer, ° and № of a value. */
const ICONS = '(?:(?![©®™°№])[\\p{So}\\p{Sk}\\u2190-\\u2bff]\\ufe0f?)';
const LEADING_ICONS = new RegExp(`^(?:${ICONS}\\s*)+`, 'u');
const TRAILING_ICONS = new RegExp(`(?:\\s*${ICONS})+$`, 'u');
/** One sign of writing that an icon or a badge was read as, before a name. */
const LEADING_BADGE = new RegExp(`^(?:${badges.before.join('|')})\\s+(?=\\p{Script=Han}{2})`, 'u');
const TRAILING_WORD = new RegExp(`\\s+(?:${[...besideValues, ...badges.behind].join('|')})$`, 'i');

/** A field to search in stands this near to the top, in rows. */
const SEARCH_WITHIN = 4;
const SEARCH = anyOf(samples.search, 'iu');
/** In a row of so many cells a site has its name and its links beside what is searched. */
const SITES_HEAD = 4;
/** A looking glass, read as a letter. */
const LOOKING_GLASS = /^(?:[QO0oa○]|🔍)\s+\S/u;

/**
 * A page without what stands there and is no value: examples, fields to search in, icons, badges and buttons, labels
 * said once more in another language, and what else a shop would like to sell.
 */
export function tidied(page: Page): Page {
  const menus = menusIn(page);
  const idle = new Set([...subtitlesIn(page.rows), ...menus]);
  const site = siteOf(page, menus);
  const rows = withoutOffers(withoutUnpaid(page)).flatMap((row, i): Row[] => {
    const isSearched = i < SEARCH_WITHIN && isSearch(row);
    if (isSearched && row.length < SITES_HEAD) return [];
    const shown = isSearched ? row.filter((cell) => !isSearch([cell])) : row;
    const kept = withoutSamples(shown.filter((cell) => !idle.has(cell)));
    return kept.length > 0 ? [kept.map(bareCell)] : [];
  });
  // What is known of a page holds for it as long as it stays the same.
  return isSame(rows, page.rows) ? page : { ...page, rows, ...(site ? { site } : {}) };
}

const isSame = (rows: readonly Row[], others: readonly Row[]): boolean =>
  rows.length === others.length &&
  rows.every((row, i) => row.length === others[i]!.length && row.every((cell, k) => cell === others[i]![k]));

/**
 * The lines of a page that are left out of it as examples or as somebody's search, or since they say to whom and when
 * a letter went.
 */
export function setAside(lines: readonly ScoredLine[]): ReadonlySet<ScoredLine> {
  const page = pageOf(lines);
  const head = mailHeadOf(page);
  const ofHead = new Set(head?.rows.flat().flatMap((cell) => (cell === head.sender ? [] : cell.line)));
  const kept = new Set(
    tidied(page)
      .rows.flatMap((row) => row.map(({ line }) => line))
      .filter((line) => !ofHead.has(line)),
  );
  return new Set(page.rows.flatMap((row) => row.map(({ line }) => line)).filter((line) => !kept.has(line)));
}

function isSearch(row: Row): boolean {
  const texts = row.map(({ text }) => text.trim());
  return texts.some((text) => SEARCH.test(text)) || (row.length > 1 && texts.some((text) => LOOKING_GLASS.test(text)));
}

/** A row whose value is an example goes whole: what stands in the row below is not the value of its label. */
function withoutSamples(row: Row): Row {
  const [first, ...values] = row;
  if (!first || SAMPLE_LABEL.test(first.text.trim())) return [];
  const own = LABEL_BEFORE.exec(first.text)?.[0];
  const stated = [...values.map(({ text }) => text), ...(own ? [first.text.slice(own.length)] : [])];
  if (stated.some((text) => SAMPLE.test(text.trim()))) return [];
  return row.flatMap((cell) => {
    const match = SAMPLE_IN_BRACKETS.exec(cell.text);
    if (!match) return [cell];
    const [before, behind] = [part(cell, 0, match.index), part(cell, match.index + match[0].length, cell.text.length)];
    return [before, behind].filter(({ text }) => text.trim() !== '');
  });
}

/** A cell read off a picture without icons, badges and buttons beside its words; others are as they were written. */
function bareCell(cell: Cell): Cell {
  if (cell.scores === undefined) return cell;
  let [from, to] = [0, cell.text.trimEnd().length];
  from = (LEADING_ICONS.exec(cell.text)?.[0] ?? LEADING_BADGE.exec(cell.text)?.[0] ?? '').length;
  for (;;) {
    const text = cell.text.slice(from, to);
    const cut = TRAILING_ICONS.exec(text)?.[0].length ?? TRAILING_WORD.exec(text)?.[0].length ?? 0;
    if (cut === 0 || cut >= text.trim().length) break;
    to -= cut;
  }
  return from === 0 && to === cell.text.length ? cell : part(cell, from, to);
}
