import type { Day } from './moment.ts';

/** Words in one style. `\n` in `text` is a line break within the block. */
export interface TextRun {
  text: string;
  bold?: boolean;
  underline?: boolean;
}

/** Text of a block: plain, or in runs where some words stand out. */
export type Inline = string | TextRun[];

export interface TableColumn {
  title: string;
  /** Share of the line; shares of a table need not add up to anything. */
  width: number;
  /** Full-width characters that it needs so that no cell of it wraps; absent where wrapping does no harm. */
  least?: number;
  align?: 'left' | 'center' | 'right';
}

/** One line of a form: a label with its value, or with boxes to tick. */
export interface FieldRow {
  label: string;
  value?: Inline;
  /** Drawn as boxes, ticked or empty; may stand beside `value`. */
  options?: { label: string; checked: boolean }[];
}

/** Parts of a document, in the order they are read. */
export type DocumentBlock =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | {
      kind: 'paragraph';
      text: Inline;
      align?: 'left' | 'center' | 'right';
      /** Default `first`: two characters, as in letters. */ indent?: 'first' | 'none';
    }
  | { kind: 'list'; ordered: boolean; items: Inline[]; /** Number of the first item, from 1. */ start?: number }
  | { kind: 'table'; columns: TableColumn[]; rows: Inline[][] }
  | { kind: 'fields'; rows: FieldRow[] }
  | {
      kind: 'signature';
      /** What stands before the place to sign: `投诉人（签名）`. */ label: string;
      /** Printed name; absent leaves a line to sign on. */ name?: string;
      /** A line to sign on even when the name is printed. */ line?: boolean;
      /** `blank` leaves one to fill in; absent, no date is asked for here. Signatures in a row stay together. */ date?:
        Day | 'blank';
    }
  | { kind: 'note'; text: Inline }
  | { kind: 'pageBreak' };

/** A document before it becomes Word or PDF; says nothing of fonts or margins. */
export interface PaperDocument {
  /** For the file's properties and the window; the page shows what `blocks` say. */
  title: string;
  subject: string;
  /** Number of the letter in its case; absent for the catalogue. */
  no?: number;
  writtenOn: Day;
  /** Stands left of the page number on each page; the title when absent. */
  footer?: string;
  /** The last entry of the case that it was made from, short: `12:a1b2c3d4e5f6`; printed at every page's foot. */
  head?: string;
  blocks: DocumentBlock[];
}
