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

interface ReadingRow {
  id: number;
  exhibit: number;
  read_at: string;
  data: string;
}

/** Readings used to keep a small picture, which nothing showed. */
function withoutPicture(reading: Reading): Reading {
  delete (reading as { thumbnail?: unknown }).thumbnail;
  for (const part of reading.parts ?? []) withoutPicture(part.reading);
  return reading;
}

const toReading = (row: ReadingRow): StoredReading => ({
  id: row.id,
  exhibit: row.exhibit,
  readAt: row.read_at,
  reading: withoutPicture(JSON.parse(row.data) as Reading),
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
  const rows = file.read(() =>
    file
      .prepare(
        'SELECT id, exhibit, read_at, data FROM readings WHERE id IN (SELECT max(id) FROM readings GROUP BY exhibit)',
      )
      .all(),
  ) as ReadingRow[];
  return new Map(rows.map((row) => [row.exhibit, toReading(row)]));
}

/** All readings of one exhibit, oldest first. */
export function readingsOf(file: CaseFile, exhibit: number): StoredReading[] {
  return file.read(() =>
    (
      file
        .prepare('SELECT id, exhibit, read_at, data FROM readings WHERE exhibit = ? ORDER BY id')
        .all(exhibit) as ReadingRow[]
    ).map(toReading),
  );
}
