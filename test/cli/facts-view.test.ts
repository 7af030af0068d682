import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { factLines } from '../../src/cli/views/facts.ts';
import type { Facts } from '../../src/model/facts.ts';

const facts: Facts = {
  merchant: {
    value: '青柠网络',
    status: 'read',
    sources: [5, 1, 4].map((exhibit) => ({ exhibit, text: '青柠网络' })),
  },
  sellerName: { value: '广州青柠网络科技有限公司', status: 'given', sources: [] },
};
const shown = (also: 'sellerName'[]): string =>
  factLines(facts, new Chalk({ level: 0 }), { keys: true, mask: true, all: false, also, width: 80 }).join('\n');

// `kameng facts sellerName=…` said 另有 1 项 and did not show what it had set.
test('what was just set is never folded away', () => {
  expect(shown(['sellerName'])).toContain('广州青柠网络科技有限公司');
  expect(shown([])).toMatch(/另有 1 项：kameng facts --all/);
});

test('exhibits stand in their order', () => expect(shown([])).toContain('证据 1、4、5'));

test('what is asked for its letters says so', () => {
  const asked = (confidence: number): string => {
    const sources = [{ exhibit: 2, text: '青柠网络', confidence, by: 'label' as const }];
    const merchant = { value: '', status: 'conflict' as const, sources, candidates: [{ value: '青柠网络', sources }] };
    return factLines({ merchant }, new Chalk({ level: 0 }), { keys: true, mask: true, all: false, width: 80 }).join('');
  };
  expect(asked(0.5)).toContain('像是 青柠网络  待确认，证据 2，图不清楚，字可能认错');
  expect(asked(0.97)).toContain('待确认，证据 2，有标签');
});
