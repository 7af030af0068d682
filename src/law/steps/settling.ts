import { type Fact, type FactKey, factSpec, standingOf } from '../../model/facts.ts';

/** What every shell takes as it is, and fits a line. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,15}$/u;

/**
 * How a fact that is open is settled, as a step words it: with the value that was read, where it is the only one and
 * can be typed as it stands.
 */
export function settling(key: FactKey, fact: Fact): string {
  const { label, type, private: hidden } = factSpec(key);
  const only = fact.candidates?.length === 1 && standingOf(fact) === 'asked' ? fact.candidates[0]! : undefined;
  const offered = only && type === 'text' && !hidden && PLAIN.test(only.value);
  return offered
    ? `定下${label}，像是“${only.value}”：kameng facts ${key}=${only.value}`
    : `定下${label}：kameng facts ${key}=正确的值`;
}
