import { describe, expect, it } from 'vitest';
import { vetVerdict, type VetAnswers } from '../../src/law/vetting/vetting.ts';
import { VET_ITEMS } from '../../src/law/vetting/vetting-items.ts';

const WELL: VetAnswers = Object.fromEntries(VET_ITEMS.map((item) => [item.id, item.good]));
/** The addresses that may be named to a buyer. */
const NAMED = [
  '12315.cn',
  'tsgs.12315.cn',
  'cyberpolice.mps.gov.cn',
  '12321.cn',
  '12377.cn',
  'zxfw.court.gov.cn',
  'flk.npc.gov.cn',
  'samr.gov.cn',
  'tousu.sina.com.cn',
];

describe('the verdict before buying', () => {
  it('goes only when all is known and well', () => {
    expect(vetVerdict(WELL)).toMatchObject({ verdict: 'go', unknown: 0 });
    expect(vetVerdict({ ...WELL, terms_saved: 'unknown' })).toMatchObject({ verdict: 'caution', unknown: 1 });
    expect(vetVerdict({})).toMatchObject({ verdict: 'caution', unknown: VET_ITEMS.length });
  });
  it.each(VET_ITEMS)('$id weighs what it says', ({ id, good, weight, bad }) => {
    const outcome = vetVerdict({ ...WELL, [id]: good === 'yes' ? 'no' : 'yes' });
    expect(outcome.verdict).toBe(weight);
    expect(outcome.reasons[0]).toMatchObject({ id, level: weight, text: bad });
  });
  it('stops at a private account whatever else is well or unknown', () => {
    expect(vetVerdict({ personal_account: 'yes' })).toMatchObject({
      verdict: 'stop',
      reasons: [{ id: 'personal_account', rule: 'PLT-15' }, ...Array(VET_ITEMS.length - 1).fill(expect.anything())],
    });
  });
  it('refuses what is not on the list', () => {
    expect(() => vetVerdict({ karma: 'yes' })).toThrow(/核查清单/);
    expect(() => vetVerdict({ licence: 'maybe' as never })).toThrow(/回答不对/);
  });
  it('names no address beyond the known ones', () => {
    const named = VET_ITEMS.flatMap(({ how }) => how.match(/[a-z0-9.-]+\.(?:cn|com)(?:\.cn)?/g) ?? []);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((address) => !NAMED.includes(address))).toEqual([]);
  });
});
