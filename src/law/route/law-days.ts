import type { CaseSnapshot } from '../../model/snapshot.ts';
import type { LawDays } from '../rules/numbers.ts';
import { situationOf } from './situation-of.ts';
import { standingOf } from './standing.ts';

/** The days whose law the texts of a case mean. */
export const lawDaysOf = (snapshot: CaseSnapshot): LawDays => standingOf(situationOf(snapshot)).lawDays;
