import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../../../src/model/evidence.ts';
import { wechatCsv } from './bills.ts';

const ROOT = join(import.meta.dirname, '../../..');
const EXAMPLE = join(ROOT, 'docs/example');
const FIXTURES = join(ROOT, 'test/fixtures');

/** A file as a buyer hands it over, with what a person sees in it. */
export interface Handed {
  name: string;
  kind: Kind;
  bytes: Buffer;
}

const KINDS: Record<string, Kind> = {
  '兑换失败.png': 'failure',
  '客服对话.png': 'chat',
  '客服聊天.txt': 'chat_log',
  '支付.png': 'payment',
  '订单.png': 'order',
};
const BILL_ROW = [
  '2026-11-09 19:58:11,商户消费,晴空数码小铺,腾讯视频会员 季卡兑换码,支出,¥58.80,零钱,支付成功',
  '"4200718365202611097730451862"\t,"QK2026110919581177"\t,"/"',
].join(',');

/** The example of the documents, with a bill and a recording of the screen: one purchase, six kinds of exhibit. */
export function cardDossier(): Handed[] {
  return [
    ...readdirSync(EXAMPLE).map((name) => ({ name, kind: KINDS[name]!, bytes: readFileSync(join(EXAMPLE, name)) })),
    { name: '微信支付账单(20261101-20261130).csv', kind: 'bill', bytes: Buffer.from(wechatCsv([BILL_ROW], [])) },
    { name: '录屏_3624.mp4', kind: 'recording', bytes: readFileSync(join(FIXTURES, 'intake/screen.mp4')) },
  ];
}

/** What stands in that dossier, read by a person. */
export const CARD_FACTS = {
  dispute: 'card_invalid',
  platform: '橙子卡券',
  merchant: '晴空数码小铺',
  payee: '晴空数码小铺',
  product: '腾讯视频会员 季卡兑换码',
  quantity: '1',
  amount: '58.80',
  orderNo: 'QK2026110919581177',
  tradeNo: '4200718365202611097730451862',
  merchantOrderNo: 'QK2026110919581177',
  cardCode: 'TX7K-93QF-LM2D-8RWA',
  failure: '该兑换码已被使用',
  orderedAt: '2026-11-09T19:57:40+08:00',
  paidAt: '2026-11-09T19:58:11+08:00',
  paidBy: 'wechat',
  promise: '已经帮您反馈了，24小时内给您答复',
  promisedBy: '2026-11-10T20:15:41+08:00',
};

/** A banned account, in formats that the other has not. */
export function accountDossier(): Handed[] {
  const files: [name: string, kind: Kind, path: string][] = [
    ['订单 网页.png', 'order', 'looks/web-order.png'],
    ['IMG_2231.png', 'payment', 'looks/alipay-dark.png'],
    ['聊天_4295.png', 'chat', 'looks/chat-dark.png'],
    ['报错 0780.webp', 'failure', 'looks/banned.webp'],
    ['录屏.webm', 'recording', 'intake/screen.webm'],
    ['通话.mp3', 'call', 'intake/call.mp3'],
    ['账单.zip', 'bill', 'intake/bill-aes256.zip'],
  ];
  return files.map(([name, kind, path]) => ({ name, kind, bytes: readFileSync(join(FIXTURES, path)) }));
}
