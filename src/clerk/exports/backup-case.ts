import { chmodSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile } from '../../casefile/case-file.ts';
import { caseInfo } from '../../casefile/case-info.ts';
import { openCaseFile } from '../../casefile/open-case.ts';
import { headOf, type Head } from '../../casefile/transfer.ts';
import type { Moment } from '../../model/moment.ts';
import { ensureFolder } from '../files/folder.ts';
import { placeIn } from '../files/names.ts';
import { dropGrowing, growingIn } from '../files/place.ts';
import { explainWrite } from '../files/write.ts';
import { keep } from '../integrity/anchor.ts';
import { caseName } from '../cases/home.ts';
import { homeFolder, type World } from '../files/home-folder.ts';

export interface Backup {
  backup: string;
  at: Moment;
  head: Head;
}

/**
 * Copies the case as it is at one moment, whoever writes meanwhile, under a dated name; older ones are never removed.
 * @param out default: beside the cases, in the folder `backups`
 * @throws KamengError FILE_EXISTS, OUT_NOT_WRITABLE, DISK_FULL
 */
export async function backupCase(world: World, file: CaseFile, out: string | undefined): Promise<Backup> {
  const folder = out ?? join(homeFolder(world), 'backups');
  const at = file.now();
  const stamp = at.slice(0, 19).replace('T', '-').replaceAll(':', '');
  ensureFolder(folder);
  const place = placeIn(folder, `${caseName(file.path)}-${stamp}.kameng`);
  if (existsSync(place)) throw explainWrite({ name: '', message: '', code: 'EEXIST' }, place);
  const growing = growingIn(folder);
  try {
    await file.copyTo(growing);
    chmodSync(growing, 0o600);
    const copy = openCaseFile(growing, file.now);
    let head: Head;
    try {
      head = headOf(copy);
    } finally {
      copy.close();
    }
    renameSync(growing, place);
    keep(world, caseInfo(file).id, { backup: { path: place, at, seq: head.seq } });
    return { backup: place, at, head };
  } catch (error) {
    dropGrowing(growing);
    if ((error as NodeJS.ErrnoException).code?.startsWith('E'))
      throw explainWrite(error as NodeJS.ErrnoException, place);
    throw error;
  }
}
