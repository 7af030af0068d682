import type { LabelRow } from '../../../knowledge/schema/pages.ts';
import { LONGEST_LABEL, type LabelTable, type LeadingLabel } from './label-table.ts';
import { part, type Cell } from '../page.ts';
import type { Token } from './token.ts';
import { isInForm, orderBefore } from './value-forms.ts';
import { UNKNOWN_LABEL, unknownLabelBeforeColon } from './unknown-labels.ts';

/**
 * Cuts `订单号：123 下单时间：…` into labels and values.
 * @param glued the page prints values right behind their labels, without a gap
 * @param hasLabel a known label stands beside or over it: `崩坏：星穹铁道` is then no label with a value of its own
 */
export function cutAtLabels(
  cell: Cell,
  labels: LabelTable,
  glued: boolean,
  run: readonly Cell[] = [],
  hasLabel = false,
): Token[] {
  if (run.length > 0) return cutRun([cell, ...run], labels);
  const numbered = markOf(cell.text);
  if (numbered > 0 && beginsWithLabel(cell.text.slice(numbered), labels))
    return cutAtLabels(part(cell, numbered, cell.text.length), labels, glued);
  const whole = labels.rowOf(cell.text);
  if (whole) return [{ ...cell, kind: 'label', row: whole }];
  const cuts = inlineLabels(cell.text, labels, glued);
  if (cuts.length === 0 || (hasLabel && cuts.every(({ row }) => row === UNKNOWN_LABEL)))
    return [{ ...cell, kind: 'value' }];
  const tokens: Token[] = [];
  if (cuts[0]!.from > 0) tokens.push({ ...trimmed(cell, 0, cuts[0]!.from), kind: 'value' });
  cuts.forEach((cut, i) => {
    tokens.push({ ...part(cell, cut.from, cut.to), kind: 'label', row: cut.row });
    const value = withoutEnd(trimmed(cell, cut.after, cuts[i + 1]?.from ?? cell.text.length));
    if (value.text !== '')
      tokens.push({ ...value, kind: 'value', inline: true, ...(cut.glued ? { glued: true } : {}) });
  });
  return tokens;
}

/** Signs that end a value where lists put one behind each: no word that is part of it. */
const LIST_END = /\s*[；;，,、|｜●]\s*$|[·•]\s*$|(?<![。！？!?].*)。$|\s+[·•/]\s*$/u;

function withoutEnd(cell: Cell): Cell {
  const end = LIST_END.exec(cell.text);
  return end && end.index > 0 ? part(cell, 0, end.index) : cell;
}

/** Labels and values that run on over several lines, each value with its pieces. */
function cutRun(cells: readonly Cell[], labels: LabelTable): Token[] {
  const text = cells.map((cell) => cell.text).join('');
  const cuts = inlineLabels(text, labels, false);
  const stretch = (from: number, to: number, kind: Token['kind']): Token[] => {
    const [first, ...rest] = piecesOf(cells, from, to);
    return first ? [{ ...first, kind, ...(kind === 'value' ? { inline: true, rest } : {}) }] : [];
  };
  return [
    ...stretch(0, cuts[0]?.from ?? text.length, 'value'),
    ...cuts.flatMap((cut, i) => {
      const [label] = stretch(cut.from, cut.to, 'label');
      return [
        { ...label!, text: text.slice(cut.from, cut.to), row: cut.row },
        ...stretch(cut.after, cuts[i + 1]?.from ?? text.length, 'value'),
      ];
    }),
  ];
}

/** The parts of cells that make a stretch of their joined text. */
function piecesOf(cells: readonly Cell[], from: number, to: number): Cell[] {
  let at = 0;
  return cells.flatMap((cell) => {
    const start = Math.max(0, from - at);
    const end = Math.min(cell.text.length, to - at);
    at += cell.text.length;
    const piece = start < end ? trimmed(cell, start, end) : undefined;
    const last = piece && to <= at ? withoutEnd(piece) : piece;
    return last && last.text !== '' ? [last] : [];
  });
}

