import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../src/letters/compose.ts';
import { groundLetter } from '../../src/grounding/ground.ts';
import { readTokens } from '../../src/grounding/tokens.ts';
import { GROUNDS } from '../../src/knowledge/built/grounds.ts';
import { REPLIED_GROUNDS } from '../../src/letters/documents/resubmission-replies.ts';
import { GROUND_IDS } from '../../src/words/answers/grounds.ts';
import { findRule, isStatable } from '../../src/law/rules/index.ts';
import { DOCUMENT_IDS } from '../../src/model/dispute.ts';
import type { ComposedLetter } from '../../src/model/letter.ts';
import { KamengError } from '../../src/model/errors.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { groundWords } from './read-words.ts';
import { CASES, cardInvalid } from '../letters/cases.ts';
import { type Mutation, mutationsOf } from '../letters/mutate.ts';

const templatesDir = join(import.meta.dirname, '../../templates');

interface Written {
  snapshot: CaseSnapshot;
  letter: ComposedLetter;
}

async function writeAll(redacted = false): Promise<Written[]> {
  const all: Written[] = [];
  for (const make of Object.values(CASES)) {
    for (const document of DOCUMENT_IDS) {
      const snapshot = make();
      const letter = await composeLetter({ snapshot, document, templatesDir, no: 1, redacted }).catch(
        (error: unknown) => {
          if (error instanceof KamengError) return undefined;
          throw error;
        },
      );
      if (letter) all.push({ snapshot, letter });
    }
  }
  return all;
}

const letters = await writeAll();
/** The same documents written again: what the case alone can say of a text. */
const again = await writeAll();
const ground = ({ snapshot, letter }: Written, text = letter.text) =>
  groundLetter({ ...letter, text, base: { text: letter.text, spans: letter.spans } }, snapshot);
const read = ({ snapshot, letter }: Written, text: string) => groundWords(text, snapshot, letter.values);

describe('what was composed', () => {
  test('is grounded: no finding in any document, as text, as Markdown, in its short versions, redacted', async () => {
    expect(letters.length).toBeGreaterThan(40);
    for (const written of [...letters, ...(await writeAll(true))]) {
      const { letter } = written;
      expect([letter.document, ground(written)]).toEqual([letter.document, []]);
      const texts = [
        letter.text,
        letter.markdown.replace(/\\(.)/g, '$1'),
        ...(letter.versions ? Object.values(letter.versions) : []),
      ];
      for (const text of texts)
        expect([letter.document, read(written, text).map((finding) => `${finding.text} ${finding.why}`)]).toEqual([
          letter.document,
          [],
        ]);
    }
  });
});

describe('one value changed', () => {
  // Some in thousands, spread so that each kind in each document has its turn.
  const changes = letters.flatMap((written) =>
    mutationsOf(written.letter.text, written.snapshot).map((mutation) => ({ written, mutation })),
  );
  const sample = changes.filter((_, i) => i % 53 === 0);
  const rare = changes.filter(({ mutation }) => mutation.kind !== 'digit').filter((_, i) => i % 11 === 0);
  // An exhibit's number is wrong when the numbers behind it are not its own: the finding may stand there.
  const places = (findings: { start: number; end: number }[], { kind, at, now, text }: Mutation): boolean => {
    const reach = kind === 'exhibit' ? text.indexOf('\n', at) - at : now.length + 8;
    return findings.some((finding) => finding.start <= at + reach && at - 8 <= finding.end);
  };

  test('after an edit by hand every change is found, and at its place', () => {
    const all = [...sample, ...rare];
    expect(all.length).toBeGreaterThanOrEqual(330);
    const read = all.map(({ written, mutation }) => ({
      mutation,
      findings: ground(written, mutation.text),
    }));
    const said = (some: typeof read): string[] =>
      some.map(
        ({ mutation, findings }) =>
          `${mutation.kind} ${mutation.was} → ${mutation.now}: ${findings.map((finding) => finding.text).join()}`,
      );
    expect(said(read.filter(({ findings }) => findings.length === 0))).toEqual([]);
    expect(
      said(read.filter(({ mutation, findings }) => mutation.kind !== 'swap' && !places(findings, mutation))),
    ).toEqual([]);
  });

  test('with the case alone, from which the document is written again, digits, names, articles and quotations all are found', () => {
    const missed = [...sample, ...rare].filter(
      ({ written, mutation }) => ground(again[letters.indexOf(written)]!, mutation.text).length === 0,
    );
    expect(
      missed
        .filter(({ mutation }) => ['digit', 'name', 'stranger', 'article', 'quote'].includes(mutation.kind))
        .map(({ mutation }) => `${mutation.kind} ${mutation.was} → ${mutation.now}`),
    ).toEqual([]);
    expect(missed.length / (sample.length + rare.length)).toBeLessThan(0.03);
  });
});

