import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Moment } from '../model/moment.ts';
import { CaseFile } from './case-file.ts';
import { createConnection, lookIntoConnection, openConnection } from './connection.ts';
import { insertRow } from './journal.ts';

/** Creates a case at `path`. @throws as createConnection */
export function createCaseFile(path: string, title: string, now: () => Moment): CaseFile {
  let file: CaseFile | undefined;
  createConnection(resolve(path), (db) => {
    file = new CaseFile(resolve(path), db, now);
    insertRow(file, 'case.open', 'case_info', { id: 1, case_id: randomUUID(), title, opened_at: now(), vet_id: null });
  });
  return file!;
}

/** Opens a case; where the file cannot be written it can still be read. @throws as openConnection */
export function openCaseFile(path: string, now: () => Moment): CaseFile {
  return new CaseFile(resolve(path), openConnection(resolve(path)), now);
}

/** Opens a case only to look; nothing of it can be changed. @throws as lookIntoConnection */
export function lookIntoCaseFile(path: string, now: () => Moment): CaseFile {
  return new CaseFile(resolve(path), lookIntoConnection(resolve(path)), now);
}
