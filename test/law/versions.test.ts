import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addDays, type Day } from '../../src/model/moment.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { aCase, aContact } from './a-case.ts';
import { houseWith, type House, ourHouse } from './other-law.ts';

const templatesDir = join(import.meta.dirname, '../../templates');

/** What a lawyer does when the fifteen days of PLT-12 become ten on 1 January 2027: one row ends, one begins. */
function tenDaysFrom2027(text: string): string {
  const row = /\n {2}- id: PLT-12\n[\s\S]*?(?=\n\n {2}- id:)/.exec(text)![0];
  const old = row.replace('inForceFrom: null', 'inForceFrom: null\n    inForceUntil: 2026-12-31');
  const later = row
    .replaceAll('十五日', '十日')
    .replace('n: 15', 'n: 10')
    .replace('inForceFrom: null', 'inForceFrom: 2027-01-01');
  return text.replace(row, `${old}\n${later}`);
}

/** A case in which the merchant was asked on a day and has said nothing since. */
function asked(on: Day, today: Day): CaseSnapshot {
  return aCase({
    today,
    now: `${today}T10:00:00+08:00`,
    dispute: 'card_invalid',
    kinds: ['order', 'payment', 'failure'],
    values: {
      amount: '96.50',
      paidAt: addDays(on, -3),
      failedAt: addDays(on, -2),
      orderNo: '761072976091679384',
      product: '100元卡密',
      failure: '卡密无效',
      merchant: '某某店',
      platform: '某某网',
      site: 'own_site',
      seller: 'known',
      sellerName: '某某网络科技有限公司',
      sellerAddress: '某市某区某路1号',
      purpose: 'own_use',
      signs: 'none',
      demand: 'refund',
      buyerName: '张三',
      buyerPhone: '13800000000',
      buyerAddress: '某市某区某路2号',
    },
    contacts: [aContact(1, { channel: 'merchant', at: `${on}T09:00:00+08:00`, filedOn: on })],
  });
}

const report = (house: House, snapshot: CaseSnapshot) =>
  house.composeLetter({ snapshot, document: 'report', templatesDir, no: 1 });

/** All that a case gets to hear that could rest on PLT-12. */
async function told(house: House, snapshot: CaseSnapshot): Promise<unknown> {
  const situation = house.situationOf(snapshot);
  return {
    route: house.route(situation),
    due: house.deadlinesOf(snapshot),
    next: house.nextSteps(snapshot),
    closed: house.standingOf(situation).merchantClosed,
    rule: house.ruleOf('PLT-12', snapshot.today).says,
    report: await report(house, snapshot).catch((error: unknown) => String(error)),
    words: house.sayNumbers('超过{PLT-12.refuse}', house.lawDaysOf(snapshot)),
  };
}

describe('PLT-12 with ten days from 2027-01-01', () => {
  let ours: House;
  let house: House;
  let clear: () => void;

  beforeAll(async () => {
    ours = await ourHouse();
    ({ house, clear } = await houseWith({ 'rules/platform.yaml': tenDaysFrom2027 }));
  });
  afterAll(() => clear());

  /** The day the merchant's time ends by this house. */
  const ends = (of: House, snapshot: CaseSnapshot): string =>
    of.deadlinesOf(snapshot).find((one) => one.rule === 'PLT-12')!.nominal;

  it.each([
    ['asked twelve days ago', asked('2026-12-08', '2026-12-20')],
    ['asked seventeen days ago', asked('2026-12-08', '2026-12-25')],
    ['on the last day of the old text', asked('2026-12-15', '2026-12-31')],
  ])('changes nothing of 2026: %s', async (_name, snapshot) => {
    expect(await told(house, snapshot)).toEqual(await told(ours, snapshot));
  });

  it('changes what is asked for in 2027: the deadline, the way on, the next step, the letter and the words', async () => {
    const snapshot = asked('2027-01-04', '2027-01-16');
    expect([ends(ours, snapshot), ends(house, snapshot)]).toEqual(['2027-01-19', '2027-01-14']);
    const closed = (of: House): boolean => of.standingOf(of.situationOf(snapshot)).merchantClosed;
    expect([closed(ours), closed(house)]).toEqual([false, true]);
    const way = (of: House): string => JSON.stringify(of.route(of.situationOf(snapshot)));
    expect(way(ours)).toContain('超过十五日');
    expect(way(house)).toContain('超过十日');
    expect(way(house)).not.toContain('超过十五日');
    const steps = (of: House): string[] => of.nextSteps(snapshot).map((step) => step.action);
    expect(steps(ours)).not.toContain('不必再等商家，走下一步：kameng route');
    expect(steps(house)).toContain('不必再等商家，走下一步：kameng route');
    expect(house.ruleOf('PLT-12', snapshot.today).says).toContain('超过十日不履行');
    expect(house.countRule('PLT-12', '2027-01-04', { today: snapshot.today })[0]!.nominal).toBe('2027-01-14');
    await expect(report(ours, snapshot)).rejects.toThrow('线索');
    const letter = await report(house, snapshot);
    const { text } = letter;
    expect(text).toContain('超过十日不履行退还货款等义务');
    expect(house.groundLetter(letter, snapshot)).toEqual([]);
    expect(
      house.groundLetter({ ...letter, text: text.replace('超过十日', '超过十五日'), base: letter }, snapshot),
    ).not.toEqual([]);
  });

  it('lets a time that began under the old text end by it, and says its number', async () => {
    const waiting = asked('2026-12-28', '2027-01-09');
    expect(await told(house, waiting)).toEqual({
      ...((await told(ours, waiting)) as object),
      rule: house.ruleOf('PLT-12', '2027-01-09').says,
    });
    expect(ends(house, waiting)).toBe('2027-01-12');
    expect(JSON.stringify(house.route(house.situationOf(waiting)))).toContain('超过十五日');
    const over = asked('2026-12-28', '2027-01-14');
    expect(house.standingOf(house.situationOf(over)).merchantClosed).toBe(true);
    const letter = await report(house, over);
    expect(letter.text).toContain('超过十五日不履行退还货款等义务');
    expect(house.groundLetter(letter, over)).toEqual([]);
    expect(house.sayNumbers('超过{PLT-12.refuse}', house.lawDaysOf(over))).toBe('超过十五日');
  });
});

describe('rows that are wrong', () => {
  test('stop the build, each with its place: versions that overlap, a statute not in the list, a slot without a number', async () => {
    const refused = houseWith({
      'rules/platform.yaml': (text) =>
        tenDaysFrom2027(text)
          .replace('    inForceUntil: 2026-12-31\n', '')
          .replace('[penalties, 第八条第二项]', '[penaltys, 第八条第二项]'),
      'grounds.yaml': (text) => text.replaceAll('{PLT-12.refuse}', '{PLT-12.refused}'),
    });
    for (const says of [
      /knowledge\/law\/rules\/platform\.yaml:\d+: PLT-12: two versions overlap in time/,
      /platform\.yaml:\d+: PLT-12: cites: statutes\.yaml has no penaltys/,
      /grounds\.yaml:\d+: no rule has the number \{PLT-12\.refused\}/,
    ])
      await expect(refused).rejects.toThrow(says);
  });

  // What is no row at all hides what else is wrong in its file.
  test('stop the build, each with its place: a clock without a length', async () => {
    await expect(houseWith({ 'rules/platform.yaml': (text) => text.replace('n: 15', 'n: many') })).rejects.toThrow(
      /platform\.yaml:\d+: rules\.\d+\.clocks\.\d+\.n: /,
    );
  });
});
