import { classify } from './lines.ts';
import { describe, expect, it } from 'vitest';
import type { ScoredLine } from '../../src/reading/reader.ts';

const SIZE = { width: 750, height: 1624 };
const LETTER = 28;

/** A title in the middle and paragraphs from margin to margin, one under another with room between. */
function page(title: string, paragraphs: readonly string[], room = 40): ScoredLine[] {
  const lines: ScoredLine[] = [];
  const put = (text: string, x: number, y: number): void => {
    const box = { x, y, width: text.length * LETTER, height: 34 };
    lines.push({ text, box, confidence: 1, scores: Array.from(text, () => 0.999) });
  };
  put(title, (SIZE.width - title.length * LETTER) / 2, 70);
  let y = 160;
  for (const paragraph of paragraphs) {
    for (const line of paragraph.match(/.{1,23}/g)!) {
      put(line, 40, y);
      y += 45;
    }
    y += room;
  }
  return lines;
}

const NUMBERED = [
  '1. 本店的激活服务由人工处理，请您耐心等待，不要重复拍下。',
  '2. 收到的密钥如果无法使用，请在两天内联系我们，逾期不再处理。',
  '3. 买家自己填错账号造成的损失，我们不承担，谢谢。',
];

describe('a page of numbered paragraphs', () => {
  it.each([
    ['购前必读', NUMBERED, 12],
    ['下单前请看', NUMBERED, 56],
    ['说明', NUMBERED.map((text, i) => `${'一二三'[i]!}、${text.slice(3)}`), 40],
    ['须知', NUMBERED.map((text, i) => `第${'一二三'[i]!}条 ${text.slice(3)}`), 40],
    ['答疑', ['问：多久能到？', '答：您付款后一分钟内自动到。', '问：能退吗？', '答：没兑换的可以退哦。'], 40],
  ])('is one of rules, whomever it speaks to: %s', (title, paragraphs, room) => {
    expect(classify(page(title, paragraphs, room), SIZE).kind).toBe('rule_page');
  });

  it('with a strip above that says what failed is a failure', () => {
    const rules = ['1. 每个账号每天限操作5次', '2. 请区分字母大小写', '3. 最终解释权归运营方所有'];
    expect(classify(page('该兑换码已被其他账号使用，兑换失败', rules, 12), SIZE).kind).not.toBe('rule_page');
  });

  it('is a talk where somebody answers from the other edge', () => {
    const answer = ['好的我看看', '还是用不了'].map((text, i): ScoredLine => {
      const box = { x: 700 - text.length * LETTER, y: 700 + 90 * i, width: text.length * LETTER, height: 34 };
      return { text, box, confidence: 1, scores: Array.from(text, () => 0.999) };
    });
    const [title, ...lines] = page('青禾数卡', ['您好', ...NUMBERED]);
    const bubbles = lines.map((line) => ({ ...line, box: { ...line.box!, x: 120 } }));
    expect(classify([title!, ...bubbles, ...answer], SIZE).kind).toBe('chat');
  });
});
