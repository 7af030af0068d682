import { join } from 'node:path';
import type { ZodType } from 'zod';
import { answerKind, sentenceSet } from '../../src/knowledge/schema/sentences.ts';
import { answerWeights } from './answer-judge.ts';
import type { KnowledgeSource } from './source.ts';
import type { BuiltModule, Subject } from './subject.ts';

const COLUMNS = ['kind', 'sentence', 'source', 'set'] as const;

/** The sentences of one file that are learned from, each with its kind; a sentence stands once. */
export function trainingSentences<Kind extends string>(
  source: KnowledgeSource,
  file: string,
  kinds: ZodType<Kind>,
): (readonly [kind: Kind, sentence: string])[] {
  const path = join(source.root, 'sentences', file);
  const lines = new Map<string, number>();
  return source.tsv(path, COLUMNS).flatMap(({ line, cells }) => {
    const kind = kinds.safeParse(cells.kind);
    const set = sentenceSet.safeParse(cells.set);
    const sentence = cells.sentence!;
    const before = lines.get(sentence);
    if (!kind.success) source.problems.add(path, line, `no such kind: ${cells.kind}`);
    if (!set.success) source.problems.add(path, line, `no such set: ${cells.set}`);
    if (before !== undefined) source.problems.add(path, line, `stands already in line ${before}: ${sentence}`);
    lines.set(sentence, line);
    return kind.success && set.data === 'train' ? [[kind.data, sentence] as const] : [];
  });
}

/** `knowledge/sentences/answers.tsv`: what answers of shops and offices are, and a judge taught by them. */
function answerSentences(source: KnowledgeSource): BuiltModule[] {
  const learned = trainingSentences(source, 'answers.tsv', answerKind);
  return [
    {
      name: 'answer-sentences',
      imports: ["import type { AnswerKind } from '../../model/contact.ts';"],
      exports: [
        {
          name: 'ANSWER_SENTENCES',
          type: 'readonly (readonly [kind: AnswerKind, sentence: string])[]',
          value: learned,
        },
      ],
    },
    {
      name: 'answer-weights',
      imports: [],
      exports: [
        { name: 'ANSWER_WEIGHTS', type: 'string', value: Buffer.from(answerWeights(learned)).toString('base64') },
      ],
    },
  ];
}

/** `knowledge/sentences/*.tsv`: sentences whose kind a person has told, one function a file. */
export const sentences: Subject = (source) => answerSentences(source);
