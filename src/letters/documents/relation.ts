import { findRule, ruleValue } from '../../law/rules/index.ts';
import { GROUND_KEYS } from '../../law/rules/grounds.ts';
import { KamengError } from '../../model/errors.ts';
import type { FactKey } from '../../model/facts.ts';
import { chinaDay } from '../../model/moment.ts';
import type { GroundKey } from '../story/law.ts';
import type { Values } from '../values/values.ts';
import type { Draft } from './draft.ts';

/** There is no contract to be carried out: only what was paid can be asked back. */
export const onlyReturn = ({ basis }: Values): boolean => !basis.pleads.includes('breach');

/** Was somebody younger than that on the day of paying? undefined while one of the days is not known. */
function youngerThan(values: Values, years: number): boolean | undefined {
  const [born, paid] = [values.raw('buyerBorn'), values.raw('paidAt')];
  if (born === undefined || paid === undefined) return undefined;
  const day = chinaDay(born);
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}` > chinaDay(paid);
}

/** A number of years of a rule, by the version of the day of writing; nothing where none is in force. */
function yearsOf(values: Values, rule: string, name: string): number | undefined {
  const { today } = values.snapshot;
  return findRule(rule, today) ? ruleValue(rule, name, today) : undefined;
}

/** A child so young has no capacity at all: what it did is void, consent or not (民法典第一百四十四条). */
export function isWithoutCapacity(values: Values): boolean {
  const years = yearsOf(values, 'SUB-26', 'limited');
  return values.basis.id === 'minor' && years !== undefined && youngerThan(values, years) === true;
}

/** What letters cite where none of the law of the dispute may be cited. */
function relationLaw(values: Values): GroundKey[] {
  const keys = values.basis.cites.filter((key): key is GroundKey => (GROUND_KEYS as readonly string[]).includes(key));
  return isWithoutCapacity(values) ? keys.map((key) => (key === 'minor_consent' ? 'minor_void' : key)) : keys;
}

/** Cites the law of the dispute; where the legal relation allows none of it, that of the relation. */
export function citeMatter(values: Values, keys: readonly GroundKey[], cite: Draft['cite']): void {
  if (keys.length === 0) return;
  const cited = keys.filter((key) => cite(key) !== undefined);
  if (cited.length === 0) for (const key of relationLaw(values)) cite(key);
}

/** Who acts for a minor and how old it was: without them nobody can say what its payment is worth. */
export const GUARDED: readonly FactKey[] = ['buyerName', 'buyerBorn', 'guardianName'];

/** That the payment is not approved; of who has no capacity at all there is nothing to approve. */
const refusesApproval = (values: Values, of: string): string => (isWithoutCapacity(values) ? '' : `，对${of}不予追认`);

/** Who paid, in the few characters of a chat or a form, where a guardian speaks; empty else. */
export const sayMinor = (values: Values): string =>
  values.basis.represents === 'guardian'
    ? `付款人系未成年人，其监护人要求返还价款${refusesApproval(values, '该笔付款')}。`
    : '';

/**
 * The first sentence where a guardian speaks: who paid, how old, and that the payment is not approved. Empty else.
 * @throws KamengError NOT_A_MINOR when the birthday says otherwise
 */
export function sayGuardian(values: Values): string {
  if (values.basis.represents !== 'guardian' || values.redacted) return '';
  if (!GUARDED.every((key) => values.raw(key) !== undefined)) return '';
  const years = yearsOf(values, 'SUB-19', 'grown');
  if (years !== undefined && youngerThan(values, years) === false)
    throw new KamengError('NOT_A_MINOR', '按出生日期，付款时已经成年，不能按未成年人付款来写', {
      hints: ['付款的是成年人：kameng facts buyer=adult', '出生日期记错了就改正：kameng facts buyerBorn=…'],
    });
  const payer = `付款人${values.show('buyerName')}，${values.show('buyerBorn')}出生，系未成年人`;
  const asks = `作为其法定代理人提出请求${refusesApproval(values, '下述付款')}`;
  return `${payer}；监护人${values.show('guardianName')}${asks}。`;
}
