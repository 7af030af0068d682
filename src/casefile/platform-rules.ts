import type { PlatformRule } from '../model/snapshot.ts';
import type { CaseFile } from './case-file.ts';
import { insertRow, nextNumber } from './journal.ts';

/** What this platform's own agreement says, in the order it was recorded: the last of a key counts. */
export const listPlatformRules = (file: CaseFile): PlatformRule[] => allPlatformRules(file).recorded;

/** With what is printed on an exhibit and is, as somebody said, not the platform's rule. */
export function allPlatformRules(file: CaseFile): { recorded: PlatformRule[]; declined: PlatformRule[] } {
  const rows = file.read(() =>
    file
      .prepare(
        `SELECT key, number, unit, clause, quote, url, version_on AS versionOn, exhibit, declined
          FROM platform_rules ORDER BY id`,
      )
      .all(),
  ) as Record<string, unknown>[];
  const rules = (declined: 1 | null): PlatformRule[] =>
    rows
      .filter((row) => row['declined'] === declined)
      .map((row) => present({ ...row, declined: null }) as unknown as PlatformRule);
  return { recorded: rules(null), declined: rules(1) };
}

const present = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** @param options `declined`: it is printed on an exhibit and is not the platform's rule */
export function addPlatformRule(file: CaseFile, rule: PlatformRule, options: { declined?: boolean } = {}): void {
  file.write(() => {
    const id = nextNumber(file, 'platform_rules');
    insertRow(file, options.declined ? 'platform.decline' : 'platform.rule', 'platform_rules', {
      id,
      key: rule.key,
      number: rule.number ?? null,
      unit: rule.unit ?? null,
      clause: rule.clause ?? null,
      quote: rule.quote,
      url: rule.url ?? null,
      version_on: rule.versionOn ?? null,
      exhibit: rule.exhibit ?? null,
      recorded_at: file.now(),
      declined: options.declined ? 1 : null,
    });
  });
}
