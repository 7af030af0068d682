import { describe, expect, it } from 'vitest';
import { renderCatalogue } from '../../src/papers/catalogue/catalogue.ts';
import { layOutPages, showRange, TEXT_ROOM, wrapLines } from '../../src/papers/catalogue/pages.ts';
import { aCatalogue as input, behind, expectedStamps, stamps, WIDE_LINE as wide } from './a-catalogue.ts';
import { LONG_NUMBER } from './a-document.ts';
import { hasPoppler, inkShare, openArchive, pageTexts, placedTexts, rasterPages } from './opened.ts';

const { exhibits } = input;
const catalogue = await renderCatalogue(['docx', 'pdf'], input);

describe('renderCatalogue', () => {
  it('counts the pages of each exhibit, one after the other', () => {
    let next = 1;
    for (const { first, last } of catalogue.ranges) {
      expect(first).toBe(next);
      expect(last).toBeGreaterThanOrEqual(first);
      next = last + 1;
    }
    expect(catalogue.pageCount).toBe(next - 1);
    const pages = (no: number) =>
      catalogue.ranges.filter((range) => range.no === no).map(({ first, last }) => last - first + 1)[0];
    expect([pages(1), pages(5), pages(6), pages(7), pages(8), pages(9)]).toEqual([1, 1, 1, 1, 2, 1]);
    expect(pages(2)).toBeGreaterThan(2);
    expect(pages(3)).toBeGreaterThan(10);
  });

  it('stamps each PDF page with exhibit and page, as the table says', async () => {
    const pages = await pageTexts(catalogue.pdf!);
    const front = pages.length - catalogue.pageCount;
    const found = stamps(pages);
    expect(found.slice(0, front).every((stamp) => stamp === undefined)).toBe(true);
    expect(found.slice(front)).toEqual(expectedStamps(catalogue.ranges));
    pages.slice(front).forEach((text, i) => expect(text).toContain(`总第${i + 1}页共${catalogue.pageCount}页`));
    pages.slice(0, front).forEach((text, i) => expect(text).toContain(`目录第${i + 1}页共${front}页`));
    const table = pages.slice(0, front).join('');
    for (const range of catalogue.ranges.filter(({ no }) => no > 1))
      expect(table).toContain(`${LONG_NUMBER}${showRange(range)}`);
    expect(table).toContain('另附—');
    for (const title of [
      '编号',
      '名称',
      '来源',
      '证明对象',
      '内容',
      '页码',
      '提交人（签名或者盖章）：张三',
      '2026年11月22日',
      '2份',
    ])
      expect(table).toContain(title);
    for (const { sha256 } of exhibits) expect(table).toContain(sha256);
  });

  it('keeps the stamps of a Word file to the same pages', async () => {
    const xml = (await openArchive(catalogue.docx!)).get('word/document.xml')!.toString('utf8');
    const found = [...xml.matchAll(/证据(\d+) 第(\d+)页 \/ 总第(\d+)页<\/w:t>/g)].map((m) => m.slice(1).map(Number));
    expect(found).toEqual(expectedStamps(catalogue.ranges));
    // Each page but the first of its section begins with a break of its own.
    expect(xml.match(/<w:pStyle w:val="ExhibitStamp"\/><w:pageBreakBefore\/>/g)).toHaveLength(catalogue.pageCount - 1);
    expect(xml.match(/<wp:inline/g)!.length).toBeGreaterThan(5);
  });

  it('keeps wide text, long names and pictures inside the page', async () => {
    for (const { text, left, right, base } of await placedTexts(catalogue.pdf!)) {
      expect(left, text).toBeGreaterThan(70);
      expect(right, text).toBeLessThan(526);
      expect(base, text).toBeGreaterThan(20);
    }
  });

  it('prints logs and bill rows as text and describes what cannot be printed', async () => {
    const whole = (await pageTexts(catalogue.pdf!)).join('');
    for (const expected of [
      '共200条，全部印出',
      '第0条：',
      '第199条：',
      '原文件第27行',
      '金额：96.50',
      '账单共31行',
      '此证据无法印在纸上',
      '时长：24秒',
      '查看方式：用播放器打开',
      '图片在这里打不开',
      '见原始文件',
      'U+1F525印作“〓”',
    ])
      expect(whole, expected).toContain(expected);
    expect(catalogue.problems).toEqual([{ no: 7, message: expect.stringContaining('证据7') }]);
  });

  it('says what the hashes show and what not', async () => {
    const whole = (await pageTexts(catalogue.pdf!)).join('');
    expect(whole).toContain('自收入案卷时起一字节未变');
    expect(whole).toContain('不能说明：文件从哪里来');
    expect(whole).not.toContain('法律效力');
  });

  it('carries no place or device of a photograph out', async () => {
    expect(Buffer.from(catalogue.pdf!).toString('latin1')).not.toContain('Secret');
    for (const [name, data] of await openArchive(catalogue.docx!))
      expect(data.toString('latin1'), name).not.toContain('Secret');
  });

  it('is the same bytes again', async () => {
    const again = await renderCatalogue(['docx', 'pdf'], input);
    expect(Buffer.compare(again.pdf!, catalogue.pdf!)).toBe(0);
    expect(Buffer.compare(again.docx!, catalogue.docx!)).toBe(0);
  });

  it('says so when there is no evidence, without a page behind', async () => {
    const empty = await renderCatalogue(['docx', 'pdf'], {
      ...input,
      rows: [],
      exhibits: [],
      sha: [],
      submittedBy: undefined,
    });
    expect(empty.pageCount).toBe(0);
    const pages = await pageTexts(empty.pdf!);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('暂无证据');
    expect(pages[0]).toContain('目录第1页共1页');
    expect((await openArchive(empty.docx!)).get('word/document.xml')!.toString('utf8')).toContain('暂无证据');
  });

  it('says that pictures are covered copies when they are', async () => {
    const one = { ...input, rows: input.rows.slice(0, 1), exhibits: exhibits.slice(0, 1), sha: [] };
    const text = async (redacted: boolean) =>
      (await pageTexts((await renderCatalogue(['pdf'], { ...one, redacted })).pdf!)).join('');
    expect(await text(true)).toContain('遮盖了个人信息的副本');
    expect(await text(false)).not.toContain('遮盖');
  });
});

