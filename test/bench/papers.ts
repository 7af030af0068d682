import { renderCatalogue } from '../../src/papers/catalogue/catalogue.ts';
import { renderDocx } from '../../src/papers/docx/docx.ts';
import { renderPdf } from '../../src/papers/pdf/pdf.ts';
import type { DocumentBlock } from '../../src/model/document.ts';
import { aDocument } from '../papers/a-document.ts';
import { pageTexts } from '../papers/opened.ts';
import { barredPicture } from '../papers/pictures.ts';

/** Time, size and memory of documents: `npm run bench:papers`. */

async function measure(name: string, write: () => Promise<Uint8Array>, isPdf: boolean): Promise<void> {
  const started = performance.now();
  const bytes = await write();
  const took = Math.round(performance.now() - started);
  const pages = isPdf ? `${(await pageTexts(bytes)).length} pages, ` : '';
  console.log(
    `${name}: ${took} ms, ${pages}${bytes.length} bytes, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
  );
}

const words =
  '本人于2026年9月1日在平台购买充值卡一件，实付96.50元，订单号761072976091679384，兑换时页面提示“该卡密无效或已被使用”。';
const complaint: DocumentBlock[] = [
  { kind: 'title', text: '民事起诉状' },
  ...Array.from({ length: 8 }, (_, i): DocumentBlock[] => [
    { kind: 'heading', level: 1, text: `第${i + 1}部分` },
    ...Array.from({ length: 7 }, (): DocumentBlock => ({ kind: 'paragraph', text: words })),
  ]).flat(),
];
const picture = await barredPicture(
  1170,
  2532,
  Array.from({ length: 25 }, (_, i) => ({ top: 60 + i * 95, height: 40 })),
);
const exhibits = Array.from({ length: 10 }, (_, i) => ({
  no: i + 1,
  name: '聊天截图',
  file: `聊天${i + 1}.png`,
  mediaType: 'image/png',
  bytes: picture.length,
  sha256: 'a'.repeat(64),
  parts: [{ kind: 'picture' as const, data: picture, mediaType: 'image/png' }],
}));
const input = {
  title: '网络购物合同纠纷',
  submittedOn: '2026-11-22',
  exhibits,
  rows: exhibits.map(({ no, name }) => ({ no, name, source: '手机截屏', proves: '合同成立', content: words })),
  sha: exhibits.map((exhibit) => ({ ...exhibit, takenInAt: '2026-11-01T08:30:00+08:00' })),
};

await measure('docx, complaint, first', () => renderDocx(aDocument(complaint)), false);
await measure('docx, complaint, again', () => renderDocx(aDocument(complaint)), false);
await measure('pdf, complaint, first', () => renderPdf(aDocument(complaint)), true);
await measure('pdf, complaint, again', () => renderPdf(aDocument(complaint)), true);
await measure('docx, catalogue of 10 screenshots', async () => (await renderCatalogue(['docx'], input)).docx!, false);
await measure('pdf, catalogue of 10 screenshots', async () => (await renderCatalogue(['pdf'], input)).pdf!, true);
