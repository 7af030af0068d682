import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../src/model/reading.ts';
import { blankReading } from '../../src/reading/reader.ts';
import { withYears, type TalkSpan } from '../../src/words/talk-years.ts';

const said = (yearless: string, text = '在吗'): ChatMessage => ({ yearless, side: 'other', text });
const reading = (...messages: ChatMessage[]) => ({
  ...blankReading('test', '1', 'image/png'),
  fields: [{ key: 'promise' as const, value: '两小时内补发', text: '两小时内补发', confidence: 0.9, certain: true }],
  messages,
});
const span: TalkSpan = { boughtOn: '2026-11-19', takenInOn: '2026-11-25' };
const firstAt = (yearless: string, between = span) => withYears(reading(said(yearless)), between).messages![0]!.at;

describe('a talk without years', () => {
  it('has that of the purchase', () => {
    expect(firstAt('11-19T21:03+08:00')).toBe('2026-11-19T21:03+08:00');
    expect(firstAt('10-02T08:00+08:00')).toBe('2026-10-02T08:00+08:00');
  });
  it('goes on into the next year', () => {
    const winter = { boughtOn: '2026-12-30', takenInOn: '2027-01-08' };
    expect(firstAt('12-31T23:59+08:00', winter)).toBe('2026-12-31T23:59+08:00');
    expect(firstAt('01-02T10:00+08:00', winter)).toBe('2027-01-02T10:00+08:00');
  });
  it('is left alone where two years fit, or none', () => {
    const long = { boughtOn: '2025-06-01', takenInOn: '2026-11-25' };
    expect(firstAt('09-01T10:00+08:00', long)).toBeUndefined();
    expect(firstAt('09-01T10:00+08:00', { boughtOn: '2024-08-01', takenInOn: '2026-01-01' })).toBeUndefined();
    expect(firstAt('12-24T10:00+08:00')).toBeUndefined();
    expect(firstAt('02-29T10:00+08:00', { boughtOn: '2027-02-20', takenInOn: '2027-03-02' })).toBeUndefined();
  });
  it('keeps the years it shows', () => {
    const dated = reading({ at: '2025-11-20T10:00+08:00', side: 'other', text: '在' });
    expect(withYears(dated, span)).toBe(dated);
  });
  it('says until when something was promised', () => {
    const { fields, promises } = withYears(reading(said('11-20T10:15+08:00', '两小时内补发')), span);
    expect(promises).toEqual([{ text: '两小时内补发', said: '2026-11-20T10:15+08:00', by: '2026-11-20T12:15+08:00' }]);
    expect(fields.map(({ key, value }) => [key, value])).toContainEqual(['promisedBy', '2026-11-20T12:15+08:00']);
  });
});
