import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Key } from '../../bag/encrypt.ts';
import type { OpenBag } from '../../bag/open.ts';
import { verifyBag, type BagVerification } from '../../bag/verify.ts';
import type { Row } from '../../casefile/journal.ts';
import {
  dropArrivingCase,
  headOf,
  makeArrivingCase,
  settleArrivingCase,
  type TransferTable,
} from '../../casefile/transfer.ts';
import { verifyCase } from '../../casefile/verify.ts';
import { KamengError } from '../../model/errors.ts';
import type { Moment } from '../../model/moment.ts';
import { printable, safeFileName } from '../../model/text.ts';
import { withBag } from '../files/bag.ts';
import { dropGrowing, growingIn } from '../files/place.ts';
import { longHead } from '../integrity/anchor.ts';
import { BAG, INFO, rowsPath } from './bag-layout.ts';
import { placeNewCase } from '../cases/home.ts';
import type { World } from '../files/home-folder.ts';

/** Checks a bag of anyone by RFC 8493. @throws KamengError BAG_NOT_FOUND, BAG_UNREADABLE, KEY_WRONG */
export function checkBag(path: string, key: Key): Promise<Omit<BagVerification, 'digests'>> {
  return withBag(path, key, async (bag) => {
    const { digests: _digests, ...rest } = await verifyBag(bag);
    return rest;
  });
}

/**
 * Makes a case of a bag, equal to the one it came from: its journal ends in the head that the bag names, and every row
 * and byte is as the journal says. Else nothing is left.
 * @param named the file or name of `--case`
 * @returns where it is
 * @throws KamengError BAG_DAMAGED, IMPORT_REDACTED, IMPORT_FOREIGN, IMPORT_INVALID, and of withBag, placeNewCase
 */
export function importBag(
  world: World,
  path: string,
  options: { key: Key; named?: string | undefined; now: () => Moment },
): Promise<string> {
  return withBag(path, options.key, async (bag) => {
    const checked = await verifyBag(bag);
    const { info } = checked;
    if (info[INFO.redacted] !== undefined) {
      throw new KamengError('IMPORT_REDACTED', '这是遮盖过的证据包，里面没有原件，不能还原成案卷', {
        hints: ['向对方要完整的证据包，或案卷文件本身'],
      });
    }
    if (!checked.ok) throw damaged(checked);
    if (!bag.items.some((item) => item.path === `data/${BAG.journal}`) || info[INFO.head] === undefined) {
      throw new KamengError('IMPORT_FOREIGN', '这个证据包不是 kameng 导出的，不能还原成案卷', {
        hints: ['里面的文件可以作为证据收入：kameng new 文件夹'],
      });
    }
    const suggestion = safeFileName(info[INFO.name] ?? info[INFO.title] ?? '导入的案卷');
    return arrive(bag, checked, placeNewCase(world, options.named, suggestion), options.now);
  });
}

async function arrive(bag: OpenBag, checked: BagVerification, path: string, now: () => Moment): Promise<string> {
  const places = new Map([...checked.digests].map(([place, sha256]) => [sha256, place]));
  const present = new Set(bag.items.map((item) => item.path));
  const schema = Number(checked.info[INFO.schema]);
  if (!Number.isInteger(schema) || schema < 1) throw invalid('没有写明案卷格式');
  const growing = growingIn(dirname(path));
  const file = await makeArrivingCase(
    growing,
    {
      schema,
      rows: (table) => (present.has(`data/${rowsPath(table)}`) ? rowsOf(bag, table) : []),
      content: (sha256) => {
        const place = places.get(sha256);
        return place === undefined ? undefined : bag.read(place);
      },
    },
    now,
  ).catch((error: unknown) => {
    dropGrowing(growing);
    // Rows that do not fit their table, an entry that no longer can be read: all of it is the bag's.
    throw error instanceof KamengError ? error : invalid((error as Error).message, error);
  });
  let settled = false;
  try {
    const { ok, problems } = verifyCase(file);
    if (!ok) throw invalid(problems[0]!.message);
    if (longHead(headOf(file)) !== checked.info[INFO.head]) throw invalid('案卷指纹和证据包写的不一样');
    settleArrivingCase(file, path);
    settled = true;
  } finally {
    if (!settled) dropArrivingCase(file);
  }
  return path;
}

/** What checking a bag against its own lists does and does not prove; Chinese sentences. */
export const bagClaims = (ok: boolean): string[] => [
  ok ? '证明：包里的文件和清单一致，一个不少、一字节未变。' : '不能证明文件和打包时一样：先看上面列出的问题。',
  '不证明：自录入案卷之后没有改变，清单可以重写。kameng import 逐条核对记录，再用 kameng verify --against 和纸上印的案卷指纹比对。',
  '不证明：案卷在哪一天已经存在；时间戳在导入之后核对。也不证明文件的来源和真伪。',
];

/** Longer lines than any reading has. */
const LINE_BYTES = 256 * 1024 * 1024;

async function* rowsOf(bag: OpenBag, table: TransferTable): AsyncGenerator<Row> {
  const place = `data/${rowsPath(table)}`;
  if ((bag.items.find((item) => item.path === place)?.bytes ?? 0) > 16 * LINE_BYTES) throw invalid(`${table} 太大`);
  for await (const line of createInterface({ input: Readable.from(bag.read(place)), crlfDelay: Infinity })) {
    if (line === '') continue;
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch (cause) {
      throw invalid(`${table} 有一行读不懂`, cause);
    }
    if (typeof row !== 'object' || row === null || Array.isArray(row)) throw invalid(`${table} 有一行读不懂`);
    yield row as Row;
  }
}

function damaged({ problems }: BagVerification): KamengError {
  const wrong = problems.filter((problem) => !problem.warning);
  return new KamengError('BAG_DAMAGED', `证据包有 ${wrong.length} 处问题，没有导入`, {
    hints: [...wrong.slice(0, 5).map(({ message }) => printable(message)), 'kameng verify 证据包  列出全部'],
  });
}

function invalid(what: string, cause?: unknown): KamengError {
  return new KamengError('IMPORT_INVALID', `证据包里的案卷数据不对：${what}`, {
    hints: ['没有留下任何文件；重新向对方要一份'],
    cause,
  });
}
