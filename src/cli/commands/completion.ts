import { usageError } from '../../model/errors.ts';
import { type Context } from '../context.ts';
import { completionScript, SHELLS, type Shell } from '../completion.ts';

export async function run(context: Context, [shell]: readonly (string | string[])[]): Promise<void> {
  if (!(SHELLS as readonly string[]).includes(shell as string)) {
    throw usageError('SHELL_UNKNOWN', `没有 ${String(shell)} 的补全脚本`, `可选：${SHELLS.join('、')}`);
  }
  context.io.data(completionScript(shell as Shell, context.program).trimEnd());
}
