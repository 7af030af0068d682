import { expect, it } from 'vitest';
import { basisOf } from '../../src/law/basis.ts';
import { route } from '../../src/law/route/route.ts';
import { parseSituation } from '../../src/law/route/situation.ts';
import { standingOf } from '../../src/law/route/standing.ts';
import type { LawRow } from '../golden/situations-law.ts';

const TODAY = '2026-11-25';

/** Holds each situation against what was worked out from the law, and prints how many held. */
export function checkSituations(rows: readonly LawRow[], atLeast: number): void {
  let held = 0;
  it.each(rows)('$name', (row) => {
    const facts = JSON.parse(JSON.stringify(row.facts)) as Record<string, unknown>;
    const situation = parseSituation(facts, TODAY);
    const answer = route(situation);
    const basis = basisOf(situation);
    const standing = standingOf(situation);
    const channel = (id: string) => answer.channels.find((one) => one.id === id)!;
    const rulesAt = (id: string) => channel(id).reasons.map(({ rule }) => rule);
    expect(answer.basis).toMatchObject({ id: row.basis });
    expect(basis.id).toBe(row.basis);
    if (row.liable) expect(answer.liable).toEqual(row.liable);
    if (row.status) {
      const status = Object.fromEntries(Object.keys(row.status).map((id) => [id, channel(id).status]));
      expect(status).toEqual(row.status);
    }
    for (const [id, rules] of Object.entries(row.rules ?? {}))
      expect(rulesAt(id), id).toEqual(expect.arrayContaining(rules));
    for (const [id, rules] of Object.entries(row.rulesNot ?? {}))
      expect(
        rulesAt(id).filter((rule) => rules.includes(rule)),
        id,
      ).toEqual([]);
    const warned = answer.warnings.map(({ rule }) => rule);
    expect(warned).toEqual(expect.arrayContaining(row.warn ?? []));
    expect(warned.filter((rule) => row.warnNot?.includes(rule))).toEqual([]);
    expect(basis.pleads).toEqual(expect.arrayContaining(row.pleads ?? []));
    expect(basis.neverPleads).toEqual(expect.arrayContaining(row.never ?? []));
    expect(basis.pleads.filter((one) => basis.neverPleads.includes(one))).toEqual([]);
    if (row.cause !== undefined) expect(basis.causes[0]).toBe(row.cause);
    if (row.homeCourt !== undefined) expect(basis.homeCourt).toBe(row.homeCourt);
    if (row.consumer !== undefined) expect(basis.consumer).toBe(row.consumer);
    expect(basis.represents).toBe(row.guardian ? 'guardian' : basis.represents);
    if (row.asks !== undefined) expect(basis.question).toBe(row.asks);
    if (row.limitation !== undefined) expect(standing.limitationEndsOn).toBe(row.limitation);
    if (row.rescission !== undefined) expect(standing.rescissionEndsOn).toBe(row.rescission);
    if (row.unsaid) expect(JSON.stringify(answer)).not.toMatch(row.unsaid);
    held += 1;
  });
  it('prints how many held', () => {
    console.log(`situations: ${held} of ${rows.length} held`);
    expect(rows.length).toBeGreaterThanOrEqual(atLeast);
    expect(held).toBe(rows.length);
  });
}
