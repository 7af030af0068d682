import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerKind } from '../../src/knowledge/schema/sentences.ts';
import { answerWords } from '../../tools/knowledge/answer-words.ts';
import { trainingSentences } from '../../tools/knowledge/sentences.ts';
import { KnowledgeSource } from '../../tools/knowledge/source.ts';

let root: string;
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'knowledge-')), 'knowledge');
  mkdirSync(join(root, 'words'), { recursive: true });
  mkdirSync(join(root, 'sentences'));
});
afterEach(() => rmSync(join(root, '..'), { recursive: true }));

const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
const rules = (...words: string[]): string =>
  `rules:\n${words.map((one, i) => `  - { id: rule-${'abc'[i]}, about: x, words: ['${one}'], yes: [x], no: [y] }\n`).join('')}`;

function writeWords(refusing: string): void {
  write('words/answers-parts.yaml', 'parts:\n  you: [您|你]\n  all: ["{you}|大家"]\n  round: ["{round}"]\n');
  for (const name of ['courtesy', 'promising', 'settling', 'stalling', 'times', 'english'])
    write(`words/answers-${name}.yaml`, `rules: [{ id: ${name}, about: x, words: [x], yes: [x], no: [y] }]\n`);
  write('words/answers-refusing.yaml', refusing);
  write('words/answers-grounds.yaml', 'grounds: [{ id: late, label: 晚了, words: [晚], yes: [晚], no: [早] }]\n');
}

it('writes parts out, and takes blanks away', () => {
  writeWords(
    'rules:\n  - id: no\n    about: x\n    words:\n      - |-\n        不给\n          {all}\n    yes: [x]\n    no: [y]\n',
  );
  const source = new KnowledgeSource(root);
  const [built] = answerWords(source);
  expect(source.problems.lines).toEqual([]);
  expect(built!.exports[0]!.value).toMatchObject({ no: '不给(?:(?:您|你)|大家)' });
});

it('names the line of a pattern that does not compile, of a part that is not there, and of one that holds itself', () => {
  writeWords(rules('不(退', '{nobody}', '{round}'));
  const source = new KnowledgeSource(root);
  answerWords(source);
  expect(source.problems.lines).toEqual([
    expect.stringMatching(/^knowledge\/words\/answers-refusing\.yaml:2: rule-a: .*Unterminated group/),
    'knowledge/words/answers-refusing.yaml:3: rule-b: there is no part {nobody}',
    'knowledge/words/answers-refusing.yaml:4: rule-c: the part {round} holds itself',
  ]);
});

it('refuses an id that stands twice', () => {
  writeWords(rules('不').replace('rule-a', 'times'));
  const source = new KnowledgeSource(root);
  answerWords(source);
  expect(source.problems.lines).toEqual(['knowledge/words/answers-times.yaml: times stands twice']);
});

it('takes the sentences of the training set, and names unknown kinds and sets and what stands twice', () => {
  write(
    'sentences/answers.tsv',
    'kind\tsentence\tsource\tset\nvague\t在处理\ta\ttrain\nsettled\t已退款\ta\ttest\nwrong\t嗯\ta\ttrain\nvague\t在处理\ta\ttrain\nvague\t等\ta\tother\n',
  );
  const source = new KnowledgeSource(root);
  expect(trainingSentences(source, 'answers.tsv', answerKind)).toEqual([
    ['vague', '在处理'],
    ['vague', '在处理'],
  ]);
  expect(source.problems.lines).toEqual([
    'knowledge/sentences/answers.tsv:4: no such kind: wrong',
    'knowledge/sentences/answers.tsv:5: stands already in line 2: 在处理',
    'knowledge/sentences/answers.tsv:6: no such set: other',
  ]);
});
