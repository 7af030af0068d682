import { declare, type Args, type Options } from '../../command.ts';
import { IDENTITY, PASSPHRASE_FILE } from '../../passphrase.ts';

export const IMPORT = declare(
  'import <bag>',
  '把导出的证据包（文件夹、.zip、.age）还原成案卷',
  {
    identity: IDENTITY,
    passphraseFile: PASSPHRASE_FILE,
  },
  ['kameng import 证据包.zip'],
);

export type ImportArgs = Args<typeof IMPORT>;
export type ImportOptions = Options<typeof IMPORT>;
