import { describe, expect, it } from 'vitest';
import { KamengError } from '../../src/model/errors.ts';
import { checkRules } from '../../src/law/rules/schema.ts';
import {
  citations,
  findRule,
  isPlatformRule,
  isStatable,
  lawText,
  nearestRules,
  RULES,
  ruleText,
  ruleValue,
} from '../../src/law/rules/index.ts';
import { type Rule } from '../../src/law/rules/rule.ts';
import { STATUTES, statuteOf } from '../../src/law/rules/statutes.ts';

const SOUND: Rule = {
  id: 'REG-01',
  cites: [['measures', '第十五条']],
  says: '七个工作日内决定是否受理。',
  clocks: [{ id: 'decide', what: '决定', n: 7, unit: 'workday', start: 'received', whose: 'other', moves: 'none' }],
  inForceFrom: '2026-04-15',
  sources: ['S1'],
  certainty: 'V',
  checkedOn: '2026-11-22',
};

describe('the rule tables', () => {
  it('are sound', () => expect(checkRules(RULES)).toEqual([]));

  it('list the versions of a rule oldest first', () => {
    for (const rule of RULES) {
      const versions = RULES.filter((other) => other.id === rule.id).map((one) => one.inForceFrom ?? '');
      expect(versions).toEqual(versions.toSorted());
    }
  });

  it('are in force no earlier than the statute they stand in', () => {
    const early = RULES.filter((rule) => {
      const from = rule.cites[0] && statuteOf(rule.cites[0][0]).from;
      return from && (rule.inForceFrom ?? '') < from;
    });
    expect(early.map((rule) => rule.id)).toEqual([]);
  });

  it('cite only statutes that are in the list, and the list has none to spare', () => {
    const used = new Set(RULES.flatMap((rule) => rule.cites.map(([statute]) => statute)));
    expect(Object.keys(STATUTES).filter((key) => !used.has(key as keyof typeof STATUTES))).toEqual([]);
  });

  it('say nothing of what was not verified', () => {
    const all = JSON.stringify(RULES);
    expect(all).not.toMatch(/暂行办法|UNVERIFIED/);
    expect(['POL-12', 'FRM-04'].map((id) => findRule(id))).toEqual([undefined, undefined]);
  });
});

describe('a rule that is wrong fails the build', () => {
  const broken: [name: string, row: unknown, says: RegExp][] = [
    ['no source', { ...SOUND, sources: [] }, /needs a source/],
    ['source left out', { ...SOUND, sources: undefined }, /sources/],
    ['a source nobody knows', { ...SOUND, sources: ['S99'] }, /sources/],
    ['a wrong id', { ...SOUND, id: 'REG-1' }, /an id is like/],
    ['a lower-case id', { ...SOUND, id: 'reg-01' }, /an id is like/],
    ['a count without a unit', { ...SOUND, clocks: [{ ...SOUND.clocks![0], unit: undefined }] }, /unit/],
    ['a count of nothing', { ...SOUND, clocks: [{ ...SOUND.clocks![0], n: 0 }] }, /clocks/],
    ['a start nobody knows', { ...SOUND, clocks: [{ ...SOUND.clocks![0], start: 'someday' }] }, /start/],
    ['a sentence that hides its count', { ...SOUND, says: '很快就会决定是否受理。' }, /length with a unit/],
    ['a day that does not exist', { ...SOUND, checkedOn: '2026-02-29' }, /no such day/],
    ['an end before the beginning', { ...SOUND, inForceUntil: '2026-01-01' }, /before it began/],
    ['law without a statute', { ...SOUND, cites: [] }, /without a statute/],
    ['a statute nobody knows', { ...SOUND, cites: [['talmud', '第一条']] }, /cites/],
    ['an unverified rule', { ...SOUND, certainty: 'UNVERIFIED' }, /certainty/],
    ['a key nobody knows', { ...SOUND, note: 'x' }, /note/],
    ['working days that move', { ...SOUND, clocks: [{ ...SOUND.clocks![0], moves: 'rest_day' }] }, /needs no moving/],
    ['two clocks of one name', { ...SOUND, clocks: [SOUND.clocks![0], SOUND.clocks![0]] }, /one id/],
    ['no row at all', null, /row 0/],
  ];
  it.each(broken)('%s', (_name, row, says) => expect(checkRules([row]).join('\n')).toMatch(says));

  it('and so do two versions that overlap', () => {
    const older = { ...SOUND, inForceFrom: '2024-07-01' };
    expect(checkRules([SOUND])).toEqual([]);
    expect(checkRules([{ ...older, inForceUntil: '2026-04-14' }, SOUND])).toEqual([]);
    expect(checkRules([{ ...older, inForceUntil: '2026-04-15' }, SOUND])).toEqual([
      'REG-01: two versions overlap in time',
    ]);
    expect(checkRules([older, SOUND])).toEqual(['REG-01: two versions overlap in time']);
    expect(checkRules([SOUND, SOUND])).toEqual(['REG-01: two versions overlap in time']);
  });
});

describe('looking up', () => {
  it('picks the version by the day', () => {
    expect(findRule('REG-01', '2026-04-15')?.inForceFrom).toBe('2026-04-15');
    expect(findRule('REG-01', '2026-04-14')?.inForceUntil).toBe('2026-04-14');
    expect(findRule('REG-01', '2024-06-30')).toBeUndefined();
    expect(findRule('REG-04', '2026-04-14')).toBeUndefined();
    expect(findRule('REG-01')?.inForceFrom).toBe('2026-04-15');
  });

  it('cites the main place first, and on a day only what was in force', () => {
    expect(lawText('REG-01')).toBe('《市场监督管理投诉举报处理办法》第十五条');
    expect(lawText('REG-01', '2026-01-01')).toBe('《中华人民共和国消费者权益保护法》第四十六条');
    expect(citations('PLT-12')).toHaveLength(3);
    expect(lawText('CT-04')).toBe('法释〔2025〕14号');
    expect(lawText('FRM-05')).toBe('');
  });

  it('says a rule as surely as it is known', () => {
    expect(ruleText('REG-15').text).toMatch(/（《市场监督管理投诉举报处理办法》第九条）$/);
    expect(ruleText('POL-02').text).toMatch(/^据解读，/);
    expect(ruleText('PDEF-01').text).toMatch(/^平台规则（非法定）：/);
    expect(RULES.filter(isPlatformRule).some(isStatable)).toBe(false);
  });

  it('gives numbers by name', () => {
    expect([ruleValue('PUN-01', 'multiple'), ruleValue('PUN-01', 'minimum')]).toEqual([3, 50_000]);
    expect(() => ruleValue('PUN-01', 'maximum')).toThrow(/no value/);
  });

  it('knows what was meant, and throws with a hint', () => {
    expect(nearestRules('reg-1')).toContain('REG-01');
    expect(nearestRules('x'.repeat(100_000))).toEqual([]);
    expect(() => lawText('REG-77')).toThrow(KamengError);
    expect(() => lawText('REG-04', '2026-01-01')).toThrow(/没有收录/);
  });
});
