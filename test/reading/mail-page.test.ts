import { describe, expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import { pageOf } from '../../src/reading/page/page.ts';
import { isCopiedMail, mailHeadOf } from '../../src/reading/page/mail/mail-head.ts';
import { read } from './made/source.ts';
import { screen, SIZE } from './lines.ts';

const HEAD = ['松果词典 <noreply@mail.example>', '发给 我  2026-03-14 16:25'];
const LETTER = [
  '= 付款成功通知',
  ...HEAD,
  '尊敬的顾客：',
  '您于2026-03-14 16:20:11购买的“松果词典 三',
  '年卡”已经付款成功。',
  '订单号 | SG-20260314-660214',
  '实付金额 | ¥45.00',
];
const of = (rows: readonly string[]): Record<string, string> =>
  Object.fromEntries(understand(screen(rows), SIZE).fields.map(({ key, value }) => [key, value]));

describe('a letter on a screen', () => {
  it('names who sent it, and what its sentence says was bought, and when', () => {
    expect(of(LETTER)).toMatchObject({
      merchant: '松果词典',
      product: '松果词典 三年卡',
      orderedAt: '2026-03-14T16:20:11+08:00',
      amount: '45.00',
    });
  });

  it('dates no payment by when it was sent', () => {
    expect(understand(screen(LETTER), SIZE).fields.map(({ key }) => key)).not.toContain('paidAt');
  });

  it('is no talk', () => {
    const { kind, messages } = understand(screen(LETTER), SIZE);
    expect(kind).not.toBe('chat');
    expect(messages).toBeUndefined();
  });

  it('is none without the lines that a letter has', () => {
    const head = (rows: readonly string[]): unknown => mailHeadOf(pageOf(screen(rows), SIZE));
    expect(head(HEAD)).toMatchObject({ name: '松果词典' });
    expect(head(['松果词典 <noreply@mail.example>', '订单号 | SG-20260314-660214'])).toBeUndefined();
  });

  it('names no shop by a mailbox that anybody may open', () => {
    const own = LETTER.map((row) => row.replace(HEAD[0]!, '榆钱儿 <yuqian@163.com>'));
    expect(of(own)['merchant']).not.toBe('榆钱儿');
  });
});

describe('a letter that was copied off its page', () => {
  const lines = [
    'Thanks for your order!',
    'Pine Keys <noreply@pinekeys.example>',
    'To: me  2026-03-14 16:25',
    'Thank you for shopping with us. Here are the details of your order.',
    'Order #',
    '660214789930',
    'Total paid',
    '¥45.00',
  ];

  it('is no log of a chat, though its head has a name and an hour', async () => {
    expect(isCopiedMail(lines)).toBe(true);
    const { kind, fields } = await read(lines.join('\n'));
    expect(kind).not.toBe('chat_log');
    expect(fields.find(({ key }) => key === 'merchant')?.value).toBe('Pine Keys');
    expect(fields.find(({ key }) => key === 'orderNo')?.value).toBe('660214789930');
    expect(fields.filter(({ key }) => key === 'platform')).toEqual([]);
  });
});
