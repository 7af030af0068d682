import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LintOptions, lintText } from '../../../src/words/lint/lint.ts';

const folder = join(import.meta.dirname, '../../golden/lint');

/** Read by the test of likeness: nobody looked at them when rules were written. */
const BLIND = ['18', '19'];

interface Row {
  set: string;
  kind: string;
  text: string;
  options: LintOptions;
}

/** `kind<TAB>sentence[<TAB>options as JSON]`; kind `none` must give nothing. */
function readRows(): Row[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .flatMap((name) => {
      const lines = readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      return lines.map((line) => {
        const [kind, text, options] = line.split('\t');
        return {
          set: /\d+/.exec(name)![0],
          kind: kind!,
          text: text!,
          options: options ? (JSON.parse(options) as LintOptions) : {},
        };
      });
    });
}

describe('labelled sentences', () => {
  const rows = readRows().filter(({ set }) => !BLIND.includes(set));
  const toFlag = rows.filter(({ kind }) => kind !== 'none');
  const clean = rows.filter(({ kind }) => kind === 'none');

  it('is large and varied enough to say anything', () => {
    expect(toFlag.length).toBeGreaterThanOrEqual(150);
    expect(clean.length).toBeGreaterThanOrEqual(150);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
  });

  it('finds 97 of 100, every threat, and is right 97 times of 100', () => {
    const missed = toFlag.filter(({ text, options }) => lintText(text, options).length === 0);
    const wrong = clean.filter(({ text, options }) => lintText(text, options).length > 0);
    for (const kind of new Set(toFlag.map((row) => row.kind))) {
      const of = toFlag.filter((row) => row.kind === kind);
      const named = of.filter(({ text, options }) => lintText(text, options).some((finding) => finding.kind === kind));
      const seen = of.length - missed.filter((row) => row.kind === kind).length;
      console.log(`${kind}: recall ${seen}/${of.length}, under this name ${named.length}/${of.length}`);
    }
    const found = toFlag.length - missed.length;
    const recall = found / toFlag.length;
    const precision = found / (found + wrong.length);
    console.log(
      `all: recall ${(recall * 100).toFixed(1)} %, precision ${(precision * 100).toFixed(1)} % (${toFlag.length} to flag, ${clean.length} not to)`,
    );
    expect(missed.filter(({ kind }) => kind === 'threat').map(({ text }) => text)).toEqual([]);
    expect(recall, missed.map(({ text }) => text).join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(precision, wrong.map(({ text }) => text).join('\n')).toBeGreaterThanOrEqual(0.97);
  });
});

describe('the shape of findings', () => {
  it('points at the words in the source, in UTF-16 units', () => {
    const text = '😀😀客服就是骗*子，退我 ９６ 元';
    for (const { start, end, text: words } of lintText(text)) expect(text.slice(start, end)).toBe(words);
    expect(lintText(text).map(({ text: words }) => words)).toContain('骗*子');
  });

  it('says for each what to write instead and why', () => {
    for (const finding of lintText('你们这群骗子，不退钱就曝光你们，气死我了！！！我电话13812345678')) {
      expect(finding.suggestion.length).toBeGreaterThan(5);
      expect(finding.why.length).toBeGreaterThan(5);
    }
  });

  it('finds nothing in an empty text and does not fail on any text', () => {
    expect(lintText('')).toEqual([]);
    const words = fc.constantFrom(
      '不',
      '退',
      '骗',
      '子',
      '就',
      '曝光',
      '你',
      '“',
      '”',
      '"',
      '：',
      '\n',
      '客服',
      ' ',
      '*',
      's',
      'b',
      '1',
      '3',
      '。',
      '！',
      '《',
      '》',
      '𠮷',
      '\ud800',
      '\u0301',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words, { maxLength: 80 }).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const { start, end, text: found } of lintText(text, { audience: 'public', claimFen: 9650 })) {
            expect(0 <= start && start < end && end <= text.length).toBe(true);
            expect(text.slice(start, end)).toBe(found);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('long texts', () => {
  const KILOBYTES = 100 * 1024;

  // What grows with the square of the length would take minutes here; npm run bench:reading gives the times.
  it.each([
    '骗',
    '不',
    '不退',
    '“',
    '"',
    '!',
    '?',
    '1',
    '1 ',
    'a',
    'a.',
    'a@',
    '就',
    '客服说',
    '《',
    '小区',
    '：\n',
    '*',
    ' ',
    '赔',
    '退就',
    '把将',
    '你',
    'sb ',
    '一',
    '路1号',
    '微信',
    '的,',
  ])('a run of %j is read to its end', (unit) => {
    expect(Array.isArray(lintText(unit.repeat(Math.ceil(KILOBYTES / Buffer.byteLength(unit)))))).toBe(true);
  });
});
