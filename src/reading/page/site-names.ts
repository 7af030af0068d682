import { labelRow } from './labels/labels.ts';
import { NOBODY, NOBODY_IN_FRAMES, PAGE_WORDS } from './names.ts';
import { cut, type NamedCell } from './named-cell.ts';
import type { Cell, Page } from './page.ts';

const HEAD_ROWS = 6;
const FOOT_ROWS = 5;
/** Up to four words in letters of an alphabet; what is written in Chinese has names of its own kind. */
const NAME = /^(?=.{3,24}$)(?=(?:[^A-Za-z]*[A-Za-z]){2})[A-Za-z\d][A-Za-z\d'&-]*(?:[ .][A-Za-z\d'&-]+){0,3}$/;
const HOST = /(?:^|[\s/:])((?:[a-z\d-]+\.)+[a-z]{2,10})(?=[/:?#\s]|$)/gi;
/** Who owns a page says so with a year, with rights, or as a company. */
const OWNS =
  /20\d\d|©|rights reserved|\b(?:ltd|limited|inc|llc|gmbh|b\.?v|uab|pte|s\.?r\.?o|sdn|pty|corp|company|o[uü])\b/i;

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
  return NAME.test(name) && names ? name : undefined;
}

function isOwner({ text }: Cell, name: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  const apart = at !== -1 && !/[A-Za-z\d]/.test(text.slice(Math.max(0, at - 1), at) + (text[at + name.length] ?? ''));
  return apart && OWNS.test(text);
}
