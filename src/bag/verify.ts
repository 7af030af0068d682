import { createHash, getHashes } from 'node:crypto';
import type { BagItem, OpenBag } from './open.ts';
import { DANGEROUS, decodePath, faultsOf, twinKey, type PathFault } from './paths.ts';

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

export interface BagVerification {
  ok: boolean;
  checked: { files: number; bytes: number };
  problems: BagProblem[];
  /** `bag-info.txt`, labels as written. */
  info: Readonly<Record<string, string>>;
  /** SHA-256 of the files whose manifest gives one and is right, by path. */
  digests: ReadonlyMap<string, string>;
}

const TAG_BYTES = 64 * 1024 * 1024;
/** Digests of manifests that are checked, weakest first. */
const ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

const FAULT_WORDS: Record<PathFault, string> = {
  absolute: '是绝对路径',
  outside: '指向包外',
  home: '以 ~ 开头',
  control: '含有控制字符',
  windows_name: '在 Windows 上不能用作文件名',
  windows_sign: '含有 Windows 文件名不能用的符号',
  too_long: '太长',
};

/**
 * Checks a bag by RFC 8493: complete (every file is listed and every listed file is there) and valid (every digest is
 * right). All that is wrong is reported in one run; nothing in the bag is believed, no path of it is followed out.
 */
export async function verifyBag(bag: OpenBag): Promise<BagVerification> {
  const problems: BagProblem[] = [];
  const items = new Map(bag.items.map((item) => [item.path, item]));
  const checkedPaths = checkPaths(bag.items, problems);
  const version = await checkDeclaration(bag, items, problems);
  const info = version === undefined ? {} : await readInfo(bag, items, problems);
  const payload = checkedPaths.filter(({ path }) => path.startsWith('data/'));
  const sums = await readManifests(bag, items, problems);
  if (version !== undefined && !sums.some((sum) => !sum.tag)) {
    problems.push({ code: 'NO_MANIFEST', message: '没有 manifest 清单，无法核对内容' });
  }
  const listed = new Set(sums.filter((sum) => !sum.tag).map((sum) => twinKey(sum.path)));
  for (const { path } of payload) {
    if (sums.length > 0 && !listed.has(twinKey(path))) {
      problems.push({ code: 'UNLISTED', path, message: `清单里没有：${path}` });
    }
  }
  if (items.has('fetch.txt')) {
    problems.push({ code: 'FETCH', path: 'fetch.txt', message: '有些内容要从网上取（fetch.txt），这里不取' });
  }
  const { digests, ...checked } = await checkDigests(bag, checkedPaths, sums, problems);
  checkOxum(info, payload, problems);
  return { ok: problems.every((problem) => problem.warning), checked, problems, info, digests };
}

/** The items whose paths may be touched. */
function checkPaths(all: readonly BagItem[], problems: BagProblem[]): BagItem[] {
  const twins = new Map<string, string>();
  return all.filter((item) => {
    const faults = faultsOf(item.path);
    const dangerous = faults.some((fault) => DANGEROUS.includes(fault));
    if (faults.length > 0) {
      problems.push({
        code: 'PATH',
        path: item.path,
        ...(dangerous ? {} : { warning: true as const }),
        message: `文件名${faults.map((fault) => FAULT_WORDS[fault]).join('、')}：${item.path}`,
      });
    }
    if (item.kind === 'link') {
      problems.push({ code: 'LINK', path: item.path, message: `是链接或特殊文件，不是普通文件：${item.path}` });
      return false;
    }
    const twin = twins.get(twinKey(item.path));
    if (twin !== undefined) {
      problems.push({
        code: 'TWINS',
        path: item.path,
        warning: true,
        message: `和“${twin}”只差大小写或汉字写法，有的电脑上会互相覆盖：${item.path}`,
      });
    }
    twins.set(twinKey(item.path), item.path);
    return !dangerous;
  });
}

async function checkDeclaration(
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

async function readInfo(
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

interface Sum {
  path: string;
  algorithm: string;
  digest: string;
  /** From a tag manifest: about the bag's own papers. */
  tag: boolean;
}

async function readManifests(
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

async function checkDigests(
  bag: OpenBag,
  items: readonly BagItem[],
  sums: readonly Sum[],
  problems: BagProblem[],
): Promise<{ files: number; bytes: number; digests: Map<string, string> }> {
  const digests = new Map<string, string>();
  const byKey = new Map(items.map((item) => [twinKey(item.path), item]));
  const exact = new Map(items.map((item) => [item.path, item]));
  const wanted = new Map<string, { item: BagItem; sums: Sum[] }>();
  for (const sum of sums) {
    // A name may have been taken apart (e + ´) or put together on its way: it is the same name.
    const item = exact.get(sum.path) ?? byKey.get(twinKey(sum.path));
    if (!item) {
      problems.push({ code: 'MISSING', path: sum.path, message: `清单里有，包里没有：${sum.path}` });
      continue;
    }
    const entry = wanted.get(item.path) ?? { item, sums: [] };
    entry.sums.push(sum);
    wanted.set(item.path, entry);
  }
  let bytes = 0;
  for (const { item, sums: own } of wanted.values()) {
    const hashes = own.map((sum) => createHash(sum.algorithm));
    try {
      for await (const chunk of bag.read(item.path)) {
        for (const hash of hashes) hash.update(chunk);
        bytes += chunk.length;
      }
    } catch (error) {
      problems.push({
        code: 'UNREADABLE',
        path: item.path,
        message: `读不出来：${item.path}（${(error as Error).message}）`,
      });
      continue;
    }
    const wrong = own.filter((sum, i) => hashes[i]!.digest('hex') !== sum.digest);
    const sha256 = own.find(({ algorithm }) => algorithm === 'sha256')?.digest;
    if (wrong.length === 0 && sha256 !== undefined) digests.set(item.path, sha256);
    if (wrong.length > 0) {
      problems.push({ code: 'CHANGED', path: item.path, message: `内容和清单里的校验值不一样：${item.path}` });
    }
  }
  return { files: wanted.size, bytes, digests };
}

function checkOxum(info: Record<string, string>, payload: readonly BagItem[], problems: BagProblem[]): void {
  const oxum = info['Payload-Oxum'];
  if (oxum === undefined) return;
  const bytes = payload.reduce((sum, item) => sum + item.bytes, 0);
  if (oxum === `${bytes}.${payload.length}`) return;
  const [wantedBytes, wantedFiles] = oxum.split('.');
  problems.push({
    code: 'OXUM',
    path: 'bag-info.txt',
    message: `应有 ${wantedFiles ?? '?'} 个文件共 ${wantedBytes} 字节，实有 ${payload.length} 个共 ${bytes} 字节`,
  });
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
