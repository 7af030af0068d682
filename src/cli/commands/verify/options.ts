import { declare, type Args, type Options } from '../../command.ts';
import { text } from '../../options.ts';
import { IDENTITY, PASSPHRASE_FILE } from '../../passphrase.ts';

export const VERIFY = declare(
  'verify [bag]',
  '重新校验每个字节和每条记录；给出证据包则核对证据包',
  {
    against: text('--against <head>', '和纸上印的案卷指纹比对，例如 12:a1b2c3d4e5f6'),
    identity: IDENTITY,
    passphraseFile: PASSPHRASE_FILE,
  },
  ['kameng verify', 'kameng verify 证据包.zip', 'kameng verify --against 12:a1b2c3d4e5f6'],
);

export type VerifyArgs = Args<typeof VERIFY>;
export type VerifyOptions = Options<typeof VERIFY>;
