import { resolve } from 'node:path';
import { longHead } from '../../../clerk/integrity/anchor.ts';
import { bagClaims, checkBag } from '../../../clerk/exports/import-bag.ts';
import { sealLine } from '../../../clerk/integrity/seal-words.ts';
import {
  isDamage,
  parseHead,
  unopened,
  verifyWhole,
  type WholeVerification,
} from '../../../clerk/integrity/verify-case.ts';
import { EXIT, usageError, type ExitCode } from '../../../model/errors.ts';
import { printable } from '../../../model/text.ts';
import { bagKey } from '../../bag-key.ts';
import type { Context } from '../../context.ts';
import { paint, showBytes } from '../../views/paint.ts';
import { progressBar } from '../../views/progress.ts';
import type { VerifyArgs, VerifyOptions } from './options.ts';

export async function run(context: Context, [bag]: VerifyArgs, options: VerifyOptions): Promise<ExitCode> {
  if (options.against !== undefined) parseHead(options.against);
  if (bag === undefined) return verifyOpened(context, options);
  // Who names a case here means the case.
  if (bag.endsWith('.kameng')) {
    const named = { ...context.options, case: resolve(context.world.cwd, bag) };
    return verifyOpened({ ...context, options: named }, options);
  }
  if (options.against !== undefined)
    throw usageError(
      'VERIFY_USAGE',
      '--against 用于案卷；证据包的指纹印在它的 bag-info.txt 里',
      '先导入再比对：kameng import',
    );
  return verifyBag(context, resolve(context.world.cwd, bag), options);
}

async function verifyOpened(context: Context, options: VerifyOptions): Promise<ExitCode> {
  let result: WholeVerification;
  try {
    result = await context.withCase(async (file) => {
      let bar: ReturnType<typeof progressBar> | undefined;
      const found = await verifyWhole(file, {
        against: options.against,
        progress: (done, total) => {
          bar ??= progressBar(context.io, '校验', total);
          bar.update(done);
        },
      });
      bar?.done();
      return found;
    });
  } catch (error) {
    // A file that is too damaged to be opened is what this command is there to find.
    if (!isDamage(error)) throw error;
    result = unopened(error);
  }
  if (context.options.json) context.io.json(result);
  else show(context, result);
  return result.ok ? EXIT.done : EXIT.damage;
}

function show({ io }: Context, result: WholeVerification): void {
  const colors = paint(io.color.stdout);
  const { exhibits, bytes, entries } = result.checked;
  io.data(`校验了 ${exhibits} 件证据、${showBytes(bytes)}、${entries} 条操作记录`);
  for (const problem of result.problems) io.data(`  ${colors.red('✗')} ${printable(problem.message)}`);
  if (result.head) io.data(`案卷指纹：${longHead(result.head)}`);
  if (result.against?.standing === 'same') io.data(colors.green('和给出的指纹一致，之后没有新的记录'));
  if (result.against?.standing === 'grown') {
    io.data(colors.green(`给出的指纹是第 ${result.against.head!.seq} 条，在这个案卷里；之后又记了新的`));
  }
  for (const seal of result.seals) io.data(sealLine(seal));
  io.data(result.ok ? colors.green('完好') : colors.red(`发现 ${result.problems.length} 处问题`));
  for (const claim of result.claims) io.say(printable(claim));
  if (!result.ok) io.say('先保留这个文件，不要删除；用最近的备份或副本继续。');
}

async function verifyBag(context: Context, path: string, options: VerifyOptions): Promise<ExitCode> {
  const { io } = context;
  const key = await bagKey(context, path, options);
  io.status('正在核对证据包…');
  const result = await checkBag(path, key);
  io.status('');
  if (context.options.json) {
    io.json({ bag: path, ...result, claims: bagClaims(result.ok) });
    return result.ok ? EXIT.done : EXIT.damage;
  }
  const colors = paint(io.color.stdout);
  io.data(`核对了 ${result.checked.files} 个文件、${showBytes(result.checked.bytes)}`);
  for (const problem of result.problems)
    io.data(`  ${problem.warning ? colors.yellow('!') : colors.red('✗')} ${printable(problem.message)}`);
  const wrong = result.problems.filter(({ warning }) => !warning).length;
  io.data(result.ok ? colors.green('完好') : colors.red(`发现 ${wrong} 处问题`));
  for (const claim of bagClaims(result.ok)) io.say(claim);
  return result.ok ? EXIT.done : EXIT.damage;
}
