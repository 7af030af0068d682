import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carrySpans } from '../../src/grounding/edited.ts';
import { groundLetter } from '../../src/grounding/ground.ts';
import { settingsOf } from '../../src/letters/documents/settings.ts';
import { composeLetter } from '../../src/letters/compose.ts';
import type { DocumentId } from '../../src/model/dispute.ts';
import type { FactKey } from '../../src/model/facts.ts';
import type { ComposedLetter } from '../../src/model/letter.ts';
import { holdsValue, type Origin } from '../../src/model/origin.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { accountBanned, cardInvalid, CASES, notDelivered } from '../letters/cases.ts';

const templatesDir = join(import.meta.dirname, '../../templates');
const write = (snapshot: CaseSnapshot, document: DocumentId, more: object = {}) =>
  composeLetter({ snapshot, document, templatesDir, no: 1, ...more });
const set = (snapshot: CaseSnapshot, key: FactKey, value: string): CaseSnapshot => {
  snapshot.facts[key] = { value, status: 'given', sources: [] };
  return snapshot;
};
const edited = (letter: ComposedLetter, text: string): ComposedLetter => ({
  ...letter,
  text,
  base: { text: letter.text, spans: letter.spans },
});
const found = (letter: ComposedLetter, snapshot: CaseSnapshot): string[] =>
  groundLetter(letter, snapshot).map((finding) => finding.text);
const stretchesFrom = (letter: ComposedLetter, from: (origin: Origin) => boolean): string[] =>
  letter.spans.filter(({ origin }) => from(origin)).map(({ start, end }) => letter.text.slice(start, end));

describe('a document knows what its stretches came from', () => {
  test('facts, contacts, exhibits, rules, counted values, the template’s words and the drafter’s', async () => {
    const letter = await write(cardInvalid(), 'platform');
    const of = (from: Origin['from']): string[] => stretchesFrom(letter, (origin) => origin.from === from);
    expect(of('fact')).toContain('青柠网络');
    expect(of('contact')).toEqual(expect.arrayContaining(['TS20260904118', '已转交商家核实，请耐心等待']));
    expect(of('rule')).toContain('第五百八十二条');
    expect(of('counted')).toEqual(expect.arrayContaining(['1', '2026年9月15日', '2026年9月8日']));
    expect(of('template').join('')).toContain('一、事实');
    expect(of('drafter').join('')).toContain('请核实该订单的交付和售后情况');
    expect(stretchesFrom(letter, (origin) => origin.from === 'exhibit' && origin.no === 2)).toEqual([
      '证据2',
      '2',
      '支付凭证截图',
      '2026090122001904146741483431',
      '761072976091679384',
      '96.50元',
      '2026-09-01 17:39:39',
    ]);
  });

  test('a fact with where it was read, a counted value with its reckoning, a rule with its day', async () => {
    const { spans, text } = await write(accountBanned(), 'merchant');
    const origins = spans.map(({ start, end, origin }) => [text.slice(start, end), origin]);
    expect(origins).toContainEqual(['KM202611061551150453', { from: 'fact', key: 'orderNo', exhibits: [1] }]);
    expect(origins).toContainEqual(['109.90元', { from: 'counted', reckoning: { how: 'left' } }]);
    expect(origins).toContainEqual([
      '第五百八十二条',
      { from: 'rule', rule: 'SUB-04', ground: 'nonconforming', part: 'place', onDay: '2026-11-22' },
    ]);
  });

  test('short versions too, clipped names and all', async () => {
    const snapshot = set(cardInvalid(), 'product', '王者荣耀点券6480点直充秒到账自动发货官方正品支持退换'.repeat(5));
    for (const length of ['short', 'medium'] as const) {
      const letter = await write(snapshot, 'regulator', { length });
      expect(stretchesFrom(letter, (origin) => origin.from === 'fact' && origin.key === 'product')[0]).toMatch(/…$/);
      expect(found(letter, snapshot)).toEqual([]);
    }
  });
});

