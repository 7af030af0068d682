import type { FactKey } from '../../../model/facts.ts';
import { foundOf, type Found } from '../found.ts';
import { stretchOf, type Cell, type Page } from '../page.ts';
import { readNotice } from '../values/notice.ts';
import { readValue } from '../values/read-value.ts';
import { continues } from './paragraph.ts';

/** What a message says was taken, whoever wrote it: `…支出人民币300.00元，余额…`. */
const TAKEN = /(?:支出|消费|支付|转出|扣款|扣费|付款)[^\d余]{0,10}?(\d[\d,]*\.\d{2})\s*元/;

/** What a bank's message says in its bubble: the sum, whom it names as paid, and what it was paid with. */
export function readBankMessage(page: Page, has: (key: FactKey) => boolean): Found[] {
  return paragraphsOf(page).flatMap((cells) => {
    const text = cells.map((cell) => cell.text).join('');
    const notice = readNotice(text);
    if (notice && notice.direction === 'in') return [];
    const told: [FactKey, string | undefined][] = [
      ['amount', notice?.written ?? TAKEN.exec(text)?.[1]],
      ['payee', notice?.payee],
      ['paidBy', notice?.method],
    ];
    return told.flatMap(([key, words]) =>
      words === undefined || has(key) ? [] : (readStretch(key, words, text, cells) ?? []),
    );
  });
}

/** The words of a value, where they stand whole in the text of these lines. */
function readStretch(key: FactKey, words: string, text: string, cells: readonly Cell[]): Found | undefined {
  for (let from = text.indexOf(words); from !== -1; from = text.indexOf(words, from + 1)) {
    const to = from + words.length;
    if (isInNumber(text, from, to)) continue;
    const pieces = stretchOf(cells, from, to);
    const value = readValue(key, pieces);
    // Where a line ends inside of a value, a letter may be lost.
    return value && foundOf(key, { ...value, doubtful: value.doubtful || pieces.length > 1 }, 'sentence', 1);
  }
  return undefined;
}

const isInNumber = (text: string, from: number, to: number): boolean =>
  /\d/.test(text[from]!) && (/[\d.,]/.test(text[from - 1] ?? '') || /[\d]/.test(text[to] ?? ''));

/** Lines that go on in each other, each alone in its row. */
function paragraphsOf({ rows }: Page): Cell[][] {
  const paragraphs: Cell[][] = [];
  let above: Cell | undefined;
  for (const row of rows) {
    const [cell, ...more] = row;
    if (cell && more.length === 0 && above && continues(above, cell)) paragraphs.at(-1)!.push(cell);
    else for (const one of row) paragraphs.push([one]);
    above = more.length === 0 ? cell : undefined;
  }
  return paragraphs;
}
