import { describe, expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { SIZE } from './lines.ts';

const line = (text: string, x: number, y: number, width: number): ScoredLine => ({
  text,
  box: { x, y, width, height: 30 },
  confidence: 0.99,
  scores: Array.from(text, () => 0.99),
});
const HEAD = [line('支付成功', 290, 40, 140), line('¥35.10', 300, 90, 120)];
const NUMBER = '4200001870202610';
const tradeNo = (...lines: ScoredLine[]) =>
  understand([...HEAD, ...lines], SIZE).fields.find(({ key }) => key === 'tradeNo');

describe('a number whose line was full', () => {
  const label = line('交易单号', 40, 160, 120);
  const full = line(NUMBER, 320, 160, 360);

  it.each([
    ['under its label', 40, 200],
    ['under itself', 320, 240],
    ['at the right edge', 500, 180],
  ])('goes on below, %s', (_, x, width) => {
    const found = tradeNo(label, full, line('177304528816', x, 196, width), line('完成', 330, 420, 60));
    expect(found?.value).toBe(`${NUMBER}177304528816`);
  });

  it('goes on below itself where its label was read as one line with it', () => {
    const both = line(`支付流水号${NUMBER}`, 40, 160, 640);
    expect(tradeNo(both, line('177304528816', 268, 196, 220))?.value).toBe(`${NUMBER}177304528816`);
  });

  it('goes on behind the mark of a list', () => {
    const listed = line(`• 交易单号：${NUMBER}`, 40, 160, 640);
    expect(tradeNo(listed, line('177304528816', 72, 196, 220))?.value).toBe(`${NUMBER}177304528816`);
  });

  it('goes on in its column, far from the edge, where a wallet has such a number', () => {
    const begun = '42000018702026101773045288';
    const beside = [line('付款时间', 400, 160, 120), line('2026-10-17 08:00', 530, 160, 150)];
    const of = (rest: string, x = 170): ReturnType<typeof tradeNo> =>
      tradeNo(label, line(begun, 170, 160, 220), ...beside, line(rest, x, 198, 20));
    expect(of('16')).toMatchObject({ value: `${begun}16`, certain: true });
    // What makes no whole number of a wallet is asked.
    expect(of('1')?.certain).toBe(false);
    expect(of('16', 420)?.value).not.toBe(`${begun}16`);
  });

  it('goes on below beside a button', () => {
    const found = tradeNo(label, full, line('17730452881', 440, 196, 160), line('复制', 620, 196, 60));
    expect(found?.value).toBe(`${NUMBER}17730452881`);
  });

  it("goes on before a button in its line, and is a wallet's whatever it is called", () => {
    const called = line('订单编号', 40, 160, 120);
    const begun = line('42000018702026101773045', 170, 160, 220);
    for (const rest of ['28816 丨 复制', '28816|复制', '28816'])
      expect(tradeNo(called, begun, line(rest, 170, 198, 130))).toMatchObject({
        value: '4200001870202610177304528816',
        certain: true,
      });
  });

  it('does not take what stands apart, says how many, or has a label of its own', () => {
    for (const below of [
      [line('177304528816', 40, 300, 200)],
      [line('x1', 40, 196, 40)],
      [line('件数', 40, 196, 60), line('12', 640, 196, 40)],
    ])
      expect(tradeNo(label, full, ...below)?.value ?? NUMBER).toBe(NUMBER);
  });
});

it('a number as wide as one that was broken may have lost its rest, and is asked', () => {
  const other = (width: number) => [line('商户单号', 40, 260, 120), line('T874P74526256828906355', 320, 260, width)];
  const broken = [
    line('交易单号', 40, 160, 120),
    line('4200002162202608032611', 320, 160, 360),
    line('305512', 580, 196, 100),
  ];
  const by = (width: number) =>
    understand([...HEAD, ...broken, ...other(width)], SIZE).fields.find(({ key }) => key === 'merchantOrderNo')?.by;
  expect(by(358)).toBe('guess');
  expect(by(300)).toBe('label');
});

it('a number that an amount is glued to is no number', () => {
  const lines = [
    line('订单详情', 290, 40, 140),
    line('订单编号', 40, 160, 120),
    line('3120998745520116.84元', 300, 160, 380),
  ];
  expect(understand(lines, SIZE).fields.filter(({ key }) => key === 'orderNo')).toEqual([]);
});
