import fc from 'fast-check';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontCoverage, fontFiles, readCoverage } from '../../src/papers/pdf/fonts.ts';
import { MISSING_MARK, printableText, substitutionNote } from '../../src/papers/pdf/fonts-substitute.ts';

const coverage = await fontCoverage();

describe('the font of PDF files', () => {
  it('lies where the package is installed', () => {
    expect(existsSync(fontFiles().regular)).toBe(true);
    expect(existsSync(fontFiles().bold)).toBe(true);
  });

  it('draws every character of GB2312', () => {
    const decoder = new TextDecoder('gb18030');
    const missing: string[] = [];
    let count = 0;
    for (let high = 0xb0; high <= 0xf7; high++) {
      for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low++) {
        const character = decoder.decode(new Uint8Array([high, low]));
        count += 1;
        if (!coverage.has(character.codePointAt(0)!)) missing.push(character);
      }
    }
    expect(count).toBe(6763);
    expect(missing).toEqual([]);
  });

  it('draws the signs that letters are written with', () => {
    for (const sign of '，。；：？！“”‘’（）《》〈〉【】〔〕、…—·￥¥％＋×÷≤≥①⑩□√〓＿　\u00a0㎡№→') {
      expect(coverage.has(sign.codePointAt(0)!), sign).toBe(true);
    }
  });

  it('knows what it cannot draw', () => {
    for (const sign of ['🔥', '☑', '☐', '한', 'ع']) expect(coverage.has(sign.codePointAt(0)!), sign).toBe(false);
  });

  it('says which file cannot be read', async () => {
    await expect(readCoverage(import.meta.filename)).rejects.toMatchObject({ code: 'FONT_MISSING' });
  });
});

describe('printableText', () => {
  const print = (text: string) => printableText(text, coverage);

  it.each([
    ['快充小店🔥（官方）', `快充小店${MISSING_MARK}（官方）`],
    ['一家👨‍👩‍👧三口👍🏽', `一家${MISSING_MARK}三口${MISSING_MARK}`],
    ['𝐕𝐈𝐏会员', 'VIP会员'],
    ['𝟏𝟐 元', '12 元'],
    ['订单\u200b号\u202e123\u202c', '订单号123'],
    ['一\r\n二\r三\u2028四', '一\n二\n三\n四'],
    ['列\t列\u2009列', '列 列 列'],
    ['半个\ud83d字', `半个${MISSING_MARK}字`],
    ['響㛃䶮', '響㛃䶮'],
    ['', ''],
  ])('%j becomes %j', (given, expected) => {
    expect(print(given).text).toBe(expected);
  });

  it('reports each replaced character once, with what stands for it', () => {
    expect(print('🔥a🔥𝐕').substitutions).toEqual([
      { original: '🔥', printed: MISSING_MARK },
      { original: '𝐕', printed: 'V' },
    ]);
    expect(substitutionNote(print('🔥').substitutions)).toContain('U+1F525 印作“〓”');
    expect(substitutionNote([])).toBeUndefined();
  });

  it('leaves nothing that the font cannot draw, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(
          Array.from(print(text).text).filter(
            (character) => character !== '\n' && !coverage.has(character.codePointAt(0)!),
          ),
        ).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('says so of every visible character it replaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const { text: printed, substitutions } = print(text);
        if (printed.includes(MISSING_MARK) && !text.includes(MISSING_MARK))
          expect(substitutions.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
