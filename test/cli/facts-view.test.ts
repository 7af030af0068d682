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