describe('the case changed after composing', () => {
  test.each<[string, (snapshot: CaseSnapshot) => void, string[]]>([
    ['an order number', (snapshot) => void set(snapshot, 'orderNo', '761072976091679385'), ['761072976091679384']],
    ['the merchant', (snapshot) => void set(snapshot, 'merchant', '北方云海'), ['青柠网络']],
    ['the price', (snapshot) => void set(snapshot, 'amount', '69.50'), ['96.50元']],
    [
      'the time of payment',
      (snapshot) => void set(snapshot, 'paidAt', '2026-09-02T17:39:39+08:00'),
      ['2026年9月1日17:39'],
    ],
    [
      'what a contact said',
      (snapshot) => void (snapshot.contacts[0]!.said = '不予处理'),
      ['已转交商家核实，请耐心等待'],
    ],
    [
      'the day of a contact',
      (snapshot) => void (snapshot.contacts[0]!.at = '2026-09-04T11:20:00+08:00'),
      ['2026年9月4日10:20'],
    ],
    [
      'an exhibit’s own number',
      (snapshot) => void (snapshot.exhibits[1]!.reading!.fields[0]!.value = '999'),
      ['2026090122001904146741483431'],
    ],
    [
      'an exhibit withdrawn',
      (snapshot) => void (snapshot.exhibits[4]!.withdrawn = { at: '2026-09-09T10:00:00+08:00', why: '' }),
      ['证据5', '5', '录屏'],
    ],
    ['money that came back', (snapshot) => void set(snapshot, 'refunded', '96.50'), []],
  ])('%s', async (_, change, gone) => {
    const letter = await write(cardInvalid(), 'platform');
    const snapshot = cardInvalid();
    change(snapshot);
    const named = [...new Set(found(letter, snapshot))];
    expect(named).toEqual(gone);
  });

  test('a sum that was counted is counted again', async () => {
    const letter = await write(accountBanned(), 'merchant');
    expect(found(letter, set(accountBanned(), 'refunded', '30.00'))).toContain('109.90元');
  });
});

/** How values of a kind look; the last takes all others. */
const FORMS = [/^\d{1,2}$/, /^《/, /^第.*[条款项]$/, /^证据/, /元$/, /\d日/, /^[\w-]{6,}$/, /^/];

