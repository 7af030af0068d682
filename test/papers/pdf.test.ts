import { describe, expect, it } from 'vitest';
import type { DocumentBlock } from '../../src/model/document.ts';
import { LINE_WIDTH, PAGE } from '../../src/papers/pdf/definition.ts';
import { renderPdf } from '../../src/papers/pdf/pdf.ts';
import { printPdf } from '../../src/papers/pdf/printer.ts';
import { pageSetup } from '../../src/papers/pdf/pdf.ts';
import { aDocument, EVERY_BLOCK, LONG_ADDRESS, LONG_NAME, LONG_NUMBER } from './a-document.ts';
import { hasPoppler, inkShare, pageTexts, placedTexts, popplerWords, rasterPages } from './opened.ts';

const bytes = await renderPdf(aDocument());
const plain = (text: string) => text.replace(/\s/g, '');

describe('renderPdf', () => {
  it('holds every word as text that can be searched', async () => {
    const pages = await pageTexts(bytes);
    const whole = pages.join('').replace(/投诉函第3号第\d+页共\d+页/g, '');
    for (const words of [
      '投诉函',
      '致：快充小店',
      '一、事实经过',
      LONG_NAME,
      LONG_NUMBER,
      LONG_ADDRESS,
      '退还货款96.50元',
      '3.退还货款',
      '4.更正页面描述',
      '聊天记录',
      '第二行的说明',
      '以上内容与所附证据一致。',
      '此致某某平台',
      '投诉人（签名）：张三＿＿＿＿＿＿＿＿联系电话：135000000002026年11月22日',
      '代理人（签名）：＿＿＿＿＿＿＿＿年月日',
    ]) {
      expect(whole, words).toContain(plain(words));
    }
    for (let row = 1; row <= 40; row++) expect(whole).toContain(`证据名称${row}`);
  });

  it('numbers its pages and repeats the head of a table', async () => {
    const pages = await pageTexts(bytes);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((text, i) => expect(text).toContain(`投诉函第3号第${i + 1}页共${pages.length}页`));
    for (const text of pages.filter((page) => page.includes('证据名称'))) expect(text).toContain('编号名称内容');
  });

  it('keeps the narrowest column wide enough for its title and number', async () => {
    const columns = [
      { title: '编号', width: 1 },
      ...Array.from({ length: 5 }, () => ({ title: '很长的一列', width: 24 })),
    ];
    const placed = await placedTexts(
      await renderPdf(aDocument([{ kind: 'table', columns, rows: [['12', '甲', '乙', '丙', '丁', '戊']] }])),
    );
    expect(placed.map(({ text }) => text)).toEqual(expect.arrayContaining(['编号', '12']));
  });

  it('never leaves a signature alone on a page', async () => {
    for (let lines = 26; lines < 33; lines++) {
      const filler = Array.from({ length: lines }, (_, i) => ({ kind: 'paragraph', text: `第${i}行` }) as const);
      for (const before of [
        { kind: 'paragraph', text: '最后一句' },
        { kind: 'list', ordered: true, items: ['前一项', '最后一句'] },
      ] satisfies DocumentBlock[]) {
        const pages = await pageTexts(
          await renderPdf(aDocument([...filler, before, { kind: 'signature', label: '投诉人', date: '2026-11-22' }])),
        );
        expect(
          pages.find((text) => text.includes('投诉人')),
          `${lines} lines`,
        ).toContain('最后一句投诉人：');
      }
    }
  });

  it('names the document at its foot by its title, shortened to a line, when nothing else is given', async () => {
    const foot = async (title: string) =>
      (await pageTexts(await renderPdf(aDocument([], { title, footer: undefined }))))[0];
    expect(await foot('催办函')).toBe('催办函第1页共1页');
    expect(await foot(`关于${'很长'.repeat(40)}的投诉函`)).toMatch(/^关于(很长)+.?…第1页共1页$/);
  });

  it('keeps signatures in a row on one page', async () => {
    for (let lines = 26; lines < 31; lines++) {
      const filler = Array.from({ length: lines }, (_, i) => ({ kind: 'paragraph', text: `第${i}行` }) as const);
      const sign = (label: string) => ({ kind: 'signature', label, date: 'blank' }) as const;
      const pages = await pageTexts(await renderPdf(aDocument([...filler, sign('甲方'), sign('乙方')])));
      expect(
        pages.find((text) => text.includes('甲方')),
        `${lines} lines`,
      ).toMatch(/甲方：＿+年月日乙方：＿+年月日/);
    }
  });

  it('begins a new page where one is asked for', async () => {
    const pages = await pageTexts(bytes);
    expect(pages.at(-1)).toMatch(/^此致某某平台/);
    expect(pages.slice(0, -1).join('')).not.toContain('此致');
  });

  it('keeps everything between the margins: long names, numbers and addresses wrap', async () => {
    const placed = await placedTexts(bytes);
    expect(placed.length).toBeGreaterThan(100);
    for (const { text, left, right, base } of placed) {
      expect(left, text).toBeGreaterThanOrEqual(PAGE.left - 1);
      expect(right, text).toBeLessThanOrEqual(PAGE.left + LINE_WIDTH + 1);
      expect(base, text).toBeGreaterThan(20);
    }
  });

  // 58.80 stood at the end of a line, and 元 at the head of the next.
  it('writes no sum, day or number of an exhibit or article over two lines', async () => {
    const whole = ['58.80元', '2026年12月2日', '证据14', '第五百八十二条', '3天', '2026-10-01 12:00:10'];
    const blocks = Array.from({ length: 36 }, (_, i): DocumentBlock => ({
      kind: 'paragraph',
      text: `${'字'.repeat(i)}${whole.join('、')}。`,
    }));
    const placed = await placedTexts(await renderPdf(aDocument(blocks, { footer: undefined })));
    const lines = Object.values(Object.groupBy(placed, ({ page, base }) => `${page} ${Math.round(base)}`)).map((line) =>
      line!
        .toSorted((a, b) => a.left - b.left)
        .map(({ text }) => text)
        .join(''),
    );
    for (const words of whole)
      expect(
        lines.filter((line) => line.includes(words)),
        words,
      ).toHaveLength(blocks.length);
    // No stop stands at the head of a line.
    expect(lines.filter((line) => /^[、。]/.test(line))).toEqual([]);
  });

  it('keeps a heading with what follows it', async () => {
    for (let lines = 28; lines < 33; lines++) {
      const filler = Array.from({ length: lines }, (_, i) => ({ kind: 'paragraph', text: `第${i}行` }) as const);
      const pages = await pageTexts(
        await renderPdf(
          aDocument([
            ...filler,
            { kind: 'heading', level: 1, text: '标题在此' },
            { kind: 'paragraph', text: '正文在此' },
          ]),
        ),
      );
      const page = pages.find((text) => text.includes('标题在此'))!;
      expect(page, `${lines} lines`).toContain('标题在此正文在此');
    }
  });

  it('is the same bytes for the same day, another for another', async () => {
    expect(Buffer.compare(await renderPdf(aDocument()), bytes)).toBe(0);
    expect(Buffer.compare(await renderPdf(aDocument(EVERY_BLOCK, { writtenOn: '2026-11-23' })), bytes)).not.toBe(0);
  });

  it('says nothing of the machine in its properties', async () => {
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).not.toMatch(/pdfmake|PDFKit|node_modules|\/home\/|Users/i);
    expect(text).toContain('/FontFile3');
    expect(bytes.length).toBeLessThan(400_000);
  });

  it('prints a mark for what the font lacks and names it at the end', async () => {
    const pages = await pageTexts(
      await renderPdf(
        aDocument([
          { kind: 'paragraph', text: '店名🔥快充' },
          { kind: 'table', columns: [{ title: '名', width: 1 }], rows: [['𝐕𝐈𝐏']] },
        ]),
      ),
    );
    expect(pages.join('')).toContain('店名〓快充');
    expect(pages.join('')).toContain('VIP');
    expect(pages.join('')).toContain('U+1F525印作“〓”');
    expect((await pageTexts(bytes)).join('')).not.toContain('字库');
  });

  it('survives a document without blocks, empty cells and a cell longer than a page', async () => {
    expect(await pageTexts(await renderPdf(aDocument([])))).toHaveLength(1);
    const endless = await pageTexts(
      await renderPdf(
        aDocument([
          {
            kind: 'table',
            columns: [
              { title: '名', width: 1 },
              { title: '空', width: 1 },
            ],
            rows: [['长'.repeat(3000)], ['', '']],
          },
        ]),
      ),
    );
    expect(endless.join('').match(/长/g)).toHaveLength(3000);
    expect(endless.length).toBeGreaterThan(1);
  });

  it('opens no file and no address', async () => {
    const setup = pageSetup(aDocument());
    for (const image of [import.meta.filename, 'http://127.0.0.1:9/x.png']) {
      await expect(
        printPdf({ ...setup, images: { a: image }, content: [{ image: 'a', width: 10, height: 10 }] }),
      ).rejects.toThrow(/denied/);
    }
  });
});

