import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/agreement/reconcile.ts';
import type { Kind } from '../../src/model/evidence.ts';
import { standingOf } from '../../src/model/facts.ts';
import { heardAs, type Reading } from '../../src/model/reading.ts';
import { foundOf } from '../../src/reading/page/found.ts';
import { labelRow } from '../../src/reading/page/labels/labels.ts';
import { PartsModel } from '../../src/reading/parts/model.ts';
import { heardTwice } from '../../src/reading/parts/second-reader.ts';
import { partsModel } from '../../src/reading/parts/weights.ts';
import { blankReading, type ScoredLine } from '../../src/reading/reader.ts';
import { understand } from '../../src/reading/kinds/understand.ts';
import { screen, SIZE } from './lines.ts';

const placed = (lines: readonly ScoredLine[]) => lines.map(({ text, box }) => ({ text, box: box! }));
const partsOf = (rows: string[]): Record<string, string> => {
  const lines = placed(screen(rows));
  return Object.fromEntries(
    partsModel()
      .runsOf(lines, SIZE.width)
      .map(({ part, line, from, to }) => [part, lines[line]!.text.slice(from, to)]),
  );
};

describe('the second reader', () => {
  it('knows most parts by labels that no table of this program has', () => {
    const unknown: [label: string, value: string, part: string][] = [
      ['我的订单号数', '88120039447001223', 'orderNo'],
      ['实际付出金额', '¥35.00', 'amount'],
      ['卖货店铺', '白杨书屋', 'merchant'],
      ['商品叫法', '芒果季卡', 'product'],
      ['下单的时间点', '2026-09-13 17:39:05', 'orderedAt'],
      ['兑换卡密串', 'QH7K-M2XP-99TD-VC4E', 'cardCode'],
    ];
    expect(unknown.filter(([label]) => labelRow(label))).toEqual([]);
    const said = partsOf(['= 订单情况', ...unknown.map(([label, value]) => `${label} | ${value}`)]);
    const right = unknown.filter(([, value, part]) => said[part] === value).map(([, , part]) => part);
    expect(right.length, right.join()).toBeGreaterThanOrEqual(4);
  });
  it('takes no notice, state or button for a name', () => {
    expect(partsOf(['= 订单详情', '商家正在备货', '平台担保交易，放心购买', '= 申请退款'])).not.toHaveProperty(
      'merchant',
    );
  });
  it.each([
    ['a Latin word', '商品Photoshop 年度密钥', 'hotoshop 年度密钥', 'Photoshop 年度密钥'],
    ['the first letter behind a label', '商品植物大战僵尸礼包', '物大战僵尸礼包', '植物大战僵尸礼包'],
    ['the last letter of a label', '商品植物大战僵尸礼包', '品植物大战僵尸礼包', '植物大战僵尸礼包'],
  ])('never cuts %s off or adds it', (_, text, heard, value) => {
    const [line] = screen([text]);
    const run = { part: 'product', line: 0, from: text.indexOf(heard), to: text.length, sure: 0.9 } as const;
    expect(heardTwice([], [line!], [run], 'order').map((field) => field.value)).toEqual([value]);
  });
  it('weighs under 2 MB and is asked in under 20 ms a page', () => {
    const file = new URL('../../src/reading/parts/parts-weights.bin', import.meta.url);
    expect(statSync(file).size).toBeLessThan(2_000_000);
    const pages = (
      JSON.parse(readFileSync(new URL('../looks/forty.json', import.meta.url), 'utf8')) as {
        looks: { width: number; lines: [string, number, number, number, number][] }[];
      }[]
    ).flatMap(({ looks }) => looks);
    const model = partsModel();
    const before = process.cpuUsage();
    for (const { lines, width } of pages)
      model.runsOf(
        lines.map(([text, x, y, wide, height]) => ({ text, box: { x, y, width: wide, height } })),
        width,
      );
    expect(process.cpuUsage(before).user / 1000 / pages.length).toBeLessThan(20);
  });
  it('says the same of the same page, and is sure by no more than one', () => {
    const lines = placed(screen(['= 交易记录', '收款方 | 白杨书屋', '付款时间 | 2026-09-13 17:39:05']));
    const runs = partsModel().runsOf(lines, SIZE.width);
    expect(partsModel().runsOf(lines, SIZE.width)).toEqual(runs);
    expect(runs.length).toBeGreaterThan(0);
    for (const { sure, from, to } of runs) {
      expect(sure).toBeGreaterThan(0);
      expect(sure).toBeLessThanOrEqual(1 + 1e-9);
      expect(from).toBeLessThan(to);
    }
  });
  it('survives lines of any kind', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    const odd = ['', ' ', '：', '【', '】】【', '😀😀', 'a'.repeat(300), '\n', '年年年20', '9'.repeat(200)];
    expect(() =>
      partsModel().runsOf(
        odd.map((text, i) => ({ text, box: { ...box, y: i * 9 } })),
        100,
      ),
    ).not.toThrow();
    expect(partsModel().runsOf([], 0)).toEqual([]);
  });
  it('does not start with weights of another size', () => {
    expect(() => new PartsModel(new Uint8Array(12))).toThrow('weights');
  });
});

