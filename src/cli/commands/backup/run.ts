import { resolve } from 'node:path';
import { longHead } from '../../../clerk/integrity/anchor.ts';
import { backupCase } from '../../../clerk/exports/backup-case.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import type { BackupOptions } from './options.ts';

export async function run(context: Context, _args: [], options: BackupOptions): Promise<void> {
  await context.withCase(async (file) => {
    const out = options.out === undefined ? undefined : resolve(context.world.cwd, options.out);
    const made = await backupCase(context.world, file, out);
    if (context.options.json) {
      context.io.json(made);
      return;
    }
    context.io.data(printable(made.backup));
    context.io.say(`案卷指纹 ${longHead(made.head)}`);
    if (out === undefined) context.io.say('备份和案卷在同一台电脑上；重要的案卷再复制一份到别的磁盘：--out 文件夹');
  });
}
