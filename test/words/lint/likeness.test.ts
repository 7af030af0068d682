import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LINT_RULES } from '../../../src/knowledge/built/lint.ts';
import { LINT_SENTENCES as EXAMPLES } from '../../../src/knowledge/built/lint-sentences.ts';
import { foldText } from '../../../src/words/fold.ts';
import { byForm } from '../../../src/words/lint/forms/index.ts';
import { learnSentences, likenessHits } from '../../../src/words/lint/likeness.ts';
import { readForLint } from '../../../src/words/lint/lint-text.ts';
import { lintText } from '../../../src/words/lint/lint.ts';
import { ownWords } from '../../../src/words/lint/speech.ts';

const golden = join(import.meta.dirname, '../../golden');
/** These stay out of the examples for ever. */
const HELD_OUT = ['16', '17', '18', '19'];

function rowsOf(set: string): { kind: string; text: string; options: object }[] {
  return readFileSync(join(golden, `lint/sentences-${set}.tsv`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([kind, text, options]) => ({
      kind: kind!,
      text: text!,
      options: options ? (JSON.parse(options) as object) : {},
    }));
}

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const byLikeness = (text: string): string[] =>
  lintText(text)
    .filter(({ why }) => why.startsWith('整句'))
    .map(({ kind }) => kind);

describe('sentences that were held out', () => {
  it('are not among the examples', () => {
    const learnt = new Set(EXAMPLES.map(([, text]) => plain(text)));
    expect(HELD_OUT.flatMap(rowsOf).filter(({ text }) => learnt.has(plain(text)))).toEqual([]);
  });

  it.each(HELD_OUT)('set %s is read right', (set) => {
    const rows = rowsOf(set).filter(({ kind }) => kind !== 'privacy');
    const found = (row: { text: string; options: object }): boolean => lintText(row.text, row.options).length > 0;
    const bad = rows.filter(({ kind }) => kind !== 'none');
    for (const kind of new Set(bad.map((row) => row.kind))) {
      const of = bad.filter((row) => row.kind === kind);
      console.log(`set ${set}, ${kind}: ${of.filter(found).length} of ${of.length}`);
    }
    const right = bad.filter(found).length;
    const wrong = rows.filter(({ kind }) => kind === 'none').filter(found);
    console.log(
      `set ${set}: recall ${right} of ${bad.length}, precision ${((100 * right) / (right + wrong.length)).toFixed(1)} %`,
    );
    expect(right / bad.length).toBeGreaterThanOrEqual(0.8);
    expect(wrong.length, wrong.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(rows.length / 30);
  });
});

describe('likeness alone', () => {
  it('tells apart the fifth of the examples that was left out', () => {
    const [hits, alarms, named] = [[], [], []] as string[][];
    for (let fold = 0; fold < 5; fold++) {
      const learned = learnSentences(EXAMPLES.filter((_one, i) => i % 5 !== fold));
      for (const [kind, text] of EXAMPLES.filter((_one, i) => i % 5 === fold)) {
        const folded = foldText(text);
        const read = readForLint(folded, ownWords(folded.text), {});
        const found = likenessHits(byForm(LINT_RULES).likeness, read, [], learned).standing;
        if (found.length > 0) (kind === 'none' ? alarms : hits)!.push(text);
        if (found.some(({ rule }) => rule.kind === kind)) named!.push(text);
      }
    }
    const bad = EXAMPLES.filter(([kind]) => kind !== 'none').length;
    const right = hits!.length / (hits!.length + alarms!.length);
    console.log(
      `likeness alone: ${hits!.length} of ${bad}, ${named!.length} under their name, precision ${(100 * right).toFixed(1)} %`,
    );
    expect(hits!.length / bad).toBeGreaterThan(0.6);
    expect(named!.length / hits!.length).toBeGreaterThan(0.9);
    expect(right, alarms!.join('\n')).toBeGreaterThan(0.97);
  });

  it('says nothing of the letters', () => {
    const letters = readdirSync(join(golden, 'letters'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.txt'),
    );
    expect(letters.length).toBeGreaterThan(10);
    expect(letters.flatMap((name) => byLikeness(readFileSync(join(golden, 'letters', name), 'utf8')))).toEqual([]);
  });

  it('says nothing of lawful steps, however they are announced', () => {
    const when = [
      '',
      '如果今天还没有处理，',
      '逾期未退款的，',
      '三天内没有答复的话，',
      '协商不成，',
      '你们再不处理，',
      '今天再收不到退款，',
    ];
    const who = ['我会', '我将', '我就', '本人将', '我只能', '我准备'];
    const what = [
      '向12315投诉',
      '依法向人民法院起诉',
      '申请平台介入',
      '向市场监督管理局投诉举报',
      '向公安机关报案',
      '走法律途径',
      '向消费者协会申请调解',
      '申请退款',
      '打12315',
      '联系平台客服',
    ];
    const flagged = when
      .flatMap((a) => who.flatMap((b) => what.map((c) => `${a}${b}${c}。`)))
      .filter((text) => byLikeness(text).length > 0);
    expect(flagged).toEqual([]);
  });

  it('leaves what others said and what was done to the writer alone', () => {
    for (const text of [
      '客服说：“你最好今天就把差评删了，不然有你好看的。”',
      '对方回复我知道你女儿在哪上补习班。',
      '卖家把我的电话发到群里让大家来骂我。',
      '《看你还能躲到哪里去》',
    ]) {
      expect(byLikeness(text), text).toEqual([]);
    }
  });

  it('warns once a sentence, with the words it means', () => {
    const text = '订单号123。  我花点钱就能把你的信息全买到！！谢谢。';
    const [finding, ...more] = lintText(text).filter(({ kind }) => kind === 'threat');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', text: '我花点钱就能把你的信息全买到' });
  });
});
