import { usageError } from '../../../model/errors.ts';
import type { Context } from '../../context.ts';
import { SHELLS, type Shell } from './options.ts';
import { completionScript } from './script.ts';

export async function run(context: Context, [shell]: [string]): Promise<void> {
  if (!(SHELLS as readonly string[]).includes(shell)) {
    throw usageError('SHELL_UNKNOWN', `没有 ${shell} 的补全脚本`, `可选：${SHELLS.join('、')}`);
  }
  context.io.data(completionScript(shell as Shell).trimEnd());
}
