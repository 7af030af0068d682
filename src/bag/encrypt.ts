import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { KamengError } from '../model/errors.ts';

/** Who may open an export: whoever has the key of one of these, or knows the passphrase. */
export interface Lock {
  /** Public keys: `age1…`. */
  recipients?: readonly string[];
  passphrase?: string;
}

/** What opens it: a secret key (`AGE-SECRET-KEY-1…`) or the passphrase. */
export interface Key {
  identities?: readonly string[];
  passphrase?: string;
}

/** The first words of every age file. */
const AGE_MARK = 'age-encryption.org/v1';

export function isEncrypted(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, AGE_MARK.length)).toString('latin1') === AGE_MARK;
}

/**
 * A stream encrypted as `age` does, in pieces: memory does not grow with it.
 * @throws KamengError RECIPIENT_INVALID
 */
export async function encryptStream(plain: Readable, lock: Lock): Promise<Readable> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of lock.recipients ?? []) {
    try {
      encrypter.addRecipient(recipient);
    } catch (cause) {
      throw new KamengError('RECIPIENT_INVALID', `这不是 age 公钥：${recipient}`, {
        hints: ['公钥以 age1 开头，由对方用 age-keygen 生成后给你'],
        cause,
      });
    }
  }
  if (lock.passphrase !== undefined) encrypter.setPassphrase(lock.passphrase);
  const encrypted = await encrypter.encrypt(toWeb(plain));
  return Readable.fromWeb(encrypted as WebStream);
}

/**
 * The other way.
 * @throws KamengError KEY_WRONG when none of the keys opens it
 */
export async function decryptStream(cipher: Readable, key: Key): Promise<Readable> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    for (const identity of key.identities ?? []) decrypter.addIdentity(identity);
    if (key.passphrase !== undefined) decrypter.addPassphrase(key.passphrase);
    const plain = await decrypter.decrypt(toWeb(cipher));
    return Readable.fromWeb(plain as WebStream);
  } catch (cause) {
    cipher.destroy();
    throw new KamengError('KEY_WRONG', '口令或者密钥打不开这个文件', {
      hints: ['核对口令；用公钥加密的要给出对应的密钥文件：--identity 文件'],
      cause,
    });
  }
}

function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
}
