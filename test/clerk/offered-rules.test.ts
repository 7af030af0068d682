import { describe, expect, it } from 'vitest';
import { offeredIn } from '../../src/clerk/cases/offered-rules.ts';
import type { TextLine } from '../../src/model/reading.ts';
import { aCase, aContact, readExhibit } from '../law/a-case.ts';

const RULE = '点卡订单请在签收后36小时内发起售后，过期不候';
const page = (no: number, kind: Parameters<typeof readExhibit>[1], ...lines: (TextLine | string)[]) =>
  readExhibit(no, kind, {}, { lines: lines.map((line) => (typeof line === 'string' ? { text: line } : line)) });
const at = (text: string, x: number, y: number, height = 20): TextLine => ({
  text,
  box: { x, y, width: 300, height },
});

describe('a window printed on an exhibit', () => {
  it('is offered with its words, its exhibit and its start', () => {
    const snapshot = aCase({ exhibits: [page(4, 'order', '订单详情', `温馨提示：${RULE}。`, '再来一单')] });
    expect(offeredIn(snapshot)).toEqual([
      {
        key: 'report_window',
        number: 36,
        unit: 'hour',
        start: { id: 'received', label: '收货' },
        quote: `温馨提示：${RULE}`,
        exhibit: 4,
      },
    ]);
  });

  it('is offered once, whichever pages print it, and beside another one', () => {
    const exhibits = [page(1, 'order', RULE), page(2, 'rule_page', RULE, '付款后10天内可投诉')];
    expect(offeredIn(aCase({ exhibits })).map((one) => [one.number, one.exhibit])).toEqual([
      [36, 1],
      [10, 2],
    ]);
  });

  it('is read over the end of a line, and not across the page', () => {
    const [before, after] = ['点卡订单请在签收后36小', '时内发起售后'];
    const runs = aCase({ exhibits: [page(1, 'order', at(before, 30, 100), at(after, 30, 126))] });
    expect(offeredIn(runs)[0]?.quote).toBe(before + after);
    for (const apart of [at(after, 30, 300), at(after, 400, 126), at(after, 30, 126, 60)])
      expect(offeredIn(aCase({ exhibits: [page(1, 'order', at(before, 30, 100), apart)] }))).toEqual([]);
  });

  it('is none in a talk, on an exhibit that does not count, or where the platform knows already', () => {
    const order = page(1, 'order', RULE);
    const none = [
      aCase({ exhibits: [page(1, 'chat', RULE)] }),
      aCase({ exhibits: [page(1, 'chat_log', RULE)] }),
      aCase({ exhibits: [{ ...order, withdrawn: { at: '2026-11-21T10:00:00+08:00', why: '传错了' } }] }),
      aCase({ exhibits: [{ ...order, foreign: '订单号不同' }] }),
      aCase({ exhibits: [order], platformRules: [{ key: 'report_window', number: 5, unit: 'day', quote: '五天' }] }),
      aCase({ exhibits: [order], contacts: [aContact(1, { channel: 'platform', at: '2026-11-21T10:00:00+08:00' })] }),
      aCase({ exhibits: [order], closedAt: '2026-11-21T10:00:00+08:00' }),
    ];
    expect(none.flatMap(offeredIn)).toEqual([]);
    expect(offeredIn(aCase({ exhibits: [order] }))).toHaveLength(1);
  });
});
