import type { FactKey } from '../../../model/facts.ts';
import type { Cell } from '../../page/page.ts';
import type { Found } from '../../page/found.ts';
import { cutPixels, type Picture } from './decode.ts';
import type { Quad, Recogniser } from './recogniser.ts';

/** Values of which one wrong character makes another value. */
const EXACT = new Set<FactKey>([
  'merchant',
  'payee',
  'platform',
  'product',
  'failure',
  'orderNo',
  'tradeNo',
  'merchantOrderNo',
  'amount',
  'refunded',
  'paidAt',
  'orderedAt',
  'cardCode',
  'account',
  'contactPhone',
]);
/** Letters and digits mixed have no grammar: also a confident reading is looked at again. */
const ALWAYS = new Set<FactKey>(['cardCode']);
/** `HK$100` and `HKS100` differ in no word that the model knows. */
const CLOSE_LETTERS = /[A-Za-z]\d|\d[A-Za-z]|[$＄]/;
/** Heights in pixels to which the line is brought; the recogniser's own is 48. */
const HEIGHTS = [72, 40] as const;
const PADDING = { across: 0.35, down: 0.12 };
/**
 * In lines so low, in pixels, a name or a sentence can lose its last letter without a doubt in those that are left:
 * also a confident reading is looked at again, with more room around it.
 */
const SMALL = 24;
const LOSES_LETTERS = new Set<FactKey>(['merchant', 'payee', 'platform', 'product', 'failure', 'account']);
/** Below this the first look saw too little for a second one to make it certain. */
const HOPELESS = 0.45;
/** A blurred code is misread the same way at any size. */
const HOPELESS_CODE = 0.8;
const CERTAIN = 0.92;

/**
 * Reads the place of doubtful numbers again at other sizes. Three readings that
 * agree make a value certain; one that differs makes it doubtful, however sure the first was.
 */
export async function lookAgain(picture: Picture, found: readonly Found[], recogniser: Recogniser): Promise<Found[]> {
  const looked: Found[] = [];
  for (const field of found) looked.push(needsIt(field) ? await judge(picture, field, recogniser) : field);
  return looked;
}

function needsIt({ key, value, certain, cells, scores }: Found): boolean {
  if (!EXACT.has(key) || cells.length === 0 || cells.some((cell) => !cell.line.box)) return false;
  return (
    !certain ||
    ALWAYS.has(key) ||
    (LOSES_LETTERS.has(key) && scores.length > 0 && cells.some((cell) => cell.line.box!.height < SMALL)) ||
    (key === 'product' && CLOSE_LETTERS.test(value)) ||
    (scores.length > 0 && /[A-Za-z]/.test(value) && key === 'orderNo')
  );
}

async function judge(picture: Picture, field: Found, recogniser: Recogniser): Promise<Found> {
  let agreed = true;
  for (const height of HEIGHTS) {
    for (const cell of field.cells) agreed &&= matches(cell, await readAgain(picture, cell, height, recogniser));
  }
  if (!agreed) return { ...field, certain: false, confidence: Math.min(field.confidence, 0.5) };
  const weakest = Math.min(1, ...field.scores);
  const mayStand =
    !field.certain &&
    !field.doubtful &&
    field.rivals === undefined &&
    weakest >= (ALWAYS.has(field.key) ? HOPELESS_CODE : HOPELESS);
  return mayStand ? { ...field, certain: true, confidence: Math.max(field.confidence, CERTAIN) } : field;
}

async function readAgain(picture: Picture, cell: Cell, height: number, recogniser: Recogniser): Promise<string> {
  const box = cell.line.box!;
  const across = Math.round(box.height * PADDING.across);
  const down = Math.round(box.height * PADDING.down);
  const x = Math.max(0, box.x - across);
  const y = Math.max(0, box.y - down);
  const area = {
    x,
    y,
    width: Math.min(picture.width, box.x + box.width + across) - x,
    height: Math.min(picture.height, box.y + box.height + down) - y,
  };
  if (area.width < 4 || area.height < 4) return '';
  const pixels = await cutPixels(picture, area, height / area.height);
  const { width: w, height: h } = pixels;
  const whole: Quad = [
    { x: 0, y: 0 },
    { x: w, y: 0 },
    { x: w, y: h },
    { x: 0, y: h },
  ];
  return (await recogniser.read(pixels, whole)).text;
}

const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}.]/gu, '');

/** Are the first reading's letters in the second, with nothing more stuck to them? */
function matches(cell: Cell, again: string): boolean {
  const first = letters(cell.text);
  const second = letters(again);
  if (first === '' || cell.text.length === cell.line.text.length) return first === second;
  // The value is part of its line: the whole line must read the same, or at least this part of it.
  return letters(cell.line.text) === second || second.includes(first);
}
