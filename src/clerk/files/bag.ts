import { createReadStream, createWriteStream, openSync, readFileSync, readSync, closeSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { decryptStream, isEncrypted, type Key } from '../../bag/encrypt.ts';
import { openBag, type OpenBag } from '../../bag/open.ts';
import { KamengError } from '../../model/errors.ts';
import { makeOwnFolder } from './own-folder.ts';
import { explainWrite } from './write.ts';

export type { Key, Lock } from '../../bag/encrypt.ts';

const HEAD_BYTES = 100;

/** Is it a file that was encrypted with age? */
export function isEncryptedFile(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    const head = Buffer.alloc(HEAD_BYTES);
    const handle = openSync(path, 'r');
    try {
      readSync(handle, head, 0, HEAD_BYTES, 0);
    } finally {
      closeSync(handle);
    }
    return isEncrypted(head);
  } catch {
    // Whoever opens it says what is wrong with it.
    return false;
  }
}

/** The secret keys of a file as `age-keygen` writes it. @throws KamengError IDENTITY_INVALID */
export function readIdentities(path: string): string[] {
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    // Nothing in it, as of a file without keys.
  }
  const keys = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (keys.length > 0) return keys;
  throw new KamengError('IDENTITY_INVALID', `这个文件里没有 age 密钥：${path}`, {
    hints: ['应是 age-keygen 写出的文件，里面有一行以 AGE-SECRET-KEY-1 开头'],
  });
}

/**
 * Runs work on a bag, as a folder, an archive, or an archive encrypted with age; that is opened into a temporary
 * folder of ours, which goes with the work.
 * @throws KamengError BAG_NOT_FOUND, BAG_UNREADABLE, KEY_WRONG
 */
export async function withBag<T>(path: string, key: Key, work: (bag: OpenBag) => Promise<T>): Promise<T> {
  if (!isEncryptedFile(path)) return useBag(path, work);
  const folder = makeOwnFolder('bag');
  try {
    const plain = join(folder.path, 'bag.zip');
    const opened = await decryptStream(createReadStream(path), key);
    try {
      await pipeline(opened, createWriteStream(plain, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw explainWrite(error as NodeJS.ErrnoException, plain);
      throw new KamengError('BAG_UNREADABLE', `加密的证据包受损或者不完整：${path}`, {
        hints: ['下载或复制可能没有完成；重新向对方要一份'],
        cause: error,
      });
    }
    return await useBag(plain, work);
  } finally {
    folder.remove();
  }
}

async function useBag<T>(path: string, work: (bag: OpenBag) => Promise<T>): Promise<T> {
  const bag = await openBag(path);
  try {
    return await work(bag);
  } finally {
    bag.close();
  }
}
