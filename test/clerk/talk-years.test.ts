import { expect, test } from 'vitest';
import { currentFacts } from '../../src/casefile/facts.ts';
import { addReading } from '../../src/casefile/readings.ts';
import { reconcileFacts } from '../../src/clerk/intake/record-facts.ts';
import { snapshotOf } from '../../src/clerk/cases/snapshot.ts';
import { addBytes, temporaryCase } from '../support/case.ts';
import { exhibit } from '../agreement/an-exhibit.ts';

test('a talk without years is dated as soon as an exhibit says when it was paid', () => {
  const file = temporaryCase();
  const promise = '三天内退款给您';
  const messages = [{ yearless: '11-10T09:30+08:00', side: 'other' as const, text: promise }];
  const talk = addBytes(file, 'talk.png', new Uint8Array([1]));
  file.write(() => addReading(file, talk, exhibit(talk, 'chat', { promise }, { messages }).reading));
  reconcileFacts(file);
  expect(currentFacts(file).promisedBy).toBeUndefined();

  const voucher = addBytes(file, 'paid.png', new Uint8Array([2]));
  const paid = { amount: '30.00', paidAt: '2026-11-09T20:00:00+08:00' };
  file.write(() => addReading(file, voucher, exhibit(voucher, 'payment', paid).reading));
  reconcileFacts(file);
  expect(currentFacts(file).promisedBy?.value).toBe('2026-11-13');
  expect(snapshotOf(file).exhibits[0]!.reading!.messages![0]!.at).toBe('2026-11-10T09:30+08:00');
});
