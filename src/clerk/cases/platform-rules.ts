import { getExhibit } from '../../casefile/exhibits.ts';
import { addPlatformRule, listPlatformRules } from '../../casefile/platform-rules.ts';
import { PLATFORM_DEFAULTS } from '../../law/rules/platform-defaults.ts';
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
export function assumedPlatformRules(): { id: string; says: string }[] {
  return PLATFORM_DEFAULTS.map(({ id, says }) => ({ id, says }));
}
