import { BETWEEN_PIECES, LINK, NOBODY_IN_FRAMES, PAGE_WORDS, STATUS_BAR } from './names.ts';
import { isOfLinks } from './links.ts';
import { labelRow } from './labels/labels.ts';
import { cut, type NamedCell } from './named-cell.ts';
import type { Cell, Page, Row } from './page.ts';

/** Rows in which a site has its name, and those in which it says who it is. */
const HEAD_ROWS = 6;
const FOOT_ROWS = 5;

/** What only the foot of a site says. */
const OF_FOOT = new RegExp(
  [
    '©|◎|\\(c\\)\\s*20|@\\s?20\\d\\d|copyright|版权|保留所有|all rights|(?:ICP|公网安?备)',
    '关于(?:我们)?|联系我们|友情链接|投诉|举报|商[户家]入驻|(?:用户|服务|隐私)(?:协议|政策|条款)|仅?提供.{0,8}服务',
    'about us|contact|privacy|terms|powered|operated|help|limited|careers|(?:care|support|help|service)@',
  ].join('|'),
  'i',
);
const HOST = /(?:[a-z0-9-]+\.)+[a-z]{2,10}(?=[/:?#\s>)，,]|$)/gi;

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s·]/g, '').toLowerCase();

/**
 * The name that a page has in two places which nobody fills with the same: in its head, and in its foot or in an
 * address. A site does; a shop whose goods it sells has one of them.
 */
export function namedTwice({ rows }: Page): NamedCell | undefined {
  const foot = rows.slice(Math.max(1, rows.length - FOOT_ROWS)).flatMap((row) => row.map(({ text }) => text));
  const feet = foot.filter((text) => OF_FOOT.test(text)).map(plain);
  const hosts = rows
    .flat()
    .flatMap(({ text }) => text.match(HOST) ?? [])
    .flatMap((host) => host.toLowerCase().split('.').slice(0, -1));
  for (const cell of rows.slice(0, HEAD_ROWS).flat())
    for (const name of namesIn(cell)) {
      const own = plain(name);
      const isElsewhere = feet.some((text) => text.includes(own) && text !== plain(cell.text)) || hosts.includes(own);
      const found = isElsewhere ? cut(cell, name, 'label') : undefined;
      if (found) return found;
    }
  return undefined;
}

/** What a cell of a page's head may name: its words between signs that are none of a page. */
function namesIn({ text }: Cell): string[] {
  if (STATUS_BAR.test(text.trim()) || /[>›＞]\s*$|\.[a-z]{2,8}\//i.test(text)) return [];
  return text
    .split(BETWEEN_PIECES)
    .map((piece) => piece.trim().replace(/[!！×✕\s]+$/u, ''))
    .filter(mayName);
}

const LONGEST = 20;

const mayName = (name: string): boolean =>
  name.length <= LONGEST &&
  (/\p{Script=Han}{2}/u.test(name) || /^[A-Za-z][\w.&' ]{2,}$/.test(name)) &&
  !/[，。：:？?]/.test(name) &&
  ![PAGE_WORDS, LINK, NOBODY_IN_FRAMES].some((words) => words.test(name)) &&
  labelRow(name) === undefined;

/** A site's head: its name at the left, and links beside it, right below it or in one line there. */
export function besideLinks({ rows }: Page): NamedCell | undefined {
  const at = rows.slice(0, HEAD_ROWS).findIndex((row) => isOfLinks(row) || isLineOfLinks(row));
  if (at < 0) return undefined;
  const row = rows[at]!;
  const [first] = LINK.test(row[0]!.text.trim()) || row.length === 1 ? (rows[at - 1] ?? []) : row;
  const name = first?.text.trim() ?? '';
  return /^[\p{L}\d·.&]{2,14}$/u.test(name) && mayName(name) ? cut(first!, name, 'position') : undefined;
}

const isLineOfLinks = (row: Row): boolean => {
  const words = row.length === 1 ? row[0]!.text.trim().split(/\s{2,}/) : [];
  return words.length > 2 && words.filter((word) => LINK.test(word)).length > 1;
};
