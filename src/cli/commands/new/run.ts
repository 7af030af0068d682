import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { coreFacts, lackingFacts, missingFacts, viewCase } from '../../../clerk/cases/case-view.ts';
import { completeNewCase, nameNewCase, openNewCase } from '../../../clerk/cases/new-case.ts';
import { openQuestions } from '../../../clerk/cases/route-case.ts';
import { closeCase, type OpenCase } from '../../../clerk/cases/open-case.ts';
import { caseName } from '../../../clerk/cases/home.ts';
import { VERDICTS } from '../../../clerk/cases/vets.ts';
import { assignFacts } from '../../../clerk/intake/reconcile-facts.ts';
import { factsOf, refuseFuture } from '../../../clerk/intake/record-facts.ts';
import { caseWithFiles } from '../../../clerk/intake/known-evidence.ts';
import type { TakenIn } from '../../../clerk/intake/take-in-paths.ts';
import { DISPUTE_IDS, type Dispute } from '../../../model/dispute.ts';
import { KamengError, usageError } from '../../../model/errors.ts';
import { factSpec, standingValue, type FactKey } from '../../../model/facts.ts';
import { chinaDay } from '../../../model/moment.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import type { Prompter } from '../../prompter.ts';
import { quote, sayCommand } from '../../command-line.ts';
import { askConflicts, askLabels, refusalError, takeIn } from '../../take-in.ts';
import { askOffered } from '../../ask-offered.ts';
import { askPurchase } from '../../ask-purchase.ts';
import { groundOf, meantPath } from '../../paths.ts';
import { typedFact } from '../../understand.ts';
import { coverageBrief, nextLines } from '../../views/case.ts';
import { factLines } from '../../views/facts.ts';
import { paint } from '../../views/paint.ts';
import { askGates } from '../../ask-gates.ts';
import { askEvidence, askFirstFiles, sayWanted } from './evidence.ts';
import { factFlag, typedFacts } from './fact-flags.ts';
import type { NewArgs, NewOptions } from './options.ts';
import { partOrders } from './orders.ts';
import { askFacts, askWhatHappened, confirmRead, equivalentCommands } from './questions.ts';

export async function run(context: Context, [given]: NewArgs, options: NewOptions): Promise<void> {
  const facts = await givenFacts(options, context);
  const told = given.length > 0 || facts.has('dispute');
  const paths = told || !context.interactive ? given : await askFirstFiles(context);
  if (!context.interactive && paths.length === 0) refuseIncomplete(facts);
  refuseNowhere(context, paths);
  if (context.interactive && paths.length === 0 && !facts.has('dispute')) {
    context.io.say('先说发生了什么。每答一步都会保存，随时可以按 Ctrl-C 停下，下次继续。');
    facts.set('dispute', await askWhatHappened(await context.prompter()));
  }
  if (await isKnown(context, paths)) return;
  const from = paths.length === 1 && paths[0] !== '.' ? basename(paths[0]!) : undefined;
  const named = context.options.case;
  const file = openNewCase(context.world, context.now, { facts, title: options.title, from, named });
  let reported = false;
  try {
    const taken = await fill(context, file, { facts, paths, options });
    const vet = completeNewCase(context.world, file, options.title);
    if (vet) context.io.say(`买之前核查过这个平台（${VERDICTS[vet.outcome.verdict]}），已一并收入案卷`);
    show(context, file, taken);
    reported = true;
    refuseMissing(context, file);
    const refused = taken && refusalError(taken);
    if (refused) throw refused;
  } catch (error) {
    if (!reported && existsSync(file.path)) {
      // What was read and answered so far names it: it is found again by that, and so are its letters.
      nameNewCase(file, options.title);
      context.io.say(`案卷已保存：${file.path}`);
      // The menu asks on where the questions were left.
      if (context.interactive) context.io.say('下次接着答：kameng，打开案卷，选“回答问题”');
    }
    throw error;
  } finally {
    closeCase(context.world, file);
  }
}

/** Puts into a new case what options say, what files hold, and what is answered. */
async function fill(
  context: Context,
  file: OpenCase,
  given: { facts: ReadonlyMap<FactKey, string>; paths: readonly string[]; options: NewOptions },
): Promise<TakenIn | undefined> {
  const { read, password } = given.options;
  assignFacts(file, [...given.facts]);
  const how = { read, password, partsOrders: true };
  const taken = given.paths.length > 0 ? await takeIn(context, file, given.paths, how) : undefined;
  await partOrders(context, file, taken, given.options.split === true, given.paths);
  if (context.interactive) await converse(context, file, given.paths, taken);
  return taken;
}

/** Facts from options, checked before any file is made. */
async function givenFacts(options: NewOptions, context: Context): Promise<Map<FactKey, string>> {
  const given = new Map<FactKey, string>();
  for (const [key, value] of typedFacts(options)) given.set(key, await typedFact(context, key, value));
  for (const [key, value] of given) refuseFuture(key, value, context.now());
  return given;
}

/** Without files nothing can be read: what no option says is missing, all of it in one error. */
function refuseIncomplete(given: Map<FactKey, string>): void {
  const inChat = given.get('site') === 'private_chat';
  // Whoever was paid in a chat has an account or a number, which no option of this command takes.
  const missing = coreFacts(given.get('site')).filter((key) => !given.has(key) && !(inChat && key === 'merchant'));
  if (missing.length === 0) return;
  throw usageError(
    'ANSWERS_MISSING',
    `这里不能提问，还缺 ${missing.length} 项`,
    ...missing.map(
      (key) => `${factFlag(key)} ${factSpec(key).label}${key === 'dispute' ? `：${DISPUTE_IDS.join('、')}` : ''}`,
    ),
    ...(missing.includes('orderNo') || missing.includes('platform')
      ? ['微信、QQ 里私下买的没有平台和订单号：加上 --site private_chat']
      : []),
    '或给出装着截图的文件夹：kameng new 文件夹 -y',
  );
}

