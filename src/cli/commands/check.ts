import { checkCase, type CaseCheck } from '../../clerk/cases/check-case.ts';
import { EXIT, type ExitCode } from '../../model/errors.ts';
import { factSpec } from '../../model/facts.ts';
import { showMoment } from '../../model/moment.ts';
import { printable } from '../../model/text.ts';
import type { Context } from '../context.ts';
import { coverageLines } from '../views/case.ts';
import { conflictLine, unreadLine } from '../views/conflicts.ts';
import { paint } from '../views/paint.ts';

export async function run(context: Context): Promise<ExitCode> {
  return context.withCase((file) => {
    const result = checkCase(file);
    if (context.options.json) context.io.json(result);
    else show(context, result);
    return result.ready ? EXIT.done : EXIT.gaps;
  });
}

function show({ io }: Context, result: CaseCheck): void {
  const colors = paint(io.color.stdout);
  for (const line of coverageLines(result.coverage, colors, { how: true, width: io.width.stdout })) io.data(line);
  for (const key of result.missing) io.data(`  ${colors.red('✗')} 没有${factSpec(key).label}：kameng facts ${key}=…`);
  for (const conflict of result.conflicts) io.data(`  ${colors.red('✗')} ${conflictLine(conflict)}`);
  for (const one of result.unread) io.data(`  ${colors.yellow('!')} ${unreadLine(one)}`);
  for (const one of result.foreign)
    io.data(`  ${colors.yellow('!')} 证据 ${one.exhibit} 像是另一笔订单的：${printable(one.reason)}`);
  for (const note of result.notes) io.data(`  ${colors.yellow('!')} 证据 ${note.exhibit}：${note.message}`);
  for (const advice of result.advice) io.data(colors.dim(`  + 有更好：${advice.message}`));
  if (result.windows.length > 0) io.data('期限：');
  for (const window of result.windows) {
    const left = window.left < 0 ? colors.red(`已过 ${-window.left} 天`) : `还有 ${window.left} 天`;
    io.data(`  ${left}  ${showMoment(window.due)}  ${window.what}${colors.dim(`（${window.rule}）`)}`);
  }
  io.data(result.ready ? colors.green('可以投诉了：kameng letter') : colors.red('还不齐，补上打 ✗ 的再投诉更有把握'));
}
