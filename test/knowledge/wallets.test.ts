import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { KnowledgeSource } from '../../tools/knowledge/source.ts';
import { wallets } from '../../tools/knowledge/wallets.ts';
import { temporaryFolder } from '../support/folder.ts';

const KNOWLEDGE = resolve(import.meta.dirname, '../../knowledge');

const BILL = {
  menu: '豆付 App：我的 → 账单 → 导出',
  titles: ['豆付交易明细'],
  columns: [
    { part: 'at', names: ['交易日期时间'], needed: true },
    { part: 'counterparty', names: ['商户名称'], needed: true },
    { part: 'direction', names: ['收支'], needed: true },
    { part: 'amount', names: ['交易金额(元)'], needed: true },
    { part: 'tradeNo', names: ['系统跟踪号'], needed: true },
  ],
  directions: { out: ['支出'], in: ['收入'], neutral: [] },
  refunds: { words: ['退货'], tiedBy: [] },
  totals: 'sum_of_rows',
};
const WALLET = {
  name: '豆付',
  choice: { service: '豆付客服' },
  called: { words: ['豆付'] },
  bill: BILL,
};

/** Builds the wallets that ship and one more; what the build says, and what it would write. */
function buildWith(wallet: object): { problems: string[]; values: Record<string, unknown> } {
  const root = join(temporaryFolder(), 'knowledge');
  cpSync(join(KNOWLEDGE, 'wallets'), join(root, 'wallets'), { recursive: true });
  writeFileSync(join(root, 'wallets', 'doufu.yaml'), stringify(wallet));
  const source = new KnowledgeSource(root);
  const modules = wallets(source);
  return {
    problems: source.problems.lines,
    values: Object.fromEntries(modules.flatMap(({ exports }) => exports.map(({ name, value }) => [name, value]))),
  };
}

const problemsOf = (wallet: object): string[] => buildWith(wallet).problems;
const without = <T extends object>(object: T, key: keyof T): object =>
  Object.fromEntries(Object.entries(object).filter(([own]) => own !== key));
const withBill = (bill: object): object => ({ ...WALLET, bill: { ...BILL, ...bill } });

describe('a wallet is one file', () => {
  it('becomes a way of paying between the wallets and the bank cards', () => {
    const { problems, values } = buildWith(WALLET);
    expect(problems).toEqual([]);
    const ways = values['WAYS_OF_PAYING'] as { id: string }[];
    expect(ways.map(({ id }) => id)).toEqual([
      'wechat',
      'alipay',
      'doufu',
      'bank',
      'personal_transfer',
      'red_packet',
      'balance',
      'crypto',
    ]);
    expect(ways[2]).toEqual({ id: 'doufu', name: '豆付', shown: '豆付', asked: '豆付', service: '豆付客服' });
    expect(values['WALLETS']).toContainEqual(expect.objectContaining({ id: 'doufu', bill: BILL }));
  });

  it('builds as the document that explains it has it', () => {
    const page = readFileSync(resolve(KNOWLEDGE, '../docs/adding/wallet.md'), 'utf8');
    const example = parse(/```yaml\n(.*?)```/s.exec(page)![1]!) as object;
    expect(problemsOf(example)).toEqual([]);
  });

  it.each([
    ['its name', without(WALLET, 'name'), /doufu\.yaml:1: name: is missing/],
    ['whom a letter addresses', { ...WALLET, choice: {} }, /doufu\.yaml:\d+: choice\.service: is missing/],
    ['how pages call it', without(WALLET, 'called'), /doufu\.yaml:1: nothing says how pages call it/],
    ['which choice it is', without(WALLET, 'choice'), /doufu\.yaml:1: neither choice .* nor paidBy/],
    ['the way to its bill', { ...WALLET, bill: without(BILL, 'menu') }, /doufu\.yaml:\d+: bill\.menu: is missing/],
    [
      'a column of amounts',
      withBill({ columns: BILL.columns.filter(({ part }) => part !== 'amount') }),
      /no column plays the part amount/,
    ],
    [
      'a number',
      withBill({ columns: BILL.columns.filter(({ part }) => part !== 'tradeNo') }),
      /no needed column has a number/,
    ],
    ['what refunds say', withBill({ refunds: { tiedBy: [] } }), /doufu\.yaml:\d+: bill\.refunds\.words/],
  ])('that leaves out %s does not build', (_, wallet, problem) => {
    const problems = problemsOf(wallet);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
    expect(problems[0]).toMatch(/^knowledge\/wallets\/doufu\.yaml/);
  });

  it.each([
    [
      'a pattern that is none',
      { ...WALLET, called: { words: ['豆付('] } },
      /called\.words\.0: 豆付\( is no regular expression/,
    ],
    [
      'a pattern that fits everything',
      { ...WALLET, called: { words: ['豆付|'] } },
      /called\.words\.0: .* fits an empty text/,
    ],
    [
      'a part that no column can play',
      withBill({ columns: [...BILL.columns, { part: 'card', names: ['卡'] }] }),
      /bill\.columns\.5\.part/,
    ],
    [
      'a name that a header never has',
      withBill({ columns: [...BILL.columns, { part: 'note', names: ['备 注（二）'] }] }),
      /half-width, without spaces/,
    ],
    [
      'a refund in part without its amount',
      withBill({ refunds: { ...BILL.refunds, part: '已退货' } }),
      /has no group for the amount/,
    ],
    [
      'payments of a way that nobody has',
      { ...without(without(WALLET, 'choice') as typeof WALLET, 'called'), paidBy: 'unoin' },
      /paidBy: unoin is none of alipay, balance, bank/,
    ],
    [
      'rows that cannot say how they were paid',
      { ...without(without(WALLET, 'choice') as typeof WALLET, 'called'), paidBy: 'by_row' },
      /by_row needs a column method/,
    ],
    ['a word that no table knows', { ...WALLET, colour: 'red' }, /colour/],
  ])('with %s does not build', (_, wallet, problem) => {
    expect(problemsOf(wallet).join('\n')).toMatch(problem);
  });

  it('whose table could be another’s does not build', () => {
    const columns = [
      ['at', '交易时间'],
      ['counterparty', '交易对方'],
      ['direction', '收/支'],
      ['amount', '金额(元)'],
      ['tradeNo', '交易单号'],
    ].map(([part, name]) => ({ part, names: [name], needed: true }));
    expect(problemsOf(withBill({ columns }))).toEqual([
      expect.stringMatching(/wechat\.yaml:\d+: a table with these columns would be taken for a bill of doufu/),
    ]);
  });
});
