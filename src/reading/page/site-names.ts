import { isOfLinks } from './links.ts';
import { labelRow } from './labels/labels.ts';
import { BETWEEN_PIECES, LINK, NOBODY, NOBODY_IN_FRAMES, PAGE_WORDS, STATUS_BAR } from './names.ts';
import { cut, type NamedCell } from './named-cell.ts';
import type { Cell, Page, Row } from './page.ts';

const HEAD_ROWS = 6;
const FOOT_ROWS = 5;
/** Up to four words in letters of an alphabet; what is written in Chinese has names of its own kind. */
const NAME = /^(?=.{3,24}$)(?=(?:[^A-Za-z]*[A-Za-z]){2})[A-Za-z\d][A-Za-z\d'&-]*(?:[ .][A-Za-z\d'&-]+){0,3}$/;
const NUMBER = /\d{5}/;
const HOST = /(?:^|[\s/:])((?:[a-z\d-]+\.)+[a-z]{2,10})(?=[/:?#\s]|$)/gi;
/** Who owns a page says so with a year, with rights, or as a company. */
const OWNS =
  /\b20\d\d\b|©|rights reserved|\b(?:ltd|limited|inc|llc|gmbh|b\.?v|uab|pte|s\.?r\.?o|sdn|pty|corp|company|o[uü])\b/i;

/** Letters and digits alone, as a domain has them. */
export const lettersOnly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/** The parts of an address that may be a name: `keyfjord` and `keyfjordcom` of `help.keyfjord.com`. */
export function namesInHost(host: string): string[] {
  const labels = host.toLowerCase().split('.');
  const own = labels.length > 2 && /^(?:co|com|net|org)$/.test(labels.at(-2)!) ? labels.at(-3)! : labels.at(-2)!;
  return [own, `${own}${labels.at(-1)!}`].map(lettersOnly);
}

/** A site's name in the head of its page, which its foot or its address says again. */
export function siteSaidTwice({ rows }: Page): NamedCell | undefined {
  const feet = rows.slice(Math.max(1, rows.length - FOOT_ROWS)).flat();
  const hosts = new Set(
    [...rows.slice(0, HEAD_ROWS).flat(), ...feet]
      .filter(({ text }) => !text.includes('@'))
      .flatMap(({ text }) => [...text.matchAll(HOST)].flatMap(([, host]) => namesInHost(host!))),
  );
  for (const cell of rows.slice(0, HEAD_ROWS).flat()) {
    const name = nameIn(cell.text);
    if (name === undefined) continue;
    const again = feet.some((foot) => foot.line !== cell.line && isOwner(foot, name));
    if (again || hosts.has(lettersOnly(name))) return cut(cell, name, 'label');
  }
  return undefined;
}

/** `Voucherly Support` is Voucherly's page. */
export function nameIn(text: string): string | undefined {
  const words = text
    .trim()
    .replace(/[!.]+$/, '')
    .split(/\s+/);
  while (words.length > 1 && PAGE_WORDS.test(words.at(-1)!)) words.pop();
  if (words.length > 1 && PAGE_WORDS.test(words.slice(-2).join(' '))) words.splice(-2);
  const name = words.join(' ');
  const names = [PAGE_WORDS, NOBODY, NOBODY_IN_FRAMES].every((nobody) => !nobody.test(name)) && !labelRow(name);
  return NAME.test(name) && !NUMBER.test(name) && names ? name : undefined;
}

function isOwner({ text }: Cell, name: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  const apart = at !== -1 && !/[A-Za-z\d]/.test(text.slice(Math.max(0, at - 1), at) + (text[at + name.length] ?? ''));
  return apart && OWNS.test(text);
}

/** What only the foot of a site says. */
const OF_FOOT = new RegExp(
  [
    '©|◎|\\(c\\)\\s*20|@\\s?20\\d\\d|copyright|版权|保留所有|all rights|(?:ICP|公网安?备)',
    '关于(?:我们)?|联系我们|友情链接|投诉|举报|商[户家]入驻|(?:用户|服务|隐私)(?:协议|政策|条款)|仅?提供.{0,8}服务',
    'about us|contact|privacy|terms|powered|operated|help|limited|careers|(?:care|support|help|service)@',
  ].join('|'),
  'i',
);
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s·]/g, '').toLowerCase();

/** The same of a name in Chinese, which no address has: it stands in the head and in a line that only a foot has. */
export function headSaidInFoot({ rows }: Page): NamedCell | undefined {
  const foot = rows.slice(Math.max(1, rows.length - FOOT_ROWS)).flatMap((row) => row.map(({ text }) => text));
  const feet = foot.filter((text) => OF_FOOT.test(text)).map(plain);
  for (const cell of rows.slice(0, HEAD_ROWS).flat())
    for (const name of namesIn(cell)) {
      const isBelow = feet.some((text) => text.includes(plain(name)) && text !== plain(cell.text));
      const found = isBelow ? cut(cell, name, 'label') : undefined;
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
  /\p{Script=Han}{2}/u.test(name) &&
  !/[，。：:？?]/.test(name) &&
  ![PAGE_WORDS, LINK, NOBODY_IN_FRAMES].some((words) => words.test(name)) &&
  labelRow(name) === undefined;

/** A site's head: its name at the left, and links beside it, right below it or in one line there. */
export function besideLinks(page: Page): NamedCell | undefined {
  const first = page.site ?? beforeLinks(page);
  // 云鹿点卡·自助下单 is a name and what is done there.
  const name = (first?.text.trim() ?? '').split(/[·•|｜\s]/)[0]!;
  return /^[\p{L}\d·.&]{2,14}$/u.test(name) && mayName(name) ? cut(first!, name, 'position') : undefined;
}

function beforeLinks({ rows }: Page): Cell | undefined {
  const at = rows.slice(0, HEAD_ROWS).findIndex((row) => isOfLinks(row) || isLineOfLinks(row));
  if (at < 0) return undefined;
  const row = rows[at]!;
  return (LINK.test(row[0]!.text.trim()) || row.length === 1 ? rows[at - 1] : row)?.[0];
}

const isLineOfLinks = (row: Row): boolean => {
  const words = row.length === 1 ? row[0]!.text.trim().split(/\s{2,}/) : [];
  return words.length > 2 && words.filter((word) => LINK.test(word)).length > 1;
};
