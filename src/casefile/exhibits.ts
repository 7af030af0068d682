import type { Category, Kind } from '../model/evidence.ts';
import { KamengError } from '../model/errors.ts';
import type { Moment } from '../model/moment.ts';
import type { CaseFile } from './case-file.ts';
import { insertRow, nextNumber, updateRow, type Row } from './journal.ts';

export interface Exhibit {
  no: number;
  contentId: number;
  file: string;
  mediaType: string;
  category: Category;
  kind: Kind;
  labelledBy: 'user' | 'reading' | 'guess';
  confidence: number;
  note?: string;
  fileModifiedAt?: Moment;
  takenInAt: Moment;
  nearDuplicateOf?: number;
  withdrawn?: { at: Moment; why: string };
  sha256: string;
  bytes: number;
}

export type Label = Pick<Exhibit, 'category' | 'kind' | 'labelledBy' | 'confidence'>;

interface ExhibitRow {
  no: number;
  content_id: number;
  file_name: string;
  media_type: string;
  category: Category;
  kind: Kind;
  labelled_by: Exhibit['labelledBy'];
  confidence: number;
  note: string | null;
  file_modified_at: string | null;
  taken_in_at: string;
  near_duplicate_of: number | null;
  withdrawn_at: string | null;
  withdrawn_why: string | null;
  sha256: string;
  bytes: number;
}

const SELECT = `SELECT e.*, c.sha256, c.bytes FROM exhibits e JOIN contents c ON c.id = e.content_id`;

function toExhibit(row: ExhibitRow): Exhibit {
  return {
    no: row.no,
    contentId: row.content_id,
    file: row.file_name,
    mediaType: row.media_type,
    category: row.category,
    kind: row.kind,
    labelledBy: row.labelled_by,
    confidence: row.confidence,
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.file_modified_at === null ? {} : { fileModifiedAt: row.file_modified_at }),
    takenInAt: row.taken_in_at,
    ...(row.near_duplicate_of === null ? {} : { nearDuplicateOf: row.near_duplicate_of }),
    ...(row.withdrawn_at === null ? {} : { withdrawn: { at: row.withdrawn_at, why: row.withdrawn_why! } }),
    sha256: row.sha256,
    bytes: row.bytes,
  };
}

export function listExhibits(file: CaseFile): Exhibit[] {
  return file.read(() => (file.prepare(`${SELECT} ORDER BY e.no`).all() as ExhibitRow[]).map(toExhibit));
}

/** Those of the numbers that there are, in order; one question for however many. */
export function exhibitsAmong(file: CaseFile, numbers: readonly number[]): Exhibit[] {
  const wanted = `${SELECT} WHERE e.no IN (SELECT value FROM json_each(?)) ORDER BY e.no`;
  return file.read(() => (file.prepare(wanted).all(JSON.stringify(numbers)) as ExhibitRow[]).map(toExhibit));
}

/** @throws KamengError EXHIBIT_NOT_FOUND */
export function getExhibit(file: CaseFile, no: number): Exhibit {
  const row = file.read(() => file.prepare(`${SELECT} WHERE e.no = ?`).get(no)) as ExhibitRow | undefined;
  if (!row) {
    throw new KamengError('EXHIBIT_NOT_FOUND', `没有证据 ${no}`, { hints: ['kameng evidence 列出所有证据'] });
  }
  return toExhibit(row);
}

export function findExhibitByContent(file: CaseFile, contentId: number): Exhibit | undefined {
  const row = file.prepare(`${SELECT} WHERE e.content_id = ?`).get(contentId) as ExhibitRow | undefined;
  return row && toExhibit(row);
}

/** Gives a content the next number. Only inside `CaseFile.write`. */
export function addExhibit(
  file: CaseFile,
  exhibit: Label & { contentId: number; file: string; mediaType: string; note?: string; fileModifiedAt?: Moment },
): number {
  const no = nextNumber(file, 'exhibits');
  insertRow(file, 'exhibit.add', 'exhibits', {
    no,
    content_id: exhibit.contentId,
    file_name: exhibit.file,
    media_type: exhibit.mediaType,
    category: exhibit.category,
    kind: exhibit.kind,
    labelled_by: exhibit.labelledBy,
    confidence: exhibit.confidence,
    note: exhibit.note ?? null,
    file_modified_at: exhibit.fileModifiedAt ?? null,
    taken_in_at: file.now(),
    near_duplicate_of: null,
    withdrawn_at: null,
    withdrawn_why: null,
  });
  return no;
}

export interface ExhibitChange {
  label?: Label;
  mediaType?: string;
  note?: string;
  nearDuplicateOf?: number | null;
}

/** Changes what is said of an exhibit, never its bytes or number. */
export function changeExhibit(file: CaseFile, no: number, change: ExhibitChange): void {
  const changes: Row = {};
  if (change.label) {
    changes['category'] = change.label.category;
    changes['kind'] = change.label.kind;
    changes['labelled_by'] = change.label.labelledBy;
    changes['confidence'] = change.label.confidence;
  }
  if (change.mediaType !== undefined) changes['media_type'] = change.mediaType;
  if (change.note !== undefined) changes['note'] = change.note;
  if (change.nearDuplicateOf !== undefined) changes['near_duplicate_of'] = change.nearDuplicateOf;
  file.write(() => updateRow(file, 'exhibit.label', 'exhibits', [no], changes));
}

/** Takes an exhibit out of use with a reason; bytes and number stay. @throws KamengError EXHIBIT_WITHDRAWN */
export function withdrawExhibit(file: CaseFile, no: number, why: string): void {
  if (getExhibit(file, no).withdrawn) {
    throw new KamengError('EXHIBIT_WITHDRAWN', `证据 ${no} 已经撤下`, { hints: [`kameng evidence ${no} 查看原因`] });
  }
  file.write(() =>
    updateRow(file, 'exhibit.withdraw', 'exhibits', [no], { withdrawn_at: file.now(), withdrawn_why: why }),
  );
}

/** Puts a withdrawn exhibit back into use. @throws KamengError EXHIBIT_NOT_WITHDRAWN */
export function restoreExhibit(file: CaseFile, no: number): void {
  if (!getExhibit(file, no).withdrawn) {
    throw new KamengError('EXHIBIT_NOT_WITHDRAWN', `证据 ${no} 没有撤下过`, { hints: [`kameng evidence ${no} 查看`] });
  }
  file.write(() => updateRow(file, 'exhibit.restore', 'exhibits', [no], { withdrawn_at: null, withdrawn_why: null }));
}
