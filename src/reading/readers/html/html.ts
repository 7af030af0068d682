import type { FieldReading, Reading, TextLine } from '../../../model/reading.ts';
import { blankReading, type Reader } from '../../reader.ts';
import { understand } from '../../kinds/understand.ts';
import { judgeBill } from '../bill/judge.ts';
import { readChatPage } from '../chat/page-chat.ts';
import { readHtmlTable } from './table.ts';
import { siteOf } from './site.ts';
import { readTranscript } from '../chat/transcript.ts';
import { judgeChat } from '../chat/judge.ts';
import { foreignSums } from '../../page/form/foreign-prices.ts';
import { foreignNotes } from '../notices/judge.ts';
import { pageOf } from './page.ts';
import { GAP } from './words.ts';
import { textForm, type Encoding } from '../text/encoding.ts';
import { wholeText } from '../text/lines.ts';
import { tellingLines } from '../text/telling.ts';

const HTML_READER = 'html';
const HTML_VERSION = '2';
const MAX_HTML = 16 * 1024 * 1024;
const MAX_LINES = 20_000;

/** A saved web page: its words line by line, its title and where it was saved from. Nothing in it is run or fetched. */
export const readHtml: Reader = async (source, context) => {
  const { encoding } = await textForm(source);
  return readPage(await wholeText(source, encoding satisfies Encoding, MAX_HTML), context.mediaType);
};

/** @param html of a page or of the body of a mail */
export async function readPage(html: string, mediaType: string): Promise<Reading> {
  const { parse } = await import('node-html-parser');
  // The parser takes a document type for words.
  const root = parse(html.replace(/<!doctype[^>]*>|<\?xml[^>]*\?>/gi, ''));
  const page = pageOf(root, html);
  const lines: TextLine[] = page.lines.slice(0, MAX_LINES).map((text) => ({ text }));
  const blank = blankReading(HTML_READER, HTML_VERSION, mediaType);
  const saved: Reading['notes'][number] = {
    code: 'HTML_SAVED_PAGE',
    severity: 'info',
    message: `这是保存下来的网页${page.url ? `（${page.url}）` : ''}。网页文件容易被改动，最好另加一张带网址和时间的截图`,
  };
  if (lines.length === 0) {
    return {
      ...blank,
      status: 'failed',
      notes: [
        {
          code: 'HTML_EMPTY',
          severity: 'error',
          message: '网页里没有文字，内容可能是打开后才加载的。请在浏览器里打开后截图',
        },
      ],
    };
  }
  const site = siteOf(page.url, page.lines);
  const talk = readChatPage(root);
  if (talk) {
    const reading = judgeChat(talk, mediaType);
    return { ...reading, fields: withSite(reading.fields, site), notes: [...reading.notes, saved] };
  }
  const table = readHtmlTable(root);
  if (table) {
    const reading = judgeBill(table, mediaType);
    return { ...reading, lines, notes: [...reading.notes, saved] };
  }
  // A name with a time beside it is no row of a talk, as it is where all is one text.
  const chat = readTranscript(page.lines.flatMap((line) => line.split(GAP)));
  if (chat && chat.messages.length > 1) {
    const reading = judgeChat(chat, mediaType);
    return { ...reading, fields: withSite(reading.fields, site), notes: [...reading.notes, saved] };
  }
  const { kind, category, confidence, fields, promises } = understand(
    // Where a menu leads says nothing of this page.
    tellingLines(lines.filter((_, i) => !page.menus.has(i))),
  );
  const notes = [saved, ...foreignNotes(foreignSums(fields, page.lines, kind))];
  return {
    ...blank,
    kind,
    category,
    confidence,
    fields: withSite(fields, site),
    lines,
    notes,
    ...(promises ? { promises } : {}),
  };
}

/** Whom the address names counts before all that only looks like whose page it is. */
const withSite = (fields: readonly FieldReading[], site: readonly FieldReading[]): FieldReading[] =>
  site.length === 0 ? [...fields] : [...fields.filter(({ key }) => key !== 'platform'), ...site];