describe('an edit by hand that cuts across', () => {
  test('two values of the same type changed places: every pair in every document', async () => {
    let swaps = 0;
    for (const make of Object.values(CASES)) {
      for (const document of ['merchant', 'platform', 'police', 'regulator', 'court', 'urge', 'resubmit'] as const) {
        const snapshot = make();
        const letter = await write(snapshot, document).catch(() => undefined);
        if (!letter) continue;
        // Words that tell an act may be put otherwise; the values in them have origins of their own.
        const held = letter.spans.filter(
          ({ origin }) => holdsValue(origin) && !(origin.from === 'contact' && origin.part === 'act'),
        );
        const typeOf = (text: string): number => FORMS.findIndex((form) => form.test(text));
        for (let i = 1; i < held.length; i++) {
          const b = held[i]!;
          const bText = letter.text.slice(b.start, b.end);
          const a = held.slice(0, i).findLast((one) => {
            // Two entries of one list say the same in any order.
            if (JSON.stringify(one.origin) === JSON.stringify(b.origin)) return false;
            const aText = letter.text.slice(one.start, one.end);
            return aText !== bText && typeOf(aText) === typeOf(bText);
          });
          if (!a) continue;
          const aText = letter.text.slice(a.start, a.end);
          const swapped =
            letter.text.slice(0, a.start) +
            bText +
            letter.text.slice(a.end, b.start) +
            aText +
            letter.text.slice(b.end);
          const findings = groundLetter(edited(letter, swapped), snapshot);
          expect([document, aText, bText, findings.length > 0]).toEqual([document, aText, bText, true]);
          swaps++;
        }
      }
    }
    expect(swaps).toBeGreaterThan(300);
  });

  test('an exhibit’s number on another exhibit’s line', async () => {
    const snapshot = cardInvalid();
    const letter = await write(snapshot, 'platform');
    const moved = letter.text.replace('交易单号2026090122001904146741483431', '交易单号761072976091679384');
    expect(found(edited(letter, moved), snapshot)).toEqual(['761072976091679384']);
    const lines = letter.text.replace('证据2　支付', '证据1　支付').replace('证据1　订单', '证据2　订单');
    expect(found(edited(letter, lines), snapshot)).toHaveLength(2);
  });

  test('a value moved to where another belongs, its own place left empty', async () => {
    const snapshot = cardInvalid();
    const letter = await write(snapshot, 'police');
    const moved = letter.text
      .replace('订单号：761072976091679384\n', '')
      .replace('交易单号：2026090122001904146741483431', '交易单号：761072976091679384');
    expect(found(edited(letter, moved), snapshot)).toEqual(['761072976091679384']);
  });

  test('digits, words or signs written onto a value', async () => {
    const snapshot = cardInvalid();
    const letter = await write(snapshot, 'regulator');
    const put = (was: string, now: string): string[] => {
      expect(letter.text).toContain(was);
      return found(edited(letter, letter.text.replace(was, now)), snapshot);
    };
    expect(put('实付96.50元', '实付196.50元')).toEqual(['196.50元']);
    expect(put('姓名：林晓雯', '姓名：林晓雯子')).toEqual(['林晓雯']);
    expect(put('名称：成都', '名称：新成都')).toEqual(['成都青柠网络科技有限公司']);
  });

  test('what may be done: less of a date, a value left out, sentences and lines in another order', async () => {
    const snapshot = cardInvalid();
    const letter = await write(snapshot, 'platform');
    const may = (change: (text: string) => string): void => {
      const text = change(letter.text);
      expect(text).not.toBe(letter.text);
      expect(found(edited(letter, text), snapshot)).toEqual([]);
    };
    may((text) => text.replace('2026年9月1日17:39', '9月1日'));
    may((text) => text.replace('，订单号761072976091679384', ''));
    may((text) => text.replace('编号：第1号\n', ''));
    may((text) => text.replace(/(2026年9月4日，.*)\n/, '').replace('二、诉求', '$&\n补充：2026年9月4日向贵平台投诉。'));
    may((text) => {
      const lines = text.split('\n');
      const [a, b] = [
        lines.findIndex((line) => line.startsWith('证据1')),
        lines.findIndex((line) => line.startsWith('证据4')),
      ];
      [lines[a], lines[b]] = [lines[b]!, lines[a]!];
      return lines.join('\n');
    });
  });

  test('what stayed keeps its origin, what a person wrote is told from it', async () => {
    const snapshot = cardInvalid();
    const letter = await write(snapshot, 'platform');
    const text = letter.text.replace('实付', '我2026年9月1日付了');
    const spans = carrySpans(letter, text);
    const order = spans.find(({ origin }) => origin.from === 'fact' && origin.key === 'orderNo')!;
    expect(text.slice(order.start, order.end)).toBe('761072976091679384');
    const next = { ...letter, text: text.replace('96.50元', '69.50元'), spans, base: { text, spans } };
    expect(found({ ...next, text }, snapshot)).toEqual([]);
    expect(found(next, snapshot)).toEqual(['69.50元']);
    const redated = { ...next, text: text.replace('我2026年9月1日', '我2026年9月4日') };
    expect(found(redated, snapshot)).toEqual(['2026年9月4日']);
  });

  test('a letter of an older version, without origins, is still held to its own words', async () => {
    const snapshot = cardInvalid();
    const letter = await write(snapshot, 'platform');
    const old = (text: string): ComposedLetter => ({ ...letter, spans: [], text, base: { text: letter.text } });
    expect(found(old(letter.text), snapshot)).toEqual([]);
    expect(found(old(letter.text.replace('2026年9月4日', '2026年9月1日')), snapshot)).toEqual(['2026年9月1日10:20']);
    expect(found(old(letter.text.replace('“青柠网络”', '“北方云海”')), snapshot)).toEqual(['北方云海']);
  });
});

