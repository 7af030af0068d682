import { KamengError } from '../../model/errors.ts';
import { VET_ITEMS, type VetItem } from './vetting-items.ts';

export type VetAnswer = 'yes' | 'no' | 'unknown';
export type VetAnswers = Partial<Record<string, VetAnswer>>;
export type Verdict = 'go' | 'caution' | 'stop';

export interface VetReason {
  id: string;
  level: 'stop' | 'caution' | 'unknown' | 'good';
  text: string;
  rule?: string;
}

export interface VetOutcome {
  verdict: Verdict;
  /** The heaviest first. */
  reasons: VetReason[];
  unknown: number;
}

const ANSWERS: readonly string[] = ['yes', 'no', 'unknown'];
const ORDER: readonly VetReason['level'][] = ['stop', 'caution', 'unknown', 'good'];

function judge(item: VetItem, answer: VetAnswer): VetReason {
  if (answer === 'unknown') return { id: item.id, level: 'unknown', text: item.unknown };
  if (answer === item.good) return { id: item.id, level: 'good', text: item.fine };
  return { id: item.id, level: item.weight, text: item.bad, ...(item.rule === undefined ? {} : { rule: item.rule }) };
}

/**
 * Whether to buy from a platform, from the answers to the checklist. One heavy
 * fault is enough to stop; a fault, or anything that is not known, is reason for
 * care; only when all is known and well it is `go`.
 * @throws KamengError VET_ITEM_UNKNOWN, VET_ANSWER_INVALID
 */
export function vetVerdict(answers: VetAnswers): VetOutcome {
  for (const [id, answer] of Object.entries(answers)) {
    if (!VET_ITEMS.some((item) => item.id === id)) {
      throw new KamengError('VET_ITEM_UNKNOWN', `核查清单里没有“${id}”这一项`, {
        hints: [`可用：${VET_ITEMS.map((item) => item.id).join('、')}`],
      });
    }
    if (!ANSWERS.includes(answer as string)) {
      throw new KamengError('VET_ANSWER_INVALID', `“${id}”的回答不对：${String(answer)}`, {
        hints: ['可选：yes、no、unknown'],
      });
    }
  }
  const reasons = VET_ITEMS.map((item) => judge(item, answers[item.id] ?? 'unknown')).toSorted(
    (a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level),
  );
  const levels = new Set(reasons.map(({ level }) => level));
  const verdict: Verdict = levels.has('stop')
    ? 'stop'
    : levels.has('caution') || levels.has('unknown')
      ? 'caution'
      : 'go';
  return { verdict, reasons, unknown: reasons.filter(({ level }) => level === 'unknown').length };
}
