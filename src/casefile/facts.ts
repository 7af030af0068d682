import type { Fact, FactKey, Facts, FactStatus } from '../model/facts.ts';
import type { CaseFile } from './case-file.ts';
import { insertRow, nextNumber } from './journal.ts';

type FactRow = readonly [
  key: FactKey,
  value: string,
  status: FactStatus | 'none',
  sources: string,
  candidates: string | null,
  againstWhy: string | null,
];

/** The facts as they stand now: the newest row of each key. Older rows stay. */
export function currentFacts(file: CaseFile): Facts {
  // One way through a table of some dozen rows takes half as long as to have SQLite find the newest of each key.
  const query = 'SELECT key, value, status, sources, candidates, against_why FROM facts ORDER BY id';
  const rows = file.read(() => file.prepare(query).raw().all()) as FactRow[];
  const newest = new Map<FactKey, FactRow>();
  for (const row of rows) {
    // In the order of the rows that stand.
    newest.delete(row[0]);
    newest.set(row[0], row);
  }
  const facts: Facts = {};
  for (const [key, value, status, sources, candidates, againstWhy] of newest.values()) {
    if (status === 'none') continue;
    facts[key] = {
      value,
      status,
      sources: JSON.parse(sources) as Fact['sources'],
      ...(candidates === null ? {} : { candidates: JSON.parse(candidates) as NonNullable<Fact['candidates']> }),
      ...(againstWhy === null ? {} : { againstWhy }),
    };
  }
  return facts;
}

/** The guesses that were said to be wrong and left without an answer since: what each exhibit-read value was. */
export function dismissedGuesses(file: CaseFile): Partial<Record<FactKey, string[]>> {
  const rows = file.read(() =>
    file
      .prepare(
        `SELECT key, candidates FROM facts
          WHERE id IN (SELECT max(id) FROM facts GROUP BY key) AND status = 'none' AND candidates IS NOT NULL`,
      )
      .all(),
  ) as { key: FactKey; candidates: string }[];
  return Object.fromEntries(
    rows.map(({ key, candidates }) => [
      key,
      (JSON.parse(candidates) as NonNullable<Fact['candidates']>).map(({ value }) => value),
    ]),
  );
}

/** Records that what was guessed of a fact is wrong, and nothing else is known of it. */
export function dismissGuess(file: CaseFile, key: FactKey, candidates: NonNullable<Fact['candidates']>): void {
  writeRow(file, 'fact.dismiss', key, undefined, candidates);
}

/** Records a fact as it now is; undefined takes it back (its history stays). */
export function recordFact(file: CaseFile, key: FactKey, fact: Fact | undefined): void {
  writeRow(file, fact ? 'fact.set' : 'fact.clear', key, fact, fact?.candidates);
}

function writeRow(
  file: CaseFile,
  action: string,
  key: FactKey,
  fact: Fact | undefined,
  candidates: Fact['candidates'],
): void {
  file.write(() => {
    const id = nextNumber(file, 'facts');
    insertRow(file, action, 'facts', {
      id,
      key,
      value: fact?.value ?? '',
      status: fact?.status ?? 'none',
      sources: JSON.stringify(fact?.sources ?? []),
      candidates: candidates ? JSON.stringify(candidates) : null,
      set_at: file.now(),
      against_why: fact?.againstWhy ?? null,
    });
  });
}
