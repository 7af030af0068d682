import { resolve } from 'node:path';
import { longHead } from '../../../clerk/integrity/anchor.ts';
import { exportBag } from '../../../clerk/exports/export-bag.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import type { Lock } from '../../../clerk/files/bag.ts';
import { writeCatalogue } from '../../../clerk/exports/export-catalogue.ts';
import { writeReport } from '../../../clerk/exports/export-report.ts';
import { usageError } from '../../../model/errors.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { passphrase } from '../../passphrase.ts';
import { showBytes } from '../../views/paint.ts';
import { progressBar } from '../../views/progress.ts';
import type { ExportOptions } from './options.ts';

export async function run(context: Context, _args: [], options: ExportOptions): Promise<void> {
  const { bag, zip, encrypt, encryptTo, passphraseFile } = options;
  if (options.report && bag) throw usageError('EXPORT_USAGE', '报告和证据包要分两次导出', '先 --report，再 --bag');
  if (!bag && (zip || encrypt !== undefined || encryptTo || options.passphrase || passphraseFile !== undefined))
    throw usageError('EXPORT_USAGE', '压缩和加密用于证据包', '加上 --bag');
  if (options.report) return report(context, options);
  const lock = bag ? await lockOf(context, options) : undefined;
  await context.withCase((file) => (bag ? packBag(context, file, options, lock) : catalogue(context, file, options)));
}

/** Who may open the bag; undefined for one that is not encrypted. @throws KamengError of passphrase, EXPORT_USAGE */
async function lockOf(context: Context, options: ExportOptions): Promise<Lock | undefined> {
  const { encrypt, encryptTo = [], passphraseFile } = options;
  const bySecret = encrypt === true || options.passphrase === true || passphraseFile !== undefined;
  const recipients = typeof encrypt === 'string' ? [encrypt, ...encryptTo] : encryptTo;
  if (recipients.length > 0 && bySecret)
    throw usageError('EXPORT_USAGE', '公钥和口令只能用一种', '用 --encrypt age1…，或者只写 --encrypt');
  if (recipients.length > 0) return { recipients };
  if (!bySecret) return undefined;
  return { passphrase: await passphrase(context, passphraseFile && resolve(context.world.cwd, passphraseFile), true) };
}

async function packBag(
  context: Context,
  file: OpenCase,
  options: ExportOptions,
  lock: Lock | undefined,
): Promise<void> {
  context.io.status('正在打包…');
  const made = await exportBag(file, {
    folder: resolve(context.world.cwd, options.out ?? '.'),
    ...(options.zip ? { zip: true } : {}),
    ...(options.redacted ? { redacted: true } : {}),
    ...(lock ? { lock } : {}),
  });
  context.io.status('');
  if (context.options.json) {
    context.io.json(made);
    return;
  }
  context.io.data(printable(made.bag));
  context.io.say(`${made.files} 个文件，${showBytes(made.bytes)}；案卷指纹 ${longHead(made.head)}`);
  context.io.say(
    made.redacted
      ? '只有遮盖后的目录和遮盖过的文书，不能再导入；发出前请自己再看一遍'
      : '里面有全部证据和个人信息，只交给需要的人；核对办法写在“怎样核对.txt”里',
  );
}

async function catalogue(context: Context, file: OpenCase, options: ExportOptions): Promise<void> {
  context.io.status('正在排版…');
  const written = await writeCatalogue(file, {
    formats: options.format,
    folder: resolve(context.world.cwd, options.out ?? '证据目录'),
    reader: options.for,
    ...(options.redacted ? { redacted: true } : {}),
  });
  context.io.status('');
  if (context.options.json) {
    context.io.json(written);
    return;
  }
  for (const path of written.files) context.io.data(printable(path));
  for (const problem of written.problems) context.io.warn(`kameng: 证据 ${problem.no}：${problem.message}`);
  context.io.say(`证据目录后附 ${written.pageCount} 页`);
  if (options.redacted)
    context.io.say(`遮盖了 ${written.covered.length} 张图片的副本，原件没有改动；发出前请自己再看一遍`);
}

async function report(context: Context, options: ExportOptions): Promise<void> {
  const { io, world } = context;
  await context.withCase(async (file) => {
    let bar: ReturnType<typeof progressBar> | undefined;
    const written = await writeReport(file, {
      world,
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
