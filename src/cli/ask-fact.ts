import type { OpenCase } from '../clerk/cases/open-case.ts';
import { complainedBefore } from '../clerk/intake/complained-before.ts';
import { assignFacts } from '../clerk/intake/reconcile-facts.ts';
import { factsOf, leaveOpen } from '../clerk/intake/record-facts.ts';
import { understandFact } from '../clerk/intake/understand.ts';
import { choiceWords } from '../model/choice-words.ts';
import { DISPUTES, type Dispute } from '../model/dispute.ts';
import { factSpec, standingOf, standingValue, type FactKey } from '../model/facts.ts';
import { chinaDay, showMoment } from '../model/moment.ts';
import type { Context } from './context.ts';
import { complaintOf, typedFact } from './understand.ts';
import { showValue } from './views/facts.ts';

/** How a fact is asked for, with the way to get it; others by their name. */
const ASKED: Partial<Record<FactKey, string>> = {
  dispute: '发生了什么？',
  platform: '在哪个平台或网站买的？',
  merchant: '从哪个商家、店铺买的？',
  product: '买了什么？',
  site: '你是在哪里买的？',
  amount: '付了多少钱？如 58.8、58块8',
  paidAt: '什么时候付的款？如 昨天晚上8点、11月9日',
  orderNo: '订单号是多少？',
  failedAt: '什么时候发现有问题的？如 昨天、11月9日',
  demand: '你想要什么？',
  buyerName: '你的姓名，写在文书上',
  buyerPhone: '你的电话',
  buyerAddress: '你的地址',
  buyerIdNo: '你的证件号码',
  sellerName: '卖家的公司或店主全名，在店铺的营业执照页',
  sellerAddress: '卖家的地址，在店铺的营业执照页',
  platformOperator: '平台的公司全名，在网站底部或“关于我们”的营业执照',
  platformAddress: '平台公司的地址，在网站底部或“关于我们”的营业执照',
};

export interface AskHow {
  /** May stay unknown: an empty answer leaves it open. */
  optional?: boolean;
  /** Offered first. */
  preset?: string | undefined;
}

/**
 * Asks for one fact and saves it; a conflict names the fact once and asks which value holds.
 * @returns whether it was answered
 */
export async function askFact(context: Context, file: OpenCase, key: FactKey, how: AskHow = {}): Promise<boolean> {
  const { answer, settled } = await ask(context, file, key, how);
  if (answer === '') {
    // A guess that is wrong, and nobody knows better.
    leaveOpen(file, key);
    return false;
  }
  const value = await typedFact(context, key, answer);
  if (key === 'failedAt' && !(await foundSoLate(context, file, value))) return askFact(context, file, key, how);
  await giveAsked(context, file, key, value, settled);
  return true;
}

/** Found only after he had complained of it already: he is asked whether that is what he means. */
async function foundSoLate(context: Context, file: OpenCase, failedAt: string): Promise<boolean> {
  const first = complainedBefore(file, failedAt);
  if (!first) return true;
  const prompter = await context.prompter();
  const chosen = await prompter.select({
    message:
      `证据 ${first.exhibit} 里，${showMoment(first.at)} 你已经在说有问题了。` +
      `真是 ${showMoment(failedAt)} 才发现的吗？`,
    choices: [
      { value: 'again', name: '不是，重新填' },
      { value: 'keep', name: '是，这是后来的另一个问题' },
    ],
  });
  return chosen === 'keep';
}

/**
 * Sets a fact as it was answered. Against what exhibits say it stands only when the buyer says that it is right, and why.
 * @param settled he has just been asked which of the values holds
 */
export async function giveAsked(
  context: Context,
  file: OpenCase,
  key: FactKey,
  value: string,
  settled = false,
): Promise<void> {
  const fact = assignFacts(file, [[key, value]])[key];
  if (!fact || standingOf(fact) !== 'disputed') return;
  const values = (fact.candidates ?? []).map((one) => ({
    value: one.value,
    exhibits: one.sources.map((source) => source.exhibit),
  }));
  const chosen = settled ? value : await chooseValue(context, key, values);
  if (chosen === '') await askFact(context, file, key, { optional: true });
  else if (values.some((one) => one.value === chosen && one.exhibits.length > 0)) assignFacts(file, [[key, chosen]]);
  else {
    const misread = '对照原图，识别有误';
    const why = await (await context.prompter()).input({ message: '为什么证据上的不对？', default: misread });
    assignFacts(file, [[key, chosen]], why.trim() || misread);
  }
}

