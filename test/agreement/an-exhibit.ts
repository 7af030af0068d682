import type { ReadExhibit } from '../../src/agreement/reconcile.ts';
import { KINDS, type Kind } from '../../src/model/evidence.ts';
import type { FactKey } from '../../src/model/facts.ts';
import type { Reading } from '../../src/model/reading.ts';
import { blankReading } from '../../src/reading/reader.ts';

/** `?value` is uncertain. */
export function exhibit(
  no: number,
  kind: Kind,
  values: Partial<Record<FactKey, string>>,
  more: Partial<Reading> = {},
): ReadExhibit {
  const fields = Object.entries(values).map(([key, value]) => {
    const certain = !value.startsWith('?');
    return {
      key: key as FactKey,
      value: value.replace(/^\?/, ''),
      text: value.replace(/^\?/, ''),
      confidence: certain ? 0.98 : 0.6,
      certain,
    };
  });
  return {
    no,
    reading: {
      ...blankReading('test', '1', 'image/png'),
      kind,
      category: KINDS[kind].category,
      confidence: 0.9,
      fields,
      ...more,
    },
  };
}

export const ORDER = {
  orderNo: '761072976091679384',
  amount: '96.50',
  paidAt: '2026-09-01T17:39:39+08:00',
  merchant: '青柠网络',
  product: 'Steam 充值卡 100元',
};
export const PAYMENT = {
  tradeNo: '2026090122001904146741483431',
  merchantOrderNo: '761072976091679384',
  orderNo: '761072976091679384',
  amount: '96.50',
  paidAt: '2026-09-01T17:39:40+08:00',
  merchant: '青柠网络',
};
