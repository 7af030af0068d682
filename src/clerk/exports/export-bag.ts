import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Lock } from '../../bag/encrypt.ts';
import type { BagEntry, BagInfo, BagTarget } from '../../bag/write.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { caseInfo } from '../../casefile/case-info.ts';
import { listExhibits } from '../../casefile/exhibits.ts';
import { letterFiles, listLetters } from '../../casefile/letters.ts';
import { SCHEMA_VERSION } from '../../casefile/schema.ts';
import { listSealReplies, listSeals } from '../../casefile/seals.ts';
import { verifyRows } from '../../casefile/verify.ts';
import { allRows, headOf, TRANSFER_TABLES, type Head } from '../../casefile/transfer.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaDay } from '../../model/moment.ts';
import { printable } from '../../model/text.ts';
import { ensureFolder } from '../files/folder.ts';
import { distinctNames, placeIn } from '../files/names.ts';
import { growingIn } from '../files/place.ts';
import { unchanged } from '../files/write-content.ts';
import { explainWrite } from '../files/write.ts';
import { makeCatalogue } from './export-catalogue.ts';
import { longHead } from '../integrity/anchor.ts';
import { BAG, INFO, rowsPath } from './bag-layout.ts';
import { howToCheck } from './bag-paper.ts';
import { caseName } from '../cases/home.ts';
import { checkSeals } from '../integrity/seal-case.ts';

export interface BagRequest {
  folder: string;
  /** One file instead of a folder. */
  zip?: boolean;
  /** Redacted papers only. */
  redacted?: boolean;
  /** An age file instead of a plain one. */
  lock?: Lock;
}

export interface ExportedBag {
  bag: string;
  files: number;
  bytes: number;
  head: Head;
  redacted: boolean;
  encrypted: boolean;
}

/**
 * Writes a case as a bag (BagIt 1.0): whole, so that it can be taken in again, or with redacted papers only.
 * It grows beside its place and takes it when it is whole.
 * @throws KamengError FILE_EXISTS, OUT_NOT_WRITABLE, DISK_FULL, RECIPIENT_INVALID, CASE_WRITTEN
 */
