import { hiderOf } from '../../letters/values/hiding.ts';
import { choicesOf } from '../../letters/values/show.ts';
import { factSpec, maskValue, type FactKey } from '../../model/facts.ts';
import { showMoment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { lintText } from '../../words/lint/lint.ts';
import { mask, NUMBER_KEYS, privateValues } from './private-values.ts';

/** What may be said of the case to this reader. */
export interface Reader {
  redacted: boolean;
  /** A text of the case with what this reader need not see covered. */
  cover(text: string): string;
  /** A value of a fact, as people read it. */
  value(key: FactKey, value: string): string;
}

/**
 * @param redacted names, numbers and codes are covered
 * @param whole private values stand in full; without it they are masked as on the screen
 */
export function readerOf(
  snapshot: CaseSnapshot,
  { redacted, whole = false }: { redacted: boolean; whole?: boolean },
): Reader {
  const hidden = redacted ? privateValues(snapshot) : [];
  const hide = redacted ? hiderOf(snapshot, { redacted, clearCode: false }) : (text: string) => text;
  const cover = (text: string): string => (redacted ? coverNumbers(hide(mask(text, hidden))) : text);
  return {
    redacted,
    cover,
    value(key, value) {
      const spec = factSpec(key);
      if (redacted && (spec.private || NUMBER_KEYS.includes(key))) return `【${spec.label}】`;
      // His own name is no secret from the buyer, as on the screen.
      if (spec.private && !whole && key !== 'buyerName') return maskValue(value);
      if (spec.type === 'money') return `${value} 元`;
      if (spec.type === 'moment') return showMoment(value);
      return choicesOf(key, value)?.join('、') ?? cover(value);
    },
  };
}

/** Numbers of anyone, as the reader of texts that go out knows them. */
function coverNumbers(text: string): string {
  const found = lintText(text, { audience: 'public' }).filter(({ kind }) => kind === 'privacy');
  return found
    .toSorted((a, b) => b.start - a.start)
    .reduce((out, { start, end }) => `${out.slice(0, start)}【个人信息】${out.slice(end)}`, text);
}
