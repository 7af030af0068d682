import { describe, expect, it } from 'vitest';
import type { Contact } from '../../src/model/contact.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { findRule, isPlatformRule, isStatable } from '../../src/law/rules/index.ts';
import { nextSteps } from '../../src/law/steps/next-steps.ts';
import { answerToRefusal } from '../../src/law/refusals/refusals.ts';
import { situationOf } from '../../src/law/route/situation-of.ts';
import { aCase, aContact } from './a-case.ts';
import { TODAY } from './every-rule.ts';
import { actions, first, KNOWN, letter, ready, said } from './ready-case.ts';

describe('the next steps over the life of a case', () => {
  it('an empty case asks for the type and for proof, before any letter', () => {
    const text = actions(aCase({ facts: {} }));
    expect(text).toContain('kameng facts dispute=');
    expect(text).toContain('kameng add');
    expect(text).not.toContain('kameng letter --to court');
  });

  it('gaps come before letters, with the platform’s window as their day', () => {
    const steps = nextSteps(
      aCase({
        dispute: 'card_invalid',
        kinds: ['order', 'payment', 'chat'],
        values: { ...KNOWN, paidAt: '2026-11-22T08:00:00+08:00' },
      }),
    );
    expect(steps[0]).toMatchObject({ why: '缺兑换失败的证明', due: '2026-11-24T08:00:00+08:00' });
    expect(steps.findIndex(({ action }) => action.includes('--to merchant'))).toBeGreaterThan(0);
  });

  it('an amount in conflict is settled before anything is proved', () => {
    const snapshot = ready();
    snapshot.facts.amount = { value: '', status: 'conflict', sources: [], candidates: [] };
    expect(first(snapshot).action).toBe('定下实付金额：kameng facts amount=正确的值');
  });

  it('a name that was seen in a likely place is offered as it would be typed, where it can be', () => {
    const asking = (value: string): string => {
      const snapshot = ready();
      const source = { exhibit: 1, text: value, by: 'guess' as const };
      snapshot.facts.platform = {
        value: '',
        status: 'conflict',
        sources: [],
        candidates: [{ value, sources: [source] }],
      };
      return first(snapshot).action;
    };
    expect(asking('云鹿集市')).toBe('定下平台，像是“云鹿集市”：kameng facts platform=云鹿集市');
    // Another shell would take these signs for its own.
    for (const name of ['云鹿 集市', '云鹿&集市', '$云鹿', '-云鹿'])
      expect(asking(name)).toBe('定下平台：kameng facts platform=正确的值');
  });

  it('a dispute that is only guessed at is asked once, with the guess', () => {
    const snapshot = ready();
    delete snapshot.dispute;
    const candidates = [{ value: 'not_delivered', sources: [] }];
    snapshot.facts.dispute = { value: '', status: 'conflict', sources: [], candidates };
    const asked = actions(snapshot)
      .split('\n')
      .filter((action) => action.includes('facts dispute='));
    expect(asked).toEqual(['说明是哪一种问题，像是未到账：kameng facts dispute=not_delivered']);
  });

  it('a complete case is told to the seller and the platform', () => {
    const text = actions(ready());
    expect(text).toMatch(/--to merchant[\s\S]*--to platform/);
    expect(text).not.toMatch(/--to (court|regulator|police)/);
  });

  it('a letter that lies ready is handed in, not written again', () => {
    const text = actions(ready({ letters: [letter(1, 'merchant', [1, 2], '2026-11-21T09:00:00+08:00')] }));
    expect(text).toContain('kameng followup --letter 1 --filed 日期');
    expect(text).not.toContain('kameng letter --to merchant');
  });

  // 只有一处像是故障提示, it said of two.
  it('says of how many places a value is likely', () => {
    const snapshot = ready({});
    const whyOf = (...values: string[]): string | undefined => {
      const candidates = values.map((value) => ({ value, sources: [{ exhibit: 1, text: value }] }));
      snapshot.facts.failure = { value: '', status: 'conflict', sources: [], candidates };
      return nextSteps(snapshot).find(({ why }) => why.includes('像是故障提示'))?.why;
    };
    expect(whyOf('兑换码已失效')).toMatch(/^只有一处/);
    expect(whyOf('兑换码已失效', '请联系客服')).toMatch(/^有几处/);
  });

  it('a vague answer is asked three things', () => {
    const snapshot = ready({
      contacts: [said(1, 'merchant', '2026-11-21T10:00:00+08:00', '我们会尽快处理，请耐心等待')],
    });
    expect(actions(snapshot)).toContain('追问三件事');
  });

  // A hearing was a promise to be urged when its day was over, and a case that was paid was closed over an open suit.
  it('a day in court is gone to, is nobody’s promise, and a suit does not end by itself', () => {
    const taken = aContact(1, { channel: 'court', at: '2026-11-10', filedOn: '2026-11-10' });
    const set = aContact(2, {
      channel: 'court',
      at: '2026-11-12',
      result: 'accepted',
      promisedBy: `${TODAY}T15:00:00+08:00`,
    });
    const over = { ...set, promisedBy: '2026-11-20T09:00:00+08:00' };
    expect(first(ready({ contacts: [taken, set] }))).toMatchObject({
      rule: 'CT-19',
      due: `${TODAY}T15:00:00+08:00`,
      action: expect.stringContaining('按法院定的时间到场'),
    });
    expect(actions(ready({ contacts: [taken, over] }))).not.toMatch(/到场|承诺|kameng letter/);
    const paid = aContact(3, { channel: 'merchant', at: '2026-11-21', result: 'settled' });
    expect(actions(ready({ contacts: [taken, over, paid] }, { refunded: '96.50' }))).toContain('要不要交撤诉申请');
    const told = aContact(4, { channel: 'court', at: '2026-11-21', result: 'settled' });
    expect(actions(ready({ contacts: [taken, over, paid, told] }, { refunded: '96.50' }))).not.toContain('撤诉');
  });

  it('a promise is waited for until its day, then urged, once', () => {
    const waiting = ready({
      contacts: [said(1, 'platform', '2026-11-21T10:00:00+08:00', '三个工作日内给您退款', { filedOn: '2026-11-20' })],
    });
    expect(nextSteps(waiting).find(({ rule }) => rule === 'PDEF-04')).toMatchObject({
      due: '2026-11-25',
      why: '平台投诉中心答应了这一天',
    });
    const broken = ready({
      contacts: [said(1, 'platform', '2026-11-18T10:00:00+08:00', '明天给您退款', { filedOn: '2026-11-18' })],
    });
    expect(first(broken)).toMatchObject({
      due: '2026-11-22',
      rule: 'PDEF-04',
      action: expect.stringContaining('--to urge'),
    });
    const urged = {
      ...broken,
      contacts: [...broken.contacts, said(2, 'platform', '2026-11-21T10:00:00+08:00', '已反馈')],
    };
    expect(first(urged).rule).not.toBe('PDEF-04');
  });

  it('a promise that only a chat shows, broken before anything was handed in, calls for a letter and no reminder', () => {
    const broken = ready({}, { promisedBy: '2026-11-12T12:00:00+08:00' });
    expect(first(broken)).toMatchObject({ rule: 'PDEF-04', action: expect.stringContaining('--to merchant') });
    // The letter that says so is out: nobody is urged on the same day.
    const contacts = [aContact(1, { channel: 'merchant', at: '2026-11-20T10:00:00+08:00', filedOn: '2026-11-20' })];
    expect(nextSteps({ ...broken, contacts }).filter(({ rule }) => rule === 'PDEF-04')).toEqual([]);
    const before = contacts.map((one) => ({ ...one, at: '2026-11-10T10:00:00+08:00', filedOn: '2026-11-10' }));
    expect(first({ ...broken, contacts: before })).toMatchObject({ action: expect.stringContaining('--to urge') });
  });

  it('a silent platform is urged, then climbed over', () => {
    const contacts = [aContact(1, { channel: 'platform', at: '2026-11-18T10:00:00+08:00', filedOn: '2026-11-18' })];
    expect(first(ready({ contacts }))).toMatchObject({ rule: 'PDEF-02', action: expect.stringContaining('--to urge') });
    expect(actions(ready({ contacts }))).toContain('--to platform_operator');
  });

  it('12315 comes once the inside has failed, the court once 12315 has', () => {
    const merchant = said(1, 'merchant', '2026-11-12T10:00:00+08:00', '虚拟商品概不退换');
    expect(actions(ready({ contacts: [merchant] }))).toMatch(/--to regulator/);
    expect(actions(ready({ contacts: [merchant] }))).not.toMatch(/--to court/);
    const office = [
      aContact(2, { channel: 'regulator', at: '2026-11-13', filedOn: '2026-11-13' }),
      aContact(3, { channel: 'regulator', at: '2026-11-16', result: 'accepted', acceptedOn: '2026-11-16' }),
      said(4, 'regulator', '2026-11-20T10:00:00+08:00', '被投诉人拒绝调解，终止调解'),
    ];
    expect(actions(ready({ contacts: [merchant, ...office] }))).toMatch(/--to court/);
  });

  it('what an office owes is waited for until its day', () => {
    const contacts = [
      aContact(1, { channel: 'regulator', at: '2026-11-20', filedOn: '2026-11-20', receivedOn: '2026-11-20' }),
    ];
    expect(nextSteps(ready({ contacts })).find(({ rule }) => rule === 'REG-01')).toMatchObject({ due: '2026-12-01' });
  });

  it('a bureau that lets its days pass is asked', () => {
    const contacts = [
      aContact(1, { channel: 'regulator', at: '2026-11-02', filedOn: '2026-11-02', receivedOn: '2026-11-02' }),
    ];
    expect(first(ready({ contacts }, { paidAt: '2026-11-01' }))).toMatchObject({
      rule: 'REG-01',
      action: expect.stringContaining('12315'),
    });
  });

  it('money just sent to somebody who is gone: the telephone first, before any proof', () => {
    const steps = nextSteps(aCase({ dispute: 'vanished', kinds: [], values: { paidAt: '2026-11-22T09:00:00+08:00' } }));
    expect(steps[0]).toMatchObject({ rule: 'POL-13', action: expect.stringContaining('110'), due: '2026-11-22' });
    expect(steps[1]!.action).toContain('--to police');
    const old = nextSteps(aCase({ dispute: 'vanished', kinds: [], values: { paidAt: '2026-09-01' } }));
    expect(old[0]!.action).toContain('--to police');
  });

  it('an unknown seller is asked of the platform; on an own site it is looked up', () => {
    expect(actions(ready({}, { seller: 'unknown' }))).toContain('--to identity');
    const own = actions(ready({}, { seller: 'unknown', site: 'own_site' }));
    expect(own).toContain('营业执照');
    expect(own).not.toContain('--to identity');
  });

  it('shows no day that is years away', () => {
    const merchant = said(1, 'merchant', '2026-11-12T10:00:00+08:00', '虚拟商品概不退换');
    for (const { due } of nextSteps(ready({ contacts: [merchant] }))) expect(due ?? '2026').toMatch(/^2026/);
  });

  it('the year for rescission is called out before it ends', () => {
    const steps = nextSteps(ready({}, { paidAt: '2025-12-20', failedAt: '2025-12-20' }));
    expect(steps[0]).toMatchObject({ rule: 'SUB-10', action: expect.stringContaining('--to rescission') });
  });

  it('a settled case is closed: see the money, withdraw, ask no more', () => {
    const contacts = [
      aContact(1, { channel: 'regulator', at: '2026-11-12', filedOn: '2026-11-12' }),
      said(2, 'merchant', '2026-11-20T10:00:00+08:00', '已退款，请查收'),
    ];
    const text = actions(ready({ contacts }));
    expect(text).toContain('核对钱是否到账');
    expect(text).toContain('--to withdrawal');
    expect(text).not.toMatch(/--to (merchant|platform|court|urge)/);
    const reported = contacts.map((one) => ({ ...one, channel: one.no === 1 ? ('police' as const) : one.channel }));
    expect(actions(ready({ contacts: reported }))).not.toContain('--to withdrawal');
    const paid = ready({ contacts: contacts.slice(1) }, { refunded: '96.50' });
    expect(nextSteps(paid)).toHaveLength(1);
  });

  it('takes “refunded” from the other side for a promise until it is shown, and a case that hears it is not shut', () => {
    const claim = said(1, 'merchant', '2026-11-20T10:00:00+08:00', '已经给您退款了');
    const claimed = ready({ contacts: [claim] });
    expect(situationOf(claimed).filings[0]).toMatchObject({ status: 'filed', promisedOn: '2026-11-20' });
    expect(nextSteps(claimed)[0]!.action).toMatch(/核对钱是否到账.*没到账都记下来：kameng followup/);
    const shown = ready({ contacts: [claim] }, { refunded: '96.50' });
    expect(situationOf(shown).filings[0]!.status).toBe('settled');
    const denied = ready({ contacts: [claim, aContact(2, { channel: 'merchant', at: '2026-11-21', result: 'none' })] });
    expect(situationOf(denied).filings[0]!.status).toBe('filed');
    expect(actions(denied)).not.toContain('--to withdrawal');
    // The buyer's own word, with no words of theirs, settles it.
    const own = ready({ contacts: [aContact(1, { channel: 'merchant', at: '2026-11-20', result: 'settled' })] });
    expect(situationOf(own).filings[0]!.status).toBe('settled');
  });

  it('asks the police for the paper before any day is counted', () => {
    const filed = aContact(1, { channel: 'police', at: '2026-11-18', filedOn: '2026-11-18' });
    const refused = aContact(2, { channel: 'police', at: '2026-11-19', result: 'refused' });
    const oral = ready({ contacts: [filed, refused] }, { signs: 'vanished' });
    expect(nextSteps(oral).map(({ rule }) => rule)).toContain('POL-15');
    const written = ready({ contacts: [filed, { ...refused, inWriting: true }] }, { signs: 'vanished' });
    expect(nextSteps(written).map(({ rule }) => rule)).not.toContain('POL-15');
    expect(nextSteps(written).map(({ rule }) => rule)).toEqual(expect.arrayContaining(['POL-07']));
  });

  it('cites only rules that exist, and never states as law what is only reported', () => {
    const cases = [
      ready(),
      ready({}, { seller: 'unknown' }),
      aCase(),
      aCase({ dispute: 'vanished' }),
      ready({ contacts: [said(1, 'merchant', '2026-11-12T10:00:00+08:00', '不退')] }),
    ];
    for (const step of cases.flatMap((one) => nextSteps(one))) {
      if (step.rule === undefined) continue;
      const rule = findRule(step.rule, TODAY);
      expect(rule, step.rule).toBeDefined();
      if (!isStatable(rule!) && !isPlatformRule(rule!)) expect(`${step.action}${step.why}`).toMatch(/据(?:报道|解读)/);
    }
  });
});

