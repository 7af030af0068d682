import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { KamengError } from '../model/errors.ts';

/**
 * Says what SQLite said, in words a buyer can act on. Errors of our own pass through.
 */
export function explainSqlite(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = error.code;
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) {
    const full = code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE';
    return new KamengError(
      full ? 'DISK_FULL' : 'CASE_IO',
      full ? `磁盘空间不足，没有写进案卷：${path}` : `读写案卷时磁盘出错：${path}`,
      {
        hints: full
          ? ['腾出空间后重新运行同一条命令；此前已存的内容完好']
          : ['把案卷复制到本机磁盘再试；用 kameng verify 检查是否受损'],
        cause: error,
      },
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new KamengError('CASE_BUSY', `另一个程序正在使用这个案卷：${path}`, {
      hints: ['等它结束，或关掉另一个 kameng 窗口后重试'],
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM') || code.startsWith('SQLITE_CANTOPEN')) {
    return new KamengError('CASE_READ_ONLY', `案卷或它所在的文件夹不能写入：${path}`, {
      hints: ['把案卷复制到可以写入的文件夹再试', `文件夹：${dirname(path)}`],
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return damaged(path, error);
  // A header that asks for another file format or encoding comes as a plain error.
  if (code === 'SQLITE_ERROR' && /unsupported file format|malformed|encoding/i.test(error.message)) {
    return damaged(path, error);
  }
  return error;
}

/** A case that is no longer what it was written as. */
export function damaged(path: string, cause?: unknown): KamengError {
  return new KamengError('CASE_DAMAGED', `案卷已损坏：${path}`, {
    hints: ['先保留这个文件，不要删除', '用最近的备份或副本继续；kameng verify 可以列出损坏的地方'],
    cause,
  });
}

/** Why a case cannot be made here, in words a buyer can act on. */
export function explainCreate(error: NodeJS.ErrnoException, path: string): KamengError {
  if (error.code === 'EEXIST') {
    return new KamengError('CASE_EXISTS', `已经有这个文件：${path}`, {
      hints: ['换一个名字，或用 --case 打开它继续'],
    });
  }
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new KamengError('FOLDER_NOT_FOUND', `没有这个文件夹：${dirname(path)}`, { hints: ['先建好文件夹再试'] });
  }
  if (error.code === 'ENOSPC') {
    return new KamengError('DISK_FULL', `磁盘空间不足，案卷没有建成：${path}`, {
      hints: ['腾出空间后重试'],
      cause: error,
    });
  }
  return new KamengError('CASE_READ_ONLY', `不能在这里建立案卷：${path}`, {
    hints: ['换一个可以写入的文件夹：--case 文件夹/名字.kameng，或设置 KAMENG_HOME'],
    cause: error,
  });
}

/** Why the copy that a new version asks for cannot be made beside the case; what SQLite said passes through. */
export function explainCopy(error: unknown, copy: string): unknown {
  const code = error instanceof Database.SqliteError ? undefined : (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new KamengError(
    full ? 'DISK_FULL' : 'CASE_READ_ONLY',
    `旧版本的案卷要先留一份副本才能打开，副本没有写成：${copy}`,
    {
      hints: [full ? '腾出空间后重试；案卷没有改动' : '把案卷复制到可以写入的文件夹再试；案卷没有改动'],
      cause: error,
    },
  );
}