describe('two readers of one page', () => {
  const read = (fields: Partial<Reading['fields'][number]>[], kind: Reading['kind'] = 'order'): Reading => ({
    ...blankReading('picture', '1', 'image/png'),
    kind,
    fields: fields.map((field) => ({
      key: 'merchant',
      value: '白杨书屋',
      text: '白杨书屋',
      confidence: 0.99,
      certain: true,
      by: 'position',
      ...field,
    })),
  });
  const standing = (field: Partial<Reading['fields'][number]>): string | undefined => {
    const { merchant } = reconcile([{ no: 1, reading: read([field]) }]).facts;
    return merchant && standingOf(merchant);
  };
  it('make a value stand where they agree', () => {
    expect(standing({ second: 0.95 })).toBe('alone');
    expect(standing({ second: 0.2 })).toBe('asked');
    expect(standing({})).toBe('asked');
  });
  it('have it asked where they differ, a label or not', () => {
    expect(standing({ by: 'label', second: 0.02 })).toBe('asked');
    expect(standing({ by: 'label', second: 0.4 })).toBe('asked');
    expect(standing({ by: 'column', second: 0.02 })).toBe('asked');
    expect(standing({ by: 'label' })).toBe('alone');
  });
  it('never let letters stand that were read with doubt', () => {
    expect(standing({ second: 0.99, certain: false })).toBeUndefined();
  });
  it('are both said of each value of a page', () => {
    const { fields } = understand(screen(['订单编号 | 88120039447001', '合计 | ¥35.00', '店铺 | 白杨书屋']), SIZE);
    expect(fields.find(({ key }) => key === 'merchant')).toMatchObject({ by: 'label', value: '白杨书屋' });
    expect(heardAs(fields.find(({ key }) => key === 'merchant')!)).toBe('agrees');
  });
  it.each([
    ['by its form', '4200002651202609078692923881', 'position'],
    ['by nothing but the second reader', '88120039447001223', 'guess'],
    ['by no form that it only begins with', '42000026512026090786929', 'guess'],
  ])('a number of a payment is one %s', (_, number, by) => {
    const [line] = screen([`网付序列 ${number}`]);
    const run = { part: 'tradeNo', line: 0, from: 5, to: 5 + number.length, sure: 0.97 } as const;
    const [field] = heardTwice([], [line!], [run], 'payment');
    expect(field).toMatchObject({ value: number, by });
  });
  it('have a sum asked beside another that the second is as sure of', () => {
    const lines = screen(['合计 | ¥35.00', '', '卡金 | ¥19.00']);
    const [{ fields }] = [understand(lines, SIZE)];
    const amount = fields.find(({ key }) => key === 'amount')!;
    const at = (line: number, sure: number) => ({ part: 'amount', line, from: 0, to: 6, sure }) as const;
    const heard = (other: number): string[] =>
      heardTwice(
        [
          {
            ...amount,
            cells: [{ text: '¥35.00', line: lines[1]! }],
            scores: [],
            doubtful: false,
            rank: 0,
            by: 'label',
          },
        ],
        lines,
        [at(1, 0.99), at(3, other)],
        'order',
      ).map((field) => `${field.value} ${heardAs(field)}`);
    expect(heard(0.4)).toEqual(['35.00 agrees']);
    expect(heard(0.99)).toEqual(['35.00 differs', '19.00 unasked']);
  });
  it('call a number of the shop one, where the first called it one of the order', () => {
    const [line] = screen(['交易 KQ2026110388417']);
    const number = 'KQ2026110388417';
    const said = (part: 'orderNo' | 'merchantOrderNo', kind: 'payment' | 'other' | 'order'): string[] => {
      const cell = { text: number, line: line! };
      const first = { key: 'orderNo', value: number, text: number, confidence: 1, certain: true, by: 'label' } as const;
      const run = { part, line: 0, from: 3, to: 3 + number.length, sure: 0.97 } as const;
      const field = { ...first, cells: [cell], scores: [], doubtful: false, rank: 0 };
      const both = [field, { ...field, key: 'merchantOrderNo' as const }];
      // What the first has read as both is not there a third time.
      expect(heardTwice(both, [line!], [run], 'payment').map(({ key }) => key)).toEqual(['orderNo', 'merchantOrderNo']);
      return heardTwice([field], [line!], [run], kind).map(({ key }) => key);
    };
    expect(said('merchantOrderNo', 'payment')).toEqual(['merchantOrderNo', 'orderNo']);
    expect(said('merchantOrderNo', 'other')).toEqual(['merchantOrderNo']);
    expect(said('merchantOrderNo', 'order')).toEqual(['orderNo']);
    expect(said('orderNo', 'payment')).toEqual(['orderNo']);
    const page = ['= 账单详情', '商户单号 | KQ2026110388417', '付款金额 | ¥35.00', '付款时间 | 2026-09-13 17:39:05'];
    const keys = understand(screen(page), SIZE).fields.map(({ key }) => key);
    expect(keys.filter((key) => key === 'merchantOrderNo')).toHaveLength(1);
  });
  it('take no time and no error out of a talk by its look alone', () => {
    const [line] = screen(['2026-09-13 17:39:05']);
    const run = { part: 'paidAt', line: 0, from: 0, to: 19, sure: 0.999 } as const;
    expect(heardTwice([], [line!], [run], 'chat')).toEqual([]);
    expect(heardTwice([], [line!], [run], 'payment')).toHaveLength(1);
  });
  it('offer an error where something failed, and only where nothing else is one', () => {
    const [line, other] = screen(['货舱已满，无法入库', '入库失败，请稍后重试']);
    const run = { part: 'failure', line: 0, from: 0, to: 9, sure: 0.999 } as const;
    const keysOn = (kind: Kind): string[] => heardTwice([], [line!], [run], kind).map(({ key }) => key);
    expect(keysOn('failure')).toEqual(['failure']);
    for (const kind of ['order', 'payment', 'chat'] as const) expect(keysOn(kind)).toEqual([]);
    const cells = [{ text: other!.text, line: other!, scores: other!.scores! }];
    const value = { value: other!.text, text: other!.text, cells, scores: other!.scores!, doubtful: false };
    const stated = foundOf('failure', value, 'sentence');
    expect(heardTwice([stated], [line!, other!], [run], 'failure')).toHaveLength(1);
  });
  it('show goods in their place that the second does not know, where neither found any else', () => {
    const [line, other] = screen(['青麦游戏小时卡', '白露月卡']);
    const cells = [{ text: line!.text, line: line!, scores: line!.scores! }];
    const value = { value: line!.text, text: line!.text, cells, scores: line!.scores!, doubtful: false };
    const inPlace = foundOf('product', value, 'position');
    const goods = (kind: Kind, runs: Parameters<typeof heardTwice>[2]) =>
      heardTwice([inPlace], [line!, other!], runs, kind).map((field) => [field.value, field.by]);
    expect(goods('order', [])).toEqual([['青麦游戏小时卡', 'guess']]);
    expect(goods('failure', [])).toEqual([]);
    const run = { part: 'product', line: 1, from: 0, to: 4, sure: 0.97 } as const;
    expect(goods('order', [run])).toEqual([['白露月卡', 'guess']]);
  });
  it.each([
    ['the same letters of a name', 'merchant', 0, true, 0.9],
    ['a letter less of a name', 'merchant', 1, true, 0.42],
    ['the same letters of text that was laid out', 'merchant', 0, false, 0.56],
    ['the same letters of a number of a wallet', 'tradeNo', 0, true, 0.56],
    ['the same letters of a time that was laid out', 'orderedAt', 0, false, 0.9],
  ] as const)('agree, unsure as the second is, on %s', (_, key, left, isPlaced, second) => {
    const text = '禾火书坊';
    const [line] = screen([text]);
    const cells = [{ text, line: line!, scores: line!.scores! }];
    const field = foundOf(key, { value: text, text, cells, scores: line!.scores!, doubtful: false }, 'label');
    const run = { part: key, line: 0, from: left, to: text.length, sure: 0.56 } as const;
    expect(heardTwice([field], [line!], [run], 'order', isPlaced)[0]!.second).toBe(second);
    expect(heardTwice([field], [line!], [{ ...run, sure: 0.4 }], 'order', isPlaced)[0]!.second).toBeLessThan(0.5);
  });
  it('take a number behind a known label for nothing else', () => {
    const number = '88120039447001223';
    const [line] = screen([number]);
    const cells = [{ text: number, line: line!, scores: line!.scores! }];
    const value = { value: number, text: number, cells, scores: line!.scores!, doubtful: false };
    const run = { part: 'tradeNo', line: 0, from: 0, to: number.length, sure: 0.999 } as const;
    const ofShop = heardTwice([foundOf('cardCode', value, 'label')], [line!], [run], 'order');
    expect(ofShop.map(({ key }) => key)).toEqual(['cardCode']);
    const told = heardTwice([foundOf('orderNo', value, 'label')], [line!], [run], 'order');
    expect(told.map(({ key }) => key)).toEqual(['orderNo']);
    // What only looks like a wallet's, and is the order's to the second reader, is the order's.
    const likely = foundOf('tradeNo', value, 'position');
    const heard = heardTwice([{ ...likely, spokenFor: true }], [line!], [{ ...run, part: 'orderNo' }], 'order');
    expect(heard).toEqual([expect.objectContaining({ key: 'orderNo', value: number, alone: 0.999 })]);
  });
  it('are two of text without places as well, and no value has one', () => {
    const lines = ['订单编号：88120039447001', '合计：¥35.00', '店铺：白杨书屋'].map((text) => ({ text }));
    const { fields } = understand(lines);
    expect(fields.find(({ key }) => key === 'orderNo')?.second).toBeGreaterThan(0.9);
    expect(fields.every(({ box }) => box === undefined)).toBe(true);
  });
});