export async function exportBag(file: CaseFile, request: BagRequest): Promise<ExportedBag> {
  const redacted = request.redacted === true;
  const encrypted = request.lock !== undefined;
  const name = `${caseName(file.path)}-${redacted ? '遮盖版' : '证据包'}-${chinaDay(file.now())}`;
  const suffix = encrypted ? '.zip.age' : request.zip ? '.zip' : '';
  ensureFolder(request.folder);
  const place = placeIn(request.folder, name + suffix);
  if (existsSync(place)) throw explainWrite({ name: '', message: '', code: 'EEXIST' }, place);
  const growing = growingIn(request.folder);
  const head = headOf(file);
  try {
    const entries = redacted ? await redactedEntries(file) : await wholeEntries(file, head);
    const info = infoOf(file, head, redacted);
    const seals = await checkSeals(file, file.now());
    const papers = [
      {
        path: '怎样核对.txt',
        text: howToCheck({
          title: info[INFO.title]!,
          head,
          redacted,
          wrong: verifyRows(file).length,
          seals,
        }),
      },
    ];
    const top = basename(place).slice(0, basename(place).length - suffix.length);
    const { writeBag } = await import('../../bag/write.ts');
    const written = await intoTarget(growing, top, request, (target) => writeBag(target, entries, info, papers));
    renameSync(growing, place);
    return { bag: place, ...written, head, redacted, encrypted };
  } catch (error) {
    rmSync(growing, { recursive: true, force: true });
    if (error instanceof KamengError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw explainWrite(error as NodeJS.ErrnoException, place);
  }
}

/** Opens what is asked for, has the bag written into it, and waits until it is on its way to the disk. */
async function intoTarget<T>(
  path: string,
  name: string,
  { zip, lock }: BagRequest,
  write: (target: BagTarget) => Promise<T>,
): Promise<T> {
  const { folderTarget, zipTarget } = await import('../../bag/write.ts');
  if (!zip && !lock) return write(await folderTarget(path));
  const output = (): Writable => createWriteStream(path, { flags: 'wx', mode: 0o600 });
  if (!lock) return write(await zipTarget(output(), name));
  const { encryptStream } = await import('../../bag/encrypt.ts');
  const plain = new PassThrough();
  // A key that is none is said before there is a file.
  const cipher = await encryptStream(plain, lock);
  const stored = pipeline(cipher, output());
  // An early failure of the disk ends the writing too, which would wait for its reader for ever.
  stored.catch((error: Error) => plain.destroy(error));
  const written = await write(await zipTarget(plain, name));
  await stored;
  return written;
}

function infoOf(file: CaseFile, head: Head, redacted: boolean): BagInfo {
  const { id, title } = caseInfo(file);
  const line = (text: string): string => printable(text).trim();
  return {
    [INFO.agent]: `kameng ${packageJson.version}`,
    [INFO.date]: chinaDay(file.now()),
    [INFO.id]: line(id),
    [INFO.title]: redacted ? '遮盖了个人信息的副本' : line(title),
    ...(redacted ? {} : { [INFO.name]: line(caseName(file.path)) }),
    [INFO.head]: longHead(head),
    ...(redacted ? { [INFO.redacted]: 'yes' } : { [INFO.schema]: String(SCHEMA_VERSION) }),
  };
}

async function redactedEntries(file: CaseFile): Promise<BagEntry[]> {
  const catalogue = await makeCatalogue(file, { formats: ['docx', 'pdf'], reader: 'court', redacted: true });
  const letters = listLetters(file).filter((letter) => letter.detail.redacted);
  return [
    ...underNames(
      BAG.catalogue,
      catalogue.outputs.map(([name, data]) => ({ name, ...ofBytes(data) })),
    ),
    ...letterEntries(
      file,
      letters.map(({ no }) => no),
      bytesOf(file),
    ),
  ];
}

async function wholeEntries(file: CaseFile, head: Head): Promise<BagEntry[]> {
  const catalogue = await makeCatalogue(file, { formats: ['docx', 'pdf'], reader: 'court' });
  return file.readTogether(() => {
    if (headOf(file).hash !== head.hash) {
      throw new KamengError('CASE_WRITTEN', '刚才有另一个程序写了这个案卷，没有导出', {
        hints: ['再运行一次同一条命令'],
      });
    }
    const rows = allRows(file);
    const sizes = bytesOf(file);
    const exhibits = listExhibits(file);
    const width = String(exhibits.length).length;
    const seals = listSeals(file);
    const replies = listSealReplies(file);
    const placed = new Set<number>(exhibits.map(({ contentId }) => contentId));
    const letterNos = listLetters(file).map(({ no }) => no);
    for (const no of letterNos) for (const { contentId } of letterFiles(file, no)) placed.add(contentId);
    const others = rows.contents.filter((row) => !placed.has(Number(row['id'])));
    return [
      ...underNames(
        BAG.exhibits,
        exhibits.map((exhibit) => ({
          name: `${String(exhibit.no).padStart(Math.max(2, width), '0')} ${exhibit.file}`,
          ...ofContent(file, exhibit.contentId, exhibit.bytes),
        })),
      ),
      ...letterEntries(file, letterNos, sizes),
      ...underNames(
        BAG.catalogue,
        catalogue.outputs.map(([name, data]) => ({ name, ...ofBytes(data) })),
      ),
      ...underNames(BAG.seals, [
        ...seals.flatMap(({ no, stamped, question }) => [
          { name: `${no}.txt`, ...ofBytes(stamped) },
          { name: `${no}.tsq`, ...ofBytes(question) },
        ]),
        ...replies.map(({ seal, reply }) => ({ name: `${seal}.tsr`, ...ofBytes(reply) })),
      ]),
      // What no readable name points to: questions and replies of seals, roots; found again by its digest.
      ...underNames(
        BAG.contents,
        others.map((row) => ({
          name: String(row['sha256']),
          ...ofContent(file, Number(row['id']), Number(row['bytes'])),
        })),
      ),
      ...TRANSFER_TABLES.filter((table) => rows[table].length > 0).map((table) => ({
        path: rowsPath(table),
        ...ofBytes(rows[table].map((row) => `${JSON.stringify(row)}\n`).join('')),
      })),
    ];
  });
}

function bytesOf(file: CaseFile): ReadonlyMap<number, number> {
  const rows = allRows(file).contents;
  return new Map(rows.map((row) => [Number(row['id']), Number(row['bytes'])]));
}

function letterEntries(file: CaseFile, numbers: readonly number[], sizes: ReadonlyMap<number, number>): BagEntry[] {
  const files = numbers.flatMap((no) => letterFiles(file, no));
  return underNames(
    BAG.letters,
    files.map(({ name, contentId }) => ({ name, ...ofContent(file, contentId, sizes.get(contentId) ?? 0) })),
  );
}

type Bytes = Pick<BagEntry, 'bytes' | 'open'>;

const ofContent = (file: CaseFile, contentId: number, bytes: number): Bytes => ({
  bytes,
  // What goes out under the claim that it is unchanged is held to it once more on its way.
  open: () => unchanged(file, contentId, file.path),
});

function ofBytes(data: Uint8Array | string): Bytes {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  return { bytes: bytes.length, open: () => [bytes] };
}

/** Names of the case as names in one folder of the bag. */
function underNames(folder: string, files: readonly (Bytes & { name: string })[]): BagEntry[] {
  // A per cent sign is written otherwise in manifests, and `sha256sum -c` would look for another name.
  const names = distinctNames(files.map(({ name }) => name.replaceAll('%', '％')));
  return files.map(({ bytes, open }, i) => ({ path: `${folder}/${names[i]}`, bytes, open }));
}
