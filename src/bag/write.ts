import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ZipFile } from 'yazl';
import { epochOf } from '../model/moment.ts';
import { encodePath, faultsOf, twinKey } from './paths.ts';

/** One file of a bag, under `data/`, from its bytes. */
export interface BagEntry {
  /** Below `data/`, with `/` between its parts: `exhibits/01 订单.png`. */
  path: string;
  bytes: number;
  open(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** Where a bag goes: file by file, each once, in order. */
export interface BagTarget {
  put(path: string, bytes: number, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>;
  close(): Promise<void>;
}

/** A new folder. @throws what the file system throws; what is there already is never written over */
export async function folderTarget(folder: string): Promise<BagTarget> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    async put(path, _bytes, chunks) {
      const target = join(folder, ...path.split('/'));
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await pipeline(Readable.from(chunks), createWriteStream(target, { flags: 'wx', mode: 0o600 }));
    },
    close: async () => undefined,
  };
}

/**
 * A ZIP archive into a stream, with ZIP64 where sizes ask for it. Pictures and films do not shrink: only text is
 * compressed.
 * @param name the one folder in the archive that is the bag
 */
export async function zipTarget(output: Writable, name: string): Promise<BagTarget> {
  const { ZipFile: Zip } = await import('yazl');
  const zip: ZipFile = new Zip();
  const written = pipeline(zip.outputStream as unknown as Readable, output);
  // An early failure of the output is thrown by `close`; until then it is not left unhandled.
  written.catch(() => undefined);
  return {
    async put(path, bytes, chunks) {
      const source = Readable.from(chunks);
      const done = new Promise<void>((resolve, reject) => {
        source.once('end', resolve);
        source.once('error', reject);
        written.catch(reject);
      });
      const text = /\.(?:txt|md|jsonl?|html|csv)$/i.test(path);
      // The same bytes give the same archive: no time of day in it.
      zip.addReadStream(source, `${name}/${path}`, { size: bytes, compress: text, mtime: EPOCH, mode: 0o100600 });
      await done;
    },
    async close() {
      zip.end();
      await written;
    },
  };
}
const EPOCH = new Date(epochOf('2000-01-01'));

export interface BagInfo {
  /** Lines of `bag-info.txt`, in order; a value of several lines is folded. */
  [label: string]: string;
}

/** A page about the bag itself, beside its manifests: how to check it. */
export interface BagPaper {
  path: string;
  text: string;
}

/** What was written, for the journal and the screen. */
export interface WrittenBag {
  files: number;
  bytes: number;
}

/**
 * Writes a bag (BagIt 1.0, RFC 8493) with SHA-256 manifests. Payload first, each file hashed as it passes; the
 * manifests last, so that a bag that was cut short is never complete.
 * @throws Error for a path that could not be unpacked everywhere, or two that some systems take for one
 */
export async function writeBag(
  target: BagTarget,
  entries: readonly BagEntry[],
  info: BagInfo,
  papers: readonly BagPaper[] = [],
): Promise<WrittenBag> {
  refuseBadPaths([...entries, ...papers]);
  const sums: [path: string, sha256: string][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const path = `data/${entry.path}`;
    const hash = createHash('sha256');
    const counted = countThrough(entry.open(), (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
    });
    await target.put(path, entry.bytes, counted);
    sums.push([path, hash.digest('hex')]);
  }
  const tags: [path: string, text: string][] = [
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', infoText({ ...info, 'Payload-Oxum': `${bytes}.${entries.length}` })],
    ['manifest-sha256.txt', manifestText(sums)],
    ...papers.map(({ path, text }): [string, string] => [path, text]),
  ];
  const tagSums = tags.map(([path, text]): [string, string] => [
    path,
    createHash('sha256').update(text, 'utf8').digest('hex'),
  ]);
  for (const [path, text] of [...tags, ['tagmanifest-sha256.txt', manifestText(tagSums)] as const]) {
    const data = Buffer.from(text, 'utf8');
    await target.put(path, data.length, [data]);
  }
  await target.close();
  return { files: entries.length, bytes };
}

async function* countThrough(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  see: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    see(chunk);
    yield chunk;
  }
}

function refuseBadPaths(entries: readonly { path: string }[]): void {
  const seen = new Map<string, string>();
  for (const { path } of entries) {
    const faults = faultsOf(path);
    if (faults.length > 0) throw new Error(`path of a bag: ${path}: ${faults.join(', ')}`);
    const twin = seen.get(twinKey(path));
    if (twin !== undefined) throw new Error(`paths of a bag: ${twin} and ${path}`);
    seen.set(twinKey(path), path);
  }
}

function manifestText(sums: readonly (readonly [path: string, sha256: string])[]): string {
  return sums.map(([path, sha256]) => `${sha256}  ${encodePath(path)}\n`).join('');
}

function infoText(info: BagInfo): string {
  return Object.entries(info)
    .map(([label, value]) => `${label}: ${value.replace(/\r?\n/g, '\n  ')}\n`)
    .join('');
}
