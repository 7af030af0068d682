import { expect, test } from 'vitest';
import { summaryOf } from '../../src/clerk/cases/case-view.ts';
import { aContact } from '../law/a-case.ts';
import { ready } from '../law/ready-case.ts';

// 今天没有到期的事, the home screen said over a case whose second step was for today.
test('a case in a line counts all that is for today, and not its first step alone', () => {
  const contacts = [
    aContact(1, { channel: 'merchant', at: '2026-11-18', result: 'refused', said: '不退' }),
    aContact(2, { channel: 'payment', at: '2026-11-18', filedOn: '2026-11-18' }),
  ];
  const snapshot = ready({ contacts }, { signs: 'none' });
  const { next, dueToday } = summaryOf(snapshot);
  expect(next!.action).not.toContain('支付机构');
  expect(dueToday).toBeGreaterThan(0);
  expect(summaryOf({ ...snapshot, today: '2026-11-18' }).dueToday).toBe(0);
});