/** `1. 订单号：…`, `• 商品 | …`: what counts or marks the lines of a list. */
const LIST_MARK = /^\s*(?:[（(]?\d{1,2}[.、)）．](?!\d)|[①-⑳•◆■▪●○▶►★☆◇□·✓✔>*+-](?=\s*\p{L}))\s*/u;

function markOf(text: string): number {
  return LIST_MARK.exec(text)?.[0].length ?? 0;
}

/** Has this text a label in brackets or before a sign or a gap? */
export function hasInlineLabel(text: string, labels: LabelTable): boolean {
  return labels.rowOf(text) === undefined && inlineLabels(text.slice(markOf(text)), labels, false).length > 0;
}

/** Does it begin with one? */
export function beginsWithLabel(text: string, labels: LabelTable): boolean {
  const words = text.slice(markOf(text));
  return (
    labels.rowOf(words) !== undefined ||
    unknownLabelBeforeColon(words) > 0 ||
    inlineLabels(words, labels, false)[0]?.from === 0
  );
}

function trimmed(cell: Cell, from: number, to: number): Cell {
  const text = cell.text.slice(from, to);
  const start = from + (text.length - text.trimStart().length);
  return part(cell, start, start + text.trim().length);
}

interface Cut {
  from: number;
  to: number;
  after: number;
  row: LabelRow;
  /** No sign stands between the label and what follows. */
  glued?: true;
}

/** `【订单号】123`, `[商品] 月卡`: a label in brackets, its value behind them. */
const BRACKETED = /[【[「〔〖［『]\s*([^【】[\]「」〔〕〖〗［］『』]{1,16}?)\s*[】\]」〕〗］』]\s*[:：]?/g;

