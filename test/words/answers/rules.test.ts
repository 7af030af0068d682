import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANSWER_GROUNDS, ANSWER_RULES } from '../../../src/knowledge/built/answer-words.ts';
import { answerGroundsSchema, answerRulesSchema } from '../../../src/knowledge/schema/answer-words.ts';
import { readAnswer } from '../../../src/words/answers/read-answer.ts';
import { clausesOf } from '../../../src/words/clauses.ts';
import { plainWords } from '../../../src/words/plain-words.ts';
import { KnowledgeSource } from '../../../tools/knowledge/source.ts';
import { SAID_AT } from '../../golden/answers/answers.ts';

const source = new KnowledgeSource(join(import.meta.dirname, '../../../knowledge'));
const files = source.list('words', '.yaml').filter((path) => /answers-(?!parts|grounds)/.test(path));
const rules = files.flatMap((path) => source.yaml(path, answerRulesSchema)?.data.rules ?? []);
const { grounds } = source.yaml(join(source.root, 'words/answers-grounds.yaml'), answerGroundsSchema)!.data;

/** Does a pattern find something in these words, as they stand or in one of their clauses? */
function finds(pattern: string, words: string): boolean {
  const found = new RegExp(pattern);
  const texts = [plainWords(words), ...clausesOf(words).flatMap(({ text, sense }) => [text, sense])];
  return texts.some((text) => found.test(text));
}

function examples(rows: readonly { id: string; yes: string[]; no: string[] }[]): [string, string, boolean][] {
  return rows.flatMap(({ id, yes, no }) => [
    ...yes.map((words): [string, string, boolean] => [id, words, true]),
    ...no.map((words): [string, string, boolean] => [id, words, false]),
  ]);
}

describe('the examples of a rule', () => {
  it('are those of all rules', () => {
    expect(source.problems.lines).toEqual([]);
    expect(rules.map(({ id }) => id).toSorted()).toEqual(Object.keys(ANSWER_RULES).toSorted());
    expect(grounds.map(({ id }) => id)).toEqual(ANSWER_GROUNDS.map(({ id }) => id));
  });
  it.each(examples(rules))('%s, %s: %s', (id, words, found) => {
    expect(finds(ANSWER_RULES[id as keyof typeof ANSWER_RULES], words)).toBe(found);
  });
  it.each(examples(grounds))('ground %s, %s: %s', (id, words, found) => {
    expect(finds(ANSWER_GROUNDS.find((ground) => ground.id === id)!.words, words)).toBe(found);
  });
});

describe('what is said in so many words', () => {
  const said = (what: string): string[] =>
    rules.filter(({ id }) => id.startsWith(`${what}.`)).flatMap(({ yes }) => yes);
  it.each(said('refuses'))('%s is a refusal', (words) => {
    expect(readAnswer(words, SAID_AT)).toMatchObject({ refusal: true, settled: false });
  });
  it.each(said('settles'))('%s is settled', (words) => {
    expect(readAnswer(words, SAID_AT)).toMatchObject({ refusal: false, settled: true });
  });
});
