import { existsSync } from 'node:fs';
import {
  changeExhibit,
  exhibitsAmong,
  getExhibit,
  listExhibits,
  restoreExhibit,
  withdrawExhibit,
  type Exhibit,
  type ExhibitChange,
} from '../../casefile/exhibits.ts';
import { readingsOf } from '../../casefile/readings.ts';
import { KINDS, type Category, type Kind } from '../../model/evidence.ts';
import type { Moment } from '../../model/moment.ts';
import { readingsIn, type Reading } from '../../model/reading.ts';
import type { ExhibitSummary } from '../../model/snapshot.ts';
import { safeFileName } from '../../model/text.ts';
import { ensureFolder } from '../files/folder.ts';
import { makeOwnFolder } from '../files/own-folder.ts';
import { placeIn } from '../files/names.ts';
import { writeContent } from '../files/write-content.ts';
import { billView, type BillView } from '../intake/purchase-row.ts';
import { exhibitView, type ExhibitView } from './case-view.ts';
import type { OpenCase } from './open-case.ts';
import { datedSnapshot, snapshotOf } from './snapshot.ts';

/** All exhibits of a case, withdrawn ones too. */
export function exhibitViews(file: OpenCase): ExhibitView[] {
  const snapshot = datedSnapshot(file);
  return snapshot.exhibits.map((exhibit) => exhibitView(exhibit, snapshot.facts));
}

/** One exhibit with all that was ever read off it. */
export interface ExhibitDetail {
  summary: ExhibitSummary;
  view: ExhibitView;
  /** The bills in it, those in an archive or mail too. */
  bills: BillView[];
  /** The oldest first. */
  readings: (Pick<Reading, 'reader' | 'version' | 'status'> & { readAt: Moment })[];
}

/** @throws KamengError EXHIBIT_NOT_FOUND */
export function exhibitDetail(file: OpenCase, no: number, allRows = false): ExhibitDetail {
  getExhibit(file, no);
  const snapshot = datedSnapshot(file);
  const summary = snapshot.exhibits.find((each) => each.no === no)!;
  const readings = readingsOf(file, no).map(({ readAt, reading }) => ({
    readAt,
    reader: reading.reader,
    version: reading.version,
    status: reading.status,
  }));
  const bills = (summary.reading ? readingsIn(summary.reading) : []).flatMap(({ bill }) =>
    bill ? [billView(bill, snapshot.facts, allRows)] : [],
  );
  return { summary, view: exhibitView(summary, snapshot.facts), readings, bills };
}

/** What a person says of an exhibit; what is left out stays. */
export interface ExhibitDescription {
  category?: Category | undefined;
  kind?: Kind | undefined;
  note?: string | undefined;
  /** Why it is no longer relied on. */
  withdraw?: string | undefined;
  restore?: boolean | undefined;
}

/**
 * Relabels, notes, withdraws or restores an exhibit.
 * @returns whether anything was said; then the facts are to be brought together again
 * @throws KamengError EXHIBIT_NOT_FOUND and of withdrawExhibit, restoreExhibit
 */
export function describeExhibit(file: OpenCase, no: number, words: ExhibitDescription): boolean {
  const change = changeOf(getExhibit(file, no), words);
  if (change) changeExhibit(file, no, change);
  if (words.withdraw !== undefined) withdrawExhibit(file, no, words.withdraw);
  if (words.restore) restoreExhibit(file, no);
  return change !== undefined || words.withdraw !== undefined || words.restore === true;
}

/** A category that was said makes a kind of another one unknown; a kind that was said brings its category. */
function changeOf(exhibit: Exhibit, { category, kind, note }: ExhibitDescription): ExhibitChange | undefined {
  if (category === undefined && kind === undefined && note === undefined) return undefined;
  const meant = kind ?? (category === undefined || category === exhibit.category ? exhibit.kind : 'other');
  const relabelled = category !== undefined || kind !== undefined;
  return {
    ...(relabelled
      ? {
          label: {
            category: category ?? KINDS[meant].category,
            kind: meant,
            labelledBy: 'user' as const,
            confidence: 1,
          },
        }
      : {}),
    ...(note === undefined ? {} : { note }),
  };
}

/** What an exhibit is taken for. */
export interface ExhibitLabel {
  no: number;
  file: string;
  category: Category;
  kind: Kind;
  /** Neither the user nor a reading has said so. */
  guessed: boolean;
}

/** What these exhibits are taken for. */
export function exhibitLabels(file: OpenCase, numbers: readonly number[]): ExhibitLabel[] {
  return exhibitsAmong(file, numbers).map(({ no, file: name, category, kind, labelledBy }) => ({
    no,
    file: name,
    category,
    kind,
    guessed: labelledBy === 'guess',
  }));
}

/** Extracts an exhibit into a folder under its own name, or its number and name where that is taken. @returns the path written */
export function extractExhibit(file: OpenCase, no: number, folder: string): string {
  const exhibit = getExhibit(file, no);
  ensureFolder(folder);
  const plain = placeIn(folder, exhibit.file);
  const path = existsSync(plain) ? placeIn(folder, `${no}-${safeFileName(exhibit.file)}`) : plain;
  writeContent(file, exhibit.contentId, path, exhibit.fileModifiedAt);
  return path;
}

/** Extracts every exhibit. @throws KamengError FILE_EXISTS, OUT_NOT_WRITABLE */
export function extractExhibits(file: OpenCase, folder: string): { no: number; path: string }[] {
  return listExhibits(file).map(({ no }) => ({ no, path: extractExhibit(file, no, folder) }));
}

/**
 * A copy for another program to open: what that does to it does not touch the case. It is taken away when kameng is
 * started the next time.
 * @returns the path written
 */
export function copyForViewing(file: OpenCase, no: number): string {
  return extractExhibit(file, no, makeOwnFolder('view').path);
}

/** Exhibits that show the same picture as one of these. */
export function sameExhibits(file: OpenCase, listed: readonly number[]): { no: number; of: number }[] {
  return snapshotOf(file).exhibits.flatMap(({ no, nearDuplicateOf, withdrawn }) =>
    nearDuplicateOf !== undefined && !withdrawn && listed.includes(nearDuplicateOf) && !listed.includes(no)
      ? [{ no, of: nearDuplicateOf }]
      : [],
  );
}
