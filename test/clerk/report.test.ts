import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import Database from 'better-sqlite3';
import { parse, type HTMLElement } from 'node-html-parser';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { storeBytes } from '../../src/casefile/contents.ts';
import { addExhibit } from '../../src/casefile/exhibits.ts';
import { recordFact } from '../../src/casefile/facts.ts';
import { addReading } from '../../src/casefile/readings.ts';
import { takeSnapshot } from '../../src/casefile/snapshot.ts';
import { exhibitPicture } from '../../src/clerk/cases/exhibit-picture.ts';
import { closeCase, createCase, type OpenCase } from '../../src/clerk/cases/open-case.ts';
import { timelineOf } from '../../src/clerk/cases/timeline.ts';
import { writeReport } from '../../src/clerk/exports/export-report.ts';
import { findProgram } from '../../src/clerk/files/find-program.ts';
import type { World } from '../../src/clerk/files/home-folder.ts';
import type { FactKey } from '../../src/model/facts.ts';
import type { Reading } from '../../src/model/reading.ts';
import { scanPdf } from '../reading/made/pdf.ts';
import { NOW } from '../support/case.ts';
import { temporaryFolder } from '../support/folder.ts';

const WORLD: World = { env: {}, cwd: '.', platform: process.platform };

function aCase(): OpenCase {
  const home = temporaryFolder();
  const world = { ...WORLD, env: { KAMENG_HOME: home } };
  const file = createCase(world, join(home, 'x.kameng'), '测试案卷', () => NOW);
  onTestFinished(() => closeCase(world, file));
  return file;
}

async function reportOf(file: OpenCase, world = WORLD): Promise<HTMLElement> {
  const path = join(temporaryFolder(), 'report.html');
  await writeReport(file, { world, path, redacted: false });
  return parse(readFileSync(path, 'utf8'));
}

/** A world in which ffmpeg is a script that gives one green picture and writes down what it was told. */
async function withDecoder(): Promise<{ world: World; said: string }> {
  const folder = temporaryFolder();
  const frame = join(folder, 'frame.png');
  await sharp({ create: { width: 72, height: 144, channels: 3, background: '#080' } })
    .png()
    .toFile(frame);
  const said = join(folder, 'said');
  const decoder = join(folder, 'ffmpeg');
  writeFileSync(decoder, `#!/bin/sh\necho "$@" > '${said}'\ncat '${frame}'\n`);
  chmodSync(decoder, 0o755);
  return { world: { ...WORLD, env: { PATH: ['.', folder, '/usr/bin'].join(delimiter) } }, said };
}

const factOf = (page: HTMLElement, label: string): string =>
  page.querySelectorAll('#facts dt').find((one) => one.text === label)?.nextElementSibling?.text ?? '';

function exhibitOf(file: OpenCase, name: string, mediaType: string, bytes = Buffer.from(name)): number {
  return file.write(() =>
    addExhibit(file, {
      contentId: storeBytes(file, bytes).id,
      file: name,
      mediaType,
      category: 'transaction',
      kind: 'order',
      labelledBy: 'guess',
      confidence: 0.9,
    }),
  );
}

const BLANK: Reading = {
  reader: 'text',
  version: '1',
  status: 'read',
  mediaType: 'text/plain',
  category: 'communication',
  kind: 'chat_log',
  confidence: 1,
  fields: [],
  notes: [],
};

/** An order page with a talk on it. */
function orderOf(file: OpenCase, no: string, merchant: string, amount: string): void {
  const field = (key: FactKey, value: string) => ({ key, value, text: value, confidence: 1, certain: true });
  const reading: Reading = {
    reader: 'text',
    version: '1',
    status: 'read',
    mediaType: 'text/plain',
    category: 'transaction',
    kind: 'order',
    confidence: 1,
    fields: [field('orderNo', no), field('merchant', merchant), field('amount', amount)],
    messages: [{ side: 'buyer', at: '2026-11-10T10:00:00+08:00', text: `订单 ${no} 没到` }],
    notes: [],
  };
  const exhibit = exhibitOf(file, `${no}.txt`, 'text/plain');
  addReading(file, exhibit, reading);
}

