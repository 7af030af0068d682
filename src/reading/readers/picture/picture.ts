import { KamengError } from '../../../model/errors.ts';
import { factSpec, type FactKey } from '../../../model/facts.ts';
import { type FileSource, POOR_PICTURE, type Reading, type TextLine } from '../../../model/reading.ts';
import { withShownDay } from '../../../words/shown-day.ts';
import { pictureHash } from './hash.ts';
import { blankReading, failedReading, type ReadContext, type ScoredLine } from '../../reader.ts';
import { foreignSums } from '../../page/form/foreign-prices.ts';
import { fieldOf } from '../../page/read-page.ts';
import { foreignNotes } from '../notices/judge.ts';
import { doubted, type Found } from '../../page/found.ts';
import { understandFully } from '../../kinds/understand.ts';
import { asPictureError, held, MAX_PICTURE_BYTES, openPicture, type Picture } from './decode.ts';
import { levelled } from './levelled.ts';
import { readLines } from './lines.ts';
import { openRecogniser, type Recogniser } from './recogniser.ts';
import { pageIn } from './page-in.ts';
import { isClear, lookAgain } from './second-look.ts';
import { shownAt } from './shown-at.ts';

const READER = 'picture';
const VERSION = '1';

/**
 * Reads the words off a picture and the values off the words. A picture that
 * cannot be opened is `failed`; one that can, but on a machine without the
 * recogniser, is `partial`: size and hash without words.
 */
export async function readPicture(source: FileSource, context: ReadContext): Promise<Reading> {
  try {
    const bytes = await source.all(MAX_PICTURE_BYTES);
    const picture = await openPicture(bytes, context.mediaType);
    const reading = await describe(picture, context.mediaType);
    const read = await readWords(await held(picture), reading, context.signal);
    return withShownDay(read, shownAt(source.name, picture.takenAt));
  } catch (cause) {
    context.signal?.throwIfAborted();
    const error = asPictureError(cause);
    return failedReading(READER, VERSION, context.mediaType, {
      code: error.code,
      message: error.message,
      severity: 'error',
    });
  }
}

async function describe(picture: Picture, mediaType: string): Promise<Reading> {
  return {
    ...blankReading(READER, VERSION, mediaType),
    media: { width: picture.width, height: picture.height },
    pictureHash: await pictureHash(picture.open()),
  };
}

async function readWords(picture: Picture, reading: Reading, signal?: AbortSignal): Promise<Reading> {
  try {
    const recogniser = await openRecogniser();
    const { lines, upright, turn, lean } = await readLines(picture, recogniser, signal);
    const { width, height } = upright;
    const [placed, size] = pageIn(lines, { width, height });
    const { fields, ...understood } = understandFully(levelled(placed), size);
    const poor = isPoor(lines);
    const shown = { ...upright, lean };
    const looked = await lookAgain(shown, fields, recogniser);
    const stated = Math.abs(lean) > CROOKED ? looked.map(doubtStatement) : looked;
    const sure = poor ? await doubtUnclear(shown, stated, recogniser) : stated;
    return {
      ...reading,
      ...understood,
      fields: sure.map(fieldOf),
      media: { width, height },
      lines: lines.map(stored),
      notes: [
        ...(turn === 0
          ? []
          : [
              {
                code: 'PICTURE_TURNED',
                message: `图片是横放或倒放的，已按转正后的方向读取（顺时针 ${turn} 度）`,
                severity: 'info' as const,
              },
            ]),
        ...(poor ? [POOR] : []),
        ...foreignNotes(
          foreignSums(
            sure,
            lines.map(({ text }) => text),
            understood.kind,
          ),
        ),
      ],
    };
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof KamengError && cause.code.startsWith('PICTURE_')) throw cause;
    return { ...reading, status: 'partial', notes: [recogniserNote(cause)] };
  }
}

const POOR: Reading['notes'][number] = {
  code: POOR_PICTURE,
  message: '图片太模糊，上面的名称和文字没有把握读对；有原截图请换上，没有就对照图片确认或填写',
  severity: 'warning',
};
/** Over sharp, blurred and shrunk screens under 2 in 100 letters were read with doubt, over badly photographed ones 2 to 11. */
const POOR_SHARE = 0.035;
const DOUBTFUL_LETTER = 0.9;
/** On fewer letters a share says nothing. */
const LETTERS_ENOUGH = 40;
const FEWEST = 4;

/** Is so much doubtful that a word may be wrong, or missing, without looking so? */
function isPoor(lines: readonly ScoredLine[]): boolean {
  const scores = lines.flatMap(({ text, scores: own = [] }) =>
    own.filter((_, i) => /[\p{L}\p{N}]/u.test(text[i] ?? '')),
  );
  const doubtful = scores.filter((score) => score < DOUBTFUL_LETTER).length;
  return scores.length >= LETTERS_ENOUGH && doubtful >= FEWEST && doubtful > scores.length * POOR_SHARE;
}

/** What has a shape of its own, and was looked at again, may stand; names, times and sentences may not. */
const STANDS = new Set<FactKey>(['orderNo', 'tradeNo', 'merchantOrderNo', 'amount', 'cardCode', 'quantity', 'paidBy']);

/** On a poor picture names, times and sentences are doubted, but for those whose every letter is clear. */
async function doubtUnclear(picture: Picture, fields: readonly Found[], recogniser: Recogniser): Promise<Found[]> {
  const doubted: Found[] = [];
  for (const field of fields) {
    const stays = field.certain && isWhole(field) && (await isClear(picture, field, recogniser));
    doubted.push(stays ? field : doubtWords(field));
  }
  return doubted;
}

/** A day whose hour was not read says less than its place does. */
const isWhole = ({ key, value }: Found): boolean => factSpec(key).type !== 'moment' || value.includes('T');

const doubtWords = (field: Found): Found => (STANDS.has(field.key) ? field : doubted(field, field.certain));

/**
 * A phone held so crooked, in radians (4 degrees), shows the screen's edges nowhere near the picture's: whether a
 * sentence stands on a page or in somebody's bubble, its place no longer says.
 */
const CROOKED = 0.07;

function doubtStatement(field: Found): Found {
  return field.key === 'failure' && field.by === 'sentence' ? doubtWords(field) : field;
}

function recogniserNote(cause: unknown): Reading['notes'][number] {
  if (cause instanceof KamengError) return { code: cause.code, message: cause.message, severity: 'warning' };
  return {
    code: 'OCR_FAILED',
    message: '文字识别中途出错，这张图片里的字没有读出来；原图已完整保存，可用 kameng evidence --read-again 再读一次',
    severity: 'error',
  };
}

/** What is kept of a line: the scores of single letters are not. */
function stored({ text, box, confidence }: ScoredLine): TextLine {
  return { text, box, confidence: Math.round(confidence! * 10_000) / 10_000 };
}