/**
 * The same pictures a second time are the same dispute, as a rule.
 * @returns whether the buyer goes on with that case
 */
async function isKnown(context: Context, paths: readonly string[]): Promise<boolean> {
  const known = paths.length > 0 ? caseWithFiles(context.world, context.now, paths) : undefined;
  if (!known) return false;
  const told = `这里有 ${known.files} 个文件已经在案卷“${printable(known.title)}”里`;
  if (!context.interactive) {
    context.io.say(`${told}；要补进那个案卷：kameng add -c ${quote(caseName(known.path))}`);
    return false;
  }
  const chosen = await (
    await context.prompter()
  ).select({
    message: `${told}。`,
    choices: [
      { value: 'add', name: '补进那个案卷' },
      { value: 'new', name: '另建一个案卷' },
    ],
  });
  if (chosen === 'new') return false;
  const bound: Context = { ...context, options: { ...context.options, case: known.path } };
  const add = context.commands.find(({ name }) => name === 'add')!;
  await add.run(bound, [paths], {});
  return true;
}

/** Paths of which not one is there are a slip of the hand: no case is opened for it. */
function refuseNowhere(context: Context, paths: readonly string[]): void {
  const ground = groundOf(context.world);
  if (
    paths.length === 0 ||
    paths.some((path) => path === '-' || existsSync(resolve(context.world.cwd, meantPath(path, ground))))
  )
    return;
  throw new KamengError('PATHS_NOT_FOUND', `没有这个文件或文件夹：${paths.map((path) => printable(path)).join('、')}`, {
    hints: ['检查路径；路径里有空格时加引号', '案卷还没有建'],
  });
}

async function converse(
  context: Context,
  file: OpenCase,
  paths: readonly string[],
  taken: TakenIn | undefined,
): Promise<void> {
  const prompter = await context.prompter();
  let read: FactKey[] = [];
  let takenOver: string[][] = [];
  if (taken) {
    await askLabels(context, file, taken.added);
    await askConflicts(context, file, taken.reconciliation?.conflicts ?? []);
    await askPurchase(context, file);
    read = await confirmRead(context, prompter, file);
    takenOver = await askOffered(context, prompter, file);
  }
  await askFacts(context, file);
  await askMore(context, prompter, file);
  if (!taken) {
    sayWanted(context, standingValue(factsOf(file), 'dispute') as Dispute | undefined);
    await askEvidence(context, prompter, file);
  }
  sayCommand(context, ...equivalentCommands(context, factsOf(file), paths, read), ...takenOver);
}

/** The few questions that say whom to turn to first, while the matter is before his eyes; he may leave them for later. */
async function askMore(context: Context, prompter: Prompter, file: OpenCase): Promise<void> {
  if (openQuestions(file).length === 0) return;
  const message = '再答几个问题，就知道该找谁。现在答吗？';
  if (await prompter.confirm({ message, default: true })) await askGates(context, file);
}

function show(context: Context, file: OpenCase, taken: TakenIn | undefined): void {
  const view = viewCase(file);
  if (context.options.json) {
    const lists = taken ? { added: taken.added, duplicates: taken.duplicates, refused: taken.refused } : {};
    context.io.json({ ...view, ...lists, missing: missingFacts(factsOf(file)) });
    return;
  }
  const colors = paint(context.io.color.stdout);
  const width = context.io.width.stdout;
  context.io.data(colors.bold(`案卷：${view.case.title}`));
  // On a terminal he has just said yes to them, one screen ago.
  if (!context.interactive)
    for (const line of factLines(factsOf(file), colors, { keys: false, mask: true, all: false, width }))
      context.io.data(line);
  for (const line of coverageBrief(view.coverage, colors, width)) context.io.data(line);
  context.io.say(colors.dim(`案卷文件：${file.path}`));
  context.io.data('');
  const look = { today: chinaDay(context.now()), width, most: 3 };
  for (const line of nextLines(view.next, colors, look)) context.io.data(line);
}

/**
 * With --yes nothing is asked: what neither an option nor a file says, and no
 * complaint can do without, is one error. The case stays.
 */
function refuseMissing(context: Context, file: OpenCase): void {
  if (context.interactive) return;
  const missing = lackingFacts(factsOf(file));
  const open = missingFacts(factsOf(file)).filter((key) => !missing.includes(key));
  if (open.length > 0)
    context.io.say(
      `还没有定下${open.map((key) => `${factSpec(key).label}（kameng facts ${key}=…）`).join('、')}，知道的话补上`,
    );
  if (missing.length === 0) return;
  throw new KamengError(
    'FACTS_MISSING',
    `案卷已建好，但还有 ${missing.length} 项没有定下：${missing.map((key) => factSpec(key).label).join('、')}`,
    {
      hints: missing.map((key) =>
        key === 'merchant' && standingValue(factsOf(file), 'site') === 'private_chat'
          ? '收款人、微信号、收款账号写一样就行：kameng facts payee=… sellerWechat=… payeeAccount=…'
          : `kameng facts ${key}=…`,
      ),
    },
  );
}