describe('the page of a case', () => {
  test('says of a value that waits for a yes that it does, and of one in conflict who says what', async () => {
    const file = aCase();
    orderOf(file, 'KM202611090001', '甲店', '96.50');
    recordFact(file, 'product', {
      value: '',
      status: 'conflict',
      sources: [],
      candidates: [{ value: '季卡', sources: [{ exhibit: 1, text: '季卡' }] }],
    });
    recordFact(file, 'amount', {
      value: '',
      status: 'conflict',
      sources: [],
      candidates: [
        { value: '58.80', sources: [] },
        { value: '96.50', sources: [{ exhibit: 1, text: '96.50' }] },
      ],
    });
    const page = await reportOf(file);
    expect(factOf(page, '商品')).toContain('没有确认，像是 季卡（证据 1）');
    expect(factOf(page, '实付金额')).toContain('58.80 元（本人填写） / 96.50 元（证据 1）');
    // Neither is told at a glance as if it were so.
    expect(page.querySelector('.glance')?.text).not.toContain('实付金额');
  });

  test('tells at a glance how much, whom and when, and shows the buyer his own name', async () => {
    const file = aCase();
    for (const [key, value] of [
      ['amount', '58.80'],
      ['merchant', '甲店'],
      ['paidAt', '2026-11-20'],
      ['buyerName', '林晓'],
      ['buyerPhone', '13512348162'],
    ] as const)
      recordFact(file, key, { value, status: 'given', sources: [] });
    const page = await reportOf(file);
    const glance = page.querySelectorAll('.glance div').map((one) => one.text);
    expect(glance).toContain('实付金额58.80 元');
    expect(glance).toContain('付款2026-11-20（2 天前）');
    expect(glance.some((one) => one.startsWith('证据交易凭证缺'))).toBe(true);
    expect(factOf(page, '投诉人姓名')).toContain('林晓');
    expect(factOf(page, '投诉人电话')).not.toContain('13512348162');
  });

  test('keeps apart what is about another order: marked on the page, no part of what happened', async () => {
    const file = aCase();
    recordFact(file, 'orderNo', { value: 'KM202611090001', status: 'given', sources: [] });
    orderOf(file, 'KM202611090001', '甲店', '96.50');
    orderOf(file, 'KM202611120002', '乙店', '12.00');
    const messages = timelineOf(file).filter(({ kind }) => kind === 'message');
    expect(messages.map(({ exhibits }) => exhibits)).toEqual([[1]]);
    const page = await reportOf(file);
    expect(page.querySelectorAll('article.aside').map((one) => one.id)).toEqual(['exhibit-2']);
    expect(page.querySelector('article.aside')!.text).toContain('没有用在本案');
    expect(page.querySelector('ol.events')!.text).not.toContain('KM202611120002');
  });

  test('tells words that two exhibits of one talk show once, and words said again twice', () => {
    const file = aCase();
    const talk = (name: string, ...said: [string, string][]): void => {
      const messages = said.map(([at, text]) => ({ side: 'other' as const, at, text }));
      addReading(file, exhibitOf(file, name, 'text/plain'), {
        ...BLANK,
        messages,
      });
    };
    talk('截图.png', ['2026-11-10T10:00:00+08:00', '请 耐心等待'], ['2026-11-12T09:00:00+08:00', '请耐心等待']);
    talk('聊天.txt', ['2026-11-10T10:00:41+08:00', '请耐心等待']);
    const messages = timelineOf(file).filter(({ kind }) => kind === 'message');
    expect(messages.map(({ exhibits }) => exhibits)).toEqual([[1, 2], [1]]);
  });

  test('says of a very long picture that only its upper part is there, and names no frame below it', async () => {
    const file = aCase();
    const picture = sharp({ create: { width: 300, height: 12_000, channels: 3, background: '#eee' } });
    const no = exhibitOf(file, 'long.png', 'image/png', await picture.png().toBuffer());
    const at = (key: FactKey, y: number) => ({
      key,
      value: '1.00',
      text: '1.00',
      confidence: 1,
      certain: true,
      box: { x: 10, y, width: 100, height: 20 },
    });
    addReading(file, no, {
      reader: 'picture',
      version: '1',
      status: 'read',
      mediaType: 'image/png',
      confidence: 1,
      notes: [],
      category: 'transaction',
      kind: 'order',
      media: { width: 300, height: 12_000 },
      fields: [at('amount', 100), at('refunded', 11_000)],
    });
    const figure = (await reportOf(file)).querySelector('figure')!;
    expect(figure.querySelectorAll('rect')).toHaveLength(1);
    expect(figure.text).toContain('只放了上面一段');
    expect(figure.text).not.toContain('已退金额');
  });
});

