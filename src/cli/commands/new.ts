import { basename, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { type CaseFile } from '../../casefile/case-file.ts';
import { createCaseFile } from '../../casefile/open-case.ts';
import { caseInfo, renameCase } from '../../casefile/case-info.ts';
import { currentFacts } from '../../casefile/facts.ts';
import { lackingFacts, missingFacts, viewCase } from '../../clerk/cases/case-view.ts';
import { placeNewCase, rememberCase } from '../../clerk/cases/home.ts';
import { giveFact, refuseFuture } from '../../clerk/intake/record-facts.ts';
import { titleOf } from '../../clerk/intake/title.ts';
import { linkVet, VERDICTS } from '../../clerk/cases/vets.ts';
import { DEMAND_IDS, DISPUTE_IDS, DISPUTES } from '../../model/dispute.ts';
import { KamengError, usageError, type ExitCode } from '../../model/errors.ts';
import { factSpec, normalizeFact, type FactKey } from '../../model/facts.ts';
import { chinaDay } from '../../model/moment.ts';
import { printable, safeFileName } from '../../model/text.ts';
import { type Context } from '../context.ts';
import { parseOptions } from '../parse.ts';
import { coverageLines, nextLines } from '../views/case.ts';
import { factLines } from '../views/facts.ts';
import { paint } from '../views/paint.ts';
import { FACT_OPTIONS } from './fact-options.ts';
import { askLabels } from './add.ts';
import { askFacts, confirmRead, equivalentCommand } from './new-questions.ts';
import { askEvidence, sayWanted } from './new-evidence.ts';
import { intake, refusalError, type Intake } from './take-in.ts';

const text = z.string().optional();
const schema = z.object({
  dispute: z.enum(DISPUTE_IDS).optional(),
  platform: text,
  merchant: text,
  product: text,
  order: text,
  trade: text,
  amount: text,
  paidAt: text,
  paidBy: text,
  demand: z.enum(DEMAND_IDS).optional(),
  title: z.string().trim().min(1, '不能为空').max(100, '最多 100 字').optional(),
  password: text,
  read: z.boolean().default(true),
});

export async function run(
  context: Context,
  [paths]: readonly (string | string[])[],
  raw: Record<string, unknown>,
): Promise<ExitCode | void> {
  const options = parseOptions(schema, raw);
  const given = givenFacts(options, context);
  const list = paths as string[];
  if (!context.interactive && list.length === 0) refuseIncomplete(given);
  refuseNowhere(context, list);

  const file = await openNew(context, given, list, options.title);
  const start = file.path;
  let reported = false;
  try {
    for (const [key, value] of given) giveFact(file, key, value);
    const taken =
      list.length > 0
        ? await intake(context, file, list, {
            read: options.read,
            ...(options.password ? { password: options.password } : {}),
          })
        : undefined;
    if (context.interactive) await converse(context, file, taken);
    else if (!currentFacts(file).demand) giveFact(file, 'demand', 'refund');
    const vet = linkVet(context.world, file);
    if (vet) context.io.say(`买之前核查过这个平台（${VERDICTS[vet.outcome.verdict]}），已一并收入案卷`);
    if (!options.title) renameCase(file, titleOf(currentFacts(file)) ?? caseInfo(file).title);
    report(context, file, taken);
    reported = true;
    refuseMissing(context, file);
    const refused = taken && refusalError(taken);
    if (refused) throw refused;
  } catch (error) {
    if (!reported && existsSync(start)) context.io.say(`案卷已保存：${start}`);
    throw error;
  } finally {
    file.close();
  }
}

/** Facts from options, checked before any file is made. */
function givenFacts(options: z.infer<typeof schema>, context: Context): Map<FactKey, string> {
  const typed: [FactKey, string | undefined][] = [
    ['dispute', options.dispute],
    ['platform', options.platform],
    ['merchant', options.merchant],
    ['product', options.product],
    ['amount', options.amount],
    ['paidAt', options.paidAt],
    ['orderNo', options.order],
    ['tradeNo', options.trade],
    ['paidBy', options.paidBy],
    ['demand', options.demand],
  ];
  const given = new Map<FactKey, string>();
  for (const [key, value] of typed) if (value !== undefined) given.set(key, normalizeFact(key, value));
  for (const [key, value] of given) refuseFuture(key, value, context.now());
  return given;
}

/** Without files nothing can be read: what no option says is missing, all of it in one error. */
function refuseIncomplete(given: Map<FactKey, string>): void {
  const missing = (['dispute', 'platform', 'merchant', 'product', 'amount', 'paidAt', 'orderNo'] as const).filter(
    (key) => !given.has(key),
  );
  if (missing.length === 0) return;
  throw usageError(
    'ANSWERS_MISSING',
    `这里不能提问，还缺 ${missing.length} 项`,
    ...missing.map(
      (key) => `${FACT_OPTIONS[key]} ${factSpec(key).label}${key === 'dispute' ? `：${DISPUTE_IDS.join('、')}` : ''}`,
    ),
    '或给出装着截图的文件夹：kameng new 文件夹 -y',
  );
}

/** Paths of which not one is there are a slip of the hand: no case is opened for it. */
function refuseNowhere(context: Context, paths: readonly string[]): void {
  if (paths.length === 0 || paths.some((path) => path === '-' || existsSync(resolve(context.world.cwd, path)))) return;
  throw new KamengError('PATHS_NOT_FOUND', `没有这个文件或文件夹：${paths.map((path) => printable(path)).join('、')}`, {
    hints: ['检查路径；路径里有空格时加引号', '案卷还没有建'],
  });
}

async function openNew(
  context: Context,
  given: Map<FactKey, string>,
  paths: readonly string[],
  title: string | undefined,
): Promise<CaseFile> {
  if (context.interactive && paths.length === 0 && !given.has('dispute')) {
    // Asked before a file is made: a cancel at the first question leaves nothing behind.
    context.io.say('先说发生了什么。每答一步都会保存，随时可以按 Ctrl-C 停下，下次继续。');
    given.set(
      'dispute',
      await (
        await context.prompter()
      ).select({
        message: '发生了什么？',
        choices: DISPUTE_IDS.map((id) => ({ value: id, name: `${DISPUTES[id].label}：${DISPUTES[id].asks}` })),
      }),
    );
  }
  const dispute = given.get('dispute') as keyof typeof DISPUTES | undefined;
  const from = paths.length === 1 && paths[0] !== '.' ? basename(paths[0]!) : undefined;
  const name =
    title ??
    from ??
    [given.get('merchant') ?? given.get('platform'), dispute && DISPUTES[dispute].label].filter(Boolean).join('-');
  const suggestion = safeFileName([chinaDay(context.now()), name].filter(Boolean).join('-'));
  const path = placeNewCase(context.world, context.options.case, suggestion);
  const file = createCaseFile(path, title ?? (name || suggestion), context.now);
  rememberCase(context.world, file.path);
  return file;
}

async function converse(context: Context, file: CaseFile, taken: Intake | undefined): Promise<void> {
  const prompter = await context.prompter();
  if (taken) {
    await askLabels(context, file, taken.added);
    await confirmRead(context, prompter, file);
  }
  await askFacts(context, prompter, file);
  if (!taken) {
    sayWanted(context, currentFacts(file).dispute?.value);
    await askEvidence(context, prompter, file);
  }
  context.io.say(`下次可以直接写：${equivalentCommand(currentFacts(file))}`);
}

function report(context: Context, file: CaseFile, taken: Intake | undefined): void {
  const view = viewCase(file);
  if (context.options.json) {
    const lists = taken ? { added: taken.added, duplicates: taken.duplicates, refused: taken.refused } : {};
    context.io.json({ ...view, ...lists, missing: missingFacts(currentFacts(file)) });
    return;
  }
  const colors = paint(context.io.color.stdout);
  context.io.data(colors.bold(`案卷：${view.case.title}`));
  for (const line of factLines(currentFacts(file), colors, { keys: false, mask: true })) context.io.data(line);
  context.io.data('');
  for (const line of coverageLines(view.coverage, colors, { how: false })) context.io.data(line);
  context.io.data('');
  context.io.data('下一步：');
  for (const line of nextLines(view.next, colors, 3)) context.io.data(line);
  context.io.say(`案卷文件：${file.path}`);
}

/**
 * With --yes nothing is asked: what neither an option nor a file says, and no
 * complaint can do without, is one error. The case stays.
 */
function refuseMissing(context: Context, file: CaseFile): void {
  if (context.interactive) return;
  const missing = lackingFacts(currentFacts(file));
  const open = missingFacts(currentFacts(file)).filter((key) => !missing.includes(key));
  if (open.length > 0)
    context.io.say(
      `没有读到${open.map((key) => `${factSpec(key).label}（kameng facts ${key}=…）`).join('、')}，知道的话补上`,
    );
  if (missing.length === 0) return;
  throw new KamengError(
    'FACTS_MISSING',
    `案卷已建好，但还有 ${missing.length} 项没有读到：${missing.map((key) => factSpec(key).label).join('、')}`,
    {
      hints: missing.map((key) => `kameng facts ${key}=…`),
    },
  );
}
