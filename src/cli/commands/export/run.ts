import { resolve } from 'node:path';
import { writeCatalogue } from '../../../clerk/letters/export-catalogue.ts';
import { writeReport } from '../../../clerk/letters/export-report.ts';
import type { Context } from '../../context.ts';
import { showBytes } from '../../views/paint.ts';
import { progressBar } from '../../views/progress.ts';
import type { ExportOptions } from './options.ts';

export async function run(context: Context, _args: [], options: ExportOptions): Promise<void> {
  if (options.report) return report(context, options);
  await context.withCase(async (file) => {
    context.io.status('正在排版…');
    const written = await writeCatalogue(file, {
      formats: options.format,
      folder: resolve(context.world.cwd, options.out ?? '证据目录'),
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

async function report(context: Context, options: ExportOptions): Promise<void> {
  const { io, world } = context;
  await context.withCase(async (file) => {
    let bar: ReturnType<typeof progressBar> | undefined;
    const written = await writeReport(file, {
      path: resolve(world.cwd, options.out ?? '案卷报告.html'),
      redacted: options.redacted ?? false,
      progress: (done, all) => (bar ??= progressBar(io, '报告', all, { unit: 'pieces' })).update(done),
    });
    bar?.done();
    if (context.options.json) {
      io.json(written);
      return;
    }
    for (const path of written.files) io.data(path);
    for (const problem of written.problems) io.warn(`kameng: ${problem}`);
    if (written.leftOut.length > 0)
      io.say(`证据 ${written.leftOut.join('、')} 的图片没有放：全放进去这一页就发不出去了，原件在案卷里`);
    io.say(`一页网页，${showBytes(written.bytes)}，用任何浏览器打开，不联网`);
    io.say(
      options.redacted
        ? '姓名、号码和卡密已遮盖；发出前请自己再看一遍'
        : '里面有订单号和图片原样；给别人看时加 --redacted 遮盖',
    );
  });
}
