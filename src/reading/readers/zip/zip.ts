import { KamengError } from '../../../model/errors.ts';
import type { Reading, ReadingNote } from '../../../model/reading.ts';
import { blankReading, failedReading, type ReadContext, type Reader } from '../../reader.ts';
import { partSource, summarize } from './parts.ts';
import { openArchive, type Archive, type ArchiveEntry } from './archive.ts';
import { showName } from '../text/clean.ts';

const ZIP_READER = 'zip';
const ZIP_VERSION = '1';

/**
 * How much of a ZIP is unpacked. A wallet's ZIP holds one bill; someone's
 * collected screenshots are some hundred files. Beyond it is a bomb or a backup.
 */
const ZIP_LIMITS = {
  entries: 500,
  entryBytes: 256 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
  ratio: 1000,
} as const;
/** What systems put into archives beside the files. */
const CLUTTER = /(?:^|[/\\])(?:__MACOSX[/\\]|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Lists a ZIP and reads what is in it, each file in memory and one after the
 * other. Names inside never become paths. Locked ones need `context.password`.
 */
export const readZip: Reader = async (source, context) => {
  let archive: Archive;
  try {
    archive = await openArchive(source, ZIP_LIMITS.entries);
  } catch (cause) {
    if (cause instanceof KamengError) return failed(context, cause);
    throw cause;
  }
  try {
    return await readEntries(archive, context);
  } finally {
    archive.close();
  }
};

function failed(context: ReadContext, cause: KamengError): Reading {
  return failedReading(ZIP_READER, ZIP_VERSION, context.mediaType, {
    code: cause.code,
    message: cause.message,
    severity: 'error',
  });
}

async function readEntries(archive: Archive, context: ReadContext): Promise<Reading> {
  const files = archive.entries.filter((entry) => !entry.folder && !CLUTTER.test(entry.name));
  const reading = blankReading(ZIP_READER, ZIP_VERSION, context.mediaType);
  if (files.length === 0) {
    return failedReading(ZIP_READER, ZIP_VERSION, context.mediaType, {
      code: 'ZIP_EMPTY',
      severity: 'error',
      message: '压缩包里没有文件',
    });
  }
  const locked = files.filter((entry) => entry.encrypted);
  if (locked.length > 0 && context.password === undefined) {
    reading.notes.push({
      code: 'ZIP_PASSWORD_NEEDED',
      severity: 'warning',
      message:
        '压缩包有密码，里面还没有读。微信账单的解压码在微信支付的通知里，支付宝的在支付宝的消息里；请给出密码再读一次',
    });
  }
  if (archive.more) {
    reading.notes.push({
      code: 'ZIP_TOO_MANY',
      severity: 'warning',
      message: `压缩包里的文件太多，只读了前 ${ZIP_LIMITS.entries} 个；请挑出有用的单独添加`,
    });
  }
  const parts: NonNullable<Reading['parts']> = [];
  let total = 0;
  for (const entry of files) {
    context.signal?.throwIfAborted();
    const refused = refusal(entry, total);
    if (refused) reading.notes.push(refused);
    else if (!entry.encrypted || context.password !== undefined) {
      total += entry.size;
      const part = await readPart(archive, entry, context);
      if ('code' in part) {
        reading.notes.push(part);
        // A wrong password is wrong for all of them: said once.
        if (part.code === 'ZIP_PASSWORD_WRONG') break;
      } else parts.push(part);
    }
  }
  return summarize(reading, parts);
}

async function readPart(
  archive: Archive,
  entry: ArchiveEntry,
  context: ReadContext,
): Promise<{ name: string; reading: Reading } | ReadingNote> {
  try {
    const bytes = await archive.read(entry, ZIP_LIMITS.entryBytes, context.password);
    const name = showName(entry.name, 200);
    return { name, reading: await context.readPart(partSource(name, bytes)) };
  } catch (cause) {
    if (!(cause instanceof KamengError)) throw cause;
    const message =
      cause.code === 'ZIP_PASSWORD_WRONG'
        ? '压缩包密码不对，里面还没有读。密码通常是 6 位数字，请核对后再读一次'
        : `${showName(entry.name)}：${cause.message}`;
    return { code: cause.code, message, severity: cause.code === 'ZIP_PASSWORD_WRONG' ? 'warning' : 'error' };
  }
}

/** Why this entry is not unpacked; undefined when it may be. */
function refusal(entry: ArchiveEntry, total: number): ReadingNote | undefined {
  const name = showName(entry.name);
  if (entry.link) return { code: 'ZIP_LINK', severity: 'warning', message: `${name} 只是一个链接，没有内容，已跳过` };
  const packed = Math.max(entry.packedSize, 1);
  if (entry.size / packed > ZIP_LIMITS.ratio && entry.size > 10 * 1024 * 1024) {
    return {
      code: 'ZIP_BOMB',
      severity: 'error',
      message: `${name} 解压后会膨胀 ${Math.round(entry.size / packed)} 倍，不像正常文件，没有解压`,
    };
  }
  if (total + entry.size > ZIP_LIMITS.totalBytes) {
    return {
      code: 'ZIP_TOO_LARGE',
      severity: 'warning',
      message: `${name} 没有读：压缩包里的内容合计太大，请解压后挑出有用的添加`,
    };
  }
  return undefined;
}
