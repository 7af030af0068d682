import { join } from 'node:path';
import { composeLetter } from '../../src/letters/compose.ts';
import { groundText } from '../../src/grounding/ground.ts';
import { DOCUMENT_IDS } from '../../src/model/dispute.ts';
import { KamengError } from '../../src/model/errors.ts';
import { CASES } from '../letters/cases.ts';
import { mutationsOf } from '../letters/mutate.ts';

/**
 * Every single change in every document of the three disputes: how many are found
 * with the composed text at hand (after an edit by hand), and how many without it.
 */
const templatesDir = join(import.meta.dirname, '../../templates');
const counts = new Map<string, { all: number; edited: number; alone: number }>();
const missed: string[] = [];
let letters = 0;
let falseFindings = 0;
for (const [name, make] of Object.entries(CASES)) {
  for (const document of DOCUMENT_IDS) {
    const snapshot = make();
    const letter = await composeLetter({ snapshot, document, templatesDir, no: 1 }).catch((error: unknown) => {
      if (error instanceof KamengError) return undefined;
      throw error;
    });
    if (!letter) continue;
    letters++;
    const ground = (text: string, base?: string): number =>
      groundText(text, snapshot, { document, values: letter.values, base }).length;
    falseFindings += ground(letter.text);
    for (const mutation of mutationsOf(letter.text, snapshot)) {
      const count = counts.get(mutation.kind) ?? { all: 0, edited: 0, alone: 0 };
      counts.set(mutation.kind, count);
      count.all++;
      if (ground(mutation.text, letter.text) > 0) count.edited++;
      if (ground(mutation.text) > 0) count.alone++;
      else missed.push(`${name} ${document} ${mutation.kind}: ${mutation.was} → ${mutation.now}`);
    }
  }
}
console.log(`${letters} letters, ${falseFindings} findings in them as composed`);
console.table(Object.fromEntries(counts));
console.log(missed.join('\n'));
