import type { Box } from '../../../model/evidence.ts';
import type { FactKey } from '../../../model/facts.ts';
import type { Cell } from '../../page/page.ts';
import { doubted, type Found } from '../../page/found.ts';
import { cutPixels, type Picture } from './decode.ts';
import type { Quad, Recogniser } from './recogniser.ts';
import { NOTHING_READ, type ReadWords, SPACE_DOUBT_SCORE } from './spelling.ts';

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
 * Over poor copies what was misread the same way three times had a letter below these at the other sizes; what was read
 * right hardly ever did. A name can be misread so, and of a number hardly more than a digit.
 */
const AGAIN = { words: 0.75, numbers: 0.5 };
/** So sure of every letter, three times, nothing of 100 names and times on poor pictures was misread. */
const CLEAR = 0.93;

/**
 * Reads the place of doubtful numbers again at other sizes. Three readings that agree make a value certain; one that
 * differs makes it doubtful, however sure the first was. What two of the three say, or all three by weak letters, was
 * hardly ever misread: it does not stand, and is shown for a yes.
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

/**
 * Is every letter of a value clear, at its own size and at two others? Then it is read right though the picture is
 * poor. What only its look speaks for may have lost its end without a trace.
 */
export async function isClear(picture: Picture, field: Found, recogniser: Recogniser): Promise<boolean> {
  const { cells, scores, by } = field;
  if (by === 'guess' || scores.length === 0 || cells.length === 0 || cells.some((cell) => !cell.line.box)) return false;
  return Math.min(...scores) >= CLEAR && (await readAgain(picture, field, recogniser)).weakest >= CLEAR;
}

async function judge(picture: Picture, field: Found, recogniser: Recogniser): Promise<Found> {
  const { alike, weakest: again } = await readAgain(picture, field, recogniser);
  if (alike < HEIGHTS.length) return doubted(field, alike > 0 && field.by !== 'guess' && mayBeShown(field));
  const weakest = Math.min(1, ...field.scores);
  const mayStand =
    !field.certain &&
    isOfLettersAlone(field) &&
    weakest >= (ALWAYS.has(field.key) ? HOPELESS_CODE : HOPELESS) &&
    again >= AGAIN[LOSES_LETTERS.has(field.key) ? 'words' : 'numbers'];
  if (mayStand) return { ...field, certain: true, confidence: Math.max(field.confidence, CERTAIN) };
  return field.certain || !mayBeShown(field) ? field : doubted(field, true);
}

/** Is there no other doubt than of its letters? */
const isOfLettersAlone = ({ doubtful, rivals }: Found): boolean => !doubtful && rivals === undefined;

/** A code's O and 0 are misread alike at any size, and who is shown it says yes. */
const mayBeShown = (field: Found): boolean => isOfLettersAlone(field) && !ALWAYS.has(field.key);

/** At how many of the other sizes its lines are read alike, and the score of the weakest letter; 0 if not at all. */
async function readAgain(
  picture: Picture,
  field: Found,
  recogniser: Recogniser,
): Promise<{ alike: number; weakest: number }> {
  let [alike, weakest] = [0, 1];
  for (const height of HEIGHTS) {
    const looks: ReadWords[] = [];
    for (const cell of field.cells) {
      const look = await readCell(picture, cell, height, recogniser);
      if (!matches(cell, look.text)) break;
      looks.push(look);
    }
    if (looks.length === field.cells.length) alike += 1;
    else weakest = 0;
    for (const { text, scores } of looks)
      weakest = Math.min(weakest, ...scores.filter((score, i) => isOfLetter(score, text[i] ?? '')));
  }
  return { alike, weakest };
}

/** A space that may stand there or not is no doubt about the letter before it. */
const isOfLetter = (score: number, letter: string): boolean =>
  score !== SPACE_DOUBT_SCORE && /[\p{L}\p{N}]/u.test(letter);

async function readCell(picture: Picture, cell: Cell, height: number, recogniser: Recogniser): Promise<ReadWords> {
  const { corners, high } = placeWithRoom(cell, picture.lean ?? 0);
  const area = areaOf(corners, picture);
  if (area.width < 4 || area.height < 4) return NOTHING_READ;
  const pixels = await cutPixels(picture, area, height / high);
  const [across, down] = [pixels.width / area.width, pixels.height / area.height];
  const quad = corners.map(({ x, y }) => ({
    x: Math.min(pixels.width, Math.max(0, (x - area.x) * across)),
    y: Math.min(pixels.height, Math.max(0, (y - area.y) * down)),
  })) as Quad;
  return recogniser.read(pixels, quad);
}

/**
 * Where a value's line stands with some room around it, and how high that is. In a photograph that leans its box takes
 * in the ends of the lines above and below: there it is looked at along the lean.
 */
function placeWithRoom({ line: { box, flat } }: Cell, lean: number): { corners: Quad; high: number } {
  const { width, height } = flat ?? box!;
  const [x, y] = [box!.x + box!.width / 2, box!.y + box!.height / 2];
  const [sin, cos] = flat ? [Math.sin(lean), Math.cos(lean)] : [0, 1];
  const right = width / 2 + Math.round(height * PADDING.across);
  const below = height / 2 + Math.round(height * PADDING.down);
  const corner = (u: number, v: number): Quad[0] => ({ x: x + u * cos - v * sin, y: y + u * sin + v * cos });
  return {
    corners: [corner(-right, -below), corner(right, -below), corner(right, below), corner(-right, below)],
    high: below * 2,
  };
}

/** The piece of the picture that holds these corners, as far as they are in it. */
function areaOf(corners: Quad, picture: Picture): Box {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const x = Math.max(0, Math.floor(Math.min(...xs)));
  const y = Math.max(0, Math.floor(Math.min(...ys)));
  return {
    x,
    y,
    width: Math.min(picture.width, Math.ceil(Math.max(...xs))) - x,
    height: Math.min(picture.height, Math.ceil(Math.max(...ys))) - y,
  };
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
