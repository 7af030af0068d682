import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/agreement/reconcile.ts';
import { standingOf } from '../../src/model/facts.ts';
import { blankReading } from '../../src/reading/reader.ts';
import { doubt, readFields, screen, SIZE } from './lines.ts';

const fieldOf = (rows: string[], text: string, at: number, score: number, key: string) =>
  readFields(doubt(screen(rows), text, at, score), 'order', SIZE).find((field) => field.key === key);

describe('a letter among digits', () => {
  const number = '55120B7734109';

  it('is put right where the picture was not sure of it, and never stands so', () => {
    const field = fieldOf([`订单号 | ${number}`], number, 5, 0.6, 'orderNo');
    expect(field).toMatchObject({ value: '5512087734109', mended: number, certain: false });
    const reading = { ...blankReading('picture', '1', 'image/png'), kind: 'order' as const, fields: [field!] };
    const { orderNo } = reconcile([{ no: 1, reading }]).facts;
    expect(orderNo).toMatchObject({ value: '', candidates: [{ value: '5512087734109' }] });
    expect(standingOf(orderNo!)).toBe('asked');
  });

  it('stays where the picture was sure of it', () => {
    expect(fieldOf([`订单号 | ${number}`], number, 5, 0.99, 'orderNo')).toMatchObject({ value: number });
    expect(fieldOf([`订单号 | ${number}`], number, 5, 0.99, 'orderNo')).not.toHaveProperty('mended');
  });

  it('stays where there are too many of them to be slips, and at the head of a number', () => {
    expect(fieldOf(['订单号 | 5S1O0B77l4109'], '5S1O0B77l4109', 1, 0.6, 'orderNo')?.mended).toBeUndefined();
    expect(fieldOf(['订单号 | SB20260304771'], 'SB20260304771', 0, 0.6, 'orderNo')?.value).toBe('SB20260304771');
  });

  it('makes a time and an amount that are none without it', () => {
    const time = '2026-O3-04 12:02';
    expect(fieldOf([`下单时间 | ${time}`], time, 5, 0.5, 'orderedAt')).toMatchObject({
      value: '2026-03-04T12:02+08:00',
      mended: time,
      certain: false,
    });
    expect(fieldOf(['实付款 | ¥4S.20'], '¥4S.20', 2, 0.5, 'amount')).toMatchObject({ value: '45.20', certain: false });
  });
});