describe('what answers a refusal', () => {
  it('names what is at hand and what is missing', () => {
    const snapshot = ready({}, { account: 'a@b.c' });
    expect(answerToRefusal('buyer_operation', snapshot)).toMatchObject({ have: [5], missing: [] });
    expect(answerToRefusal('identity_missing', snapshot).missing).toContain('经营者名称');
    expect(answerToRefusal(undefined, snapshot).argument).toContain('写明依据');
  });
});

describe('one thing to do, and one that can be done', () => {
  const filed = (no: number, channel: Contact['channel'], filedOn: string): Contact =>
    aContact(no, { channel, at: filedOn, filedOn });
  const actions = (snapshot: CaseSnapshot): string[] => nextSteps(snapshot).map(({ action }) => action);

  // The platform had refused, and the large step was to look at the seller again the day after tomorrow.
  it('what is for another day stands behind what can be done today', () => {
    const looked = aContact(3, { channel: 'merchant', at: `${TODAY}T09:00:00+08:00`, result: 'none' });
    const steps = actions(
      ready({
        contacts: [
          filed(1, 'merchant', '2026-11-12'),
          said(2, 'platform', '2026-11-18T10:00:00+08:00', '虚拟商品不支持退款', { filedOn: '2026-11-12' }),
          looked,
        ],
      }),
    );
    const at = (words: string): number => steps.findIndex((action) => action.includes(words));
    expect(at('letter --to regulator')).toBeGreaterThanOrEqual(0);
    expect(at('看商家的处理进度')).toBeGreaterThan(at('letter --to regulator'));
  });

  // 今天没有到期的事, the home screen said on the day by which the platform had promised the money.
  it('a promise is looked after on its day before anything is written', () => {
    const promise = (at: string): Contact =>
      said(2, 'platform', at, '我们会在11月22日前全额退款', { filedOn: '2026-11-12' });
    const steps = nextSteps(ready({ contacts: [promise('2026-11-18T10:00:00+08:00')] }, { seller: 'unknown' }));
    expect(steps[0]!.action).toContain('看平台投诉中心有没有兑现');
    expect(steps[0]!.due?.slice(0, 10)).toBe(TODAY);
  });

  // 对方说退了，我还没有看到: and the next thing to do was to complain to the wallet.
  it('what they say to have paid is looked for before anything is written', () => {
    const claim = aContact(1, { channel: 'platform', at: '2026-11-21', filedOn: '2026-11-12', result: 'claimed' });
    const steps = nextSteps(ready({ contacts: [claim] }));
    expect(steps[0]!.action).toMatch(/核对钱是否到账.*没到账都记下来：kameng followup/);
    expect(steps.some(({ action }) => /--to (?:merchant|payment|regulator)/.test(action))).toBe(false);
  });

  // `route` said to go to the seller first, the case to the platform.
  it('the seller is written to before the platform is asked who he is', () => {
    const steps = actions(ready({}, { seller: 'unknown' }));
    expect(steps[0]).toContain('letter --to merchant');
    expect(steps[1]).toContain('letter --to identity');
  });
});

// The menu asked for them again and again after they were given.
it('what leads to somebody in a chat is asked for until something does', () => {
  const inChat = { site: 'private_chat', seller: 'unknown' } as const;
  expect(actions(ready({}, inChat))).toContain('kameng facts sellerWechat=');
  expect(actions(ready({}, { ...inChat, payeeAccount: '6217003210007788120' }))).not.toContain('sellerWechat=');
});