describe('what a person may write', () => {
  const snapshot = cardInvalid();
  const findings = (text: string): string[] => groundWords(text, snapshot).map((finding) => finding.text);

  test.each([
    '2026年9月1日买的卡，96.5元，订单761072976091679384，至今不能用。',
    '卖家9月1日18:12说“48小时内退款”，见证据6。',
    '付款时间：2026-09-01 17:39:39，交易单号 2026090122001904146741483431。',
    '¥96.50 请原路退回，电话13528208162。',
    '依据《中华人民共和国电子商务法》第二十条，请按约定交付。',
    '依据《消费者权益保护法》第二十四条请求退货。',
    '９６.５０元已经支付。',
    '可以拨打12315。',
    '1. 请退款。\n2. 请回复。',
    '违反用户协议第三条的约定。',
  ])('%s', (text) => {
    expect(findings(text)).toEqual([]);
  });

  test.each([
    ['2026年9月2日买的卡', '2026年9月2日'],
    ['9月31日买的卡', '9月31日'],
    ['2026年9月1日17:38付款', '2026年9月1日17:38'],
    ['付了99.50元', '99.50元'],
    ['退一赔三共386元', '386元'],
    ['订单号761072976091679385', '761072976091679385'],
    ['卖家说“马上给您退双倍”', '马上给您退双倍'],
    ['见证据9', '证据9'],
    ['依据《中华人民共和国电子商务法》第二百零三条', '第二百零三条'],
    ['依据《中华人民共和国卡密交易法》第二十条', '《中华人民共和国卡密交易法》'],
    ['在九洲数卡购买', '九洲数卡'],
    ['我损失了五千元', '五千'],
    ['ＴＳ２０２６０９０４１１９ 号投诉', 'ＴＳ２０２６０９０４１１９'],
  ])('%s → %s', (text, what) => {
    expect(findings(text)).toEqual([what]);
  });

  test('a known value in the place of another is found and the right one named', () => {
    const [finding] = groundWords('订单号2026090122001904146741483431，实付96.50元。', snapshot);
    expect(finding).toMatchObject({
      kind: 'ungrounded',
      severity: 'error',
      text: '2026090122001904146741483431',
      suggestion: '761072976091679384',
    });
  });

  test('a day of one’s own choosing that is still to come is said and not stopped', () => {
    expect(groundWords('请于2026年9月20日前退款。', snapshot)).toMatchObject([
      { severity: 'warning', text: '2026年9月20日' },
    ]);
  });

  test('a withdrawn exhibit is no exhibit', () => {
    const banned = CASES.account_banned();
    expect(groundWords('见证据7。', banned).map((finding) => finding.text)).toEqual(['证据7']);
  });

  test('taking a sentence out, or telling it in other words, is no finding', async () => {
    const letter = await composeLetter({ snapshot, document: 'merchant', templatesDir, no: 1 });
    const shorter = letter.text.replace(/贵方以“.*\n/, '');
    expect(shorter).not.toBe(letter.text);
    expect(ground({ snapshot, letter }, shorter)).toEqual([]);
    const told = letter.text.replace('本人兑换该卡密时，页面提示', '我一兑换，页面就跳出');
    expect(ground({ snapshot, letter }, told)).toEqual([]);
  });
});

test('every stretch of a document has its origin, without a gap', () => {
  for (const { letter } of letters) {
    let at = 0;
    for (const { start, end } of letter.spans) {
      expect(start).toBe(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(at).toBe(letter.text.length);
    expect(letter.text).not.toMatch(/[\ue100-\ue180\u{f0000}-\u{10ffff}]/u);
  }
});

test('offsets point at the words in the text as it is', () => {
  const text = '前面有字，金额９９.５０元。';
  const [finding] = groundWords(text, cardInvalid());
  expect(text.slice(finding!.start, finding!.end)).toBe(finding!.text);
});

test('a date is read once, with its time', () => {
  expect(
    readTokens('2026年9月1日17:39，9月3日，2026-09-01 17:39:39').map((token) => [token.kind, token.value, token.time]),
  ).toEqual([
    ['date', '2026-09-01', '17:39'],
    ['date', '09-03', undefined],
    ['date', '2026-09-01', '17:39:39'],
  ]);
});

test('every law that letters cite stands in the rulebook as law, at that place', () => {
  for (const ground of GROUNDS) {
    const rule = findRule(ground.rule, '2026-11-22');
    expect([ground.rule, rule !== undefined && isStatable(rule)]).toEqual([ground.rule, true]);
    expect(rule!.cites).toContainEqual([ground.statute, ground.article]);
  }
});

test('every ground of refusal has a reply, or a reason why there is none', () => {
  const unanswered = GROUND_IDS.filter((id) => !REPLIED_GROUNDS.includes(id));
  expect(unanswered).toEqual(['civil_matter']);
});