describe.skipIf(!hasPoppler)('the pixels of a PDF (needs poppler-utils)', () => {
  const DPI = 96;

  it('show ink for every character, in both weights', async () => {
    // Each character is a word of its own, so that its cell is known from the text layer.
    const characters = Array.from(
      '卡密无效兑换码订单号商家平台退款鑫淼堃喆镕䶮㛃囍龘曌邨昇玥0123456789ABCxyz￥①⑳〓□√％：；，。“”（）【】',
    );
    const words = characters.join(' ');
    const pdf = await renderPdf(
      aDocument([{ kind: 'paragraph', text: [{ text: words }, { text: ` ${words}`, bold: true }] }]),
    );
    const pages = await rasterPages(pdf, DPI);
    const places = popplerWords(pdf).filter(({ text }) => Array.from(text).length === 1);
    const seen = new Map<string, number>();
    for (const { page, text, box } of places) {
      expect(inkShare(pages[page - 1]!, box, DPI / 72), text).toBeGreaterThan(0.004);
      seen.set(text, (seen.get(text) ?? 0) + 1);
    }
    for (const character of characters) expect(seen.get(character), character).toBeGreaterThanOrEqual(2);
    const margin = { left: 10, top: 300, right: 60, bottom: 500 };
    expect(inkShare(pages[0]!, margin, DPI / 72)).toBe(0);
  });

  it('draw different characters differently: no row of identical boxes', async () => {
    const pdf = await renderPdf(aDocument([{ kind: 'paragraph', text: '一 卡 密 龘 无 效' }], { footer: undefined }));
    const [page] = await rasterPages(pdf, DPI);
    const shares = popplerWords(pdf)
      .filter(({ text }) => /^[一卡密龘无效]$/.test(text))
      .map(({ box }) => inkShare(page!, box, DPI / 72));
    expect(shares).toHaveLength(6);
    expect(new Set(shares.map((share) => share.toFixed(3))).size).toBeGreaterThan(4);
    expect(Math.max(...shares)).toBeGreaterThan(3 * Math.min(...shares));
  });

  it('show a tick in the ticked box only', async () => {
    const field = (checked: boolean) =>
      aDocument([{ kind: 'fields', rows: [{ label: '项', options: [{ label: '同意', checked }] }] }], {
        footer: undefined,
      });
    const [ticked, empty] = [await renderPdf(field(true)), await renderPdf(field(false))];
    const cell = popplerWords(empty).find(({ text }) => text.startsWith('□'))!.box;
    const box = { ...cell, right: cell.left + 10.5 };
    const ink = async (pdf: Uint8Array) => inkShare((await rasterPages(pdf, 144))[0]!, box, 2);
    expect(await ink(ticked)).toBeGreaterThan(1.2 * (await ink(empty)));
    expect(await ink(empty)).toBeGreaterThan(0.02);
    // The tick stays in its box: what it adds beside the box, before the label, is nothing.
    const beside = async (pdf: Uint8Array) =>
      inkShare((await rasterPages(pdf, 144))[0]!, { ...box, left: box.left - 4, right: box.left + 0.5 }, 2) +
      inkShare((await rasterPages(pdf, 144))[0]!, { ...box, left: box.right - 0.8, right: box.right + 0.8 }, 2);
    expect(await beside(ticked)).toBeCloseTo(await beside(empty), 2);
  });
});

