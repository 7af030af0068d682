import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wechatCsv } from '../made/bills.ts';
import { gbk } from '../made/encode.ts';
import { codes, read } from '../made/source.ts';
import { zipOf } from '../made/zip.ts';

const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '../../fixtures/intake', name));

describe('a ZIP with a password, as the wallets send it', () => {
  const locked = ['bill-aes256.zip', 'bill-aes128.zip', 'bill-zipcrypto.zip', 'bill-infozip.zip'];

  it.each(locked)('%s opens with the password and gives the bill', async (name) => {
    const reading = await read(fixture(name), { password: '318204' });
    expect(reading).toMatchObject({ status: 'read', kind: 'bill', category: 'transaction', notes: [] });
    expect(reading.parts![0]!.reading.bill!.rows[0]).toMatchObject({
      amount: 9650,
      tradeNo: '4200002931202610128846120347',
    });
    expect(reading.fields.find((field) => field.key === 'amount')!.value).toBe('96.50');
  });

  it.each(locked)('%s asks for it and is not a failure', async (name) => {
    expect(await read(fixture(name))).toMatchObject({
      status: 'unread',
      notes: [{ code: 'ZIP_PASSWORD_NEEDED' }],
      parts: [],
    });
  });

  it.each(locked)('%s says so when it is wrong', async (name) => {
    expect(await read(fixture(name), { password: '000000' })).toMatchObject({
      status: 'unread',
      notes: [{ code: 'ZIP_PASSWORD_WRONG' }],
    });
  });

  it('and with one byte changed gives nothing', async () => {
    const bytes = Buffer.from(fixture('bill-aes256.zip'));
    bytes[120]! ^= 1;
    const reading = await read(bytes, { password: '318204' });
    expect(reading.parts).toEqual([]);
    expect(codes(reading)).toEqual(['ZIP_DAMAGED']);
  });
});

describe('a ZIP of files', () => {
  it('is read file by file, and names inside never become paths', async () => {
    const reading = await read(
      zipOf([
        { name: '证据/', data: '' },
        { name: '../../etc/账单.csv', data: wechatCsv() },
        { name: gbk('聊天.txt'), data: '消息记录\n\n2026-09-01 18:09:39 我\n卡密无效\n' },
        { name: '__MACOSX/._x', data: 'x' },
      ]),
    );
    expect(reading.parts!.map((part) => [part.name, part.reading.kind])).toEqual([
      ['../../etc/账单.csv', 'bill'],
      ['聊天.txt', 'chat_log'],
    ]);
    expect(reading).toMatchObject({ status: 'read', kind: 'bill' });
  });

  it('holds its unreadable file against nothing else', async () => {
    const reading = await read(
      zipOf([
        { name: 'a.csv', data: wechatCsv([]) },
        { name: 'b.txt', data: '消息记录\n\n2026-09-01 18:09:39 我\n卡密无效\n' },
      ]),
    );
    expect(reading.status).toBe('partial');
    expect(reading.parts!.map((part) => part.reading.status)).toEqual(['failed', 'read']);
  });

  it('in a ZIP in a ZIP is opened, one deeper is not', async () => {
    const inner = zipOf([{ name: 'a.csv', data: wechatCsv() }]);
    const second = zipOf([{ name: 'inner.zip', data: inner }]);
    const reading = await read(zipOf([{ name: 'second.zip', data: second }]));
    const deepest = reading.parts![0]!.reading.parts![0]!.reading;
    expect(deepest.parts!.map((part) => part.reading.status)).not.toContain('read');
  });

  it('with nothing in it is a failure', async () => {
    expect(await read(zipOf([{ name: 'a/', data: '' }]))).toMatchObject({
      status: 'failed',
      notes: [{ code: 'ZIP_EMPTY' }],
    });
  });
});

describe('a hostile ZIP', () => {
  it('that swells a thousandfold is not unpacked', async () => {
    const reading = await read(
      zipOf([
        { name: 'zeros.bin', data: new Uint8Array(32 * 1024 * 1024) },
        { name: 'a.csv', data: wechatCsv() },
      ]),
    );
    expect(codes(reading)).toContain('ZIP_BOMB');
    expect(reading.parts!.map((part) => part.name)).toEqual(['a.csv']);
  });

  it('that lies about a size is stopped where the lie shows', async () => {
    const reading = await read(zipOf([{ name: 'a.txt', data: 'x'.repeat(100_000), claimedSize: 10 }]));
    expect(reading).toMatchObject({ status: 'failed', parts: [] });
    expect(codes(reading)).toEqual(['ZIP_DAMAGED']);
  });

  it('with thousands of files is read up to a limit, and says so', async () => {
    const reading = await read(
      zipOf(Array.from({ length: 600 }, (_, i) => ({ name: `${i}.bin`, data: Uint8Array.of(0, 1, 2, i & 255) }))),
    );
    expect(reading.parts).toHaveLength(500);
    expect(codes(reading)).toContain('ZIP_TOO_MANY');
  });

  it('with a link does not follow it', async () => {
    const reading = await read(
      zipOf([
        { name: 'link', data: '/etc/passwd', mode: 0o120777 },
        { name: 'a.csv', data: wechatCsv() },
      ]),
    );
    expect(codes(reading)).toEqual(['ZIP_LINK']);
    expect(reading.parts!.map((part) => part.name)).toEqual(['a.csv']);
  });

  it('with a name of escape codes shows none', async () => {
    const reading = await read(zipOf([{ name: '\u001b[2J\u202egnp.exe\n', data: '说明' }]));
    expect(reading.parts![0]!.name).toBe('gnp.exe');
  });

  it('cut in two is one clear failure', async () => {
    const whole = zipOf([{ name: 'a.csv', data: wechatCsv() }]);
    expect(await read(whole.subarray(0, whole.length - 30))).toMatchObject({
      status: 'failed',
      notes: [{ code: 'ZIP_DAMAGED' }],
    });
  });
});
