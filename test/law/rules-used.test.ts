import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EVERY_RULE } from './every-rule.ts';

const ROOT = join(import.meta.dirname, '../..');

/** All that advises or writes: a rule whose id stands in none of it is read on the page of rules alone. */
const USERS = ['knowledge', 'docs/help', 'src'];

/** Why a rule that nothing names is in the rulebook all the same; each is looked up with `due --rule` or `docs/rules.md`. */
const READ_ONLY: Readonly<Record<string, string>> = {
  VER: 'which version of an instrument is in force: what all other rows rest on',
  FRM: 'what a portal or an official form asks for: the templates follow them, and people look them up',
  CAL: 'how days are counted: what src/calendar and the deadlines do',
  'CT-01': 'the general venue that CT-02 and CT-22 are the exceptions and the form of',
  'CT-03': 'what a buyer holds against a clause that names another court',
  'CT-11': 'the period for evidence is set by the court and printed on its notice',
  'CT-17':
    'an order for payment is the court’s way only where nobody disputes the debt; the program does not advise it',
  'EV-02': 'what counts as an original of electronic data',
  'EV-09': 'how evidence must not be got',
  'EV-10': 'a burden that is not reversed here: kept so that nobody adds it',
  'JUR-06': 'two offices that are both competent settle it between them',
  'PLT-14': 'the thirty days before a shop closes are the trader’s duty, not the buyer’s clock',
  'POL-01': 'thresholds of other fraud than over networks',
  'PUN-02': 'what fraud is: the ground that PUN-04 asks the proof of',
  'PUN-05': 'when no added damages are due: kept beside PUN-01',
  'REF-07': 'the last ground of the list, which names none',
  'REG-03': 'time that the office does not count',
  'REG-12': 'an agent’s papers, which the program does not draw up',
  'REG-14': 'the ways in to 12315',
  'REG-26': 'which government reviews what a station did: the application leaves the name to be asked',
  'REG-18': 'why a mediation paper is confirmed by a court (CT-16)',
  'REG-23': 'what the office does with clues',
  'SUB-07': 'arguable, so that no letter states it',
  'SUB-08': 'a promise of the seller that the buyer has to find first',
  'SUB-18': 'a pointer to other law, weak by itself',
  TRP: 'traps for whoever changes this program',
};

function filesUnder(path: string): string[] {
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('every rule', () => {
  const told = USERS.flatMap((user) => filesUnder(join(ROOT, user)))
    .filter((path) => !path.includes(join('src', 'knowledge', 'built')) && !path.includes(join('law', 'rules')))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const named = new Set([...told.matchAll(/\b(?:[A-Z]{2,4}-\d{2}|REQ-ID)\b/g)].map(([id]) => id));
  const unnamed = EVERY_RULE.filter(({ id, clocks }) => !named.has(id) && clocks === undefined).map(({ id }) => id);

  test('is used by a route, a deadline, a letter or a page of help, or it is said why it is kept', () => {
    const excused = (id: string): boolean => id in READ_ONLY || id.replace(/-.*/, '') in READ_ONLY;
    expect([...new Set(unnamed)].filter((id) => !excused(id))).toEqual([]);
  });

  test('that is excused is one', () => {
    const ids = EVERY_RULE.flatMap(({ id }) => [id, id.replace(/-.*/, '')]);
    expect(Object.keys(READ_ONLY).filter((one) => !ids.includes(one))).toEqual([]);
  });
});
