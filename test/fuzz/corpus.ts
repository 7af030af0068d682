/** Files of every kind that the program reads, whole: what is mutated. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alipayCsv, ALIPAY_WEB, wechatCsv } from '../reading/made/bills.ts';
import { gbk, utf16le } from '../reading/made/encode.ts';
import { chinesePdf, scanPdf, utf16Hex } from '../reading/made/pdf.ts';
import { xlsxOf } from '../reading/made/xlsx.ts';
import { zipOf } from '../reading/made/zip.ts';

export interface Whole {
  kind: string;
  name: string;
  bytes: Uint8Array;
}

const FIXTURES = join(import.meta.dirname, '../fixtures');
const text = (kind: string, name: string, words: string): Whole => ({ kind, name, bytes: Buffer.from(words) });

const CHAT = [
  '2026-11-10 09:12:01 晴空客服(88001)\n您好，已经帮您反馈了，24小时内给您答复\n',
  '2026-11-10 09:13:20 我(10001)\n兑换码提示已被使用，要求退款\n',
  '2026-11-11 10:00:00 晴空客服(88001)\n[图片]\n',
].join('\n');

const MAIL = [
  'From: =?utf-8?B?5a6i5pyN?= <kefu@example.com>',
  'To: me@example.com',
  'Subject: =?utf-8?Q?=E9=80=80=E6=AC=BE?=',
  'Date: Tue, 10 Nov 2026 09:00:00 +0800',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>不予退款，订单号 QK2026110919581177</p>',
  '--b\r\nContent-Type: application/octet-stream; name="a.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n6YCA5qy+\r\n--b--\r\n',
].join('\r\n');

const CHAT_JSON = {
  metadata: { name: 'QQChatExporter', version: '4.0' },
  chatInfo: { name: '晴空客服', type: 'private' },
  messages: [
    {
      time: '2026-11-10 09:12:01',
      timestamp: 1_794_273_121_000,
      sender: { uin: '88001', name: '晴空客服' },
      content: { text: '已经帮您反馈了' },
    },
    {
      time: '2026-11-10 09:13:20',
      timestamp: 1_794_273_200_000,
      sender: { uin: '10001', name: '我' },
      content: { text: '要求退款' },
    },
  ],
};

const HTML = `<!doctype html><html><head><meta charset="utf-8"><title>订单详情</title></head><body>
<table><tr><td>订单号</td><td>QK2026110919581177</td></tr><tr><td>实付</td><td>¥58.80</td></tr></table>
<div class="chat"><p>客服：已发货</p><p>我：用不了</p></div></body></html>`;

const fixturesIn = (folder: string, kindOf: (name: string) => string): Whole[] =>
  readdirSync(join(FIXTURES, folder)).map((name) => ({
    kind: kindOf(name),
    name,
    bytes: readFileSync(join(FIXTURES, folder, name)),
  }));

export const CORPUS: readonly Whole[] = [
  text('chat', '聊天.txt', CHAT),
  text('json', '聊天.json', JSON.stringify(CHAT_JSON, null, 2)),
  text('json', 'lines.jsonl', CHAT_JSON.messages.map((one) => JSON.stringify(one)).join('\n')),
  text('mail', '答复.eml', MAIL),
  text('html', '订单.html', HTML),
  text('bill', '微信.csv', wechatCsv()),
  text('bill', '支付宝.csv', alipayCsv()),
  {
    kind: 'bill',
    name: '支付宝网页.csv',
    bytes: gbk(typeof ALIPAY_WEB === 'string' ? ALIPAY_WEB : [...ALIPAY_WEB].join('\r\n')),
  },
  { kind: 'chat', name: 'utf16.txt', bytes: utf16le(CHAT) },
  {
    kind: 'workbook',
    name: 'bill.xlsx',
    bytes: xlsxOf([
      {
        name: 'Sheet1',
        rows: wechatCsv()
          .split('\r\n')
          .map((row) => row.split(',')),
      },
    ]),
  },
  { kind: 'pdf', name: '回执.pdf', bytes: chinesePdf([{ hex: utf16Hex('受理编号 12315-2026'), x: 50, y: 700 }]) },
  { kind: 'pdf', name: 'scan.pdf', bytes: scanPdf(64, 64, 8) },
  {
    kind: 'zip',
    name: 'all.zip',
    bytes: zipOf([
      { name: '聊天.txt', data: CHAT },
      { name: '../x.eml', data: MAIL },
      { name: 'in.zip', data: zipOf([{ name: 'a.html', data: HTML }]) },
    ]),
  },
  ...fixturesIn('intake', (name) => (name.endsWith('.zip') ? 'zip' : 'media')),
  ...fixturesIn('papers', () => 'picture'),
  ...fixturesIn('looks', () => 'picture'),
];
