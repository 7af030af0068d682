import type { DocumentBlock, FieldRow } from '../../model/document.ts';
import { LETTER_SECTIONS, type LetterSection } from '../../model/letter.ts';
import type { Day } from '../../model/moment.ts';
import { emsOf } from '../../model/text.ts';
import { cutMarked, dropMarks } from '../values/marks.ts';

/** A block with the part of the complaint it belongs to. */
export interface SectionedBlock {
  section?: LetterSection;
  block: DocumentBlock;
}

const HEADING = /^(#{1,4})\s+(.*?)(?:\s*\{#(\w+)\})?$/;
const ITEM = /^(?:([-*])|(\d+)\.)\s+(.*)$/;
const FENCE = /^:::\s*(\w+)?$/;
const BOX = /\[( |x)\]\s*([^[]+)/g;

/** `是否公示：[ ] 是 [x] 否` → a label with boxes; `姓名：张三` → a label with its value. */
function fieldRow(line: string): FieldRow {
  const at = line.indexOf('：');
  if (at < 0) return { label: line };
  const [label, rest] = cutMarked(line, at);
  const value = rest.replace('：', '').trim();
  const options = [...value.matchAll(BOX)].map((box) => ({ label: box[2]!.trim(), checked: box[1] === 'x' }));
  return options.length > 0 ? { label, options } : { label, value };
}

function fenced(kind: string, lines: string[], writtenOn: Day): DocumentBlock[] {
  if (kind === 'fields') return [{ kind: 'fields', rows: lines.map(fieldRow) }];
  return lines.map((line, i): DocumentBlock => {
    const { label, value } = fieldRow(line);
    const last = i === lines.length - 1;
    return {
      kind: 'signature',
      label,
      ...(value ? { name: value as string } : {}),
      ...(last ? { date: writtenOn } : {}),
    };
  });
}

function cells(line: string): string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** A column whose cells are all this short does not wrap; a longer one takes what is left, up to a share. */
const SHORT_COLUMN = 14;
const WIDEST_SHARE = 48;

function table(lines: string[]): DocumentBlock {
  const [head, ...rest] = lines.map(cells);
  const rows = rest.filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell)));
  const columns = head!.map((title, i) => {
    const widest = Math.max(...[head!, ...rows].map((row) => emsOf(dropMarks(row[i] ?? ''))));
    const width = Math.min(WIDEST_SHARE, Math.max(4, widest));
    return { title, width, ...(widest <= SHORT_COLUMN ? { least: widest } : {}) };
  });
  return { kind: 'table', columns, rows: rows.map((row) => head!.map((_, i) => row[i] ?? '')) };
}

function paragraph(lines: string[]): DocumentBlock {
  const text = lines.join('');
  if (text.startsWith('>')) return { kind: 'note', text: lines.map((line) => line.replace(/^>\s?/, '')).join('') };
  const bare = dropMarks(text);
  if (bare.endsWith('：') && bare.length <= 60) return { kind: 'paragraph', text, indent: 'none' };
  return { kind: 'paragraph', text };
}

/**
 * Reads what a template wrote: a small Markdown (`#` title, `##` headings with an
 * optional `{#facts}`, paragraphs, lists, tables, `>` notes) with two fences of
 * its own, `::: fields` for the lines of a form and `::: signature` for its end.
 */
export function readBlocks(markup: string, writtenOn: Day): SectionedBlock[] {
  const found: SectionedBlock[] = [];
  let section: LetterSection | undefined;
  const put = (...blocks: DocumentBlock[]): void => void found.push(...blocks.map((block) => ({ section, block })));
  const lines = markup.split(/\r?\n/).map((line) => line.trim());
  for (let i = 0; i < lines.length;) {
    const line = lines[i]!;
    const upTo = (stop: (line: string) => boolean): string[] => {
      const from = i;
      while (i < lines.length && !stop(lines[i]!)) i++;
      return lines.slice(from, i);
    };
    const heading = HEADING.exec(line);
    const fence = FENCE.exec(line);
    if (line === '') i++;
    else if (heading) {
      i++;
      const level = heading[1]!.length;
      if (level <= 2) section = LETTER_SECTIONS.find((name) => name === heading[3]);
      put(
        level === 1
          ? { kind: 'title', text: heading[2]! }
          : { kind: 'heading', level: (level - 1) as 1 | 2 | 3, text: heading[2]! },
      );
    } else if (fence) {
      i++;
      const body = upTo((next) => next === ':::').filter(Boolean);
      i++;
      if (fence[1] === 'signature') section = undefined;
      put(...fenced(fence[1] ?? 'fields', body, writtenOn));
    } else if (line.startsWith('|')) {
      put(table(upTo((next) => !next.startsWith('|'))));
    } else if (ITEM.test(line)) {
      const ordered = ITEM.exec(line)![2] !== undefined;
      const items = upTo((next) => (ITEM.exec(next)?.[2] === undefined ? ordered || !ITEM.test(next) : !ordered));
      put({ kind: 'list', ordered, items: items.map((item) => ITEM.exec(item)![3]!) });
    } else {
      put(
        paragraph(
          upTo(
            (next) => next === '' || HEADING.test(next) || FENCE.test(next) || ITEM.test(next) || next.startsWith('|'),
          ),
        ),
      );
    }
  }
  return found;
}
