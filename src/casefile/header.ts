import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { KamengError } from '../model/errors.ts';
import { damaged } from './failures.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

const MAGIC = 'SQLite format 3\u0000';

export interface Header {
  /** Of the tables. */
  version: number;
  /** Does the file ask for a rollback journal, as ours do, and not for a write-ahead log? */
  rollsBack: boolean;
}

/** The write and the read version: 1 is a rollback journal, 2 a write-ahead log. */
const VERSIONS_AT = [18, 19] as const;

/**
 * Looks at the first hundred bytes, before SQLite sees a file that may be anything.
 * @throws KamengError CASE_NOT_A_FILE, CASE_NOT_FOUND, CASE_UNREADABLE, CASE_EMPTY, CASE_NOT_SQLITE, CASE_FOREIGN,
 *   CASE_NEWER, CASE_DAMAGED
 */
export function checkHeader(path: string): Header {
  let size: number;
  const header = Buffer.alloc(100);
  try {
    const stats = statSync(path);
    if (!stats.isFile()) {
      throw new KamengError('CASE_NOT_A_FILE', `这是文件夹，不是案卷：${path}`, {
        hints: ['案卷是以 .kameng 结尾的文件；kameng list 列出所有案卷'],
      });
    }
    size = stats.size;
    const handle = openSync(path, 'r');
    try {
      readSync(handle, header, 0, 100, 0);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof KamengError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new KamengError(
      missing ? 'CASE_NOT_FOUND' : 'CASE_UNREADABLE',
      missing ? `没有这个案卷：${path}` : `案卷打不开：${path}`,
      { hints: missing ? ['kameng list 列出所有案卷', 'kameng new 新建一个'] : ['检查文件的读取权限'], cause: error },
    );
  }
  if (size === 0) {
    throw new KamengError('CASE_EMPTY', `这个案卷还是空的，新建它时被中断了：${path}`, {
      hints: ['里面什么都没有存，可以删掉它，或者再运行一次原来的 kameng new'],
    });
  }
  if (size < 100 || header.toString('latin1', 0, 16) !== MAGIC) {
    throw new KamengError('CASE_NOT_SQLITE', `这不是卡盟案卷：${path}`, {
      hints: ['案卷文件以 .kameng 结尾，由 kameng new 建立'],
    });
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) {
    throw new KamengError('CASE_FOREIGN', `这是一个 SQLite 数据库，但不是卡盟案卷：${path}`, {
      hints: ['检查 --case 指向的文件'],
    });
  }
  const version = header.readUInt32BE(60);
  if (version > SCHEMA_VERSION) {
    throw new KamengError(
      'CASE_NEWER',
      `案卷由更新版本的 kameng 写成（格式 ${version}，本版本只认到 ${SCHEMA_VERSION}）：${path}`,
      {
        hints: ['升级 kameng 后再打开：npm install -g kameng@latest'],
      },
    );
  }
  if (version === 0) throw damaged(path);
  return { version, rollsBack: VERSIONS_AT.every((at) => header[at] === 1) };
}
