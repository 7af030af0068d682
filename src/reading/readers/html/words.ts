import type { HTMLElement, Node } from 'node-html-parser';
import { cleanLine } from '../text/clean.ts';
import type { Display } from './styles.ts';

const ELEMENT = 1;
const TEXT = 3;
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'SVG', 'IFRAME', 'OBJECT']);
const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'CITE',
  'CODE',
  'EM',
  'FONT',
  'I',
  'LABEL',
  'MARK',
  'S',
  'SMALL',
  'SPAN',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'U',
]);
/** Deeper nesting is no page that a browser saved. */
const MAX_DEPTH = 400;
/** Between the cells of a row. */
export const GAP = '\t';
/** So many lines has a cell of a table, and what else stands beside things; a longer row holds more than cells. */
const LINES_OF_CELL = 4;
const LINES_OF_PIECE = 1;
const LONGEST_ROW = 240;
/** Of a table with so many columns an empty cell keeps its place. */
const COLUMNS = 3;
const EMPTY_CELL = '-';
/** More columns than this is a trap. */
const MOST_COLUMNS = 100;
/** A label or a badge, of which the letters in the next element are no part. */
const SHORT_PIECE = /^\s*[^:：\d]{2,12}[:：]?\s*$/;
/** What goes on with the element before. */
const GOES_ON = /^\s*(?:[:：（(）)，。、；]|$)/;
/** So many links in a block, or in one that is called a menu, with so much of its letters, lead elsewhere. */
const MENU = { links: 4, named: 2, share: 0.4, letters: 120 };
/** Whose page it is stands among the links of its foot. */
const OWNED = /©|\(c\)|版权|copyright|备\d|rights reserved/i;

/** Writes down the words of elements, those side by side in one line. */
export class Words {
  readonly lines: string[] = [];
  readonly #menus: { from: number; to: number }[] = [];
  readonly #styleOf: (element: HTMLElement) => Display | undefined;
  #line = '';
  #depth = 0;
  /** How many rows were made so far, how many links met, and how many letters those and all have. */
  #count = { rows: 0, links: 0, linked: 0, letters: 0 };

  constructor(root: HTMLElement, styleOf: (element: HTMLElement) => Display | undefined) {
    this.#styleOf = styleOf;
    this.#walk(root);
    this.#end();
  }

  /** The lines that lead elsewhere on the site. */
  get menus(): number[] {
    const of = this.#menus.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
    return of.filter((at) => !OWNED.test(this.lines[at]!));
  }

  #walk(node: Node): void {
    if (node.nodeType === TEXT) {
      this.#line += node.text.replace(/\s+/g, ' ');
      this.#count.letters += node.text.trim().length;
      return;
    }
    if (node.nodeType !== ELEMENT || this.#depth > MAX_DEPTH) return;
    const element = node as HTMLElement;
    const tag = element.tagName ?? '';
    const style = this.#styleOf(element);
    if (UNSEEN.has(tag) || style === 'none') return;
    this.#depth += 1;
    if (tag === 'TR') this.#row(element, LINES_OF_CELL);
    else if (style === 'row' && !INLINE.has(tag)) this.#row(element, LINES_OF_PIECE);
    else if (style === 'block' || (style !== 'inline' && !INLINE.has(tag))) this.#block(element, tag);
    else this.#inline(element, tag);
    this.#depth -= 1;
  }

  #inline(element: HTMLElement, tag: string): void {
    const { letters } = this.#count;
    this.#children(element);
    const own = this.#count.letters - letters;
    if (tag !== 'A' || own === 0) return;
    this.#count.links += 1;
    this.#count.linked += own;
  }

  #block(element: HTMLElement, tag: string): void {
    this.#end();
    const from = this.lines.length;
    const before = { ...this.#count };
    this.#children(element);
    this.#end();
    const { rows, links, linked, letters } = this.#count;
    const own = letters - before.letters;
    const enough = links - before.links >= (tag === 'NAV' ? MENU.named : MENU.links);
    const isMenu = enough && linked - before.linked >= MENU.share * own && own <= MENU.letters;
    if (isMenu && rows === before.rows) this.#menus.push({ from, to: this.lines.length });
    if (tag === 'DL') return;
    if (tag === 'DD' && isTerm(element) && this.lines.length === from + 1 && from > 0)
      this.#joinFrom(from - 1, this.lines.slice(from - 1));
  }

  /** Elements that stand beside each other make one line, unless one of them holds more than a cell does. */
  #row(element: HTMLElement, mostLines: number): void {
    this.#end();
    const from = this.lines.length;
    const cells: string[] = [];
    let isOfCells = true;
    for (const child of element.childNodes) {
      const at = this.lines.length;
      const { rows } = this.#count;
      this.#walk(child);
      this.#end();
      const own = this.lines.slice(at);
      // Of rows within a cell nobody knows which column a word is of.
      isOfCells &&= own.length <= (this.#count.rows > rows ? 1 : mostLines);
      if (child.nodeType === ELEMENT || own.length > 0)
        cells.push(own.join(mostLines === LINES_OF_CELL ? ' ' : GAP), ...Array<string>(columnsOf(child) - 1).fill(''));
    }
    const said = cells.filter(Boolean);
    if (!isOfCells || said.length < 2 || said.join('').length > LONGEST_ROW) return;
    const isTable = mostLines === LINES_OF_CELL && cells.length >= COLUMNS;
    this.#joinFrom(from, isTable ? cells.map((cell) => cell || EMPTY_CELL) : said);
  }

  #joinFrom(at: number, cells: readonly string[]): void {
    this.lines.splice(at, this.lines.length - at, cells.join(GAP));
    this.#count.rows += 1;
  }

  #children(element: HTMLElement): void {
    const all = element.childNodes.filter((node) => node.nodeType !== TEXT || node.text.trim() !== '');
    const areApart = all.length > 1 && all.every(isLeaf);
    for (const [i, child] of element.childNodes.entries()) {
      if (i > 0 && areApart && child !== all[0] && child.nodeType === ELEMENT) {
        const before = all[all.indexOf(child) - 1]!;
        if (SHORT_PIECE.test(before.text) && !GOES_ON.test(child.text)) this.#line += GAP;
      }
      this.#walk(child);
    }
  }

  #end(): void {
    const text = this.#line.split(GAP).map(cleanLine).filter(Boolean).join(GAP);
    if (text !== '') this.lines.push(text);
    this.#line = '';
  }
}

/** An element of words alone. */
const isLeaf = (node: Node): boolean =>
  node.nodeType === ELEMENT && node.childNodes.every((child) => child.nodeType === TEXT);

/** Stands a term right before what it means? */
const isTerm = (element: HTMLElement): boolean => element.previousElementSibling?.tagName === 'DT';

/** How many columns a cell of a table takes. */
function columnsOf(node: Node): number {
  const spanned =
    node.nodeType === ELEMENT ? Number.parseInt((node as HTMLElement).getAttribute('colspan') ?? '', 10) : 1;
  return Math.min(Math.max(spanned || 1, 1), MOST_COLUMNS);
}
