import { RULE_TABLES } from '../../src/knowledge/built/law.ts';
import type { Rule } from '../../src/law/rules/rule.ts';

/** Every version of every rule, in the order of `docs/rules.md`; only tests and that page look at all versions. */
export const EVERY_RULE: readonly Rule[] = RULE_TABLES.flatMap(({ rules }) => rules);

/** The day on which tests that name none ask for the law. */
export const TODAY = '2026-11-22';
