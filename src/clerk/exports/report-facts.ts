import { FACT_KEYS, factSpec, type FactKey } from '../../model/facts.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import type { ReportInput } from '../../papers/report/input.ts';
import type { Reader } from './reader.ts';

/** Which facts stand together, in the order of the page. */
const GROUPS: readonly [string, readonly FactKey[]][] = [
  ['纠纷', ['dispute', 'demand', 'failure', 'failedAt', 'redeemed', 'promise', 'promisedBy', 'refusal', 'signs']],
  [
    '交易',
    [
      'product',
      'quantity',
      'amount',
      'refunded',
      'orderedAt',
      'paidAt',
      'paidBy',
      'payee',
      'orderNo',
      'tradeNo',
      'merchantOrderNo',
      'cardCode',
      'account',
      'contactPhone',
      'goods',
      'purpose',
    ],
  ],
  [
    '对方',
    [
      'platform',
      'merchant',
      'site',
      'seller',
      'sellerName',
      'sellerAddress',
      'sellerPhone',
      'platformOperator',
      'platformAddress',
      'platformPhone',
    ],
  ],
  ['投诉人', ['buyerName', 'buyerPhone', 'buyerAddress', 'buyerIdNo']],
];

const STATUS_WORDS = { read: '读到', given: '本人填写', confirmed: '本人确认', conflict: '说法不一' } as const;

/** The facts of a case in groups, each value as this reader may see it. */
export function factGroups({ facts }: CaseSnapshot, reader: Reader): ReportInput['groups'] {
  const grouped = GROUPS.flatMap(([, keys]) => keys);
  const rest = FACT_KEYS.filter((key) => !grouped.includes(key));
  return [...GROUPS, ['其他', rest] as const].flatMap(([title, keys]) => {
    const rows = keys.flatMap((key) => {
      const fact = facts[key];
      if (!fact) return [];
      const conflict = fact.status === 'conflict';
      const values = conflict ? (fact.candidates ?? []).map((one) => one.value) : [fact.value];
      const sources = conflict ? (fact.candidates ?? []).flatMap((one) => one.sources) : fact.sources;
      return [
        {
          label: factSpec(key).label,
          value: values.map((value) => reader.value(key, value)).join(' / '),
          status: STATUS_WORDS[fact.status],
          exhibits: [...new Set(sources.map(({ exhibit }) => exhibit))],
          ...(conflict ? { conflict } : {}),
        },
      ];
    });
    return rows.length > 0 ? [{ title, facts: rows }] : [];
  });
}
