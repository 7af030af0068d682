import { BASIS_FILE, GATE_FILES } from '../knowledge/built/route.ts';
import type { Contract } from '../knowledge/schema/condition.ts';
import type { BasisId, Plea } from '../knowledge/schema/route.ts';
import type { FactKey } from '../model/facts.ts';
import { holdsWhen } from './route/conditions.ts';
import type { Situation } from './route/situation.ts';
import { type Standing, standingOf } from './route/standing.ts';

export type { BasisId, Plea };

/** The legal relation that a case stands in: what may be pleaded in it, and what never. */
export interface Basis {
  id: BasisId;
  rules: string[];
  /** Grounds that letters cite where none of the law of the dispute may be cited. */
  cites: readonly string[];
  /** What went wrong, in place of how the dispute tells it. */
  told?: string;
  /** What the purchase made, where it shows. */
  contract?: Contract;
  /** Causes of action (案由), the fitting one first; empty while the contract is not known. */
  causes: string[];
  pleads: Plea[];
  /** All other pleas: no document makes them. */
  neverPleads: Plea[];
  /** Is the buyer protected as a consumer? */
  consumer: boolean;
  /** May the buyer sue at home (民诉法解释20)? */
  homeCourt: boolean;
  /** Who acts for the buyer. */
  represents?: 'guardian';
  /** The fact whose answer would decide the relation. */
  question?: FactKey;
}

const RELATIONS = BASIS_FILE.relations.map((row) => ({ ...row, when: holdsWhen(row.when) }));
const PLEA_ROWS = BASIS_FILE.pleas.map((row) => ({ ...row, when: holdsWhen(row.when) }));
const CONSUMER = { in: BASIS_FILE.consumer.in, when: holdsWhen(BASIS_FILE.consumer.when) };
const AT_HOME = holdsWhen('homeCourt');
const DECIDING = GATE_FILES.filter(({ basis }) => basis).map(({ key, when }) => ({ key, open: holdsWhen(when) }));

/** The cause of action of a contract (案由). */
export const causeOfContract = (contract: Contract): string => BASIS_FILE.causes[contract];

/** The relation of a situation whose standing is known already. */
export function basisFor(standing: Standing): Basis {
  const relation = RELATIONS.find(({ when }) => when(standing))!;
  const { id, rules, cites, told, represents } = relation;
  const may = PLEA_ROWS.filter((row) => row.in.includes(id) && row.when(standing)).map(({ plea }) => plea);
  const cause = relation.cause ?? (standing.contract && BASIS_FILE.causes[standing.contract]);
  const question = DECIDING.find(({ open }) => open(standing))?.key;
  return {
    id,
    rules: [...rules],
    cites,
    ...(told === undefined ? {} : { told }),
    ...(standing.contract === undefined ? {} : { contract: standing.contract }),
    causes: cause === undefined ? [] : [cause],
    pleads: may,
    neverPleads: PLEA_ROWS.map(({ plea }) => plea).filter((plea) => !may.includes(plea)),
    consumer: CONSUMER.in.includes(id) && CONSUMER.when(standing),
    homeCourt: AT_HOME(standing),
    ...(represents === undefined ? {} : { represents }),
    ...(question === undefined ? {} : { question }),
  };
}

/**
 * The legal relation that a situation shows: sale, service, void contract, a minor's, money that went astray, no
 * consumer's, foreign, or unknown. It decides who answers, which door opens, and what a document may plead.
 */
export const basisOf = (situation: Situation): Basis => basisFor(standingOf(situation));
