import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/reading/readers/pdf/pdf.ts';
import { plainLetters } from '../../../src/reading/readers/pdf/letters.ts';
import { linesOfRuns } from '../../../src/reading/readers/pdf/lines.ts';
import { encodePng } from '../../../src/reading/readers/pdf/png.ts';
import { readingOf } from '../../../src/reading/reader.ts';
import type { FileSource } from '../../../src/model/reading.ts';
import { gbk } from '../made/encode.ts';
import { chinesePdf, pdfOf, scanPdf, utf16Hex } from '../made/pdf.ts';
import { codes, read, readWith } from '../made/source.ts';

const TEXT = '订单编号 KM202610141443529492，实付￥96.50';

describe('a PDF with text', () => {
  it.each([
    ['UniGB-UCS2-H', utf16Hex(TEXT)],
    ['UniGB-UTF16-H', utf16Hex(TEXT)],
    ['GBK-EUC-H', Buffer.from(gbk(TEXT)).toString('hex')],
    ['GBK2K-H', Buffer.from(gbk(TEXT)).toString('hex')],
  ])('in a font outside the file, coded as %s, is read letter by letter with its place', async (encoding, hex) => {
    const { lines } = await read(chinesePdf([{ hex, x: 50, y: 700 }], encoding));
    expect(lines!.map((line) => line.text)).toEqual([TEXT]);
    expect(lines![0]!.box).toMatchObject({ x: 50, y: 130, height: 12, page: 1 });
  });

  it('whose letters cannot be known shows that they cannot', async () => {
    const reading = await read(chinesePdf([{ hex: '00220023012301240fff', x: 50, y: 700 }], 'Identity-H'));
    expect(reading.lines![0]!.text).toBe('AB\ufffd\ufffd\ufffd');
    expect(codes(reading)).toEqual(['PDF_FONT_UNREADABLE']);
    expect(reading.status).toBe('partial');
  });

  it('keeps label and value apart where the page does', async () => {
    const { lines } = await read(
      chinesePdf([
        { hex: utf16Hex('订单编号'), x: 50, y: 700 },
        { hex: utf16Hex('KM2026101414435294'), x: 200, y: 700 },
        { hex: utf16Hex('实付金额合计'), x: 50, y: 680 },
      ]),
    );
    expect(lines!.map((line) => line.text)).toEqual(['订单编号', 'KM2026101414435294', '实付金额合计']);
  });

  it('and a script in it says so, and runs nothing', async () => {
    const reading = await read(
      chinesePdf(
        [{ hex: utf16Hex(TEXT), x: 50, y: 700 }],
        'UniGB-UCS2-H',
        '/OpenAction<</S/JavaScript/JS(globalThis.hacked = true)>>',
      ),
    );
    expect(codes(reading)).toContain('PDF_SCRIPT');
    expect(reading.lines).toHaveLength(1);
    expect((globalThis as { hacked?: boolean }).hacked).toBeUndefined();
  });
});

describe('a PDF of pictures', () => {
  it.each([1, 8] as const)('with %s bit a pixel hands each to the picture reader as PNG', async (bits) => {
    const parts: FileSource[] = [];
    const reading = await readWith(readPdf, scanPdf(403, 300, bits), {
      readPart: async (part) => {
        parts.push(part);
        return {
          ...readingOf('picture', '1', 'image/png', 'payment', 0.9),
          fields: [
            {
              key: 'amount',
              value: '96.50',
              text: '¥96.50',
              box: { x: 1, y: 2, width: 3, height: 4 },
              confidence: 0.9,
              certain: true,
            },
          ],
        };
      },
    });
    expect(parts).toHaveLength(1);
    const head = Buffer.from(await parts[0]!.read(0, 33));
    expect([head.subarray(1, 4).toString(), head.readUInt32BE(16), head.readUInt32BE(20)]).toEqual(['PNG', 403, 300]);
    expect(reading).toMatchObject({
      status: 'read',
      kind: 'payment',
      fields: [{ key: 'amount', value: '96.50', box: { x: 1, page: 1 } }],
      parts: [{ name: '第 1 页图片' }],
    });
  });

  it('too small to hold words, and a page of nothing, are a failure with advice', async () => {
    for (const pdf of [scanPdf(50, 50, 8), chinesePdf([])]) {
      expect(await read(pdf)).toMatchObject({ status: 'failed', notes: [{ code: 'PDF_NO_TEXT' }] });
    }
  });

  it('PNG keeps every pixel', async () => {
    const { default: sharp } = await import('sharp');
    const data = Uint8Array.from({ length: 7 * 5 * 3 }, (_, i) => (i * 37) & 255);
    const { data: back, info } = await sharp(encodePng({ data, width: 7, height: 5, bits: 8, channels: 3 }))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([7, 5, 3]);
    expect(Buffer.from(back).equals(Buffer.from(data))).toBe(true);
  });
});

describe('a PDF that does not open', () => {
  it('because it is cut, or only says that it is one', async () => {
    for (const content of ['%PDF-1.7\n', '%PDF-1.4\n%%EOF', pdfOf(['<</Type/Catalog>>']).subarray(0, 40)]) {
      const reading = await read(content);
      expect(reading.status).toBe('failed');
      expect(['PDF_DAMAGED', 'PDF_NO_TEXT']).toContain(codes(reading)[0]);
    }
  });

  it('is mended where its table of places is lost', async () => {
    const whole = chinesePdf([{ hex: utf16Hex(TEXT), x: 50, y: 700 }]);
    const text = Buffer.from(whole)
      .toString('latin1')
      .replace(/\d{10} 00000 n/g, '0000000007 00000 n');
    expect((await read(Buffer.from(text, 'latin1'))).lines![0]!.text).toBe(TEXT);
  });

  it('because it has a password asks for it', async () => {
    const key =
      '/Encrypt<</Filter/Standard/V 1/R 2/O<' + '00'.repeat(32) + '>/U<' + '11'.repeat(32) + '>/P -4>>/ID[<aa><aa>]';
    const locked = pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'], key);
    expect(await read(locked)).toMatchObject({ status: 'unread', notes: [{ code: 'PDF_PASSWORD_NEEDED' }] });
    expect(await read(locked, { password: '1234' })).toMatchObject({
      status: 'unread',
      notes: [{ code: 'PDF_PASSWORD_WRONG' }],
    });
  });
});

it('radicals and joined letters become the letters they stand for', () => {
  expect(plainLetters('⼦⾦⽀⻜⻥⾏⻓⻔⼾ Oﬃce 金')).toBe('子金支飞鱼行长门户 Office 金');
});

it('runs drawn in any order become lines in reading order', () => {
  const run = (
    text: string,
    x: number,
    y: number,
  ): { text: string; x: number; y: number; width: number; height: number } => ({
    text,
    x,
    y,
    width: text.length * 10,
    height: 10,
  });
  expect(
    linesOfRuns(
      [run('下', 0, 50), run('编号', 20, 1), run('订单', 0, 0), run('96.50', 200, 0.5), run('元', 254, 0)],
      2,
    ).map((line) => [line.text, line.box!.page]),
  ).toEqual([
    ['订单编号', 2],
    ['96.50 元', 2],
    ['下', 2],
  ]);
});
