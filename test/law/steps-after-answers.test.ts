import { describe, expect, it } from 'vitest';
import { newSinceRefusal, resubmissionAddsNothing, standingRefusal } from '../../src/law/refusals/refusals.ts';
import { logOfFilings } from '../../src/law/route/situation-of.ts';
import { nextSteps } from '../../src/law/steps/next-steps.ts';
import { aContact, anExhibit } from './a-case.ts';
import { actions, letter, ready, said } from './ready-case.ts';

/** 12315 took the complaint up. */
const ACCEPTED = aContact(1, {
  channel: 'regulator',
  at: '2026-11-16',
  filedOn: '2026-11-13',
  acceptedOn: '2026-11-16',
  result: 'accepted',
});

describe('the next steps after an answer', () => {
  // The service desk had declined to refund, and 12315 was to be told that the platform does not give the seller's name.
  it('the platform stands in for an unknown seller only when its company did not say who he is', () => {
    const refusedBy = (channel: 'platform' | 'platform_operator'): string =>
      actions(
        ready(
          {
            contacts: [
              aContact(1, { channel: 'merchant', at: '2026-11-11', filedOn: '2026-11-11', result: 'refused' }),
              aContact(2, { channel, at: '2026-11-18', filedOn: '2026-11-12', result: 'refused' }),
            ],
          },
          { seller: 'unknown' },
        ),
      );
    expect(refusedBy('platform')).not.toContain('--to regulator');
    expect(refusedBy('platform')).toContain('--to identity');
    expect(refusedBy('platform_operator')).toContain('--to regulator');
  });

  // The step named the platform, the letter that it led to withdrew the complaint at 12315.
  it('the newest complaint is taken back first, as the letter does', () => {
    const contacts = [
      aContact(1, { channel: 'platform', at: '2026-11-12', filedOn: '2026-11-12' }),
      aContact(2, { channel: 'regulator', at: '2026-11-14', filedOn: '2026-11-14' }),
      aContact(3, { channel: 'merchant', at: '2026-11-20', result: 'settled' }),
    ];
    expect(actions(ready({ contacts }, { refunded: '96.50' }))).toBe(
      '撤回还没结的投诉（12315 投诉）：kameng letter --to withdrawal',
    );
    expect(actions(ready({ contacts }))).toContain('钱到账后撤回');
  });

  // 先给你退了30: the letters asked for all of it and quoted that.
  it('words that sound as if money had come are looked after first', () => {
    const reading = { vague: false, refusal: false, promise: null, settled: false, like: 'part' } as const;
    const contacts = [aContact(1, { channel: 'merchant', at: '2026-11-20', said: '先给你退了30', reading })];
    expect(actions(ready({ contacts }))).toContain('看看钱退了没有、退了多少');
    expect(actions(ready({ contacts }, { refunded: '30.00' }))).not.toContain('看看钱退了没有');
    const since = [...contacts, aContact(2, { channel: 'merchant', at: '2026-11-21', result: 'none' })];
    expect(actions(ready({ contacts: since }))).not.toContain('看看钱退了没有');
  });

  // The office told that the seller would not, and the route said that the complaint had not been taken up.
  it('the seller who will not mediate ends a complaint that was not logged as accepted', () => {
    const reading = {
      vague: false,
      refusal: true,
      ground: 'mediation_refused',
      promise: null,
      settled: false,
    } as const;
    const filed = aContact(1, { channel: 'regulator', at: '2026-11-13', filedOn: '2026-11-13' });
    const no = aContact(2, {
      channel: 'regulator',
      at: '2026-11-18',
      result: 'refused',
      said: '商家不愿意退',
      reading,
    });
    const status = (contacts: (typeof filed)[]): string | undefined => logOfFilings(contacts)[0]?.filing.status;
    expect(status([filed, no])).toBe('ended');
    expect(status([filed, { ...no, reading: { ...reading, ground: 'no_jurisdiction' } }])).toBe('refused');
  });

  // 60 of 96.50 had come: the complaint counted as settled, and its promise as broken the day after.
  it('a part of the money leaves the complaint open, and keeps the promise of it', () => {
    const contacts = [
      ACCEPTED,
      said(2, 'regulator', '2026-11-18T10:00:00+08:00', '商家答应11月20日前退款'),
      aContact(3, { channel: 'regulator', at: '2026-11-20', result: 'partly' }),
    ];
    const part = ready({ contacts }, { amount: '96.50', refunded: '60.00' });
    expect(actions(part)).toContain('12315 正在调解');
    expect(actions(part)).not.toMatch(/kameng close|--to urge|没有兑现/);
    const whole = ready(
      { contacts: [...contacts.slice(0, 2), { ...contacts[2]!, result: 'settled' }] },
      { refunded: '96.50' },
    );
    expect(actions(whole)).not.toContain('正在调解');
  });

  it('a refusal is answered with what is missing; nothing new is not sent again', () => {
    const filed = aContact(1, { channel: 'platform', at: '2026-11-15', filedOn: '2026-11-15', letter: 1 });
    const refused = said(2, 'platform', '2026-11-18T10:00:00+08:00', '操作不当造成的，不予退款');
    const base = ready({
      contacts: [filed, refused],
      letters: [letter(1, 'platform', [1, 2, 3, 4, 5], '2026-11-15T09:00:00+08:00')],
    });
    expect(standingRefusal(base)?.no).toBe(2);
    expect(resubmissionAddsNothing(base, refused)).toBe(true);
    expect(actions(base)).not.toContain('--to resubmit');
    // What is told is no file to take in.
    expect(actions(base)).toContain('再提一次前先写明充值账号：kameng facts account=…');
    const more = {
      ...base,
      exhibits: [...base.exhibits, anExhibit(6, 'recording', { takenInAt: '2026-11-19T09:00:00+08:00' })],
    };
    expect(newSinceRefusal(more, refused)).toEqual({ exhibits: [6], facts: [] });
    expect(actions(more)).toContain('kameng letter --to resubmit');
    expect(actions(more)).toContain('--to regulator');
  });

  it('the refusal itself, taken in as proof, adds nothing', () => {
    const refused = said(2, 'platform', '2026-11-18T10:00:00+08:00', '不予退款', { exhibits: [6] });
    const base = ready({
      contacts: [aContact(1, { channel: 'platform', at: '2026-11-15', filedOn: '2026-11-15' }), refused],
    });
    base.exhibits = base.exhibits.map((exhibit) => ({ ...exhibit, takenInAt: '2026-11-14T09:00:00+08:00' }));
    base.exhibits.push(anExhibit(6, 'reply', { takenInAt: '2026-11-18T11:00:00+08:00' }));
    expect(resubmissionAddsNothing(base, refused)).toBe(true);
  });

  it('a time and a code that the refused letter told in its own way are nothing new', () => {
    const filed = aContact(1, { channel: 'merchant', at: '2026-11-15', filedOn: '2026-11-15', letter: 1 });
    const refused = said(2, 'merchant', '2026-11-18T10:00:00+08:00', '这张卡已经被使用过，不予退款');
    const told = letter(1, 'merchant', [1, 2, 3, 4, 5], '2026-11-15T09:00:00+08:00');
    const values = { cardCode: 'RAMXZ-D5G34-2T76B', failedAt: '2026-11-10T18:00+08:00' };
    const base = ready(
      { contacts: [filed, refused], letters: [{ ...told, text: `${told.text}，2026年11月10日18:00` }] },
      values,
    );
    expect(refused.reading.ground).toBe('code_used');
    expect(newSinceRefusal(base, refused)).toEqual({ exhibits: [], facts: [] });
    expect(actions(base)).not.toContain('--to resubmit');
    const untold = { ...base, letters: [told] };
    expect(newSinceRefusal(untold, refused).facts).toEqual(['failedAt']);
  });

  it('a reminder that its day brought no answer to is followed by the request to take it higher', () => {
    const filed = aContact(1, { channel: 'platform', at: '2026-11-15', filedOn: '2026-11-15', letter: 1 });
    const urge = { ...letter(2, 'platform', [], '2026-11-19T09:00:00+08:00'), document: 'urge' as const };
    const urged = aContact(2, { channel: 'platform', at: '2026-11-19', sentOn: '2026-11-19', letter: 2 });
    const after = (replyBy: string): string =>
      actions(
        ready({
          contacts: [filed, urged],
          letters: [letter(1, 'platform', [1], '2026-11-15T09:00:00+08:00'), { ...urge, replyBy }],
        }),
      );
    expect(after('2026-11-29')).not.toMatch(/--to (urge|escalate)/);
    expect(after('2026-11-21')).toContain('请平台投诉中心升级处理：kameng letter --to escalate');
  });

  // 12315 passed on that the seller would pay in three days, and the case waited for the end of the mediation.
  it('a promise that an office passed on is looked after on its day', () => {
    const contacts = [ACCEPTED, said(2, 'regulator', '2026-11-20T10:00:00+08:00', '商家答应11月25日前退款')];
    const step = nextSteps(ready({ contacts })).find(({ rule }) => rule === 'PDEF-04');
    expect(step?.action).toBe('看答应的事有没有兑现，结果记下来：kameng followup --channel regulator');
  });
});
