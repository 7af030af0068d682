import type { OfferedRule } from '../../clerk/cases/offered-rules.ts';
import { printable } from '../../model/text.ts';

const UNITS: Record<OfferedRule['unit'], string> = { hour: '小时', day: '天', workday: '个工作日' };

/** `证据 3 上写着“…”：48小时，从收货起算` */
export function offeredWords({ number, unit, start, quote: words, exhibit }: OfferedRule): string {
  const from = start ? `从${start.label}起算` : '没写从什么时候起算';
  return `证据 ${exhibit} 上写着“${printable(words)}”（${number} ${UNITS[unit]}，${from}）`;
}

/** The command that takes it over, in words. */
export function takeOverWords({ key, number, unit, exhibit }: OfferedRule): string[] {
  return ['platform', `${key}=${number}${UNITS[unit].replace('个', '')}`, '--exhibit', String(exhibit)];
}

/** The same as it is typed. */
export const offeredCommand = (rule: OfferedRule): string => ['kameng', ...takeOverWords(rule)].join(' ');
