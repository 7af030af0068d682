import { coverageOf } from '../../law/coverage/coverage.ts';
import { CHANNELS } from '../../model/dispute.ts';
import { CATEGORIES, PROOF_CATEGORIES } from '../../model/evidence.ts';
import { standingValue, type FactKey } from '../../model/facts.ts';
import { chinaDay, daysBetween } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import type { ReportInput } from '../../papers/report/input.ts';
import { outcomeWords } from '../cases/contact-words.ts';
import type { Reader } from './reader.ts';

const COVERED = { covered: '齐全', partial: '不全', missing: '缺' } as const;

/** What a reader wants to know before all else; what the case does not say is left out. */
export function glanceOf(snapshot: CaseSnapshot, reader: Reader): ReportInput['glance'] {
  const { facts, today } = snapshot;
  const value = (key: FactKey): string | undefined => {
    const standing = standingValue(facts, key);
    return standing === undefined ? undefined : reader.value(key, standing);
  };
  const paidAt = standingValue(facts, 'paidAt');
  const last = snapshot.contacts.at(-1);
  const coverage = coverageOf(snapshot);
  const rows: [string, string | undefined][] = [
    ['实付金额', value('amount')],
    ['付款', paidAt && `${chinaDay(paidAt)}（${agoWords(daysBetween(chinaDay(paidAt), today))}）`],
    ['对方', [value('merchant'), value('platform')].filter(Boolean).join(' · ')],
    ['要求', value('demand')],
    ['证据', PROOF_CATEGORIES.map((one) => `${CATEGORIES[one].label}${COVERED[coverage[one]]}`).join(' · ')],
    [
      '最近一次联系',
      last && `${chinaDay(last.at)} ${CHANNELS[last.channel].label} ${reader.cover(outcomeWords(last))}`,
    ],
  ];
  return rows.flatMap(([label, words]) => (words ? [{ label, value: words }] : []));
}

const agoWords = (days: number): string => (days <= 0 ? '今天' : `${days} 天前`);
