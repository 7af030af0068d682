import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sniff } from '../../src/reading/sniff.ts';
import { wechatCsv } from './made/bills.ts';
import { gbk, utf16be, utf16le } from './made/encode.ts';
import { chinesePdf } from './made/pdf.ts';
import { sourceOf } from './made/source.ts';
import { xlsxOf } from './made/xlsx.ts';
import { zipOf } from './made/zip.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/intake');
const bytes = (...values: (number | string)[]): Uint8Array =>
  Buffer.concat(values.map((value) => (typeof value === 'number' ? Buffer.of(value) : Buffer.from(value, 'latin1'))));
const MAIL = 'Received: from a\r\nFrom: a@example.com\r\nTo: b@example.com\r\nSubject: hi\r\n\r\nbody';

describe('a file is what its bytes say', () => {
  it.each<[string, string, Uint8Array | string]>([
    ['application/x-empty', 'no bytes', ''],
    ['application/pdf', 'PDF', chinesePdf([])],
    ['application/pdf', 'PDF after a few bytes of rubbish', Buffer.concat([Buffer.from('\r\n\r\n'), chinesePdf([])])],
    ['application/zip', 'ZIP', zipOf([{ name: 'a.txt', data: 'a' }])],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'workbook',
      xlsxOf([{ name: 'a', rows: { 1: ['a'] } }]),
    ],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Word',
      zipOf([{ name: 'word/document.xml', data: '<w/>' }]),
    ],
    ['video/mp4', 'MP4', readFileSync(join(FIXTURES, 'screen.mp4'))],
    ['video/webm', 'WebM', readFileSync(join(FIXTURES, 'screen.webm'))],
    ['audio/mpeg', 'MP3 with a tag', readFileSync(join(FIXTURES, 'call.mp3'))],
    ['audio/amr', 'AMR', bytes('#!AMR\n', 0x3c, 1, 2, 3)],
    ['audio/silk', 'voice message of WeChat', bytes(2, '#!SILK_V3', 1, 0, 7)],
    ['application/vnd.sqlite3', 'a database', bytes('SQLite format 3\0', 16, 0, 1, 1)],
    ['image/png', 'PNG', bytes(0x89, 'PNG\r\n', 0x1a, '\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\0\0\0\0')],
    ['message/rfc822', 'mail', MAIL],
    [
      'text/html',
      'a page',
      '<!-- saved from url=(0020)https://example.com/ -->\n<!DOCTYPE html><html><body>x</body></html>',
    ],
    ['text/html', 'a page in GB18030', gbk('<html><head><title>订单详情</title></head></html>')],
    ['application/json', 'JSON', '\ufeff{"chatlab":{}}'],
    ['application/x-ndjson', 'JSON lines', '{"a":1}\n{"a":2}\n'],
    ['text/csv', 'a bill', wechatCsv()],
    ['text/csv', 'a bill in GB18030', gbk(wechatCsv().replaceAll('¥', '￥'))],
    ['text/plain', 'words', '您好，我的订单没有到账，请处理。'],
    ['text/plain', 'words in GB18030', gbk('您好，我的订单没有到账，请处理。')],
    ['text/plain', 'two characters in GB18030', gbk('联通')],
    ['text/plain', 'words in UTF-16 with a mark', utf16le('订单没有到账')],
    ['text/plain', 'words in UTF-16 the other way round', utf16be('订单没有到账')],
    ['text/plain', 'words in UTF-16 without a mark', utf16le('2026-09-01 18:00 我\n订单没有到账\n请处理\n', false)],
    ['text/plain', 'English that begins like a bitmap', 'BMW gift card does not work'],
    ['text/plain', 'English that begins like a program', 'MZ: the code is invalid'],
    ['text/plain', 'a broken JSON that is only words', '{不是 JSON} 这是我写的说明'],
    ['application/octet-stream', 'noise', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) & 255)],
    ['application/octet-stream', 'zeros', new Uint8Array(5000)],
  ])('%s: %s', async (mediaType, _, content) => {
    for (const name of ['x', 'x.png', 'x.csv.pdf'])
      expect((await sniff(sourceOf(content, name))).mediaType).toBe(mediaType);
  });

  it('only between two kinds of plain text does the name decide', async () => {
    const text = '点卡,96.50\n';
    expect((await sniff(sourceOf(text, 'a.csv'))).mediaType).toBe('text/csv');
    expect((await sniff(sourceOf(text, 'a.txt'))).mediaType).toBe('text/plain');
  });

  it('reads the beginning only', async () => {
    const source = sourceOf(new Uint8Array(50_000_000).fill(65));
    await sniff(source);
    expect(source.bytesRead).toBeLessThan(200_000);
  });

  it('a character cut in two at the end of the beginning does not matter', async () => {
    for (let cut = 0; cut < 4; cut += 1) {
      expect((await sniff(sourceOf('a'.repeat(cut) + '订单'.repeat(20_000)))).mediaType).toBe('text/plain');
      expect((await sniff(sourceOf(gbk('a'.repeat(cut) + '订单'.repeat(20_000))))).mediaType).toBe('text/plain');
    }
  });
});
