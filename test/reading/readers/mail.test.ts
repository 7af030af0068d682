import { describe, expect, it } from 'vitest';
import { wechatCsv } from '../made/bills.ts';
import { codes, read } from '../made/source.ts';

const base64 = (data: string | Uint8Array): string => Buffer.from(data).toString('base64').replace(/.{76}/g, '$&\r\n');
const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

function mailOf(
  body: string,
  attachments: readonly { name: string; type: string; data: string | Uint8Array }[] = [],
  type = 'text/plain',
): string {
  const head = [
    'Received: from mx.example.com',
    `From: ${word('海星卡铺客服')} <kf@example.com>`,
    'To: buyer@example.com',
    `Subject: ${word('关于您的订单 HX2026')}`,
    'Date: Tue, 01 Sep 2026 10:09:39 +0000',
    'Message-ID: <1@example.com>',
    'MIME-Version: 1.0',
  ];
  const text = `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(body)}\r\n`;
  if (attachments.length === 0) return `${head.join('\r\n')}\r\n${text}`;
  const parts = attachments.map(
    ({ name, type: own, data }) =>
      `Content-Type: ${own}\r\nContent-Disposition: attachment; filename="${word(name)}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(data)}\r\n`,
  );
  return `${head.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n${[text, ...parts].map((part) => `--X\r\n${part}`).join('')}--X--\r\n`;
}

describe('a mail', () => {
  it('gives who wrote what and when in China, and the promise in it', async () => {
    const reading = await read(mailOf('您好：\n我们48小时内给您退款。\n'));
    expect(reading).toMatchObject({ status: 'read', kind: 'email', category: 'communication' });
    expect(reading.lines!.map((line) => line.text)).toEqual([
      '主题：关于您的订单 HX2026',
      '发件人：海星卡铺客服 <kf@example.com>',
      '收件人：buyer@example.com',
      '时间：2026-09-01 18:09:39',
      '您好：',
      '我们48小时内给您退款。',
    ]);
    expect(reading.messages).toMatchObject([
      { at: '2026-09-01T18:09:39+08:00', sender: '海星卡铺客服 <kf@example.com>' },
    ]);
    expect(reading.promises).toMatchObject([{ by: '2026-09-03T18:09:39+08:00' }]);
  });

  it('as a page gives its words and runs nothing', async () => {
    const { lines } = await read(
      mailOf(
        '<html><body><script>alert(1)</script><p>订单 HX2026</p><p>已<b>发货</b></p></body></html>',
        [],
        'text/html',
      ),
    );
    expect(lines!.map((line) => line.text).slice(-2)).toEqual(['订单 HX2026', '已发货']);
  });

  it('is read with what is attached', async () => {
    const reading = await read(
      mailOf('账单见附件', [{ name: '微信支付账单.csv', type: 'application/octet-stream', data: wechatCsv() }]),
    );
    expect(reading).toMatchObject({ kind: 'bill', status: 'read' });
    expect(reading.parts).toMatchObject([{ name: '微信支付账单.csv', reading: { kind: 'bill' } }]);
  });

  it('with a thousand attachments is read up to a limit, and says so', async () => {
    const reading = await read(
      mailOf(
        '多',
        Array.from({ length: 1000 }, (_, i) => ({
          name: `${i}.bin`,
          type: 'application/octet-stream',
          data: Uint8Array.of(0, 1, i & 255),
        })),
      ),
    );
    expect(reading.parts).toHaveLength(100);
    expect(codes(reading)).toContain('MAIL_TOO_MANY_ATTACHMENTS');
    expect(reading.messages![0]!.text).toBe('多');
  });

  it('without a date, or with one that is none, has no time', async () => {
    for (const date of ['Date: yesterday\r\n', '']) {
      expect((await read(mailOf('在').replace(/Date: .*\r\n/, date))).messages![0]!.at).toBeUndefined();
    }
  });

  it('cut in the middle still gives what is there', async () => {
    const whole = mailOf('您好，订单已收到', [{ name: 'a.csv', type: 'text/csv', data: wechatCsv() }]);
    expect((await read(whole.slice(0, whole.length - 300))).messages![0]!.text).toContain('订单已收到');
  });

  it('nested without end is one clear failure', async () => {
    const deep = Array.from(
      { length: 60 },
      (_, i) => `Content-Type: multipart/mixed; boundary=B${i}\r\n\r\n--B${i}\r\n`,
    ).join('');
    expect(
      await read(`From: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n${deep}`),
    ).toMatchObject({ status: 'failed', notes: [{ code: 'MAIL_DAMAGED' }] });
  });
});

it('a page that a browser saved in mail form is a page', async () => {
  const reading = await read(
    'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://shop.example.com/order/1\r\nSubject: order\r\nDate: Tue, 01 Sep 2026 10:09:39 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=X\r\n\r\n--X\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>订单详情</p><p>订单编号 HX2026</p></body></html>\r\n--X--\r\n',
  );
  expect(reading.reader).toBe('html');
  expect(codes(reading)).toContain('HTML_SAVED_PAGE');
});

it('a receipt for a payment says when on a line of its own, and sums in dollars are said to be none in yuan', async () => {
  const body = [
    'Oct 2, 2026 21:14:09 GMT+08:00',
    'Transaction ID: 7QX20418RV559631B',
    'You sent a payment of $18.40 USD to Fernhollow Goods OU.',
    'Total: $18.40 USD',
  ].join('\n');
  const reading = await read(mailOf(body));
  expect(reading.fields.find(({ key }) => key === 'paidAt')).toMatchObject({ value: '2026-10-02T21:14:09+08:00' });
  expect(reading.fields.some(({ key }) => key === 'amount')).toBe(false);
  expect(codes(reading)).toContain('FOREIGN_AMOUNT');
});

it('a table in a mail keeps its labels apart from its values', async () => {
  const rows = [
    ['Order ID', 'WD-71C0458E2A'],
    ['Item', 'Harbor Tales - 980 Pearls'],
    ['Amount paid', 'CNY 64.00'],
  ];
  const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const { fields } = await read(mailOf(html, [], 'text/html'));
  expect(Object.fromEntries(fields.map(({ key, value }) => [key, value]))).toMatchObject({
    orderNo: 'WD-71C0458E2A',
    product: 'Harbor Tales - 980 Pearls',
    amount: '64.00',
  });
});
