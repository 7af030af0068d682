import type { PlatformRule } from '../model/snapshot.ts';
import type { CaseFile } from './case-file.ts';
import { insertRow, nextNumber } from './journal.ts';

/** What this platform's own agreement says, in the order it was recorded: the last of a key counts. */
export function listPlatformRules(file: CaseFile): PlatformRule[] {
  const rows = file.read(() =>
    file
      .prepare(
        'SELECT key, number, unit, clause, quote, url, version_on AS versionOn, exhibit FROM platform_rules ORDER BY id',
      )
      .all(),
  ) as Record<string, unknown>[];
  return rows.map(
    (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as PlatformRule,
  );
}

export function addPlatformRule(file: CaseFile, rule: PlatformRule): void {
  file.write(() => {
    const id = nextNumber(file, 'platform_rules');
    insertRow(file, 'platform.rule', 'platform_rules', {
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
    });
  });
}
