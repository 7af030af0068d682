import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, printable, printableJson, printableLines, safeFileName } from '../../src/model/text.ts';

const STEERS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;
/** Any string, lone halves of surrogates included. */
const anything = fc.string({ unit: fc.integer({ min: 0, max: 0xff_ff }).map((code) => String.fromCharCode(code)) });
const wild = fc.oneof(fc.string({ unit: 'binary' }), anything);

describe('text on its way to a screen', () => {
  it('shows what steers a terminal', () => {
    expect(printable('a\u001b[31mb')).toBe('a␛[31mb');
    expect(printable('一\n二\t三\u007f')).toBe('一␊二␉三␡');
    expect(printable('abc\u202egnp.exe')).toBe('abc<U+202E>gnp.exe');
    expect(printable('\ud800x')).toBe('\ufffdx');
    expect(printable('好 😀 ok')).toBe('好 😀 ok');
    expect(printableLines('一\r\n二\t三\r四')).toBe('一\n二  三␍四');
  });

  it('holds nothing that steers, whatever came in, and stays as it is the second time', () =>
    fc.assert(
      fc.property(wild, (text) => {
        const shown = printable(text);
        expect(STEERS.test(shown)).toBe(false);
        expect(shown.isWellFormed()).toBe(true);
        expect(printable(shown)).toBe(shown);
        expect(STEERS.test(printableLines(text).replaceAll('\n', ''))).toBe(false);
      }),
    ));

  it('in JSON is still the same value', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), (text, n) => {
        const value = { [text]: [text, n] };
        const json = printableJson(value);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(STEERS.test(json.replaceAll('\n', ''))).toBe(false);
      }),
    ));
});

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['letter', 'letter', 0],
    ['lettre', 'letter', 2],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['退款', '退货款', 1],
  ])('%j and %j: %i', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  it('is a distance', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', '退', '款') });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const ab = editDistance(a, b);
        expect(ab === 0).toBe(a === b);
        expect(editDistance(b, a)).toBe(ab);
        expect(ab).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(ab).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(editDistance(a, c)).toBeLessThanOrEqual(ab + editDistance(b, c));
      }),
    );
  });
});

describe('the name of a file', () => {
  it.each([
    ['投诉书.docx', '投诉书.docx'],
    ['a/b\\c:d*e?.txt', 'a_b_c_d_e_.txt'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['console.log', 'console.log'],
    [' .hidden. ', 'hidden'],
    ['...', 'file'],
    ['', 'file'],
  ])('%j becomes %j', (name, safe) => expect(safeFileName(name)).toBe(safe));

  it('that is cut at a space does not end on it', () => {
    expect(safeFileName(`${'卡'.repeat(66)}  密`)).toBe('卡'.repeat(66));
    expect(safeFileName(`con${' '.repeat(300)}x`)).toBe('_con');
  });

  it('keeps its extension when it is cut', () => {
    const safe = safeFileName(`${'卡'.repeat(300)}.docx`);
    expect(safe.endsWith('卡.docx')).toBe(true);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
  });

  it('is one that every file system takes, whatever came in', () =>
    fc.assert(
      fc.property(fc.oneof(wild, fc.string({ minLength: 80, unit: 'grapheme' })), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]/);
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i);
        expect(safe).not.toMatch(/^[. ]|[. ]$/);
        expect(safe.length).toBeGreaterThan(0);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
        expect(safe.isWellFormed()).toBe(true);
      }),
    ));
});
