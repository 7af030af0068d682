import { createHash, hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { CHUNK_BYTES } from '../../casefile/contents.ts';
import { sniff } from '../../reading/sniff.ts';
import { memorySource } from './content-source.ts';
import type { Refusal } from './walk.ts';

/** A file that is to be read once. */
export interface ToRead {
  path: string;
  name: string;
  /** It may be in the case already: only its digest is wanted. */
  digestOnly: boolean;
}

/** What was read of the file with the number `of`, in the order of the files. Bytes lie in the slab of the batch. */
export type Piece = { of: number } & (
  | { is: 'whole'; at: number; bytes: number; sha256: string; mediaType: string; modifiedMs: number }
  | { is: 'chunk'; at: number; bytes: number }
  | { is: 'end'; bytes: number; sha256: string; modifiedMs: number }
  | { is: 'digest'; bytes: number; sha256: string; modifiedMs: number }
  | { is: 'refused'; code: Refusal['code']; why: string }
);

/** As much as was read into one slab: many small files, or one chunk of a large one. */
export interface Batch {
  slab: Uint8Array<ArrayBuffer>;
  pieces: Piece[];
}

/** A slab to read into, `SLAB_BYTES` long, that nobody looks at any more. */
export type Slabs = () => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;

export const SLAB_BYTES = CHUNK_BYTES;

/**
 * The file that was found and nothing that was put in its place since: not through a link, and without waiting for
 * the other end of a pipe. Windows has neither switch.
 */
const AS_FOUND = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads files one after the other, without waiting: a promise for each read costs more than the read. What cannot be
 * read, or changes while it is, is refused and the next one follows. Knows no case and runs in any thread.
 */
export async function* readFiles(files: readonly ToRead[], slabs: Slabs): AsyncGenerator<Batch> {
  let slab = await slabs();
  let pieces: Piece[] = [];
  let used = 0;
  for (const [of, file] of files.entries()) {
    const opened = openAsFound(file.path);
    if ('refused' in opened) {
      pieces.push({ of, ...opened.refused });
      continue;
    }
    const { handle, stats } = opened;
    try {
      const small = stats.size < CHUNK_BYTES;
      // One byte more than there should be shows a file that grew.
      if (pieces.length > 0 && (!small || used + stats.size + 1 > SLAB_BYTES)) {
        yield { slab, pieces };
        slab = await slabs();
        pieces = [];
        used = 0;
      }
      if (small) {
        const bytes = readSmall(handle, stats, slab.subarray(used));
        const { mediaType } = await sniff(memorySource(file.name, bytes));
        const sha256 = hash('sha256', bytes);
        const modifiedMs = stats.mtimeMs;
        pieces.push({ of, is: 'whole', at: used, bytes: bytes.length, sha256, mediaType, modifiedMs });
        used += bytes.length;
      } else {
        const whole = createHash('sha256');
        let at = 0;
        for (;;) {
          const length = readSync(handle, slab, 0, SLAB_BYTES, at);
          if (length === 0) break;
          at += length;
          whole.update(slab.subarray(0, length));
          yield { slab, pieces: file.digestOnly ? [] : [{ of, is: 'chunk', at: 0, bytes: length }] };
          slab = await slabs();
        }
        refuseChanged(handle, stats, at);
        const is = file.digestOnly ? ('digest' as const) : ('end' as const);
        pieces.push({ of, is, bytes: at, sha256: whole.digest('hex'), modifiedMs: stats.mtimeMs });
      }
    } catch (error) {
      pieces.push({ of, ...refusalOf(error) });
    } finally {
      closeSync(handle);
    }
  }
  if (pieces.length > 0) yield { slab, pieces };
}

type Refused = Extract<Piece, { is: 'refused' }>;

const refused = (code: Refusal['code'], why: string): Omit<Refused, 'of'> => ({ is: 'refused', code, why });

function openAsFound(path: string): { handle: number; stats: Stats } | { refused: Omit<Refused, 'of'> } {
  let handle: number;
  try {
    handle = openSync(path, AS_FOUND);
  } catch (error) {
    return {
      refused:
        (error as NodeJS.ErrnoException).code === 'ELOOP'
          ? refused('LINK', '是链接，请直接添加它指向的文件')
          : refused('UNREADABLE', '没有读取权限，或正被其他程序占用'),
    };
  }
  const stats = fstatSync(handle);
  if (stats.isFile()) return { handle, stats };
  closeSync(handle);
  return { refused: refused('NOT_A_FILE', '不是普通文件') };
}

/** A file of less than a chunk, into the beginning of `into`. */
function readSmall(handle: number, stats: Stats, into: Uint8Array): Uint8Array {
  let at = 0;
  do {
    const more = readSync(handle, into, at, stats.size + 1 - at, at);
    if (more === 0) break;
    at += more;
  } while (at < stats.size);
  refuseChanged(handle, stats, at);
  return into.subarray(0, at);
}

class FileChanged extends Error {}

function refuseChanged(handle: number, before: Stats, bytes: number): void {
  const after = fstatSync(handle);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || bytes !== before.size) throw new FileChanged();
}

/** @throws what is neither the file's doing nor the disk's */
function refusalOf(error: unknown): Omit<Refused, 'of'> {
  if (error instanceof FileChanged) return refused('CHANGED', '读取时文件正在变化，请等它保存好再添加');
  if (error instanceof Error && (error as NodeJS.ErrnoException).syscall === 'read')
    return refused('UNREADABLE', '读取中断，磁盘或网络位置可能有问题');
  throw error;
}
