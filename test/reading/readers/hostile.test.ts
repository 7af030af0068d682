import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/reading/read-source.ts';
import { splitLoosely, splitRecord } from '../../../src/reading/readers/text/csv.ts';
import { cleanLine, cleanText } from '../../../src/reading/readers/text/clean.ts';
import { lineBatches } from '../../../src/reading/readers/text/lines.ts';
import { ALIPAY_WEB, alipayCsv, wechatCsv } from '../made/bills.ts';
import { gbk, utf16le } from '../made/encode.ts';
import { chinesePdf, scanPdf, utf16Hex } from '../made/pdf.ts';
import { codes, read, sourceOf } from '../made/source.ts';
import { xlsxOf } from '../made/xlsx.ts';
import { zipOf } from '../made/zip.ts';

const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '../../fixtures/intake', name));
const CHAT = '消息记录\n\n2026-09-01 18:09:39 我\n卡密无效\n\n2026-09-01 18:12:39 店铺客服\n承诺48小时内退款\n';

const WHOLE: Record<string, Uint8Array> = {
  'a WeChat bill': Buffer.from(wechatCsv()),
  'an Alipay bill': gbk(alipayCsv()),
  'a web bill': gbk(ALIPAY_WEB),
  'a chat': gbk(CHAT),
  'a chat in UTF-16': utf16le(CHAT),
  'a workbook': xlsxOf([{ name: 'a', rows: { 1: ['微信支付账单明细'], 2: ['交易时间', '金额'] } }]),
  'a PDF': chinesePdf([{ hex: utf16Hex('订单'), x: 1, y: 1 }]),
  'a scan': scanPdf(210, 210, 8),
  'a ZIP': zipOf([{ name: 'a.csv', data: wechatCsv() }]),
  'a locked ZIP': fixture('bill-aes256.zip'),
  'a video': fixture('screen.mp4'),
  'a WebM': fixture('screen.webm'),
  'a sound': fixture('call.mp3'),
  JSON: Buffer.from(
    '{"chatlab":{"version":"0.0.2"},"meta":{},"messages":[{"sender":"1","timestamp":1788257379,"type":0,"content":"在"}]}',
  ),
  'a mail': Buffer.from(
    'From: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nbody',
  ),
  'a page': Buffer.from('<!doctype html><html><body><p>订单</p></body></html>'),
};

/** Whatever the bytes, a reading comes back, and every failure has a code and Chinese words. */
async function isAnswered(content: Uint8Array): Promise<void> {
  const reading = await read(content, { password: '318204' });
  expect(['read', 'partial', 'failed', 'unread']).toContain(reading.status);
  if (reading.status === 'failed') expect(reading.notes.length).toBeGreaterThan(0);
  for (const note of reading.notes) {
    expect(note.code).toMatch(/^[A-Z][A-Z0-9_]+$/);
    expect(note.message).toMatch(/[\u4e00-\u9fff]/);
  }
}

describe.each(Object.entries(WHOLE))('%s', (_, whole) => {
  it('cut anywhere is answered', async () => {
    for (let part = 1; part < 12; part += 1)
      await isAnswered(whole.subarray(0, Math.floor((whole.length * part) / 12)));
  });

  it('with bytes changed anywhere is answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          await isAnswered(bytes);
        },
      ),
      { numRuns: 10 },
    );
  });
});

it('any bytes at all are answered', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), isAnswered), { numRuns: 40 });
});

it('any words at all are answered', async () => {
  const pieces = fc.constantFrom(
    '2026-09-01 18:09:39 我',
    '交易时间,',
    '"',
    '\n',
    '\r',
    '{',
    '}',
    '[图片]',
    'PM',
    '消息记录',
    '时间:',
    '：',
    '<html>',
    '----',
    '¥1.00',
    '退款',
    '\u0000',
    '48小时内',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 60 }), (parts) =>
      isAnswered(Buffer.from(parts.join(''))),
    ),
    { numRuns: 40 },
  );
});

it('a line of twenty million characters is read to its end', async () => {
  await isAnswered(Buffer.from(`${'a,'.repeat(10_000_000)}\n`));
  await isAnswered(Buffer.from(`消息记录\n\n2026-09-01 18:09:39 ${'我'.repeat(3_000_000)}\n`));
  await isAnswered(Buffer.from(`{"a":"${' '.repeat(5_000_000)}`));
});

it('a text in two encodings is read as far as it goes, and says so', async () => {
  const mixed = Buffer.concat([
    Buffer.from('我买的点卡没有到账，客服一直不处理。'.repeat(40)),
    Buffer.of(0xff, 0xfe, 0xff),
    Buffer.from('请尽快处理。'),
  ]);
  const reading = await read(mixed);
  expect(codes(reading)).toEqual(['TEXT_DAMAGED']);
  expect(reading.lines![0]!.text).toContain('我买的点卡没有到账');
});

describe('a record of a table', () => {
  it('written as the rule says is read as it was', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ''));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        expect(splitRecord(cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))).toEqual(cells);
      }),
    );
  });

  it('is always taken apart, in as many cells as unquoted commas at most', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(splitLoosely(line).length).toBeLessThanOrEqual(line.split(',').length);
      }),
    );
  });
});

it('lines are the same whatever the size of the pieces they come in', async () => {
  const text = '订单\r\n第二行\r第三行\n\n尾';
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const bytes = encoding === 'utf-8' ? Buffer.from(text) : gbk(text);
    for (let step = 1; step < 8; step += 1) {
      const source = sourceOf(bytes);
      const small = { ...source, read: async (offset: number) => bytes.subarray(offset, offset + step) };
      const lines: string[] = [];
      // The reader asks for large pieces; a file system may give small ones.
      for await (const batch of lineBatches({ ...small, size: bytes.length }, encoding)) lines.push(...batch);
      expect(lines).toEqual(['订单', '第二行', '第三行', '', '尾']);
    }
  }
});

it('cleaned text has nothing that a terminal obeys, and loses nothing that is seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(cleanLine(text)).not.toMatch(/[\n\t]/);
    }),
  );
  expect(cleanText('退款 👨‍👩‍👧 ¥96.50\n')).toBe('退款 👨‍👩‍👧 ¥96.50\n');
});

it('a text beyond every chat is refused with advice and not loaded', async () => {
  const huge = { ...sourceOf('消息记录\n\n2026-09-01 18:09:39 我\n在\n'.repeat(10)), size: 40 * 1024 * 1024 };
  const reading = await readSource({ ...huge, all: () => Promise.reject(new Error('loaded whole')) });
  expect(reading).toMatchObject({ status: 'failed', notes: [{ code: 'FILE_TOO_LARGE' }] });
  expect(reading.notes[0]!.message).toContain('只选这笔订单前后的日期');
});
