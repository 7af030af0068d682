import type { Day, Moment } from '../../model/moment.ts';

/** What a report tells; the clerk gathers it, nothing of it is asked for here. All texts are plain text. */
export interface ReportInput {
  title: string;
  caseId: string;
  openedAt: Moment;
  writtenAt: Moment;
  redacted: boolean;
  /** The next thing to do; absent where the matter is closed. */
  next?: { action: string; why: string; due?: string };
  /** What a reader wants to know before all else. */
  glance: { label: string; value: string }[];
  groups: { title: string; facts: ReportFact[] }[];
  timeline: ReportEvent[];
  exhibits: ReportExhibit[];
  letters: { no: number; title: string; writtenAt: Moment; text: string }[];
  integrity: {
    /** The head of the journal with all its digits, as `verify --against` takes it. */
    head: string;
    /** What holds, and what it does not show. */
    claims: string[];
    problems: string[];
    /** Timestamps of a third party, each in a sentence. */
    seals: string[];
  };
}

export interface ReportFact {
  label: string;
  value: string;
  /** `读出`, `你填的`, … */
  status: string;
  exhibits: number[];
  /** Values stand against each other, or one waits for a yes. */
  conflict?: boolean;
}

/** The lanes of the drawing. */
export type Lane = 'purchase' | 'contact' | 'filing' | 'deadline';

export interface ReportEvent {
  at: Moment | Day;
  lane: Lane;
  text: string;
  exhibits: number[];
  /** A deadline that lies ahead or has passed without what it was for. */
  due?: 'ahead' | 'passed';
}

export interface ReportExhibit {
  no: number;
  label: string;
  category: string;
  file: string;
  bytes: number;
  sha256: string;
  takenInAt: Moment;
  withdrawn?: string;
  /** Why it proves nothing here: it is about another order, or the same picture as another exhibit. */
  aside?: string;
  note?: string;
  picture?: ReportPicture;
  /** In its place, of a document that cannot be drawn. */
  sketch?: ReportSketch;
  /** What was read off it: label and value, and whether it may stand. */
  fields: { label: string; value: string; certain: boolean }[];
  /** The words on it, or what was said in it, line by line. */
  words: string[];
  /** Why there is no picture or are no words. */
  missing?: string;
}

export interface ReportPicture {
  webp: Uint8Array;
  /** Pixels of `webp`. */
  width: number;
  height: number;
  /** Of a very long one only the upper part is here. */
  cut: boolean;
  /** Where values were read on what is here, in pixels of `webp`. */
  marks: { label: string; x: number; y: number; width: number; height: number }[];
}

/** The first page of a document by the words on it: no picture of it, and said to be none. */
export interface ReportSketch {
  /** Of the page, in its own measure, down to the last line. */
  width: number;
  height: number;
  /** A line that was covered has no width: other letters stand in it. */
  lines: { text: string; x: number; y: number; width?: number; height: number }[];
  marks: ReportPicture['marks'];
}