describe('a video on the page', () => {
  test('without a decoder, it says what would show it', async () => {
    const file = aCase();
    exhibitOf(file, '录屏.mp4', 'video/mp4');
    const article = (await reportOf(file)).querySelector('article')!;
    expect(article.text).toContain('没有 ffmpeg');
    expect(article.querySelector('image')).toBeNull();
  });

  // A stand-in is a script, which Windows does not start by its name.
  test.skipIf(process.platform === 'win32')('is a picture out of it where there is one', async () => {
    const { world, said } = await withDecoder();
    const file = aCase();
    exhibitOf(file, '录屏.mp4', 'video/mp4');
    const page = await reportOf(file, world);
    expect(page.querySelector('article image')?.getAttribute('href')).toMatch(/^data:image\/webp/);
    // What it is given is a file that it need not guess at, and nothing else may be opened.
    expect(readFileSync(said, 'utf8')).toMatch(/-protocol_whitelist file -f mov .*-i file:\S+kameng-frame-/);
  });

  test.skipIf(process.platform === 'win32')('that is not what was taken in is said, and not shown', async () => {
    const { world, said } = await withDecoder();
    const file = aCase();
    const video = exhibitOf(file, '录屏.mp4', 'video/mp4');
    const raw = new Database(file.path);
    raw.exec("DROP TRIGGER chunks_no_update; UPDATE chunks SET data = CAST('changed' AS BLOB)");
    raw.close();
    const article = (await reportOf(file, world)).querySelector('article')!;
    expect(article.text).toContain('和收入时不一样了，没有放');
    expect(article.querySelector('image')).toBeNull();
    expect(existsSync(said)).toBe(false);
    // Neither does one exhibit on a terminal end in an error for want of its picture.
    const exhibit = takeSnapshot(file).exhibits.find(({ no }) => no === video)!;
    expect(await exhibitPicture(world, file, exhibit, { width: 20, height: 10, pixels: false })).toBeUndefined();
  });

  test('is never decoded by a program of the current folder', () => {
    const folder = temporaryFolder();
    const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
    writeFileSync(join(folder, name), '', { mode: 0o755 });
    const env = (PATH: string): World => ({ ...WORLD, cwd: folder, env: { PATH } });
    expect(findProgram(env(''), 'ffmpeg')).toBeUndefined();
    expect(findProgram(env(`.${delimiter}`), 'ffmpeg')).toBeUndefined();
    expect(findProgram(env(folder), 'ffmpeg')).toBe(join(folder, name));
  });
});

