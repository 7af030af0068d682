import { verifyCase } from '../../clerk/cases/verify-case.ts';
import { EXIT, type ExitCode } from '../../model/errors.ts';
import type { Context } from '../context.ts';
import { paint, showBytes } from '../views/paint.ts';
import { progressBar } from '../views/progress.ts';

export async function run(context: Context): Promise<ExitCode> {
  return context.withCase((file) => {
    let bar: ReturnType<typeof progressBar> | undefined;
    const result = verifyCase(file, (done, total) => {
      bar ??= progressBar(context.io, '校验', total);
      bar.update(done);
    });
    bar?.done();
    if (context.options.json) {
      context.io.json(result);
      return result.ok ? EXIT.done : EXIT.damage;
    }
    const colors = paint(context.io.color.stdout);
    const { exhibits, bytes, entries } = result.checked;
    context.io.data(`校验了 ${exhibits} 件证据、${showBytes(bytes)}、${entries} 条操作记录`);
    for (const problem of result.problems) context.io.data(`  ${colors.red('✗')} ${problem.message}`);
    context.io.data(result.ok ? colors.green('完好') : colors.red(`发现 ${result.problems.length} 处问题`));
    for (const claim of result.claims) context.io.say(colors.dim(claim));
    if (!result.ok) context.io.say('先保留这个文件，不要删除；用最近的备份或副本继续。');
    return result.ok ? EXIT.done : EXIT.damage;
  });
}
