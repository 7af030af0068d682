import { describe, expect, it } from 'vitest';
import { countRule } from '../../src/law/deadlines/deadlines.ts';
import { renderCalendar } from '../../src/papers/ics.ts';

const today = '2026-11-22';
const now = '2026-11-22T10:00:00+08:00';
const TITLE = '某某卡盟“充值🎮”未到账；案件,很长很长很长很长很长很长很长很长很长\r\nEND:VEVENT\u202e反转';

const entries = [
  ...countRule('REG-02', '2026-12-02', { today }),
  ...countRule('SUB-14', '2024-02-29', { today }),
  ...countRule('PDEF-01', '2026-11-22T10:00+08:00', { today }),
].map((deadline) => ({ case: { id: 'c0ffee', title: TITLE, head: '12:a1b2c3d4e5f6' }, deadline }));

/** Folded lines put back together, as a calendar program reads them. */
const unfold = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('the calendar file', async () => {
  const text = await renderCalendar(entries, now);
  const lines = unfold(text);
  const of = (name: string): string[] => lines.filter((line) => new RegExp(`^${name}[;:]`).test(line));

  it('has one event and two alarms for each deadline, and a UID that stays', () => {
    expect(of('BEGIN').filter((line) => line.endsWith('VEVENT'))).toHaveLength(3);
    expect(of('BEGIN').filter((line) => line.endsWith('VALARM'))).toHaveLength(6);
    expect(of('UID')).toEqual([
      'UID:c0ffee.REG-02:mediate:2026-12-02@kameng',
      'UID:c0ffee.SUB-14:limitation:2024-02-29@kameng',
      'UID:c0ffee.PDEF-01:report:2026-11-22T10:00+08:00@kameng',
    ]);
  });

  it('puts what others owe on the moved day, and what the buyer must do on the day counted out', () => {
    expect(of('DTSTART')).toEqual([
      'DTSTART;VALUE=DATE:20270201',
      'DTSTART;VALUE=DATE:20270228',
      'DTSTART:20261124T020000Z',
    ]);
    expect(of('DTEND')).toEqual(['DTEND;VALUE=DATE:20270202', 'DTEND;VALUE=DATE:20270301']);
    expect(of('DESCRIPTION').find((line) => line.includes('2027-01-31'))).toContain('2027-02-01');
  });

  it('rings at nine the day before and at nine on the day itself', () => {
    expect(of('TRIGGER')).toEqual([
      'TRIGGER;RELATED=START:-PT15H',
      'TRIGGER;RELATED=START:PT9H',
      'TRIGGER;RELATED=START:-PT15H',
      'TRIGGER;RELATED=START:PT9H',
      'TRIGGER;RELATED=START:-P1D',
      'TRIGGER;RELATED=START:-PT2H',
    ]);
  });

  it('is folded at 75 octets and never inside a character', () => {
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(line).toString() === line).toBe(true);
    }
    expect(of('SUMMARY')[0]).toContain('某某卡盟“充值🎮”未到账；案件\\,');
  });

  it('carries the head of the case in each event, and none where there is no case', async () => {
    expect(of('X-KAMENG-HEAD')).toEqual(Array(3).fill('X-KAMENG-HEAD:12:a1b2c3d4e5f6'));
    const ofNone = entries.map(({ deadline }) => ({ case: { id: '', title: '' }, deadline }));
    expect(await renderCalendar(ofNone, now)).not.toContain('X-KAMENG-HEAD');
  });

  it('lets no title break out of its line', () => {
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(3);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\u202e\p{Cc}]/u);
  });

  it('gives the same bytes again, in any zone', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/Los_Angeles';
    try {
      expect(await renderCalendar(entries, now)).toBe(text);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('is a calendar even without a deadline', async () => {
    expect(unfold(await renderCalendar([], now)).findLast(Boolean)).toBe('END:VCALENDAR');
  });
});
