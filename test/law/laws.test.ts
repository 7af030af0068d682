import { describe, expect, it } from 'vitest';
import { KamengError } from '../../src/model/errors.ts';
import { type Ground, ruleTableSchema } from '../../src/knowledge/schema/law.ts';
import { checkLaw, unknownSlots } from '../../src/knowledge/schema/law-checks.ts';
import { SOURCES, STARTS } from '../../src/knowledge/built/law.ts';
import { citations, findRule, isPlatformRule, isStatable, nearestRules, ruleValue } from '../../src/law/rules/index.ts';
import { sayNumbers } from '../../src/law/rules/numbers.ts';
import type { Rule } from '../../src/law/rules/rule.ts';
import { STATUTES, statuteOf } from '../../src/law/rules/statutes.ts';
import { EVERY_RULE, TODAY } from './every-rule.ts';

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
  it('list the versions of a rule oldest first', () => {
    for (const rule of EVERY_RULE) {
      const versions = EVERY_RULE.filter((other) => other.id === rule.id).map((one) => one.inForceFrom ?? '');
      expect(versions).toEqual(versions.toSorted());
    }
  });

  it('are in force no earlier than the statute they stand in', () => {
    const early = EVERY_RULE.filter((rule) => {
      const from = rule.cites[0] && statuteOf(rule.cites[0][0]).from;
      return from && (rule.inForceFrom ?? '') < from;
    });
    expect(early.map((rule) => rule.id)).toEqual([]);
  });

  it('cite only statutes that are in the list, and the list has none to spare', () => {
    const used = new Set(EVERY_RULE.flatMap((rule) => rule.cites.map(([statute]) => statute)));
    expect(Object.keys(STATUTES).filter((key) => !used.has(key as keyof typeof STATUTES))).toEqual([]);
  });

  it('say nothing of what was not verified', () => {
    const all = JSON.stringify(EVERY_RULE);
    expect(all).not.toMatch(/暂行办法|UNVERIFIED/);
    expect(['POL-12', 'FRM-04'].map((id) => findRule(id, TODAY))).toEqual([undefined, undefined]);
  });
});

/** What the build says of a file with these rows. */
function problemsOf(...rules: unknown[]): string[] {
  const parsed = ruleTableSchema.safeParse({ title: '试用', order: 1, rules });
  if (!parsed.success) return parsed.error.issues.map((issue) => [...issue.path, issue.message].join(' '));
  const { measures } = STATUTES;
  const law = { tables: { one: parsed.data }, statutes: { measures }, sources: SOURCES, starts: STARTS, grounds: [] };
  return checkLaw(law).map(({ message }) => message);
}

