import { resolve } from 'node:path';
import { isEncryptedFile, readIdentities, type Key } from '../clerk/files/bag.ts';
import type { Context } from './context.ts';
import { passphrase } from './passphrase.ts';

/** What opens this bag: nothing where it is not encrypted. @throws KamengError IDENTITY_INVALID, PASSPHRASE_MISSING */
export async function bagKey(
  context: Context,
  bag: string,
  options: { identity?: string | undefined; passphraseFile?: string | undefined },
): Promise<Key> {
  if (!isEncryptedFile(bag)) return {};
  if (options.identity !== undefined)
    return { identities: readIdentities(resolve(context.world.cwd, options.identity)) };
  const file = options.passphraseFile;
  return { passphrase: await passphrase(context, file && resolve(context.world.cwd, file), false) };
}
