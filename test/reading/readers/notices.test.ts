import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/model/reading.ts';
import { HELD } from '../made/notices-held.ts';
import { LEARN } from '../made/notices-learn.ts';
import type { Notice } from '../made/notices.ts';
import { codes, read } from '../made/source.ts';

const valueOf = (reading: Reading, key: string): string | undefined =>
  reading.fields.find((field) => field.key === key)?.value;

/** What is read of a message, in the words of the table. */
async function said({ text }: Notice): Promise<Omit<Notice, 'text'>> {
  const reading = await read(text);
  const found = reading.notes.find(({ code }) => code === 'FOREIGN_AMOUNT')?.message;
  return {
    amount: reading.kind === 'payment' ? valueOf(reading, 'amount') : undefined,
    payee: valueOf(reading, 'payee'),
    foreign: found && /[\d.]{4,}/.exec(found)![0],
  };
}

describe.each([
  ['by which rules were written', LEARN],
  ['that nobody looked at', HELD],
])('a message of a bank as a text file, %s', (_, notices) => {
  it.each(notices.map((notice) => [notice.text, notice] as const))('%s', async (_text, notice) => {
    expect(await said(notice)).toEqual({
      amount: notice.amount,
      payee: notice.payee,
      foreign: notice.foreign && /[\d.]{4,}/.exec(notice.foreign)![0],
    });
  });
});

const PAID = '您尾号4471卡11月3日20:15快捷支付支出(财付通-青禾数卡)68.00元，余额912.30元。【工商银行】';
const BACK = '您尾号4471卡11月9日08:02退款收入(财付通-青禾数卡)68.00元，余额980.30元。【工商银行】';
const CODE = '【工商银行】验证码839201，您正在进行快捷支付，金额68.00元，请勿泄露。';

/** A backup as SMS Backup & Restore writes it. */
function backupOf(...kept: readonly (readonly [address: string, at: string, type: 1 | 2, body: string])[]): string {
  const entries = kept.map(
    ([address, at, type, body]) =>
      `  <sms protocol="0" address="${address}" date="${Date.parse(at)}" type="${type}" subject="null" body="${body}" read="1" contact_name="(Unknown)" />`,
  );
  return [
    "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>",
    '<!--File Created By SMS Backup & Restore v10.20.002 on 2026/11/20 10:00:00-->',
    `<smses count="${kept.length}" backup_set="x" type="full">`,
    ...entries,
    '</smses>',
  ].join('\n');
}

describe('messages of banks in one file', () => {
  it('are rows of a bill, with the year of the line over each', async () => {
    const { kind, bill, fields } = await read(
      `95588\n2026年11月3日 20:15\n${PAID}\n\n95588\n2026年11月9日 08:03\n${BACK}\n`,
    );
    expect(kind).toBe('bill');
    expect(bill!.rows).toMatchObject([
      { at: '2026-11-03T20:15+08:00', counterparty: '青禾数卡', amount: 6800, direction: 'out' },
      { at: '2026-11-09T08:02+08:00', amount: 6800, direction: 'in', refund: true },
    ]);
    expect(fields.map(({ key, value }) => [key, value])).toContainEqual(['amount', '68.00']);
  });

  it('with a code among them are one payment, whose line was broken', async () => {
    const reading = await read(`今天 20:15\n${CODE}\n今天 20:16\n${PAID.replace('支出(', '支出\n(')}\n`);
    expect(reading.kind).toBe('payment');
    expect(valueOf(reading, 'amount')).toBe('68.00');
    expect(valueOf(reading, 'paidAt')).toBeUndefined();
    expect(codes(reading)).toContain('NOTICE_WITHOUT_YEAR');
  });

  it.each([
    ['labelled lines', `来自：95588\n时间：2026-11-03 20:15:09\n内容：${PAID}\n`],
    ['a table', `时间,号码,内容\n2026-11-03 20:15:30,95588,${PAID}\n2026-11-03 20:14:30,95588,${CODE}\n`],
    [
      'a backup',
      backupOf(['95588', '2026-11-03T20:15:30+08:00', 1, PAID], ['10086', '2026-11-04T08:00+08:00', 1, '流量包']),
    ],
  ])('tell when, in %s', async (_, text) => {
    expect(valueOf(await read(text), 'paidAt')).toBe('2026-11-03T20:15+08:00');
  });

  it('take the year before where this one has not come so far', async () => {
    const text = backupOf(['95588', '2027-01-02T09:00:00+08:00', 1, PAID.replace('11月3日', '12月31日')]);
    expect(valueOf(await read(text), 'paidAt')).toBe('2026-12-31T20:15+08:00');
  });

  it('where nothing was taken say so and give no number', async () => {
    const reading = await read(CODE);
    expect(reading).toMatchObject({ kind: 'other', fields: [] });
    expect(codes(reading)).toContain('NOTICE_NO_PAYMENT');
  });

  it('that a letter quotes leave it a letter', async () => {
    const { kind } = await read(
      `我买了卡密，付款短信如下：\n${PAID}\n但是卖家一直不发货，联系三次都没人理。\n订单号 A2026110300018\n请帮我处理\n`,
    );
    expect(kind).not.toBe('payment');
  });
});

describe('a backup of messages', () => {
  it('without a payment is the one talk in which its owner wrote', async () => {
    const reading = await read(
      backupOf(
        ['+8613900001111', '2026-11-03T20:00:00+08:00', 2, '卡密用不了&#65292;请退款'],
        ['+8613900001111', '2026-11-03T20:05:00+08:00', 1, '明天给您退款'],
        ['10086', '2026-11-03T21:00:00+08:00', 1, '我们明天给您送流量'],
      ),
    );
    expect(reading.kind).toBe('chat_log');
    expect(reading.messages).toMatchObject([
      { side: 'buyer', text: '卡密用不了，请退款' },
      { side: 'other', text: '明天给您退款', at: '2026-11-03T20:05:00+08:00' },
    ]);
  });

  it('of talks with several is not guessed', async () => {
    const reading = await read(
      backupOf(
        ['13900001111', '2026-11-03T20:00+08:00', 2, '在吗'],
        ['13900002222', '2026-11-03T20:00+08:00', 2, '到家了'],
      ),
    );
    expect(reading).toMatchObject({ status: 'failed' });
    expect(codes(reading)).toEqual(['SMS_NOTHING_FOUND']);
  });
});