/** `<订单号>123`, `#店铺# 青柠`: at the start of a line signs that stand elsewhere too are brackets of a label. */
const SIGNS_AROUND =
  /^\s*(?:[<《〈（({『#*]{1,2})\s*([^<>《》〈〉（）(){}『』#*]{2,14}?)\s*[>》〉）)}』#*]{1,2}\s*[:：]?\s*(?=\S)/u;

function signedAround(text: string, labels: LabelTable): Cut[] {
  const match = SIGNS_AROUND.exec(text);
  const row = match && labels.rowOf(match[1]!);
  return row ? [{ from: 0, to: match[0].length, after: match[0].length, row }] : [];
}

/** Labels in brackets; where one of them is known, those that are not end a value too. */
function bracketed(text: string, labels: LabelTable): Cut[] {
  const cuts = [...text.matchAll(BRACKETED)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    after: match.index + match[0].length,
    row: labels.rowOf(match[1]!) ?? UNKNOWN_LABEL,
  }));
  return cuts.some(({ row }) => row !== UNKNOWN_LABEL) ? cuts : [];
}

/** Labels in brackets, or followed by a colon anywhere, or at the start by a gap or a number. */
function inlineLabels(text: string, labels: LabelTable, glued: boolean): Cut[] {
  const inBrackets = [bracketed(text, labels), signedAround(text, labels)].find((cuts) => cuts.length > 0);
  // 商品名称：月卡【激活码】: behind a label and its colon brackets belong to the value.
  if (inBrackets && (inBrackets[0]!.from === 0 || !labels.rowOf(text.split(/[:：]/, 1)[0]!))) return inBrackets;
  const cuts: Cut[] = [];
  for (const match of text.matchAll(/[:：]/g)) {
    const from = cuts.at(-1)?.after ?? 0;
    const before = text.slice(from, match.index);
    const found = longestLabelAtEnd(before, labels) ?? unknownAfterJoint(before);
    if (found) cuts.push({ from: from + found.at, to: match.index, after: match.index + 1, row: found.row });
  }
  if (cuts.every(({ row }) => row === UNKNOWN_LABEL)) cuts.length = 0;
  if (cuts.length === 0) cuts.push(...leadingCut(text, labels, glued));
  const before = unknownLabelBeforeColon(text);
  // 实付时长：… begins with a label that is known and is another one.
  if (before > (cuts[0]?.to ?? before) && cuts[0]!.from === 0) cuts.shift();
  const unknown = cuts.length === 0 || cuts[0]!.from > 0 ? before : 0;
  return unknown > 0 && unknown < (cuts[0]?.from ?? text.length)
    ? [{ from: 0, to: unknown, after: unknown + 1, row: UNKNOWN_LABEL }, ...cuts]
    : cuts;
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);

/** Signs that stand between a label and its value as a colon does: a dash or a bar with room around it, dots. */
const SEPARATOR = /^(?:\s+[-–—|｜→=＝/／~～·»]\s+|\s*(?:[|｜→＝=»～]|\.{3,}|…+|·{3,}|[-–—_]{2,}|—)\s*)(?=\S)/;

/** Without a colon only a gap, a number or a currency sign says that the label at the start has ended. */
function leadingCut(text: string, labels: LabelTable, glued: boolean): Cut[] {
  const label = labels.leading(text);
  const order = orderBefore(text);
  const row = order > (label?.length ?? 0) - 1 ? labels.rowOf('Order number') : undefined;
  if (order > 0 && row) return [{ from: 0, to: order, after: order, row }];
  if (!label) return [];
  const rest = text.slice(label.length);
  // `Product already activated`: in Latin a single space stands inside a sentence.
  const gap = isAscii(text.slice(0, label.length)) ? /^(?:\s{2,}\S|\s+[^\sA-Za-z])/ : /^\s+\S/;
  const open = label.row.separator !== 'colon';
  const ends =
    (open && gap.test(rest)) ||
    (open && label.length >= 2 && NUMBER_FOLLOWS.test(rest)) ||
    (open && /^[¥￥]/.test(rest));
  const inForm = isAscii(text.slice(0, label.length)) && isInForm(label.row.means, rest);
  const sign = SEPARATOR.exec(rest)?.[0].length ?? 0;
  const cut = { from: 0, to: label.length, after: label.length + sign, row: label.row };
  if (ends || inForm || sign > 0) return [cut];
  return glued && open && /^[\p{L}\d]{2}/u.test(rest) ? [{ ...cut, glued: true }] : [];
}

function longestLabelAtEnd(before: string, labels: LabelTable): { at: number; row: LabelRow } | undefined {
  for (let at = Math.max(0, before.length - LONGEST_LABEL); at < before.length; at++) {
    const boundary =
      at === 0 ||
      /[\s,，;；|。、(（【[]/.test(before[at - 1]!) ||
      /[\dA-Za-z]\p{Script=Han}/u.test(before.slice(at - 1, at + 1)) ||
      /[\dA-Za-z][·•]/.test(before.slice(at - 2, at));
    const row = boundary ? labels.rowOf(before.slice(at)) : undefined;
    if (row) return { at, row };
  }
  return undefined;
}

/** `月卡；服务保障：`: what stands between the end of a value and a colon is a label, though no table has it. */
const AFTER_JOINT =
  /(?:[；;|｜，,、●\u3000]|\s[·•/]\s|\s{2,})\s*(\p{Script=Han}[\p{Script=Han}A-Za-z/（）()]{1,9})\s*$/u;

function unknownAfterJoint(before: string): { at: number; row: LabelRow } | undefined {
  const match = AFTER_JOINT.exec(before);
  return match ? { at: before.lastIndexOf(match[1]!), row: UNKNOWN_LABEL } : undefined;
}

/** A label at the start that may end without a colon. */
function leadingWithoutColon(text: string, labels: LabelTable): LeadingLabel | undefined {
  const label = labels.leading(text);
  return label?.row.separator === 'colon' ? undefined : label;
}

/** A page that prints so many numbers right behind their labels does it with names too. */
const GLUED_ENOUGH = 2;
const NUMBER_FOLLOWS = /^(?:[-+¥￥]?\d{2}|[A-Za-z]{1,6}\d{6})/;

/** Does this page print its values right behind their labels, without a gap? */
export function printsGlued(cells: readonly Cell[], labels: LabelTable): boolean {
  return cells.filter((cell) => gluedNumber(cell.text, labels)).length >= GLUED_ENOUGH;
}

function gluedNumber(text: string, labels: LabelTable): boolean {
  const label = leadingWithoutColon(text, labels);
  return label !== undefined && label.length >= 2 && NUMBER_FOLLOWS.test(text.slice(label.length));
}
