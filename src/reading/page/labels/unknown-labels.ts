import type { LabelRow } from '../../../knowledge/schema/pages.ts';
import type { Cell } from '../page.ts';
import type { Token } from './token.ts';

/** A label that no table has, known by its place or its colon: it ends a value, is none and gives no fact. */
export const UNKNOWN_LABEL: LabelRow = { means: 'none' };

/** Words such as labels are made of: a few, no figures, no sentence. */
const LIKE_A_LABEL = /^(?=.*\p{Script=Han})[\p{Script=Han}A-Za-z/（）()·]{2,10}\s*[:：]?$/u;

/** `礼品包装：无`, `客服工号:1024`: what stands before a colon at the start of a line of a form. */
const BEFORE_COLON = /^\s*(\p{Script=Han}[\p{Script=Han}A-Za-z/（）()]{1,9})\s*[:：]/u;

/** The length of an unknown label before a colon at the start of a text, its colon left out; 0 where there is none. */
export function unknownLabelBeforeColon(text: string): number {
  const match = BEFORE_COLON.exec(text);
  return match ? match[0].length - 1 : 0;
}

/** Makes labels of cells that stand where this page's known labels stand. */
export function markUnknownLabels(rows: readonly Token[][], behind = false): void {
  if (behind) {
    markBehind(rows);
    return;
  }
  markColumns(rows);
  markHeads(rows);
  markStacked(rows);
}

const isPair = (row: readonly Token[], first: Token['kind'], second: Token['kind']): boolean =>
  row.length === 2 && row[0]!.kind === first && row[1]!.kind === second && !row[1]!.inline && !!row[0]!.place;

/** Does this page write the value first and what it is at the right edge? */
export function labelsBehind(rows: readonly Token[][]): boolean {
  const behind = rows.filter((row) => isPair(row, 'value', 'label')).length;
  return behind > ENOUGH && behind > 2 * rows.filter((row) => isPair(row, 'label', 'value')).length;
}

/** Of such a page what stands in line with its known labels is one. */
function markBehind(rows: readonly Token[][]): void {
  const known = rows.filter((row) => isPair(row, 'value', 'label')).map((row) => row[1]!);
  for (const row of rows) {
    const token = row[1];
    if (!token?.place || !isPair(row, 'value', 'value') || !isLike(token)) continue;
    const near = token.place.height * 0.6;
    if (
      known.some(
        (label) => Math.abs(right(label) - right(token)) < near || Math.abs(label.place!.x - token.place!.x) < near,
      )
    )
      mark(token);
  }
}

const isLike = (token: Token): boolean =>
  token.kind === 'value' && !token.inline && LIKE_A_LABEL.test(token.text.trim());

function mark(token: Token): void {
  token.kind = 'label';
  token.row = UNKNOWN_LABEL;
}

const right = ({ place }: Cell): number => place!.x + place!.width;

/** Known labels that stand one under another, each with its value beside it, make a column of labels. */
function markColumns(rows: readonly Token[][]): void {
  const known = rows.flatMap((row) =>
    row.filter(
      (token, i) =>
        (token.kind === 'label' || (isLike(token) && ENDS_AS_LABEL.test(token.text.trim()))) &&
        token.place &&
        row[i + 1]?.kind === 'value' &&
        !row[i + 1]!.inline,
    ),
  );
  for (const row of rows) {
    row.forEach((token, i) => {
      if (!isLike(token) || !token.place || row[i + 1]?.kind !== 'value' || row[i - 1]?.kind === 'label') return;
      const near = token.place.height * 0.6;
      const inColumn = known.filter(
        (label) =>
          label !== token &&
          (Math.abs(label.place!.x - token.place!.x) < near || Math.abs(right(label) - right(token)) < near),
      );
      if (inColumn.length >= ENOUGH) mark(token);
    });
  }
}

const ENOUGH = 2;
/** What labels end with and names and states don't, whatever they are of. */
export const ENDS_AS_LABEL =
  /(?:[编单序账帐卡]号|号码|流水号?|时间|日期|时刻|金额|总额|[名全]称|标题|昵称|方式|渠道|数量|状态|类型|备注|[:：])$/u;

/** A row of labels over a row of values, as in tiles and tables: all its cells are labels where one is. */
function markHeads(rows: readonly Token[][]): void {
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    if (!next || row.length < 2 || next.length < 2 || !row.every((token) => token.place)) return;
    if (!row.some(({ kind }) => kind === 'label') || !row.every((token) => token.kind === 'label' || isLike(token)))
      return;
    if (next.some(({ kind, inline }) => kind === 'label' || inline)) return;
    // Of a form with values beside the labels, the next row has a label of its own, known or not, under this one's.
    if (row.length === 2 && row[0]!.kind === 'label' && row[1]!.kind === 'value' && isLike(next[0]!)) return;
    const over = row.filter((token) => next.some((cell) => cell.place && standsUnder(token, cell)));
    if (over.length >= 2 && over.length >= row.length - 1)
      row.filter(({ kind }) => kind === 'value').forEach((token) => mark(token));
  });
}

/** Right below, in line with it at the left, at the right or in the middle. */
export function standsUnder(head: Cell, cell: Cell): boolean {
  const [a, b] = [head.place!, cell.place!];
  const near = a.height * 0.9;
  return (
    b.y - (a.y + a.height) < Math.max(a.height, b.height) * 2.2 &&
    (Math.abs(a.x - b.x) < near ||
      Math.abs(a.x + a.width - b.x - b.width) < near ||
      Math.abs(a.x + a.width / 2 - b.x - b.width / 2) < near)
  );
}

/** Labels over their values in one column: nearer to what stands below them than to what stands above. */
function markStacked(rows: readonly Token[][]): void {
  const alone = (index: number): Token | undefined => (rows[index]?.length === 1 ? rows[index]![0] : undefined);
  const gap = (above: Cell | undefined, below: Cell | undefined): number =>
    above?.place && below?.place ? below.place.y - (above.place.y + above.place.height) : Number.NaN;
  const known = rows.flatMap((_, i) => {
    const token = alone(i);
    return token?.kind === 'label' && token.place && alone(i + 1)?.kind === 'value' ? [token] : [];
  });
  if (known.length < ENOUGH) return;
  rows.forEach((_, i) => {
    const [above, token, below] = [alone(i - 1), alone(i), alone(i + 1)];
    if (!token?.place || !isLike(token) || below?.kind !== 'value' || above?.kind === 'label') return;
    const aligned = known.some(
      ({ place }) =>
        Math.abs(place!.x - token.place!.x) < token.place!.height * 0.4 &&
        Math.abs(place!.height - token.place!.height) < token.place!.height * 0.12,
    );
    if (aligned && gap(above, token) > gap(token, below) * NEARER) mark(token);
  });
}

const NEARER = 1.5;
