import { describe, expect, test } from 'vitest';
import stringWidth from 'fast-string-width';
import { cellsOf } from '../../src/cli/views/cells.ts';
import { columns, hanging, wrap } from '../../src/cli/views/wrap.ts';

const LONG =
  '向平台要卖家的名称、地址、联系方式：kameng letter --to identity；没有被投诉人的名称和地址，12315 不予受理，起诉也立不起来。';

describe('lines of a screen', () => {
  test.each([60, 80, 120])('are no wider than %i cells, with commands whole and nothing lost', (width) => {
    const lines = hanging('  1. ', LONG, width);
    for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(width + 2);
    expect(lines.some((line) => line.includes('kameng letter --to identity'))).toBe(true);
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {5}\S/);
    expect(
      lines
        .map((line) => line.trim())
        .join('')
        .replaceAll(' ', ''),
    ).toBe(`1.${LONG}`.replaceAll(' ', ''));
  });

  test('a command longer than the line stands by itself, whole', () => {
    const told = '  kameng facts failure="兑换失败该兑换码已被使用，请核对后重试" signs=none';
    expect(wrap(told, 40, 2)).toEqual([told]);
    const command = 'kameng followup --channel platform_operator --filed 日期 --letter 12';
    expect(wrap(`交给平台，再记下来：${command}`, 40, 2)).toEqual(['交给平台，再记下来：', `  ${command}`]);
  });

  test('a count stays with the command that shows all of it', () => {
    expect(wrap('平台投诉中心，被拒绝  共 4：kameng timeline', 40, 2)).toEqual([
      '平台投诉中心，被拒绝',
      '  共 4：kameng timeline',
    ]);
  });

  test('a closing sign does not begin a line', () => {
    for (const line of wrap('一二三四五，六七八九十。一二三四五，六七八九十。', 10, 0))
      expect(line).not.toMatch(/^[，。]/);
  });

  test('short text, and text for a file, stay as they are', () => {
    expect(wrap('短', 80)).toEqual(['短']);
    expect(wrap(LONG, Infinity)).toEqual([LONG]);
  });

  test('colours are no cells', () => {
    expect(cellsOf('\u001b[31m红\u001b[39m')).toBe(2);
    expect(wrap('\u001b[31m一二三四五\u001b[39m', 10)).toHaveLength(1);
  });
});

test('columns break in the last one only', () => {
  expect(
    columns(
      [
        ['编号', '一二三四五六七八九十一二'],
        ['1', '短'],
      ],
      24,
    ),
  ).toEqual(['编号  一二三四五六七八九', '      十一二', '1     短']);
});

/**
 * Where the library is not Unicode's table: Yi, Khitan, Nushu and hexagrams are wide, parts of Korean syllables and
 * signs that are drawn as emoji only when asked are not.
 */
const OWN =
  /[\u1160-\u11ff\u232a\u31e4\u31e5\u3248-\u324f\u4dc0-\u4dff\ua000-\ua4cf\ud7b0-\ud7fb\u{16fe1}\u{18b00}-\u{18cff}\u{1b170}-\u{1b2fb}\u{1f260}-\u{1f265}]|(?!\p{Emoji_Presentation})\p{Emoji_Modifier_Base}/u;

test('characters are as wide as a library for it has them', () => {
  const all = Array.from({ length: 0x20000 }, (_, i) => String.fromCodePoint(i));
  const wrong = all.filter((one) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(one) && cellsOf(one) !== stringWidth(one));
  expect(wrong.filter((one) => !OWN.test(one))).toEqual([]);
  for (const text of ['：（12）·“x” ✓…', '1\ufe0f\u20e3', '退款👨‍👩‍👧了', 'e\u0301', '\u001b[1m卡密\u001b[22m', '🇨🇳→'])
    expect(cellsOf(text), text).toBe(stringWidth(text));
});