describe('a template of the user’s own', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kameng-origins-'));
    await mkdir(join(folder, 'letters', 'merchant'), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function findings(letter: string, settings: object = {}): Promise<string[]> {
    const own = settingsOf('merchant');
    await writeFile(join(folder, 'letters', 'merchant', 'letter.hbs'), letter);
    await writeFile(join(folder, 'letters', 'merchant', 'template.json'), JSON.stringify({ ...own, ...settings }));
    const snapshot = cardInvalid();
    return found(await write(snapshot, 'merchant', { userTemplatesDir: folder }), snapshot);
  }

  test('is as good as ours while it only puts values in', async () => {
    expect(
      await findings(
        '# {{title}}\n\n{{addressee}}：\n\n订单号{{facts.orderNo}}，“{{facts.product}}”，{{facts.amount}}。\n\n{{> facts}}\n\n{{> demands}}\n\n{{#each laws}}\n- {{article}}：{{says}}\n{{/each}}\n\n{{#each exhibits}}\n- 证据{{no}}：{{name}}，{{detail}}\n{{/each}}\n\n第一条 本函共 2 页以内。\n'.replace(
          ' 2 页',
          '两页',
        ),
      ),
    ).toEqual([]);
  });

  test.each([
    ['a day', '本人于2026年9月1日付款。', '2026年9月1日'],
    ['an amount, even the right one', '实付96.50元。', '96.50元'],
    ['an order number, even the right one', '订单号761072976091679384。', '761072976091679384'],
    ['an exhibit', '见证据1。', '证据1'],
    ['a quotation', '贵方说“马上给您退双倍”。', '马上给您退双倍'],
    ['a name', '青柠网络应当处理。', '青柠网络'],
    ['a number of days', '请在三个工作日内处理。', '三'],
    ['an article that the rulebook does not have', '依据《中华人民共和国电子商务法》第二百零三条。', '第二百零三条'],
    ['a digit behind a value', '订单号{{facts.orderNo}}8。', '7610729760916793848'],
    ['a quantity as money', '共{{facts.quantity}}元。', '1元'],
    ['a number of its own behind 证据', '{{#each exhibits}}{{#if @first}}证据{{@index}}{{/if}}{{/each}}', '证据0'],
  ])('cannot state %s', async (_, letter, what) => {
    expect(await findings(letter)).toEqual([what]);
  });

  test('may state what its settings answer for', async () => {
    expect(await findings('热线 400-820-1234，每日 09:00 起。', { fixed: ['400-820-1234', '09:00'] })).toEqual([]);
    expect(await findings('热线 400-820-1234，每日 09:30 起。', { fixed: ['400-820-1234', '09:00'] })).toEqual([
      '09:30',
    ]);
  });

  test('cannot forge an origin', async () => {
    expect(await findings('实付\u{f0000}99.50元\ue180。')).toEqual(['99.50元']);
  });
});

describe('a name that looks like our marks', () => {
  test.each([
    '\u{f0000}青柠\ue180网络',
    '青柠\ue180\ue180\ue180网络',
    '\u{f0001}\u{f0002}\u{10ffff}青柠网络',
    '青\ue200柠\uf8ff网络',
    '**青柠** {{facts.orderNo}} | 1. 网络',
    '青柠\ue131\ue17e网络',
    '”青柠“网络：证据9',
    '青柠…网络*',
  ])('%j is written as text, grounded, and its change is found', async (name) => {
    for (const document of ['merchant', 'regulator', 'police', 'court'] as const) {
      const snapshot = set(set(cardInvalid(), 'merchant', name), 'sellerName', name);
      snapshot.contacts[0]!.said = name;
      const letter = await write(snapshot, document);
      expect(letter.text).not.toMatch(/[\ue100-\ue180\u{f0000}-\u{10ffff}]/u);
      expect(found(letter, snapshot)).toEqual([]);
      expect(
        found(letter, set(set(snapshot, 'merchant', '北方云海'), 'sellerName', '北方云海')).length,
      ).toBeGreaterThan(0);
    }
  });

  test('redacted documents are grounded behind their stars', async () => {
    const snapshot = set(notDelivered(), 'merchant', '*王*大*白*');
    for (const document of ['payment', 'police', 'public'] as const) {
      const letter = await write(snapshot, document, { redacted: true });
      expect(found(letter, snapshot)).toEqual([]);
      expect(found(letter, set(notDelivered(), 'merchant', '北方云海')).length).toBeGreaterThan(0);
    }
  });
});
