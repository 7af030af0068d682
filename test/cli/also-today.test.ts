import { expect, test } from 'vitest';
import { alsoToday } from '../../src/cli/views/case.ts';

// 催办 stood twice in one menu, for a promise that ran out and for a complaint without an answer.
test('what else is for today is not what the first step does already', () => {
  const step = (action: string, due: string | null): { action: string; why: string; due: string | null } => ({
    action,
    why: '',
    due,
  });
  const look = step('看平台有没有答复：kameng followup --channel platform', '2026-10-21');
  const next = [
    step('催办；截图收进来：kameng letter --to urge', '2026-10-21'),
    step('平台还没有答复，催办一次：kameng letter --to urge', '2026-10-21'),
    look,
    step('写支付投诉：kameng letter --to payment', null),
    step('看商家有没有兑现：kameng followup --channel merchant', '2026-10-25'),
  ];
  expect(alsoToday(next, '2026-10-21')).toEqual([look]);
});
