import { KamengError } from '../model/errors.ts';
import type { Context } from './context.ts';
import { flag, path } from './options.ts';
import { readTextFile } from './text-file.ts';

/** Where a script keeps it; on the command line everybody on the machine could read it. */
const VARIABLE = 'KAMENG_PASSPHRASE';

/** How a passphrase is given. */
export const PASSPHRASE_FILE = path(
  '--passphrase-file <file>',
  `口令在这个文件的第一行（也可以用环境变量 ${VARIABLE}）`,
);
/** How a secret key is given. */
export const IDENTITY = path('--identity <file>', 'age 密钥文件，打开用公钥加密的证据包');
export const ASK_PASSPHRASE = flag('--passphrase', '用口令加密，同 --encrypt 不写公钥；在终端里输入，不写在命令里');

/** A passphrase that was written down: in a file, or in the environment. @throws KamengError PASSPHRASE_EMPTY */
export function writtenPassphrase(context: Context, file: string | undefined): string | undefined {
  const written = file === undefined ? context.world.env[VARIABLE] : readTextFile(file).split(/\r?\n/)[0]!;
  if (file !== undefined && written === '')
    throw new KamengError('PASSPHRASE_EMPTY', `口令文件的第一行是空的：${file}`);
  return written === '' ? undefined : written;
}

/**
 * The passphrase for something that is encrypted or to be encrypted.
 * @param twice for a new one: a slip of the finger would lock its writer out too
 * @throws KamengError PASSPHRASE_MISSING, PASSPHRASE_DIFFERS
 */
export async function passphrase(context: Context, file: string | undefined, twice: boolean): Promise<string> {
  const written = writtenPassphrase(context, file);
  if (written !== undefined) return written;
  if (!context.interactive) {
    throw new KamengError('PASSPHRASE_MISSING', '需要口令，这里不能提问', {
      hints: [`用 --passphrase-file 文件，或环境变量 ${VARIABLE}`],
    });
  }
  const prompter = await context.prompter();
  const typed = await prompter.password({ message: twice ? '口令（请记牢，忘了谁也打不开）' : '口令' });
  if (typed === '') throw new KamengError('PASSPHRASE_MISSING', '口令是空的', { hints: ['再运行一次'] });
  if (twice && (await prompter.password({ message: '再输一次' })) !== typed)
    throw new KamengError('PASSPHRASE_DIFFERS', '两次输入的口令不一样', { hints: ['再运行一次'] });
  return typed;
}
