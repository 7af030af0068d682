import { resolve } from 'node:path';
import { writeCatalogue } from '../../../clerk/letters/export-catalogue.ts';
import type { Context } from '../../context.ts';
import type { ExportOptions } from './options.ts';

export async function run(context: Context, _args: [], options: ExportOptions): Promise<void> {
  await context.withCase(async (file) => {
    context.io.status('正在排版…');
    const written = await writeCatalogue(file, {
      formats: options.format,
      folder: resolve(context.world.cwd, options.out),
      reader: options.for,
      ...(options.redacted ? { redacted: true } : {}),
    });
    context.io.status('');
    if (context.options.json) {
      context.io.json(written);
      return;
    }
    for (const path of written.files) context.io.data(path);
    for (const problem of written.problems) context.io.warn(`kameng: 证据 ${problem.no}：${problem.message}`);
    context.io.say(`证据目录后附 ${written.pageCount} 页`);
    if (options.redacted)
      context.io.say(`遮盖了 ${written.covered.length} 张图片的副本，原件没有改动；发出前请自己再看一遍`);
  });
}
