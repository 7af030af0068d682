import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile } from '../../casefile/case-file.ts';
import { caseInfo } from '../../casefile/case-info.ts';
import { entryHash } from '../../casefile/journal.ts';
import { headOf, type Head } from '../../casefile/transfer.ts';
import { verifyRows } from '../../casefile/verify.ts';
import type { Moment } from '../../model/moment.ts';
import { makeFolder } from '../files/folder.ts';
import { placeFile } from '../files/place.ts';
import { fileState, isSameState, type FileState } from '../cases/file-state.ts';
import { homeFolder, type World } from '../files/home-folder.ts';

/**
 * The anchor of a case: the head of its journal, kept beside it in the home folder. Whoever knows SQLite can rewrite
 * the rows and the whole chain, or put back an older copy, and the file alone does not tell; this does, on the computer
 * where it was last opened, and the head on a paper that left does so anywhere.
 */
export interface Anchor extends Head, FileState {}

/** What the home folder keeps of one case. */
export interface KeptCase {
  anchor?: Anchor;
  backup?: { path: string; at: Moment; seq: number };
}

/**
 * How a case stands to a head that was noted.
 * `same` · `grown`: that head is an earlier entry of it · `older`: it ends before that head · `other`: another history.
 */
export type Standing = 'same' | 'grown' | 'older' | 'other';

const SHORT = 12;

/** `12:a1b2c3d4e5f6`: what is printed on papers. */
export const shortHead = ({ seq, hash }: Head): string => `${seq}:${hash.slice(0, SHORT)}`;
/** `12:…` with all digits. */
export const longHead = ({ seq, hash }: Head): string => `${seq}:${hash}`;

/** How a case stands to a head, long or short. */
export function standingOf(file: CaseFile, noted: Head): Standing {
  const head = headOf(file);
  if (noted.seq > head.seq) return 'older';
  const own = noted.seq === head.seq ? head.hash : entryHash(file, noted.seq);
  if (own === undefined || !own.startsWith(noted.hash)) return 'other';
  return noted.seq === head.seq ? 'same' : 'grown';
}

/** A case's id is somebody's text: one that is none makes no path. */
const keptFile = (world: World, id: string): string => {
  const name = /^[0-9a-f-]{36}$/.test(id) ? id : createHash('sha256').update(id).digest('hex');
  return join(homeFolder(world), 'heads', `${name}.json`);
};

const isHead = (value: unknown): value is Head =>
  typeof (value as Head | undefined)?.seq === 'number' && /^[0-9a-f]{64}$/.test((value as Head).hash);

/** What is kept of a case; empty where nothing is or it cannot be read. */
export function keptOf(world: World, id: string): KeptCase {
  const path = keptFile(world, id);
  // Of many cases none may be kept, and an error takes longer to make than the question.
  if (!existsSync(path)) return {};
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as KeptCase;
    return {
      ...(isHead(kept.anchor) ? { anchor: kept.anchor } : {}),
      ...(typeof kept.backup?.path === 'string' && typeof kept.backup.at === 'string' ? { backup: kept.backup } : {}),
    };
  } catch {
    return {};
  }
}

/** Keeps more of a case. Where that fails nothing is said: it is no reason to fail a command that did its work. */
export function keep(world: World, id: string, more: KeptCase): void {
  const path = keptFile(world, id);
  try {
    makeFolder(homeFolder(world));
    mkdirSync(join(homeFolder(world), 'heads'), { recursive: true, mode: 0o700 });
    const kept = `${JSON.stringify({ ...keptOf(world, id), ...more }, null, 2)}\n`;
    placeFile(path, [Buffer.from(kept, 'utf8')], { over: true });
  } catch {
    // The next run keeps it.
  }
}

/** One line about a case that is not the one this computer last saw, for a list of many; none where all is well. */
export function standingWords(name: string, standing: Standing | null): string | undefined {
  if (standing === 'older')
    return `案卷“${name}”比上次在这台电脑上打开时旧，可能是旧的副本：kameng verify --case ${name}`;
  if (standing === 'other')
    return `案卷“${name}”的操作记录和上次在这台电脑上打开时不是同一份：kameng verify --case ${name}`;
  return undefined;
}

/** What was found when a case was opened. */
export interface Opened {
  id: string;
  /** To the anchor that was kept; absent when this computer has not seen the case. */
  standing?: Standing;
  noted?: Anchor;
  /** How many rows are not as the journal says. */
  wrong: number;
  /** May what is found now be kept as the next anchor? */
  sound: boolean;
}

/**
 * Looks at a case that was just opened: where somebody else wrote to it since, its rows are compared with its journal
 * once, without hashing the bytes.
 */
export function lookAtOpened(world: World, file: CaseFile): Opened {
  const { id } = caseInfo(file);
  const { anchor } = keptOf(world, id);
  const standing = anchor && standingOf(file, anchor);
  const untouched = standing === 'same' && isSameState(anchor!, fileState(file.path));
  const wrong = untouched ? 0 : verifyRows(file).length;
  return {
    id,
    ...(standing ? { standing, noted: anchor! } : {}),
    wrong,
    sound: wrong === 0 && standing !== 'older' && standing !== 'other',
  };
}

/** Sentences about what was found, for the screen; none when all is as it was left. */
export function openedWords({ standing, noted, wrong }: Opened, head: Head): string[] {
  return [
    ...(standing === 'older'
      ? [
          `案卷比上次在这台电脑上打开时旧：上次到第 ${noted!.seq} 条记录，现在只到第 ${head.seq} 条`,
          '可能打开了旧的副本，找到新的那一份再用；确认就用这一份时运行 kameng verify，以后以它为准',
        ]
      : []),
    ...(standing === 'other'
      ? [
          `案卷的操作记录和上次在这台电脑上打开时不是同一份，上次的指纹是 ${shortHead(noted!)}`,
          '可能有人重写过；和备份、寄出的文书上印的案卷指纹核对：kameng verify --against 指纹',
        ]
      : []),
    ...(wrong > 0
      ? [
          `案卷里有 ${wrong} 处和操作记录不一致，是损坏或者绕过 kameng 改动的，下面显示的可能不是原来的内容`,
          'kameng verify 列出每一处',
        ]
      : []),
  ];
}

/** Closes a case and keeps its head for the next time, unless something was wrong with it. */
export function closeAndKeep(world: World, file: CaseFile, opened: Opened): void {
  let head: Head | undefined;
  try {
    head = headOf(file);
  } catch {
    // A damaged page: what was kept stays.
  }
  file.close();
  if (!head || !opened.sound) return;
  try {
    const anchor: Anchor = { ...head, ...fileState(file.path) };
    // Most commands only look: what is kept already is not written again.
    const { noted } = opened;
    if (noted?.seq === anchor.seq && noted.hash === anchor.hash && isSameState(noted, anchor)) return;
    keep(world, opened.id, { anchor });
  } catch {
    // The file went away meanwhile.
  }
}
