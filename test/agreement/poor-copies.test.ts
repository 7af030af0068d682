import { describe, expect, it } from 'vitest';
import { reconcile, type ReadExhibit } from '../../src/agreement/reconcile.ts';
import type { Kind } from '../../src/model/evidence.ts';
import type { FactKey } from '../../src/model/facts.ts';
import { exhibit } from './an-exhibit.ts';

/** An exhibit that was read off a poor picture; `?value` was read alike more than once and does not stand. */
function poor(no: number, kind: Kind, values: Partial<Record<FactKey, string>>): ReadExhibit {
  const one = exhibit(no, kind, values);
  const fields = one.reading.fields.map((field) =>
    field.certain ? field : { ...field, confidence: 0.5, unclear: true as const },
  );
  const notes = [{ code: 'PICTURE_POOR', message: '', severity: 'warning' as const }];
  return { ...one, reading: { ...one.reading, fields, notes } };
}
const factsOf = (...exhibits: ReadExhibit[]) => reconcile(exhibits).facts;
const line = (text: string) => ({ text, box: { x: 0, y: 0, width: 400, height: 30 }, confidence: 0.99 });

describe('what was read off a poor picture', () => {
  it('is shown for a yes where its letters alone are in doubt', () => {
    const { merchant } = factsOf(poor(1, 'order', { merchant: '?柚见数娱' }));
    expect(merchant).toMatchObject({ status: 'conflict', candidates: [{ value: '柚见数娱' }] });
    expect(factsOf(exhibit(1, 'order', { merchant: '?柚见数娱' })).merchant).toBeUndefined();
  });

  it('is asked where another poor picture has the same doubtful letters: one blur misreads them alike', () => {
    const both = [poor(1, 'order', { merchant: '?柚见数娱' }), poor(2, 'chat', { merchant: '?柚见数娱' })];
    expect(factsOf(...both).merchant?.status).toBe('conflict');
    const numbers = [poor(1, 'order', { orderNo: '?70418826630155' }), poor(2, 'chat', { orderNo: '?70418826630155' })];
    expect(factsOf(...numbers).orderNo).toMatchObject({ status: 'read', value: '70418826630155' });
  });

  it('stands where a clear exhibit says the same, and not where another poor one does', () => {
    const chat = exhibit(2, 'chat', {}, { lines: [line('老板，在柚见数娱买的点卡用不了')] });
    const { notes } = poor(3, 'chat', {}).reading;
    const page = poor(1, 'order', { merchant: '?柚见数娱' });
    expect(factsOf(page, chat).merchant).toMatchObject({ status: 'read', value: '柚见数娱' });
    const blurred = { ...chat, reading: { ...chat.reading, notes } };
    expect(factsOf(page, blurred).merchant?.status).toBe('conflict');
  });

  it('yields to a clear exhibit that has a letter other', () => {
    const { merchant, orderNo } = factsOf(
      poor(1, 'order', { merchant: '柚贝数娱', orderNo: '70418826630155' }),
      exhibit(2, 'chat', { merchant: '柚见数娱', orderNo: '70418826680155' }),
    );
    expect(merchant).toMatchObject({ status: 'read', value: '柚见数娱' });
    expect(orderNo).toMatchObject({ status: 'read', value: '70418826680155' });
  });
});

describe('two readings that differ in letters that look alike', () => {
  it('are asked, of goods too, of which a purchase may have several', () => {
    const facts = factsOf(
      exhibit(1, 'order', { product: '末日远征 通行证' }),
      exhibit(2, 'payment', { product: '未日远征 通行证' }),
    );
    expect(facts.product?.candidates?.map(({ value }) => value)).toEqual(['末日远征 通行证', '未日远征 通行证']);
  });
  it('are one where one of them is sure', () => {
    const facts = factsOf(
      exhibit(1, 'order', { product: '末日远征 通行证' }),
      exhibit(2, 'payment', { product: '?未日远征 通行证' }),
    );
    expect(facts.product).toMatchObject({ status: 'read', value: '末日远征 通行证' });
  });
});
