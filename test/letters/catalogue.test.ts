import { expect, test } from 'vitest';
import { catalogueOf } from '../../src/letters/story/catalogue.ts';
import { KIND_IDS } from '../../src/model/evidence.ts';
import { accountBanned, cardInvalid } from './cases.ts';

test('the catalogue has number, name, source, what it proves and content of each exhibit that counts', () => {
  const entries = catalogueOf(cardInvalid());
  expect(entries.map((entry) => entry.no)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(entries[1]).toMatchObject({
    name: '支付凭证截图',
    source: '原告设备上的截图或者照片，文件名“付款_6504.png”',
    proves: '原告已经付款的事实，以及付款时间、金额和交易单号',
    content:
      '交易单号2026090122001904146741483431，商户单号761072976091679384，金额96.50元，付款时间2026-09-01 17:39:39',
  });
  const office = catalogueOf(cardInvalid(), { buyer: '投诉人' });
  expect(office[1]!.proves).toContain('投诉人已经付款');
  expect(JSON.stringify(entries)).not.toContain('投诉人');
  expect(entries[4]!.content).toBe('时长42秒，录制于2026年9月1日18:02');
  expect(entries[5]!.content).toContain('共3条消息');
});

test('days that were reckoned from when a screen was shot are told as that', () => {
  const snapshot = cardInvalid();
  const talk = snapshot.exhibits[5]!;
  const shown = { at: '2026-09-02T10:00:00+08:00', by: 'name' as const };
  talk.reading = { ...talk.reading!, shown };
  const [asked, plain] = [catalogueOf(snapshot), catalogueOf(cardInvalid())].map((all) => all[5]!.content);
  expect(asked).toContain('2026年9月1日');
  expect(asked).toContain('日期按截图时间推算');
  expect(plain).not.toContain('推算');
});

test('withdrawn exhibits keep their number and stay out', () => {
  expect(catalogueOf(accountBanned()).map((entry) => entry.no)).toEqual([1, 2, 3, 4, 5, 6, 8]);
});

test('an open card code stays hidden in the catalogue, in file names too', () => {
  const snapshot = cardInvalid();
  snapshot.exhibits[3]!.file = 'RAMXZ-D5G34-2T76B.png';
  snapshot.exhibits[3]!.note = '卡密 RAMXZD5G342T76B';
  expect(
    JSON.stringify(catalogueOf(snapshot), (key, value: unknown) => (key === 'file' ? undefined : value)),
  ).not.toMatch(/D5G34/);
});

test('a catalogue can be redacted', () => {
  const [order] = catalogueOf(cardInvalid(), { redacted: true });
  expect(order!.content).toContain('订单号7610**********9384');
});

test('every kind of exhibit is offered for something', () => {
  for (const kind of KIND_IDS) {
    const snapshot = cardInvalid();
    snapshot.exhibits[0]!.kind = kind;
    const [entry] = catalogueOf(snapshot);
    expect(entry!.proves.length).toBeGreaterThan(4);
    expect(`${entry!.name}${entry!.content}`).not.toMatch(/undefined|NaN/);
  }
});
