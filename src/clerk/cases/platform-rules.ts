import { getExhibit } from '../../casefile/exhibits.ts';
import { addPlatformRule, listPlatformRules } from '../../casefile/platform-rules.ts';
import { platformDefaults } from '../../law/rules/index.ts';
import type { Day } from '../../model/moment.ts';
import type { PlatformRule } from '../../model/snapshot.ts';
import type { OpenCase } from './open-case.ts';

/** Records what the platform's own agreement says. @returns all that is recorded. @throws KamengError EXHIBIT_NOT_FOUND */
export function recordPlatformRules(file: OpenCase, rules: readonly PlatformRule[]): PlatformRule[] {
  for (const rule of rules) {
    if (rule.exhibit !== undefined) getExhibit(file, rule.exhibit);
    addPlatformRule(file, rule);
  }
  return listPlatformRules(file);
}

/** What is assumed of a platform whose rules nobody has recorded; none of it is law. */
export function assumedPlatformRules(onDay: Day): { id: string; says: string }[] {
  return platformDefaults(onDay).map(({ id, says }) => ({ id, says }));
}
