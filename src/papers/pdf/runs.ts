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
