import { describe, expect, it } from 'vitest';
import { renderCatalogue } from '../../src/papers/catalogue/catalogue.ts';
import { renderDocx } from '../../src/papers/docx/docx.ts';
import { aCatalogue, expectedStamps, stamps } from './a-catalogue.ts';
import { aDocument, LONG_ADDRESS, LONG_NUMBER } from './a-document.ts';
import { hasOffice, officePdfs, pageTexts, placedTexts } from './opened.ts';

describe.skipIf(!hasOffice)('Word files in LibreOffice (needs soffice)', async () => {
  if (!hasOffice) return;
  const catalogue = await renderCatalogue(['docx'], aCatalogue);
  const [letterPdf, cataloguePdf] = officePdfs([await renderDocx(aDocument()), catalogue.docx!]);

  it('open with all their words, between the margins, with page numbers', async () => {
    const pages = await pageTexts(letterPdf!);
    const whole = pages.join('');
    for (const expected of [
      LONG_NUMBER,
      LONG_ADDRESS,
      '3.退还货款',
      '4.更正页面描述',
      '证据名称40',
      '☑同意☐不同意',
      '代理人（签名）',
    ]) {
      expect(whole, expected).toContain(expected);
    }
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((text, i) => expect(text).toContain(`第${i + 1}页共${pages.length}页`));
    for (const text of pages.filter((page) => page.includes('证据名称'))) expect(text).toContain('编号名称内容');
    for (const { text, left, right } of await placedTexts(letterPdf!)) {
      expect(left, text).toBeGreaterThan(70);
      expect(right, text).toBeLessThan(526);
    }
  });

  it('have every stamp of the catalogue on a page of its own, in order', async () => {
    const pages = await pageTexts(cataloguePdf!);
    const front = pages.length - catalogue.pageCount;
    expect(front).toBeGreaterThanOrEqual(2);
    expect(stamps(pages).slice(front)).toEqual(expectedStamps(catalogue.ranges));
    pages.slice(front).forEach((text, i) => expect(text).toContain(`总第${i + 1}页共${catalogue.pageCount}页`));
    pages.slice(0, front).forEach((text, i) => expect(text).toContain(`目录第${i + 1}页`));
  });
});