it('does not leave a heading behind whose table goes to the next page', async () => {
  for (let lines = 26; lines <= 31; lines++) {
    const blocks: DocumentBlock[] = Array.from({ length: lines }, (_, i) => ({ kind: 'paragraph', text: `第${i}段` }));
    blocks.push(
      { kind: 'heading', level: 1, text: '事实和理由' },
      { kind: 'fields', rows: [{ label: '经过', value: '很长'.repeat(60) }] },
    );
    const pdf = await renderPdf({ title: '试', subject: '试', writtenOn: '2026-11-22', blocks });
    const pages = await pageTexts(pdf);
    const withHeading = pages.find((page) => page.includes('事实和理由'));
    expect(withHeading, `${lines} lines`).toContain('经过');
  }
});

it('keeps what is asked for together, and a short sentence whole', async () => {
  const asked = ['第一项请求'.repeat(12), '第二项请求'.repeat(12), '第三项请求'];
  for (let lines = 22; lines <= 32; lines++) {
    const blocks: DocumentBlock[] = Array.from({ length: lines }, (_, i) => ({ kind: 'paragraph', text: `第${i}段` }));
    blocks.push(
      { kind: 'heading', level: 1, text: '请求事项' },
      { kind: 'list', ordered: true, items: asked },
      { kind: 'paragraph', text: `起${'中'.repeat(60)}止` },
    );
    const pages = await pageTexts(await renderPdf({ title: '试', subject: '试', writtenOn: '2026-11-22', blocks }));
    const withAll = pages.find((page) => page.includes('第一项请求'));
    for (const words of ['请求事项', asked[1]!, asked[2]!]) expect(withAll, `${lines} lines`).toContain(words);
    expect(
      pages.find((page) => page.includes('起中')),
      `${lines} lines`,
    ).toContain('中止');
  }
});

it('sets a title of a few signs too many smaller, so that it does not end on a sign alone', async () => {
  const blocks: DocumentBlock[] = [{ kind: 'title', text: '关于交易单号2026090122001904146741483431的投诉' }];
  const pdf = await renderPdf({ title: '试', subject: '试', writtenOn: '2026-11-22', blocks });
  const [first, ...rest] = popplerWords(pdf).filter(({ text }) => /关于|诉/.test(text));
  for (const { box } of rest) expect(box.top).toBeCloseTo(first!.box.top, 0);
});
