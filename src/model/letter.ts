import type { Channel, DocumentId } from './dispute.ts';
import type { DocumentBlock } from './document.ts';
import type { Category, Kind } from './evidence.ts';
import type { FactKey } from './fact-keys.ts';
import type { Day } from './moment.ts';
import type { Stretch } from './origin.ts';

/** What a letter's file can be. */
export const LETTER_FORMATS = ['txt', 'md', 'docx', 'pdf'] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

/** The three parts of every complaint; a heading of the template says which one it opens. */
export type LetterSection = 'facts' | 'demands' | 'evidence';
export const LETTER_SECTIONS: readonly LetterSection[] = ['facts', 'demands', 'evidence'];

export type LetterLength = 'short' | 'medium' | 'full';

/** A value in a letter that stands in no exhibit: it was counted, and this says from what. */
export interface ComputedValue {
  /** As it stands in the text: `2026年11月29日`, `289.50元`. */
  text: string;
  /** How it comes about, for people: `写信日起 7 日`. */
  from: string;
}

export interface ComposedLetter {
  document: DocumentId;
  title: string;
  /** Where it goes, of a document that no one door owns: a reminder, a second complaint. */
  door?: Channel;
  addressee: string;
  no: number;
  writtenOn: Day;
  /** Plain text, ready to paste; what `.txt` holds and what is frozen. */
  text: string;
  markdown: string;
  /** The same text with its structure, for Word and PDF. */
  blocks: DocumentBlock[];
  sections: Record<LetterSection, string>;
  /** Numbers of the exhibits the text names, ascending. */
  exhibits: number[];
  laws: { rule: string; article: string }[];
  values: ComputedValue[];
  /** What each stretch of `text` came from, without a gap; of an edited text only what was left as it was. */
  spans: Stretch[];
  /** Words with numbers that the template states on its own account. */
  fixed?: string[];
  /** The text as it was composed, when a person has changed `text` since; without spans in letters of older versions. */
  base?: { text: string; spans?: Stretch[] };
  /** What is told without a day, because neither an exhibit nor the log has one; absent when all have. */
  undated?: Undated[];
  /** What it says although nobody has said it; absent when there is nothing of the kind. */
  assumed?: FactKey[];
  /** Only where the reader's form counts characters. */
  versions?: Record<LetterLength, string>;
}

/** An event that is told without a day; `fact`: what would give it one, else an entry of the log does. */
export interface Undated {
  text: string;
  fact?: 'failedAt';
}

/** Somebody who complains together with the buyer of the case, as the list says. */
export interface OtherBuyer {
  name: string;
  phone: string;
  address: string;
  orderNo?: string;
  /** Paid, as a decimal string in yuan. */
  amount: string;
  /** Chosen to speak for all. */
  representative: boolean;
}

/** One row of the evidence catalogue as courts ask for it (证据规定第十九条). */
export interface CatalogueEntry {
  no: number;
  name: string;
  source: string;
  proves: string;
  content: string;
  category: Category;
  kind: Kind;
  file: string;
  sha256: string;
  bytes: number;
  /** Filled in by whoever lays out the pages. */
  pages?: string;
}
