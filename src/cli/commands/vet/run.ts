import {
  keepVet,
  listVets,
  VERDICTS,
  vetItems,
  type Vet,
  type VetAnswer,
  type VetAnswers,
} from '../../../clerk/cases/vets.ts';
import { usageError } from '../../../model/errors.ts';
import { showMoment } from '../../../model/moment.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { clip, paint, table } from '../../views/paint.ts';
import { hanging } from '../../views/wrap.ts';
import type { VetArgs, VetOptions } from './options.ts';

const CHOICES = [
  { value: 'yes', name: '是' },
  { value: 'no', name: '否' },
  { value: 'unknown', name: '还没查' },
] as const satisfies readonly { value: VetAnswer; name: string }[];

export async function run(context: Context, [name]: VetArgs, options: VetOptions): Promise<void> {
  const given = parseAnswers(options.answer ?? []);
  const platform = name === undefined ? await askPlatform(context) : name.trim();
  if (platform === undefined) {
    showKept(context, listVets(context.world));
    return;
  }
  if (platform === '' || platform.length > 100)
    throw usageError('PLATFORM_NAME', '平台名称不能为空，最多 100 字', '例如：kameng vet 橙子卡券');
  const answers = context.interactive ? await askItems(context, given) : given;
  if (!context.interactive && Object.keys(answers).length === 0) {
    throw usageError(
      'ANSWERS_MISSING',
      '这里不能提问，用 --answer 回答',
      ...vetItems().map((item) => `--answer ${item.id}=yes|no|unknown  ${item.question}`),
    );
  }
  show(context, keepVet(context.world, platform, answers, context.now()), options.why === true);
}

function parseAnswers(words: readonly string[]): VetAnswers {
  return Object.fromEntries(
    words.map((word) => {
      const [id, answer, ...rest] = word.split('=');
      if (!id || !answer || rest.length > 0)
        throw usageError('ANSWER_SYNTAX', `要写成 key=value：${word}`, '例如：--answer licence=yes');
      return [id, answer as VetAnswer];
    }),
  );
}

async function askPlatform(context: Context): Promise<string | undefined> {
  if (!context.interactive) return undefined;
  return (await context.prompter())
    .input({ message: '要核查哪个平台或网站？（直接回车看以前的）' })
    .then((text) => text.trim() || undefined);
}

async function askItems(context: Context, given: VetAnswers): Promise<VetAnswers> {
  const prompter = await context.prompter();
  const answers: VetAnswers = { ...given };
  for (const item of vetItems()) {
    if (answers[item.id] !== undefined) continue;
    context.io.say(paint(context.io.color.stderr).dim(item.how));
    answers[item.id] = await prompter.select<VetAnswer>({
      message: item.question,
      choices: CHOICES,
      default: 'unknown',
    });
  }
  return answers;
}

function show(context: Context, vet: Vet, why: boolean): void {
  if (context.options.json) {
    context.io.json({ vet });
    return;
  }
  const { io } = context;
  const colors = paint(io.color.stdout);
  const shade = { go: colors.green, caution: colors.yellow, stop: colors.red }[vet.outcome.verdict];
  io.data(`${printable(vet.platform)}：${shade(VERDICTS[vet.outcome.verdict])}`);
  const marks = {
    stop: colors.red('✗'),
    caution: colors.yellow('!'),
    unknown: colors.dim('?'),
    good: colors.green('✓'),
  };
  const ruleOf = (rule: string | undefined): string => (why && rule ? colors.dim(`（${rule}）`) : '');
  const items = new Map(vetItems().map((item) => [item.id, item]));
  for (const { id, level, text, rule } of vet.outcome.reasons) {
    for (const line of hanging(`  ${marks[level]} `, text + ruleOf(rule), io.width.stdout)) io.data(line);
    const how = level === 'unknown' ? items.get(id)?.how : undefined;
    if (how !== undefined) for (const line of hanging('    ', how, io.width.stdout)) io.data(colors.dim(line));
  }
  io.say('结论已留存；以后为这个平台建档时会一并收入。');
}

function showKept(context: Context, vets: readonly Vet[]): void {
  if (context.options.json) {
    context.io.json({ vets });
    return;
  }
  if (vets.length === 0) context.io.say('还没有核查过。kameng vet 平台名称');
  for (const line of table(
    vets.map((vet) => [showMoment(vet.at).slice(0, 10), clip(vet.platform, 30), VERDICTS[vet.outcome.verdict]]),
  ))
    context.io.data(line);
}
