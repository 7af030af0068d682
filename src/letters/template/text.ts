import type { DocumentBlock, FieldRow, Inline } from '../../model/document.ts';
import { showDay, type Day } from '../../model/moment.ts';
import { showMarkdown, showPlain } from '../values/marks.ts';

type Show = (text: string) => string;

const words = (inline: Inline): string =>
  typeof inline === 'string' ? inline : inline.map((run) => run.text).join('');

function fieldText(row: FieldRow): string {
  if (row.options)
    return `${row.label}：${row.options.map((box) => `${box.checked ? '☑' : '☐'}${box.label}`).join('　')}`;
  return `${row.label}：${words(row.value ?? '')}`;
}

/** Blocks with the private code points turned back, for formats that carry structure themselves. */
export function plainBlock(block: DocumentBlock): DocumentBlock {
  return JSON.parse(JSON.stringify(block), (_, value: unknown) =>
    typeof value === 'string' ? showPlain(value) : value,
  ) as DocumentBlock;
}

function textOf(block: DocumentBlock, showDate: (day: Day) => string): string {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'note':
      return words(block.text);
    case 'list':
      return block.items
        .map((item, i) => (block.ordered ? `${(block.start ?? 1) + i}. ` : '') + words(item))
        .join('\n');
    case 'table':
      return [block.columns.map((column) => column.title), ...block.rows.map((row) => row.map(words))]
        .map((row) => row.join('｜'))
        .join('\n');
    case 'fields':
      return block.rows.map(fieldText).join('\n');
    case 'signature':
      return `${block.label}：${block.name ?? ''}${block.date ? `\n${block.date === 'blank' ? '' : showDate(block.date)}` : ''}`;
    case 'pageBreak':
      return '';
  }
}

/**
 * The document as text, still marked: no markup, one blank line before a heading.
 * @param showDate how the day beside a signature is written
 */
export function toMarked(blocks: readonly DocumentBlock[], showDate: (day: Day) => string): string {
  let text = '';
  let before: DocumentBlock['kind'] | undefined;
  for (const block of blocks) {
    const apart =
      before === 'title' || block.kind === 'heading' || (block.kind === 'signature' && before !== 'signature');
    text += `${before === undefined ? '' : apart ? '\n\n' : '\n'}${textOf(block, showDate)}`;
    before = block.kind;
  }
  return `${text.trim()}\n`;
}

/** The same as plain text. */
export function toText(blocks: readonly DocumentBlock[]): string {
  return showPlain(toMarked(blocks, showDay));
}

function markdownOf(block: DocumentBlock, show: Show): string {
  switch (block.kind) {
    case 'title':
      return `# ${show(block.text)}`;
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${show(block.text)}`;
    case 'paragraph':
      return show(words(block.text));
    case 'note':
      return `> ${show(words(block.text))}`;
    case 'list':
      return block.items
        .map((item, i) => `${block.ordered ? `${(block.start ?? 1) + i}.` : '-'} ${show(words(item))}`)
        .join('\n');
    case 'table': {
      const row = (texts: string[]): string => `| ${texts.map(show).join(' | ')} |`;
      const head = block.columns.map((column) => column.title);
      return [row(head), `|${' --- |'.repeat(head.length)}`, ...block.rows.map((texts) => row(texts.map(words)))].join(
        '\n',
      );
    }
    case 'fields':
      return block.rows.map((row) => `- ${show(fieldText(row))}`).join('\n');
    case 'signature':
      return show(textOf(block, showDay)).replace('\n', '  \n');
    case 'pageBreak':
      return '---';
  }
}

/** The document as Markdown in which every value prints as it is. */
export function toMarkdown(blocks: readonly DocumentBlock[]): string {
  return `${blocks.map((block) => markdownOf(block, showMarkdown)).join('\n\n')}\n`;
}
