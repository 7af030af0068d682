import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { pages } from '../../tools/knowledge/pages.ts';
import { KnowledgeSource } from '../../tools/knowledge/source.ts';
import { temporaryFolder } from '../support/folder.ts';

const KNOWLEDGE = resolve(import.meta.dirname, '../../knowledge');

/** The problems of the page tables after a change of one of them. */
function problemsAfter(file: 'labels' | 'marks' | 'names' | 'well-known', change: (text: string) => string): string[] {
  const root = join(temporaryFolder(), 'knowledge');
  cpSync(join(KNOWLEDGE, 'pages'), join(root, 'pages'), { recursive: true });
  const path = join(root, 'pages', `${file}.yaml`);
  const text = readFileSync(path, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(path, change(text));
  const source = new KnowledgeSource(root);
  pages(source);
  return source.problems.lines;
}

it('takes a new label in a line of its own', () => {
  expect(
    problemsAfter('labels', (text) => text.replace('      - 订单编号\n', '      - 订单编号\n      - 购货单号码\n')),
  ).toEqual([]);
});

it.each([
  [
    'a label that already means something else',
    'labels',
    '      - 店铺名称\n',
    '      - 店铺名称\n      - 实付款\n',
    /labels\.yaml:\d+: “实付款” stands in two rows: it already means amount/,
  ],
  [
    'a fact that nobody knows',
    'labels',
    'means: merchant\n',
    'means: shopkeeper\n',
    /labels\.yaml:\d+: labels\.\d+\.means/,
  ],
  [
    'a kind of page that nobody knows',
    'marks',
    'kind: refund\n',
    'kind: refunded\n',
    /marks\.yaml:\d+: marks\.\d+\.kind/,
  ],
  [
    'a mark that fits every page',
    'marks',
    '      - 订单详情\n',
    '      - 订单详情|\n',
    /marks\.yaml:\d+: marks\.0\.words\.0: .* fits an empty text/,
  ],
  ['a mark that is no pattern', 'marks', '      - 订单详情\n', '      - 订单详情(\n', /is no regular expression/],
  ['a known name that is too short', 'well-known', '  - 王者荣耀\n', '  - 原神\n', /well-known\.yaml:\d+: names\.0/],
  ['a table without one of its lists', 'names', 'platforms:', 'platform:', /names\.yaml:\d+: .*platforms/],
] as const)('does not build with %s', (_, file, before, after, problem) => {
  expect(problemsAfter(file, (text) => text.replace(before, after)).join('\n')).toMatch(problem);
});
