import type { SOURCES, STARTS } from '../../knowledge/built/law.ts';
import type * as schema from '../../knowledge/schema/law.ts';
import type { StatuteKey } from './statutes.ts';

export type { Unit } from '../../knowledge/schema/law.ts';

/** What starts a clock: a key of `knowledge/law/starts.yaml`. */
export type StartEvent = keyof typeof STARTS;
export type Clock = schema.Clock<StartEvent>;
export type Cite = schema.Cite<StatuteKey>;
/** One version of one rule. */
export type Rule = schema.Rule<StatuteKey, keyof typeof SOURCES, StartEvent>;
