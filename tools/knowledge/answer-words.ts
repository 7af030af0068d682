import { join } from 'node:path';
import { answerGroundsSchema, answerPartsSchema, answerRulesSchema } from '../../src/knowledge/schema/answer-words.ts';
import type { KnowledgeFile, KnowledgeSource } from './source.ts';
import type { Subject } from './subject.ts';

const RULE_FILES = ['courtesy', 'promising', 'refusing', 'settling', 'stalling', 'times', 'english'] as const;

const fileOf = (source: KnowledgeSource, name: string): string => join(source.root, 'words', `answers-${name}.yaml`);

type Parts = Readonly<Record<string, readonly string[]>>;

/** Writes the parts out and takes the blanks away. @throws Error for a part that is not there or holds itself */
function written(words: readonly string[], parts: Parts, within: readonly string[] = []): string {
  const line = words.join('|').replace(/\s+/g, '');
  return line.replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`there is no part {${name}}`);
    if (within.includes(name)) throw new Error(`the part {${name}} holds itself`);
    return `(?:${written(part, parts, [...within, name])})`;
  });
}

interface WithWords {
  id: string;
  words: readonly string[];
}

/** The pattern of each row, proven to compile; what does not is a problem of its line. */
function patterns<T extends WithWords>(
  source: KnowledgeSource,
  file: KnowledgeFile<unknown>,
  key: string,
  rows: readonly T[],
  parts: Parts,
): { row: T; pattern: string }[] {
  return rows.flatMap((row, place) => {
    try {
      return [{ row, pattern: new RegExp(written(row.words, parts)).source }];
    } catch (error) {
      source.problems.add(file.path, file.lineOf([key, place, 'words']), `${row.id}: ${(error as Error).message}`);
      return [];
    }
  });
}

/** `knowledge/words/answers-*.yaml`: how sellers, platforms and offices refuse, promise, settle and put off, and on what grounds. */
export const answerWords: Subject = (source) => {
  const parts = source.yaml(fileOf(source, 'parts'), answerPartsSchema)?.data.parts ?? {};
  const rules: Record<string, string> = {};
  for (const name of RULE_FILES) {
    const file = source.yaml(fileOf(source, name), answerRulesSchema);
    if (!file) continue;
    for (const { row, pattern } of patterns(source, file, 'rules', file.data.rules, parts)) {
      if (rules[row.id] !== undefined) source.problems.add(file.path, undefined, `${row.id} stands twice`);
      rules[row.id] = pattern;
    }
  }
  const file = source.yaml(fileOf(source, 'grounds'), answerGroundsSchema);
  const grounds = file ? patterns(source, file, 'grounds', file.data.grounds, parts) : [];
  return [
    {
      name: 'answer-words',
      imports: ["import type { BuiltGround } from '../schema/answer-words.ts';"],
      exports: [
        { name: 'ANSWER_RULES', type: 'const', value: rules },
        {
          name: 'ANSWER_GROUNDS',
          type: 'readonly BuiltGround[]',
          value: grounds.map(({ row: { id, label, refusesAlone }, pattern }) => ({
            id,
            label,
            ...(refusesAlone ? { refusesAlone } : {}),
            words: pattern,
          })),
        },
      ],
    },
  ];
};
