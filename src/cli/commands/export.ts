import { resolve } from 'node:path';
import { z } from 'zod';
import { writeCatalogue } from '../../clerk/letters/export-catalogue.ts';
import { type Context } from '../context.ts';
import { parseOptions } from '../parse.ts';

const FORMATS = ['docx', 'pdf'] as const;

const schema = z.object({
  out: z.string().min(1).default('证据目录'),
  redacted: z.boolean().optional(),
  format: z
    .string()
    .default('docx,pdf')
    .transform((text, ctx) => {
      const list = text
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean);
      if (list.length === 0 || list.some((word) => !(FORMATS as readonly string[]).includes(word))) {
        ctx.addIssue(`可选：${FORMATS.join('、')}`);
        return z.NEVER;
      }
      return list as (typeof FORMATS)[number][];
    }),
});

export async function run(
  context: Context,
  _args: readonly (string | string[])[],
  raw: Record<string, unknown>,
): Promise<void> {
  const options = parseOptions(schema, raw);
  await context.withCase(async (file) => {
    context.io.status('正在排版…');
    const written = await writeCatalogue(file, {
      formats: options.format,
      folder: resolve(context.world.cwd, options.out),
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