interface Answer {
  answer: string;
  /** Which of several values holds was asked already. */
  settled: boolean;
}

async function ask(context: Context, file: OpenCase, key: FactKey, how: AskHow): Promise<Answer> {
  const fact = factsOf(file)[key];
  const open = fact?.status === 'conflict' ? (fact.candidates ?? []) : [];
  if (open.length > 0) {
    const values = open.map((one) => ({ ...one, exhibits: one.sources.map((source) => source.exhibit) }));
    const chosen = await chooseValue(context, key, values);
    if (chosen !== '') return { answer: chosen, settled: true };
  }
  return { answer: await askValue(context, file, key, how), settled: open.length > 1 };
}

async function askValue(context: Context, file: OpenCase, key: FactKey, { optional, preset }: AskHow): Promise<string> {
  const prompter = await context.prompter();
  const { label, choices, type } = factSpec(key);
  const message = ASKED[key] ?? label;
  if (choices) {
    const words = choiceWords(key) ?? {};
    const rows = choices.map((value) => ({
      value: value as string,
      name: key === 'dispute' ? `${words[value]}：${DISPUTES[value as Dispute].asks}` : (words[value] ?? value),
    }));
    if (type === 'list') return (await prompter.checkbox({ message, choices: rows })).join(',');
    return prompter.select<string>({
      message,
      choices: [...rows, ...(optional ? [{ value: '', name: '不清楚，先跳过' }] : [])],
      ...(preset === undefined ? {} : { default: preset }),
    });
  }
  return prompter.input({
    // With a value at hand Enter keeps it, and says so.
    message:
      optional && preset === undefined
        ? `${message}（${key.startsWith('buyer') ? '先不写' : '不清楚'}就直接回车）`
        : message,
    ...(preset === undefined ? {} : { default: preset }),
    validate: (text) => {
      if (text.trim() === '') return optional ? undefined : '这一项要填';
      return complaintOf(() => understandFact(key, text, context.now())) ?? timeComplaint(context, file, key, text);
    },
  });
}

const PAST: readonly FactKey[] = ['paidAt', 'orderedAt', 'failedAt'];

function timeComplaint(context: Context, file: OpenCase, key: FactKey, text: string): string | undefined {
  if (!PAST.includes(key)) return undefined;
  const { values } = understandFact(key, text, context.now());
  const paidAt = standingValue(factsOf(file), 'paidAt');
  if (key === 'failedAt' && paidAt && values.every((value) => chinaDay(value) < chinaDay(paidAt)))
    return `比付款时间 ${showMoment(paidAt)} 还早`;
  const ahead = values.every((value) => value.slice(0, 10) > context.now().slice(0, 10));
  return ahead ? `时间还没到：${showMoment(values[0]!)}` : undefined;
}

/** `实付金额：你填 58.80 元，证据 1 是 96.50 元。用哪个？` @returns empty when it is none of them */
export async function chooseValue(
  context: Context,
  key: FactKey,
  values: readonly { value: string; exhibits: readonly number[] }[],
): Promise<string> {
  const prompter = await context.prompter();
  const where = (exhibits: readonly number[]): string =>
    exhibits.length > 0 ? `证据 ${[...new Set(exhibits)].toSorted((a, b) => a - b).join('、')} 是` : '你填';
  const like = (exhibits: readonly number[]): string => where(exhibits).replace(/是$/, '像是');
  const [only] = values;
  // One value that nothing but its place speaks for waits for a yes.
  if (only && values.length === 1)
    return prompter.select<string>({
      message: `${factSpec(key).label}：${like(only.exhibits)} ${showValue(key, only.value)}，对吗？`,
      choices: [
        { value: only.value, name: '对' },
        { value: '', name: '不对，自己填' },
      ],
    });
  const places = new Set(values.map((one) => where(one.exhibits)));
  const told =
    places.size === 1
      ? `${[...places][0]!.replace(/是$/, '像是')} ${values.map((one) => showValue(key, one.value)).join('，也像是 ')}`
      : values.map((one) => `${where(one.exhibits)} ${showValue(key, one.value)}`).join('，');
  const shown = values.toSorted((a, b) => b.exhibits.length - a.exhibits.length)[0];
  return prompter.select<string>({
    message: `${factSpec(key).label}：${told}。用哪个？`,
    choices: [
      ...values.map((one) => ({ value: one.value, name: showValue(key, one.value) })),
      { value: '', name: '都不对，自己填' },
    ],
    // Enter is never the answer that goes against the exhibits.
    ...(shown && { default: shown.value }),
  });
}
