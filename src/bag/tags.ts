import { getHashes } from 'node:crypto';
import type { BagItem, OpenBag } from './open.ts';
import { DANGEROUS, decodePath, faultsOf } from './paths.ts';

/** The papers that a bag carries of itself, its tag files: read with every fault noted, none believed. */

export interface BagProblem {
  code:
    | 'NOT_A_BAG'
    | 'ENCODING'
    | 'NO_MANIFEST'
    | 'MANIFEST_LINE'
    | 'MISSING'
    | 'UNLISTED'
    | 'CHANGED'
    | 'UNREADABLE'
    | 'OXUM'
    | 'FETCH'
    | 'PATH'
    | 'TWINS'
    | 'LINK';
  /** In the bag; absent where the bag as a whole is meant. */
  path?: string;
  /** Only said: the bag is valid all the same, but may not unpack on every system. */
  warning?: true;
  message: string;
}

const TAG_BYTES = 64 * 1024 * 1024;
/** Digests of manifests that are checked, weakest first. */
const ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

/** `bagit.txt`. @returns the version of BagIt; undefined where this is no bag that can be read */
export async function checkDeclaration(
  bag: OpenBag,
  items: ReadonlyMap<string, BagItem>,
  problems: BagProblem[],
): Promise<string | undefined> {
  const bytes = await readTag(bag, items, 'bagit.txt', problems);
  const text = bytes?.toString('utf8') ?? '';
  const match = /^BagIt-Version: (\d+\.\d+)\r?\n?\s*Tag-File-Character-Encoding: ([\w-]+)\s*$/.exec(text);
  if (!match) {
    problems.push({
      code: 'NOT_A_BAG',
      path: 'bagit.txt',
      message: bytes ? 'bagit.txt 的写法不对' : '没有 bagit.txt，这不是证据包（BagIt）',
    });
    return undefined;
  }
  if (match[2]!.toUpperCase() !== 'UTF-8') {
    problems.push({ code: 'ENCODING', path: 'bagit.txt', message: `清单的文字编码是 ${match[2]}，只认 UTF-8` });
    return undefined;
  }
  return match[1];
}

/** `bag-info.txt`, labels as written. */
export async function readInfo(
  bag: OpenBag,
  items: ReadonlyMap<string, BagItem>,
  problems: BagProblem[],
): Promise<Record<string, string>> {
  const text = (await readTag(bag, items, 'bag-info.txt', problems))?.toString('utf8') ?? '';
  const info: Record<string, string> = {};
  let last: string | undefined;
  for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
    const match = /^([^:\s][^:]*):\s?(.*)$/.exec(line);
    if (match) {
      last = match[1]!.trim();
      info[last] = match[2]!.trim();
    } else if (last !== undefined && /^\s/.test(line)) info[last] += `\n${line.trim()}`;
    else
      problems.push({
        code: 'MANIFEST_LINE',
        path: 'bag-info.txt',
        warning: true,
        message: 'bag-info.txt 有一行读不懂',
      });
  }
  return info;
}

/** A line of a manifest: what a file should hash to. */
export interface Sum {
  path: string;
  algorithm: string;
  digest: string;
  /** From a tag manifest: about the bag's own papers. */
  tag: boolean;
}

/** All lines of all manifests that point into the bag. */
export async function readManifests(
  bag: OpenBag,
  items: ReadonlyMap<string, BagItem>,
  problems: BagProblem[],
): Promise<Sum[]> {
  const sums: Sum[] = [];
  for (const { path: name } of items.values()) {
    const match = /^(tag)?manifest-([a-z0-9]+)\.txt$/.exec(name);
    if (!match) continue;
    const algorithm = match[2]!;
    if (!ALGORITHMS.includes(algorithm) || !getHashes().includes(algorithm)) {
      problems.push({
        code: 'MANIFEST_LINE',
        path: name,
        warning: true,
        message: `${name} 用的算法这里不会算，没有核对`,
      });
      continue;
    }
    const text = (await readTag(bag, items, name, problems))?.toString('utf8') ?? '';
    const seen = new Set<string>();
    for (const line of text.split(/\r?\n/).filter((one) => one !== '')) {
      const row = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line);
      const path = row && decodePath(row[2]!.replace(/^\.\//, ''));
      const faults = path === null ? [] : faultsOf(path);
      if (!path || seen.has(path) || faults.some((fault) => DANGEROUS.includes(fault))) {
        problems.push({ code: 'MANIFEST_LINE', path: name, message: `${name} 有一行读不懂或者指向包外` });
        continue;
      }
      seen.add(path);
      sums.push({ path, algorithm, digest: row![1]!.toLowerCase(), tag: match[1] !== undefined });
    }
  }
  return sums;
}

/** A paper of the bag itself; undefined where it is not there or cannot be read, which is then noted. */
async function readTag(
  bag: OpenBag,
  items: ReadonlyMap<string, BagItem>,
  path: string,
  problems: BagProblem[],
): Promise<Buffer | undefined> {
  const item = items.get(path);
  if (!item || item.kind !== 'file') return undefined;
  try {
    if (item.bytes > TAG_BYTES) throw new Error('too large');
    const chunks: Uint8Array[] = [];
    for await (const chunk of bag.read(path)) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    problems.push({ code: 'UNREADABLE', path, message: `读不出来：${path}（${(error as Error).message}）` });
    return undefined;
  }
}
