import { createHash } from 'node:crypto';
import type { BagItem, OpenBag } from './open.ts';
import { DANGEROUS, faultsOf, twinKey, type PathFault } from './paths.ts';
import { checkDeclaration, readInfo, readManifests, type BagProblem, type Sum } from './tags.ts';

export type { BagProblem } from './tags.ts';

export interface BagVerification {
  ok: boolean;
  checked: { files: number; bytes: number };
  problems: BagProblem[];
  /** `bag-info.txt`, labels as written. */
  info: Readonly<Record<string, string>>;
  /** SHA-256 of the files whose manifest gives one and is right, by path. */
  digests: ReadonlyMap<string, string>;
}

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
