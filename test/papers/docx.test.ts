import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderDocx } from '../../src/papers/docx/docx.ts';
import { fixArchiveTimes } from '../../src/papers/docx/archive.ts';
import { aDocument, EVERY_BLOCK, LONG_ADDRESS, LONG_NAME, LONG_NUMBER } from './a-document.ts';
import { openArchive } from './opened.ts';

const bytes = await renderDocx(aDocument());
const parts = await openArchive(bytes);
const part = (name: string) => parts.get(name)!.toString('utf8');
/** The words of a document part, a line a paragraph. */
const words = (xml: string) =>
  xml
    .replace(/<w:br\/>/g, '\n')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'");

afterEach(() => vi.useRealTimers());

describe('renderDocx', () => {
  it('holds every word in paragraphs', () => {
    const text = words(part('word/document.xml'));
    for (const expected of [
      '投诉函',
      '致：快充小店',
      LONG_NAME,
      LONG_NUMBER,
      LONG_ADDRESS,
      '退还货款96.50元',
      '更正页面描述。',
      '第二行的说明',
      '此致\n某某平台',
      '投诉人（签名）：张三　＿＿＿＿＿＿＿＿\n联系电话：13500000000\n2026年11月22日\n代理人（签名）：＿＿＿＿＿＿＿＿\n　　　　年　　月　　日',
    ])
      expect(text, expected).toContain(expected);
    for (let row = 1; row <= 40; row++) expect(text).toContain(`证据名称${row}\n`);
  });

  it('uses styles that the file defines, so that a reader can change them at one place', () => {
    const defined = new Set([...part('word/styles.xml').matchAll(/w:styleId="([^"]+)"/g)].map((m) => m[1]));
    const used = new Set([...part('word/document.xml').matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((m) => m[1]!));
    for (const style of ['Title', 'Heading1', 'Heading2', 'ListParagraph', 'CellText', 'NoteText'])
      expect(used, style).toContain(style);
    for (const style of used) expect(defined, style).toContain(style);
    expect(part('word/styles.xml')).toContain('w:eastAsia="SimSun"');
  });

  it('repeats the head of a table and keeps its rows whole', () => {
    const xml = part('word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(2);
    expect(xml.match(/<w:cantSplit\/>/g)!.length).toBeGreaterThan(40);
  });

  it('numbers its pages by fields and its lists by numbering', () => {
    const footer = [...parts.keys()].find((name) => /word\/footer\d+\.xml$/.test(name))!;
    expect(part(footer)).toMatch(/PAGE/);
    expect(part(footer)).toMatch(/NUMPAGES/);
    expect(words(part(footer))).toContain('投诉函　第3号');
    expect(part('word/numbering.xml')).toMatch(/<w:start w:val="3"\/>/);
    expect(part('word/document.xml').match(/<w:numPr>/g)!.length).toBeGreaterThanOrEqual(5);
  });

  it('keeps a short list of demands together, and the lines of what is short', async () => {
    const list = await renderDocx(
      aDocument([
        { kind: 'list', ordered: true, items: ['退还货款。', '承担诉讼费。'] },
        { kind: 'list', ordered: false, items: ['证据1'] },
        { kind: 'paragraph', text: '长'.repeat(200) },
      ]),
    );
    const xml = (await openArchive(list)).get('word/document.xml')!.toString('utf8');
    const has = (words: string, mark: string): boolean =>
      !/<w:p>(?:(?!<w:p>)[^])*$/.exec(xml.slice(0, xml.indexOf(words)))![0].includes(`<w:${mark} w:val="false"/>`);
    expect(['keepNext', 'keepLines'].map((mark) => has('退还货款。', mark))).toEqual([true, true]);
    expect(['keepNext', 'keepLines'].map((mark) => has('承担诉讼费。', mark))).toEqual([false, true]);
    expect(has('长长长', 'keepLines')).toBe(false);
  });

  it('draws ticked and empty boxes', () => {
    expect(words(part('word/document.xml'))).toContain('☑\u00a0同意　☐\u00a0不同意');
  });

  it('is A4 and in Chinese', () => {
    expect(part('word/document.xml')).toMatch(
      /<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"|<w:pgSz [^>]*w:h="16838"[^>]*w:w="11906"/,
    );
    expect(part('word/styles.xml')).toContain('w:eastAsia="zh-CN"');
  });

  it('says nothing of who or what wrote it', () => {
    const core = part('docProps/core.xml');
    expect(core).toContain('<dc:title>投诉函</dc:title>');
    expect(core).toContain('2026-11-22T00:00:00Z');
    expect(core).not.toMatch(/creator|lastModifiedBy|revision/i);
    expect([...parts.values()].map((data) => data.toString('latin1')).join('')).not.toMatch(/docx\.js|dolan|Un-named/i);
  });

  it('is the same bytes whenever it is written, and however many were before it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-05-06T07:08:09Z') });
    await renderDocx(aDocument([{ kind: 'list', ordered: true, items: ['一'] }]));
    expect(Buffer.compare(await renderDocx(aDocument()), bytes)).toBe(0);
    expect(Buffer.compare(await renderDocx(aDocument(EVERY_BLOCK, { writtenOn: '2026-11-23' })), bytes)).not.toBe(0);
  });

  it('stays a file that opens, whatever stands in the text', async () => {
    const strange = 'a\u0000b\u0008c <w:p> & "x" \ud83d d\ufffe 🔥 \u202eabc\r\nnext';
    const opened = await openArchive(
      await renderDocx(
        aDocument([{ kind: 'paragraph', text: strange }], { title: strange, subject: strange, footer: strange }),
      ),
    );
    for (const [name, data] of opened) {
      if (!name.endsWith('.xml')) continue;
      expect(data.toString('utf8'), name).not.toMatch(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff\u202e]/u);
    }
    expect(words(opened.get('word/document.xml')!.toString('utf8'))).toContain('abc <w:p> & "x" \ufffd d 🔥 abc\nnext');
  });

  it('refuses to stamp what is no archive', () => {
    expect(() => fixArchiveTimes(new Uint8Array(100), '2026-11-22')).toThrow('no plain ZIP');
  });
});
