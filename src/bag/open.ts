import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry, ZipFile } from 'yauzl';
import { KamengError } from '../model/errors.ts';

/** One thing that lies in a bag. */
export interface BagItem {
  /** From the bag's own folder, with `/` between its parts. */
  path: string;
  bytes: number;
  /** `link`: a symbolic link, a device or the like, which no bag may have. */
  kind: 'file' | 'link';
}

/** A bag that was opened, as a folder or a ZIP archive. */
export interface OpenBag {
  items: readonly BagItem[];
  read(path: string): AsyncIterable<Uint8Array>;
  close(): void;
}

/** More files than any case has; a list that is longer is made to fill the memory. */
const MAX_ITEMS = 200_000;
/** Unix file types in the high bits of a ZIP entry's attributes. */
const TYPE_MASK = 0o170000;
const REGULAR = 0o100000;

/** @throws KamengError BAG_NOT_FOUND, BAG_UNREADABLE, BAG_TOO_MANY */
export async function openBag(path: string): Promise<OpenBag> {
  const found = await lstat(path).catch((cause: unknown) => {
    throw new KamengError('BAG_NOT_FOUND', `没有这个证据包：${path}`, { hints: ['检查路径'], cause });
  });
  return found.isDirectory() ? openFolder(path) : openZip(path);
}

async function openFolder(root: string): Promise<OpenBag> {
  const items: BagItem[] = [];
  const walk = async (folder: string, prefix: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (items.length >= MAX_ITEMS) throw tooMany();
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) await walk(join(folder, entry.name), `${path}/`);
      else if (entry.isFile()) items.push({ path, bytes: (await lstat(join(folder, entry.name))).size, kind: 'file' });
      else items.push({ path, bytes: 0, kind: 'link' });
    }
  };
  await walk(root, '');
  return { items, read: (path) => createReadStream(join(root, ...path.split('/'))), close: () => undefined };
}

async function openZip(path: string): Promise<OpenBag> {
  const { open } = await import('yauzl');
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    // Names come as bytes and are checked by whoever verifies, which can say what is wrong with them.
    open(path, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, opened) =>
      error ? reject(unreadable(path, error)) : resolve(opened),
    );
  });
  const entries = new Map<string, Entry>();
  const items: BagItem[] = [];
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (error: Error) => reject(unreadable(path, error)));
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      if (items.length >= MAX_ITEMS) return reject(tooMany());
      const name = nameOf(entry);
      if (!name.endsWith('/')) {
        const type = (entry.externalFileAttributes >>> 16) & TYPE_MASK;
        const kind = type === 0 || type === REGULAR ? 'file' : 'link';
        items.push({ path: name, bytes: entry.uncompressedSize, kind });
        entries.set(name, entry);
      }
      zip.readEntry();
    });
    zip.readEntry();
  }).catch((error: unknown) => {
    zip.close();
    throw error;
  });
  const base = baseOf(items);
  return {
    items: items.map((item) => ({ ...item, path: item.path.slice(base.length) })),
    async *read(wanted) {
      const entry = entries.get(base + wanted);
      if (!entry) throw new Error(`no ${wanted} in the archive`);
      const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
        zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
      });
      let bytes = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        // An archive that gives more than it announces is made to fill the disk.
        if (bytes > entry.uncompressedSize) throw new Error('more bytes than announced');
        yield chunk;
      }
    },
    close: () => zip.close(),
  };
}

/** A name in UTF-8 or, as older Chinese archivers wrote it, in GB18030. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The folder in the archive that holds the bag; empty when the bag lies at its top. */
function baseOf(items: readonly BagItem[]): string {
  const declarations = items.map((item) => item.path).filter((path) => /^(?:[^/]+\/)?bagit\.txt$/.test(path));
  return declarations.length === 1 ? declarations[0]!.slice(0, -'bagit.txt'.length) : '';
}

function unreadable(path: string, cause: unknown): KamengError {
  // Who was sent a case file tries to import it.
  const isCase = path.toLowerCase().endsWith('.kameng');
  return new KamengError('BAG_UNREADABLE', `打不开证据包：${path}`, {
    hints: [
      isCase
        ? `这是案卷，不用导入，直接用：kameng status --case "${path.replaceAll('"', "'")}"`
        : '应是文件夹或 .zip 文件；下载或复制可能没有完成',
    ],
    cause,
  });
}

function tooMany(): KamengError {
  return new KamengError('BAG_TOO_MANY', `证据包里的文件超过 ${MAX_ITEMS} 个，不打开`, { hints: ['检查它的来历'] });
}