describe('a rule that is wrong fails the build', () => {
  const broken: [name: string, row: unknown, says: RegExp][] = [
    ['no source', { ...SOUND, sources: [] }, /needs a source/],
    ['source left out', { ...SOUND, sources: undefined }, /sources/],
    ['a source nobody knows', { ...SOUND, sources: ['S99'] }, /sources/],
    ['a wrong id', { ...SOUND, id: 'REG-1' }, /an id is like/],
    ['a lower-case id', { ...SOUND, id: 'reg-01' }, /an id is like/],
    ['a count without a unit', { ...SOUND, clocks: [{ ...SOUND.clocks![0], unit: undefined }] }, /unit/],
    ['a number of no kind', { ...SOUND, values: { fee: 50 } }, /values/],
    ['a number with a name twice', { ...SOUND, values: { decide: { days: 7 } } }, /one id/],
    ['a count of nothing', { ...SOUND, clocks: [{ ...SOUND.clocks![0], n: 0 }] }, /clocks/],
    ['a start nobody knows', { ...SOUND, clocks: [{ ...SOUND.clocks![0], start: 'someday' }] }, /start/],
    ['a sentence that hides its count', { ...SOUND, says: '很快就会决定是否受理。' }, /length of decide with its unit/],
    ['a sentence that says another length', { ...SOUND, says: '十七个工作日内决定是否受理。' }, /length of decide/],
    ['a sentence that says another unit', { ...SOUND, says: '七日内决定是否受理。' }, /length of decide/],
    ['a day that does not exist', { ...SOUND, checkedOn: '2026-02-29' }, /no such day/],
    ['an end before the beginning', { ...SOUND, inForceUntil: '2026-01-01' }, /before it began/],
    ['law without a statute', { ...SOUND, cites: [] }, /without a statute/],
    ['a statute nobody knows', { ...SOUND, cites: [['talmud', '第一条']] }, /cites/],
    ['an unverified rule', { ...SOUND, certainty: 'UNVERIFIED' }, /certainty/],
    ['a key nobody knows', { ...SOUND, note: 'x' }, /note/],
    ['working days that move', { ...SOUND, clocks: [{ ...SOUND.clocks![0], moves: 'rest_day' }] }, /needs no moving/],
    ['two clocks of one name', { ...SOUND, clocks: [SOUND.clocks![0], SOUND.clocks![0]] }, /one id/],
    ['no row at all', null, /rules 0/],
  ];
  it.each(broken)('%s', (_name, row, says) => expect(problemsOf(row).join('\n')).toMatch(says));

  it('and so do two versions that overlap', () => {
    const older = { ...SOUND, inForceFrom: '2024-07-01' };
    expect(problemsOf(SOUND)).toEqual([]);
    expect(problemsOf({ ...older, inForceUntil: '2026-04-14' }, SOUND)).toEqual([]);
    expect(problemsOf({ ...older, inForceUntil: '2026-04-15' }, SOUND)).toEqual([
      'REG-01: two versions overlap in time',
    ]);
    expect(problemsOf(older, SOUND)).toEqual(['REG-01: two versions overlap in time']);
    expect(problemsOf(SOUND, SOUND)).toEqual(['REG-01: two versions overlap in time']);
  });
});

describe('between the files', () => {
  const GROUND = {
    key: 'decided',
    rule: 'REG-01',
    statute: 'measures',
    article: '第十五条',
    says: '{REG-01.decide}内决定',
  };
  const LATER: Rule = { ...SOUND, cites: [['measures', '第十六条']], inForceFrom: '2027-01-01' };
  const UNTIL: Rule = { ...SOUND, inForceUntil: '2026-12-31' };
  const problems = (rules: Rule[], ...grounds: Ground[]): string[] => {
    const { measures } = STATUTES;
    const tables = { one: { title: '试用', order: 1, rules } };
    return checkLaw({ tables, statutes: { measures }, sources: SOURCES, starts: STARTS, grounds }).map(
      (one) => `${one.file} ${one.place.join('.')} ${one.message}`,
    );
  };

  it('a ground rests on a rule that is stated as law and has its place', () => {
    expect(problems([SOUND], GROUND)).toEqual([]);
    expect(problems([SOUND], { ...GROUND, rule: 'REG-99' })).toEqual(['grounds 0 decided: no rule REG-99']);
    expect(problems([{ ...SOUND, certainty: 'S' }], GROUND)[0]).toMatch(/second-hand/);
    expect(problems([UNTIL, LATER], GROUND)).toEqual([
      'grounds 0 decided: REG-01 of 2027-01-01 has no place measures 第十五条',
    ]);
  });

  it('a ground moves with its article in two rows', () => {
    const moved = { ...GROUND, article: '第十六条', inForceFrom: '2027-01-01' };
    expect(problems([UNTIL, LATER], { ...GROUND, inForceUntil: '2026-12-31' }, moved)).toEqual([]);
    expect(problems([UNTIL, LATER], { ...GROUND, inForceUntil: '2027-01-01' }, moved)).toContain(
      'grounds 1 decided: two versions overlap in time',
    );
  });

  it('a slot names a number that every version has', () => {
    expect(unknownSlots('{REG-01.decide}和{REG-01.decided}，{REG-99.decide|digits}', [SOUND])).toEqual([
      '{REG-01.decided}',
      '{REG-99.decide|digits}',
    ]);
    expect(unknownSlots('{REG-01.decide}', [UNTIL, { ...LATER, clocks: [] }])).toEqual(['{REG-01.decide}']);
  });

  it('two files with one order, and a statute nobody cites, are named', () => {
    const table = { title: '试用', order: 1, rules: [SOUND] };
    const { measures, consumer } = STATUTES;
    const law = { statutes: { measures, consumer }, sources: SOURCES, starts: STARTS, grounds: [] };
    expect(
      checkLaw({ ...law, tables: { one: table, two: { ...table, rules: [{ ...SOUND, id: 'REG-02' }] } } }),
    ).toEqual([
      { file: 'statutes', place: ['consumer'], message: 'no rule cites consumer' },
      { file: 'rules/two', place: ['order'], message: 'another file has this order' },
    ]);
  });
});

