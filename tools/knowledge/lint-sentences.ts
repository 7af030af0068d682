import { join } from 'node:path';
import { type Subject } from './subject.ts';

const COLUMNS = ['kind', 'sentence', 'source', 'set'];
const KINDS = ['none', 'threat', 'insult', 'accusation', 'emotion'];

/**
 * `knowledge/sentences/lint.tsv`: sentences whose kind a person has told, for what no rule finds.
 * `source` says where a sentence is from (`labelled`: a set of test/golden/lint; `talk`: what buyers write to sellers),
 * `set` which set.
 */
export const lintSentences: Subject = (source) => {
  const path = join(source.root, 'sentences', 'lint.tsv');
  const rows = source.tsv(path, COLUMNS);
  const seen = new Map<string, number>();
  for (const { line, cells } of rows) {
    const { kind, sentence } = cells as { kind: string; sentence: string };
    if (!KINDS.includes(kind)) source.problems.add(path, line, `no kind is called ${kind}: ${KINDS.join(', ')}`);
    if (seen.has(sentence)) source.problems.add(path, line, `stands in line ${seen.get(sentence)} too`);
    seen.set(sentence, line);
  }
  return [
    {
      name: 'lint-sentences',
      imports: [],
      exports: [
        {
          name: 'LINT_SENTENCES',
          type: "readonly (readonly [kind: 'none' | 'threat' | 'insult' | 'accusation' | 'emotion', sentence: string])[]",
          value: rows.map(({ cells }) => [cells['kind'], cells['sentence']]),
        },
      ],
    },
  ];
};