test('a PDF is drawn by its words, with frames round what was read, and covered where the copy is', async () => {
  const file = aCase();
  const no = exhibitOf(file, '电子凭证.pdf', 'application/pdf');
  const at = (y: number, page = 1) => ({ x: 6, y, width: 90, height: 10.5, page });
  const line = (text: string, y: number, page?: number) => ({ text, box: at(y, page) });
  addReading(file, no, {
    ...BLANK,
    reader: 'pdf',
    mediaType: 'application/pdf',
    kind: 'order',
    fields: [
      { key: 'amount', value: '58.80', text: '58.80 元', confidence: 1, certain: true, box: at(72) },
      { key: 'orderNo', value: 'QK2026110919581177', text: 'QK', confidence: 1, certain: true, box: at(42) },
      { key: 'merchant', value: '晴空', text: '晴空', confidence: 1, certain: true, box: at(10, 2) },
    ],
    lines: [line('订单编号QK2026110919581177', 42), line('实付金额58.80 元', 72), line('晴空', 10, 2)],
  });
  recordFact(file, 'orderNo', { value: 'QK2026110919581177', status: 'read', sources: [{ exhibit: no, text: 'QK' }] });
  const figure = (await reportOf(file)).querySelector('figure')!;
  // The second page is not here, nor what was read on it; the first goes as far as its words.
  expect(figure.querySelector('svg')!.getAttribute('viewBox')).toBe('0 0 102 125');
  expect(figure.querySelectorAll('text').map((one) => one.text)).toEqual([
    '订单编号QK2026110919581177',
    '实付金额58.80 元',
  ]);
  expect(figure.querySelectorAll('rect title').map((one) => one.text)).toEqual(['实付金额', '订单号']);
  expect(figure.querySelector('figcaption')!.text).toContain('不是原样');
  const path = join(temporaryFolder(), 'covered.html');
  await writeReport(file, { world: WORLD, path, redacted: true });
  const covered = parse(readFileSync(path, 'utf8')).querySelector('figure')!;
  expect(covered.outerHTML).not.toContain('QK2026110919581177');
  // Other letters are not stretched into the place of those that were there.
  expect(covered.querySelectorAll('text').map((one) => one.getAttribute('textLength'))).toEqual([undefined, '90']);
  expect(covered.querySelectorAll('rect title').map((one) => one.text)).toEqual(['实付金额']);
});

test('a scanned PDF is the picture on its first page, framed, and covered where the copy is', async () => {
  const file = aCase();
  const no = exhibitOf(file, '扫描件.pdf', 'application/pdf', Buffer.from(scanPdf(403, 300, 8)));
  const at = (y: number) => ({ x: 20, y, width: 90, height: 12, page: 1 });
  const scan: Reading = {
    ...BLANK,
    media: { width: 403, height: 300 },
    fields: [
      { key: 'amount', value: '58.80', text: '58.80', confidence: 1, certain: true, box: at(72) },
      { key: 'orderNo', value: 'QK2026110919581177', text: 'QK', confidence: 1, certain: true, box: at(42) },
    ],
    lines: [{ text: '订单编号QK2026110919581177', box: at(42) }],
  };
  const reading = { ...BLANK, reader: 'pdf', mediaType: 'application/pdf', lines: [] };
  addReading(file, no, { ...reading, parts: [{ name: '第 1 页图片', reading: scan }] });
  const figure = (await reportOf(file)).querySelector('figure')!;
  expect(figure.querySelector('image')!.getAttribute('href')).toMatch(/^data:image\/webp/);
  expect(figure.querySelectorAll('rect title').map((one) => one.text)).toEqual(['实付金额', '订单号']);
  expect(figure.closest('article')!.text).toContain('图片是 PDF 第一页上的扫描图');
  const path = join(temporaryFolder(), 'covered.html');
  await writeReport(file, { world: WORLD, path, redacted: true });
  const covered = parse(readFileSync(path, 'utf8')).querySelector('figure')!;
  expect(covered.querySelectorAll('rect title').map((one) => one.text)).toEqual(['实付金额']);
  const webp = Buffer.from(covered.querySelector('image')!.getAttribute('href')!.split(',')[1]!, 'base64');
  const { data, info } = await sharp(webp).greyscale().raw().toBuffer({ resolveWithObject: true });
  expect(data[48 * info.width + 60]).toBeLessThan(40);
  // What was not read cannot be covered for certain.
  addReading(file, no, { ...reading, parts: [{ name: '第 1 页图片', reading: { ...scan, status: 'failed' } }] });
  const again = join(temporaryFolder(), 'again.html');
  await writeReport(file, { world: WORLD, path: again, redacted: true });
  expect(parse(readFileSync(again, 'utf8')).querySelector('figure image') ?? null).toBeNull();
});

test('a PDF without words says that it is not drawn, and what the buyer denied stands in words', async () => {
  const file = aCase();
  exhibitOf(file, '电子凭证.pdf', 'application/pdf');
  recordFact(file, 'signs', { value: 'none', status: 'given', sources: [] });
  const page = await reportOf(file);
  expect(page.text).toContain('PDF 没有放图，只有读到的字；原件在案卷里');
  expect(factOf(page, '异常迹象')).toMatch(/^没有/);
});
