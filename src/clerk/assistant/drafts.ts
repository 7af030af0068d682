import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KamengError } from '../../model/errors.ts';
import type { DocumentId } from '../../model/dispute.ts';
import type { Moment } from '../../model/moment.ts';
import type { ContactInput } from '../cases/log-contact.ts';
import { homeFolder, type World } from '../files/home-folder.ts';
import { makeFolder } from '../files/folder.ts';
import { explainWrite } from '../files/write.ts';

/** What an assistant has prepared and a person has not looked at yet. It is in no case. */
export type DraftWork =
  { kind: 'letter'; document: DocumentId } | { kind: 'followup'; contact: Omit<ContactInput, 'exhibits'> };

export type Draft = DraftWork & {
  no: number;
  /** The file of the case that it is meant for. */
  case: string;
  madeAt: Moment;
};

/** So many wait for a person; an assistant that writes on and on is stopped. */
const MOST_DRAFTS = 50;

const folderOf = (world: World): string => join(homeFolder(world), 'drafts');

/** All that wait, the oldest first. What is no draft in the folder is passed over. */
export function listDrafts(world: World): Draft[] {
  const folder = folderOf(world);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const no = Number(/^(\d{1,9})\.json$/.exec(name)?.[1]);
      if (!(no > 0)) return [];
      try {
        return [{ ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Draft), no }];
      } catch {
        return [];
      }
    })
    .toSorted((a, b) => a.no - b.no);
}

/** @throws KamengError DRAFT_NOT_FOUND */
export function getDraft(world: World, no: number): Draft {
  const draft = listDrafts(world).find((one) => one.no === no);
  if (draft) return draft;
  throw new KamengError('DRAFT_NOT_FOUND', `没有第 ${no} 号草稿`, { hints: ['kameng draft 列出等你看的草稿'] });
}

/** Puts a draft beside the cases, readable by the owner. @throws KamengError DRAFTS_FULL, OUT_NOT_WRITABLE */
export function saveDraft(world: World, work: DraftWork, of: Pick<Draft, 'case' | 'madeAt'>): Draft {
  const all = listDrafts(world);
  if (all.length >= MOST_DRAFTS)
    throw new KamengError('DRAFTS_FULL', `已有 ${all.length} 份草稿等人看`, {
      hints: ['请使用者先在终端运行 kameng draft 处理'],
    });
  const draft: Draft = { ...work, ...of, no: (all.at(-1)?.no ?? 0) + 1 };
  const path = join(folderOf(world), `${draft.no}.json`);
  try {
    makeFolder(homeFolder(world));
    makeFolder(folderOf(world));
    writeFileSync(path, JSON.stringify(draft, null, 2), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw explainWrite(error as NodeJS.ErrnoException, path);
  }
  return draft;
}

/** Takes a draft away: it was used, or is not wanted. */
export function dropDraft(world: World, no: number): void {
  rmSync(join(folderOf(world), `${no}.json`), { force: true });
}