describe('layOutPages', () => {
  it('cuts an endless log and says so', async () => {
    const text = Array.from({ length: 5000 }, (_, i) => `第${i}行`).join('\n');
    const { pages } = await layOutPages([behind(1, '记录', 'a.txt', 'text/plain', { kind: 'text', text })]);
    expect(pages).toHaveLength(30);
    const { body } = pages.at(-1)!;
    expect(body.kind === 'lines' && body.lines.at(-1)).toContain('全文共 5000 行，此处印前 1318 行');
  });

  it('wraps without losing or moving a character', () => {
    const text = `${wide}\n\n　短\r\n${'字'.repeat(200)}`;
    const lines = wrapLines(text, TEXT_ROOM.width);
    expect(lines.join('')).toBe(text.replace(/[\r\n]/g, ''));
    expect(lines.filter((line) => line === '')).toHaveLength(1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(80);
  });
});

describe.skipIf(!hasPoppler)('the pixels of the catalogue (needs poppler-utils)', () => {
  it('show each picture on its page', async () => {
    const small = { ...input, rows: input.rows.slice(0, 2), exhibits: exhibits.slice(0, 2), sha: [] };
    const { pdf, pageCount } = await renderCatalogue(['pdf'], small);
    const pages = await rasterPages(pdf!, 50);
    for (const page of pages.slice(-pageCount)) {
      expect(inkShare(page, { left: 100, top: 140, right: 480, bottom: 600 }, 50 / 72)).toBeGreaterThan(0.05);
    }
  });
});
