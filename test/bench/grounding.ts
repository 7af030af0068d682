import { join } from 'node:path';
import { composeLetter } from '../../src/letters/compose.ts';
import { groundLetter } from '../../src/grounding/ground.ts';
import { DOCUMENT_IDS } from '../../src/model/dispute.ts';
import { KamengError } from '../../src/model/errors.ts';
import { groundWords } from '../grounding/read-words.ts';
import { CASES } from '../letters/cases.ts';
import { mutationsOf } from '../letters/mutate.ts';

/**
 * Every single change in every document of the three disputes: how many are found
 * after an edit by hand, with what was composed at hand and its stretches; with
 * the case alone, from which the document is written again; and by only reading
 * the words. Then the time that composing and grounding one letter takes.
 */
const templatesDir = join(import.meta.dirname, '../../templates');
const counts = new Map<string, { all: number; edited: number; placed: number; alone: number; read: number }>();
const missed: string[] = [];
let letters = 0;
let falseFindings = 0;
const spent = { composing: 0, grounding: 0 };
for (const [name, make] of Object.entries(CASES)) {
  for (const document of DOCUMENT_IDS) {
    const snapshot = make();
    const write = () => composeLetter({ snapshot, document, templatesDir, no: 1 });
    const from = performance.now();
    const letter = await write().catch((error: unknown) => {
      if (error instanceof KamengError) return undefined;
      throw error;
    });
    if (!letter) continue;
    const composed = performance.now();
    falseFindings += groundLetter(letter, snapshot).length;
    spent.composing += composed - from;
    spent.grounding += performance.now() - composed;
    letters++;
    const again = await composeLetter({ snapshot: make(), document, templatesDir, no: 1 });
    const ground = (text: string, { text: base, spans } = letter) =>
      groundLetter({ ...letter, text, base: { text: base, spans } }, snapshot);
    for (const mutation of mutationsOf(letter.text, snapshot)) {
      const count = counts.get(mutation.kind) ?? { all: 0, edited: 0, placed: 0, alone: 0, read: 0 };
      counts.set(mutation.kind, count);
      count.all++;
      const found = ground(mutation.text);
      const { at, now } = mutation;
      if (found.length > 0) count.edited++;
      else missed.push(`${name} ${document} ${mutation.kind}: ${mutation.was} → ${mutation.now}`);
      if (found.some((one) => one.start <= at + now.length && at <= one.end)) count.placed++;
      if (ground(mutation.text, again).length > 0) count.alone++;
      if (groundWords(mutation.text, snapshot, letter.values).length > 0) count.read++;
    }
  }
}
console.log(`${letters} letters, ${falseFindings} findings in them as composed`);
console.log(
  `${(spent.composing / letters).toFixed(2)} ms to compose one, ${(spent.grounding / letters).toFixed(2)} ms to ground it`,
);
console.table(Object.fromEntries(counts));
console.log(missed.join('\n'));
