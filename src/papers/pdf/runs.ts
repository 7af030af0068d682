import type { Inline } from '../../model/document.ts';
import type { TextNode } from './definition.ts';
import type { PrintableWriter } from './fonts-substitute.ts';

/** The runs of a line with what is bold or underlined in it. */
export function runs(inline: Inline, writer: PrintableWriter): TextNode[] {
  const list = typeof inline === 'string' ? [{ text: inline }] : inline;
  return list.map((run) => ({
    text: writer.print(run.text),
    bold: 'bold' in run && run.bold === true,
    ...('underline' in run && run.underline ? { decoration: 'underline' as const } : {}),
  }));
}

/** Short pieces that nobody writes over two lines: a sum with its 元, a day, the number of an exhibit or an article. */
const WHOLE = new RegExp(
  `(${[
    String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?`,
    String.raw`\d{4}年\d{1,2}月\d{1,2}日`,
    String.raw`证据\d{1,4}`,
    '第[一二三四五六七八九十百千]{1,7}[条款项]',
    String.raw`(?<![\d.])\d[\d,]{0,12}(?:\.\d{1,2})?(?:元|个?工作日|[天日次份])`,
  ].join('|')})`,
  'u',
);

/** The same in a line wide enough that a sum, a day or an exhibit's number never breaks. */
export function wholeRuns(inline: Inline, writer: PrintableWriter): TextNode[] {
  return runs(inline, writer).flatMap((run) => {
    // What was split at is every second piece.
    const pieces = String(run.text).split(WHOLE);
    if (pieces.length === 1) return run;
    return pieces.flatMap((text, place) => (text === '' ? [] : { ...run, text, noWrap: place % 2 === 1 }));
  });
}
