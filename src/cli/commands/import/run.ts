import { resolve } from 'node:path';
import { viewCase } from '../../../clerk/cases/case-view.ts';
import { importBag } from '../../../clerk/exports/import-bag.ts';
import { printable } from '../../../model/text.ts';
import { bagKey } from '../../bag-key.ts';
import type { Context } from '../../context.ts';
import type { ImportArgs, ImportOptions } from './options.ts';

export async function run(context: Context, [bag]: ImportArgs, options: ImportOptions): Promise<void> {
  const path = resolve(context.world.cwd, bag);
  const key = await bagKey(context, path, options);
  context.io.status('正在核对证据包…');
  const file = await importBag(context.world, path, { key, named: context.options.case, now: context.now });
  context.io.status('');
  const imported: Context = { ...context, options: { ...context.options, case: file } };
  await imported.withCase((open) => {
    if (context.options.json) {
      context.io.json(viewCase(open));
      return;
    }
    context.io.data(printable(file));
    context.io.say('和证据包里的记录逐条核对过，一致。kameng status 查看');
  });
}
