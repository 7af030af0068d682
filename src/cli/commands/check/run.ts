import { checkCase, type CaseCheck } from '../../../clerk/cases/check-case.ts';
import { EXIT, type ExitCode } from '../../../model/errors.ts';
import { factSpec } from '../../../model/facts.ts';
import { chinaDay } from '../../../model/moment.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { coverageLines, dueWords } from '../../views/case.ts';
import { BASES } from '../../views/route.ts';
import { conflictLine, unreadLine } from '../../views/conflicts.ts';
import { offeredCommand, offeredWords } from '../../views/offered.ts';
import { paint } from '../../views/paint.ts';
import { columns, hanging } from '../../views/wrap.ts';
import type { CheckOptions } from './options.ts';

export async function run(context: Context, _args: [], options: CheckOptions): Promise<ExitCode> {
  return context.withCase(async (file) => {
    const result = await checkCase(file);
    if (context.options.json) context.io.json(result);
    else show(context, result, options);
    return result.ready ? EXIT.done : EXIT.gaps;
  });
}

/** What does not fit together is named so often before it is folded. */
const MOST_TROUBLES = 8;

function show({ io, now }: Context, result: CaseCheck, { all, why }: CheckOptions): void {
  const colors = paint(io.color.stdout);
  const width = io.width.stdout;
  const say = (mark: string, text: string): void => {
    for (const line of hanging(`  ${mark} `, text, width)) io.data(line);
  };
  if (result.settled) {
    io.data('已经了结，不用再补证据。');
    io.data('钱没到账，或者对方又不认了，记下来就接着办：kameng followup --result none');
    return;
  }
  // Of a plain sale nothing need be said; of any other relation, and of a question that decides it, before the proof.
  if (result.basis.id !== 'sale' && result.basis.id !== 'service')
    for (const line of hanging(
      '',
      `法律关系：${BASES[result.basis.id]}${why ? `（${result.basis.rules.join('、')}）` : ''}`,
      width,
    ))
      io.data(line);
  if (result.question) say(colors.yellow('?'), `${result.question.question}${result.question.why}：kameng route`);
  for (const line of coverageLines(result.coverage, colors, { how: true, width })) io.data(line);
  for (const key of result.missing) say(colors.red('✗'), `没有${factSpec(key).label}：kameng facts ${key}=…`);
  const troubles: [string, string][] = [
    ...result.conflicts.map((one): [string, string] => [
      colors.red('✗'),
      conflictLine(one, all ? Infinity : undefined),
    ]),
    ...result.unread.map((one): [string, string] => [colors.yellow('!'), unreadLine(one)]),
    ...result.foreign.map((one): [string, string] => [
      colors.yellow('!'),
      `证据 ${one.exhibit} 像是另一笔订单的，${printable(one.reason)}`,
    ]),
    ...result.notes.map((note): [string, string] => [colors.yellow('!'), `证据 ${note.exhibit}：${note.message}`]),
  ];
  // A screen of them says no more than the first few.
  const shown = all ? troubles : troubles.slice(0, MOST_TROUBLES);
  for (const [mark, text] of shown) say(mark, text);
  if (troubles.length > shown.length) say('·', `其余 ${troubles.length - shown.length} 项：kameng check --all`);
  for (const rule of result.offeredRules)
    say(
      colors.yellow('?'),
      `${offeredWords(rule)}，像是平台自己的规则，还没算进期限；` +
        `是就记下（不是，在后面加 --decline）：${offeredCommand(rule)}`,
    );
  for (const advice of result.advice) say(colors.dim('+'), colors.dim(`有更好：${advice.message}`));
  const [first, ...others] = result.fixing;
  if (first) {
    say(colors.dim('+'), colors.dim(`${first.label}：${first.how}${why ? `（${first.rule}）` : ''}`));
    const more = others.map(({ label }) => label).join('、');
    if (more !== '') say(colors.dim('+'), colors.dim(`还可以：${more}：kameng help 固定证据`));
  }
  if (result.windows.length > 0) io.data('期限：');
  const today = chinaDay(now());
  const rows = result.windows.map((window) => {
    const left = window.left < 0 ? colors.red(`已过 ${-window.left} 天`) : dueWords(window.due, today);
    return [`  ${left}`, `${window.what}${why ? colors.dim(`（${window.rule}）`) : ''}`];
  });
  for (const line of columns(rows, width)) io.data(line);
  io.data(result.ready ? colors.green('可以投诉了：kameng letter') : colors.red('还不齐，补上打 ✗ 的再投诉更有把握'));
}
