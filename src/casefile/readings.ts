import type { Moment } from '../model/moment.ts';
import type { Reading } from '../model/reading.ts';
import type { CaseFile } from './case-file.ts';
import { insertRow, nextNumber } from './journal.ts';

export interface StoredReading {
  id: number;
  exhibit: number;
  readAt: Moment;
  reading: Reading;
}

type ReadingRow = readonly [id: number, exhibit: number, readAt: string, data: string];

/** Readings used to keep a small picture, which nothing showed. */
function withoutPicture(reading: Reading): Reading {
  delete (reading as { thumbnail?: unknown }).thumbnail;
  for (const part of reading.parts ?? []) withoutPicture(part.reading);
  return reading;
}

const toReading = ([id, exhibit, readAt, data]: ReadingRow): StoredReading => ({
  id,
  exhibit,
  readAt,
  reading: withoutPicture(JSON.parse(data) as Reading),
});

/** Keeps a reading beside the older ones of the same exhibit. */
export function addReading(file: CaseFile, exhibit: number, reading: Reading): number {
  return file.write(() => {
    const id = nextNumber(file, 'readings');
    insertRow(file, 'reading.add', 'readings', {
      id,
      exhibit,
      reader: reading.reader,
      version: reading.version,
      status: reading.status,
      read_at: file.now(),
      data: JSON.stringify(reading),
    });
    return id;
  });
}

/** Which exhibits have a reading. */
export function readExhibitNumbers(file: CaseFile): Set<number> {
  const rows = file.read(() => file.prepare('SELECT DISTINCT exhibit FROM readings').raw().all()) as [number][];
  return new Set(rows.map(([exhibit]) => exhibit));
}

/** The newest reading of each exhibit, by exhibit number. */
export function newestReadings(file: CaseFile): Map<number, StoredReading> {
  // Of the columns beside it SQLite hands out those of the row with the greatest number: one way through the table.
  const query = 'SELECT max(id), exhibit, read_at, data FROM readings GROUP BY exhibit';
  const rows = file.read(() => file.prepare(query).raw().all()) as ReadingRow[];
  return new Map(rows.map((row) => [row[1], toReading(row)]));
}

/** All readings of one exhibit, oldest first. */
export function readingsOf(file: CaseFile, exhibit: number): StoredReading[] {
  const query = 'SELECT id, exhibit, read_at, data FROM readings WHERE exhibit = ? ORDER BY id';
  return file.read(() => (file.prepare(query).raw().all(exhibit) as ReadingRow[]).map(toReading));
}
