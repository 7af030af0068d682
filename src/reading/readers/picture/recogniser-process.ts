// The recogniser's own process, started by recogniser.ts: questions come in and answers go out over the channel that
// joins both. It ends with the channel, however the other side ended.
import { KamengError } from '../../../model/errors.ts';
import { startEngine } from './recogniser-engine.ts';
import { IMAGES_KEPT, type Answer, type Pixels, type Question, type Recogniser } from './recogniser.ts';

const images = new Map<number, Pixels>();
let engine: Promise<Recogniser> | undefined;

function imageOf(question: { image: number; pixels?: Pixels }): Pixels {
  if (question.pixels) {
    images.set(question.image, question.pixels);
    images.delete(question.image - IMAGES_KEPT);
  }
  const found = images.get(question.image);
  if (!found) throw new Error(`no picture ${question.image}`);
  return found;
}

async function answer(question: Question): Promise<unknown> {
  engine ??= startEngine();
  const recogniser = await engine;
  if (question.ask === 'start') return undefined;
  if (question.ask === 'find') return recogniser.find(imageOf(question), question.longestSide);
  return recogniser.read(imageOf(question), question.quad);
}

// Answers keep their order: the library works on one picture at a time.
let turn: Promise<void> = Promise.resolve();
process.on('message', (question: Question) => {
  turn = turn.then(async () => {
    const reply: Answer = await answer(question).then(
      (value) => ({ id: question.id, value }),
      (error: unknown) => ({ id: question.id, error: asPlain(error) }),
    );
    if (process.connected) process.send!(reply);
  });
});

function asPlain(error: unknown): { code?: string; message: string; hints?: readonly string[] } {
  if (error instanceof KamengError) return { code: error.code, message: error.message, hints: error.hints };
  return { message: error instanceof Error ? error.message : String(error) };
}

// Ctrl-C reaches every process of the terminal; this one goes when the other has ended its work.
process.on('SIGINT', () => undefined);