describe('numbers of law in a text', () => {
  it.each([
    ['超过{PLT-12.refuse}', '超过十五日'],
    ['{REG-01.decide}内', '七个工作日内'],
    ['{CT-09.small}，{CT-15.enforce}', '两个月，二年'],
    ['{PDEF-02.first_reply|digits}', '48小时'],
    ['{PUN-01.multiple}、{PUN-01.minimum}、{PUN-01.minimum|digits}', '三倍、五百元、500元'],
    ['{CT-07.mandatoryShare}到{CT-07.agreedShare}', '百分之五十到两倍'],
    ['{CT-12.ceiling}以下{CT-12.fee}', '一万元以下五十元'],
    ['{PLT-14.days}、{SUB-11.longestYears}', '三十日、五年'],
    ['没有数', '没有数'],
  ])('%s', (text, said) => expect(sayNumbers(text, TODAY)).toBe(said));

  it('are those of the nearest version on a day that none covers', () => {
    expect(sayNumbers('{REG-05.complain}', '2020-01-01')).toBe('三年');
  });

  it('throw for a number that does not exist', () => {
    expect(() => sayNumbers('{PLT-12.nothing}', TODAY)).toThrow(/no clock/);
    expect(() => sayNumbers('{PLT-99.refuse}', TODAY)).toThrow(/no rule/);
  });
});

describe('looking up', () => {
  it('picks the version by the day', () => {
    expect(findRule('REG-01', '2026-04-15')?.inForceFrom).toBe('2026-04-15');
    expect(findRule('REG-01', '2026-04-14')?.inForceUntil).toBe('2026-04-14');
    expect(findRule('REG-01', '2024-06-30')).toBeUndefined();
    expect(findRule('REG-04', '2026-04-14')).toBeUndefined();
    expect(findRule('REG-01', TODAY)?.inForceFrom).toBe('2026-04-15');
  });

  it('cites the main place first, and on a day only what was in force', () => {
    expect(citations('REG-01', TODAY)[0]).toBe('《市场监督管理投诉举报处理办法》第十五条');
    expect(citations('REG-01', '2026-01-01')[0]).toBe('《中华人民共和国消费者权益保护法》第四十六条');
    expect(citations('PLT-12', TODAY)).toHaveLength(3);
    expect(citations('CT-04', TODAY)[0]).toBe('法释〔2025〕14号');
    expect(citations('FRM-05', TODAY)).toEqual([]);
  });

  it('states no platform default as law', () => {
    expect(EVERY_RULE.filter(isPlatformRule).length).toBeGreaterThan(0);
    expect(EVERY_RULE.filter(isPlatformRule).some(isStatable)).toBe(false);
  });

  it('gives numbers by name', () => {
    expect([ruleValue('PUN-01', 'multiple', TODAY), ruleValue('PUN-01', 'minimum', TODAY)]).toEqual([3, 50_000]);
    expect(() => ruleValue('PUN-01', 'maximum', TODAY)).toThrow(/no value/);
  });

  it('knows what was meant, and throws with a hint', () => {
    expect(nearestRules('reg-1')).toContain('REG-01');
    expect(nearestRules('x'.repeat(100_000))).toEqual([]);
    expect(() => citations('REG-77', TODAY)).toThrow(KamengError);
    expect(() => citations('REG-04', '2026-01-01')).toThrow(/没有收录/);
  });
});
