import { type DocumentId } from '../../model/dispute.ts';
import { type Finding } from '../../model/outcome.ts';
import { type Fen } from '../../model/money.ts';
import { amountsIn } from './phrases/amounts.ts';
import { allMatches } from './phrases/match.ts';
import { COMPLAIN, EXPOSE, REPORT } from './phrases/threats/exposure.ts';
import { DENIED, LAWFUL, PAST, REPORTED, SUFFERED, UNKNOWN, WILL } from './phrases/threats/lawful.ts';
import { MENACES, NO_MENACE } from './phrases/threats/menaces.ts';
import { SILENCE } from './phrases/threats/silence.ts';
import { CONSEQUENCE, DEMAND, HARMLESS_ACT, OR_ELSE, STATED_CONDITION, UNLESS } from './phrases/threats/wishes.ts';
import { evidenceIn } from './safety-evidence.ts';
import { framesIn } from './safety-frames.ts';
import { type FoldedText, placeOf } from './tone-fold.ts';
import { type Stretch, type Thought, thoughtAt, thoughtsOf } from './tone-sentences.ts';

const LAWFUL_SENTENCE = '如未在2026年9月10日前处理，本人将依法向市场监督管理部门投诉。（换成您的日期）';
const EXTORTION =
  '把要钱和曝光、举报、报警挂在一起，可能被当成敲诈勒索（治安管理处罚法第五十八条，POL-03；数额较大或多次的构成犯罪）。只写期限和依法投诉、起诉。';
const HARM = '据解读，威胁他人的人身、家人、名誉或经营可能违反治安管理处罚法（TRP-08），对方也会把它作为证据。';
const OPEN_EXPOSURE = '预告曝光会被看作要挟；公开发布只陈述事实、遮去个人信息，不必在信里提。';
const OR_ELSE_WHY = '条件后面写的不是依法投诉、起诉，读起来像要挟；写明期限和要走的正式渠道即可。';
const HINT = '话没有说明，但读起来像在暗示不照办会怎样，可能被当作要挟；直接写请求、期限和要走的正式渠道。';
const ABOVE = '要的钱超过本案请求，又没有写明依据，容易被认为借投诉牟利（投诉举报处理办法第7条，REG-21）。';

type Level = Pick<Finding, 'severity' | 'suggestion' | 'why'>;

interface Threat extends Stretch, Level {}

/** Documents in which both sides agree on withdrawing and keeping quiet. */
const AGREEMENTS: readonly (DocumentId | undefined)[] = ['settlement', 'withdrawal'];
const BEFORE = 24;
const NEAR = 18;

/**
 * Demands tied to harm, exposure or reporting, money above the claim, silence
 * for sale, and menaces against persons. What is announced lawfully passes.
 * @param claimFen what the case asks for, in 分; without it amounts are not compared
 */
export function threatFindings(
  folded: FoldedText,
  own: string,
  options: { audience?: DocumentId; claimFen?: Fen } = {},
): Finding[] {
  const read: Read = { own, thoughts: thoughtsOf(own), wishes: new Map() };
  const threats = [
    ...menacesIn(read),
    ...silenceIn(read, options.audience),
    ...exposuresIn(read),
    ...openThreatsIn(read),
    ...consequencesIn(read),
    ...reportsIn(read, options.claimFen),
    ...moneyIn(read, options.claimFen),
    ...framedIn(read, options.audience),
    ...hintedIn(read, options.audience),
  ];
  return strongest(threats).map(({ start, end, ...level }) => {
    const place = placeOf(folded, start, end);
    return { kind: 'threat', ...level, ...place, text: folded.source.slice(place.start, place.end) };
  });
}

/** The writer's words, cut into thoughts, and what is wanted in those that were looked at. */
interface Read {
  own: string;
  thoughts: Thought[];
  wishes: Map<Thought, Stretch[]>;
}

function menacesIn({ own }: Read): Threat[] {
  const found: Threat[] = [];
  for (const { start, end } of MENACES.flatMap((pattern) => allMatches(own, pattern))) {
    const before = clauseBefore(own, start);
    if (
      DENIED.test(before) ||
      SUFFERED.test(before) ||
      UNKNOWN.test(before) ||
      isReported(own, start) ||
      /(?:威胁|扬言|恐吓|声称|说)(?:要|会)?$/.test(before)
    )
      continue;
    if (NO_MENACE.test(own.slice(Math.max(0, start - 12), end + 12)) || /^我(?!的?要求)/.test(own.slice(end, end + 5)))
      continue;
    found.push({ start, end: trimEnd(own, start, end), severity: 'error', suggestion: LAWFUL_SENTENCE, why: HARM });
  }
  return found;
}

function framedIn({ own, thoughts }: Read, audience: DocumentId | undefined): Threat[] {
  if (AGREEMENTS.includes(audience)) return [];
  return framesIn(own, thoughts).map(({ start, end, reason, severity }) => ({
    start,
    end,
    severity,
    suggestion: LAWFUL_SENTENCE,
    why: reason === 'harm' ? HARM : EXTORTION,
  }));
}

function hintedIn({ own, thoughts }: Read, audience: DocumentId | undefined): Threat[] {
  if (AGREEMENTS.includes(audience)) return [];
  return evidenceIn(own, thoughts).map(({ start, end }) => ({
    start,
    end: trimEnd(own, start, end),
    severity: 'warning',
    suggestion: LAWFUL_SENTENCE,
    why: HINT,
  }));
}

function silenceIn({ own }: Read, audience: DocumentId | undefined): Threat[] {
  if (AGREEMENTS.includes(audience)) return [];
  return SILENCE.flatMap((pattern) => allMatches(own, pattern))
    .filter(
      ({ start, text }) =>
        !DENIED.test(clauseBefore(own, start)) && !DENIED.test(text.slice(0, 6)) && !isReported(own, start + 2),
    )
    .map(({ start, end }) => ({
      start,
      end,
      severity: 'error',
      suggestion: '请退还本人已付的款项。（撤回投诉另行书面约定，不与删帖、不举报交换）',
      why: EXTORTION,
    }));
}

/** Conditions and demands of a thought, each with its place. */
function wishesIn(read: Read, thought: Thought): Stretch[] {
  let wishes = read.wishes.get(thought);
  if (!wishes) {
    const text = read.own.slice(thought.from, thought.end);
    wishes = [UNLESS, DEMAND]
      .flatMap((pattern) => allMatches(text, pattern))
      .map(({ start, end }) => ({ start: start + thought.from, end: end + thought.from }));
    read.wishes.set(thought, wishes);
  }
  return wishes;
}

/** The harm is announced: by a word of will before it, or by standing right behind the condition. */
function isAnnounced(own: string, from: number, at: number, wishes: readonly Stretch[]): boolean {
  return (
    WILL.test(own.slice(Math.max(from, at - NEAR), at + 3)) || wishes.some(({ end }) => at >= end - 2 && at - end <= 8)
  );
}

/** From the first wish to the harm. */
function spanned(wishes: readonly Stretch[], start: number, end: number): Stretch {
  return {
    start: Math.min(start, ...wishes.map((wish) => wish.start)),
    end: Math.max(end, ...wishes.map((wish) => wish.end)),
  };
}

function exposuresIn(read: Read): Threat[] {
  const { own } = read;
  const found: Threat[] = [];
  for (const { start, end, text } of allMatches(own, EXPOSE)) {
    const thought = thoughtAt(read.thoughts, start);
    const wishes = wishesIn(read, thought);
    if (isPastOrDenied(own, start, end) || !isAnnounced(own, thought.from, start, wishes)) continue;
    const whole = own.slice(thought.from, thought.end);
    if (/保留[^。]{0,30}权利?/.test(whole) && !/曝光|挂|差评/.test(text)) continue;
    if (wishes.length > 0)
      found.push({ ...spanned(wishes, start, end), severity: 'error', suggestion: LAWFUL_SENTENCE, why: EXTORTION });
    else if (/你|贵|商家|客服|这家|该店|平台|他们|老板/.test(whole)) {
      found.push({ start, end, severity: 'warning', suggestion: LAWFUL_SENTENCE, why: OPEN_EXPOSURE });
    }
  }
  return found;
}

/** A condition put in so many words, and behind it an act that is none of the buyer's own ways. */
function consequencesIn({ own, thoughts }: Read): Threat[] {
  const found: Threat[] = [];
  for (const { start, end } of allMatches(own, STATED_CONDITION)) {
    const thought = thoughtAt(thoughts, start);
    const rest = own.slice(end - 1, Math.min(thought.end, end + REACH));
    const then = CONSEQUENCE.exec(rest);
    if (!then || isReported(own, start) || LAWFUL.test(own.slice(thought.from, thought.end))) continue;
    if (HARMLESS_ACT.test(then[0]) || PAST.test(then[0]) || REQUEST.test(rest.slice(0, then.index))) continue;
    found.push({
      start,
      end: end - 1 + then.index + then[0].length,
      severity: 'warning',
      suggestion: LAWFUL_SENTENCE,
      why: OR_ELSE_WHY,
    });
  }
  return found;
}

const REACH = 70;
const REQUEST = /请|麻烦|希望|能否|可否|烦请/;

function openThreatsIn({ own }: Read): Threat[] {
  return allMatches(own, OR_ELSE)
    .filter(({ text, groups }) => !HARMLESS_ACT.test(groups[0]!) && !LAWFUL.test(text) && !PAST.test(text))
    .map(({ start, end }) => ({ start, end, severity: 'warning', suggestion: LAWFUL_SENTENCE, why: OR_ELSE_WHY }));
}

const AT_YOU = /(?:举报|告发|检举|抓|送|关|查|封|告)(?:死|垮|倒|到)?(?:你|他)|坐牢|进去|判刑|牢/;
// A report of something else than what was bought is leverage, not a remedy.
const UNRELATED = /偷税|漏税|逃税|偷漏税|税务|消防|环保|社保|黄赌毒|涉黄|涉赌|卖淫|吸毒/;
const EXTRA = /(?:赔偿?|补偿|和解费?|精神损失费?|误工费|辛苦费)[^,。!?;\n]{0,12}$/;

/** Money on top of a refund, more than the case asks for where that is known. */
function asksExtra(text: string, claimFen: Fen | undefined): boolean {
  return amountsIn(text).some(
    ({ start, end, fen }) =>
      (EXTRA.test(text.slice(Math.max(0, start - BEFORE), start)) ||
        /^(?:的)?(?:赔偿|补偿|和解|精神|损失)/.test(text.slice(end, end + 4))) &&
      (claimFen === undefined || fen > claimFen),
  );
}

const ADVISED = /(?:建议|提示|咨询|让我|叫我|要我|可以|应当?|拒绝|受理|不予)[^,。]{0,6}$/;

function reportsIn(read: Read, claimFen: Fen | undefined): Threat[] {
  const { own } = read;
  const found: Threat[] = [];
  for (const { start, end } of allMatches(own, REPORT)) {
    const thought = thoughtAt(read.thoughts, start);
    const wishes = wishesIn(read, thought);
    if (wishes.length === 0 || isPastOrDenied(own, start, end) || !isAnnounced(own, thought.from, start, wishes))
      continue;
    const whole = own.slice(thought.from, thought.end);
    const plain =
      !AT_YOU.test(own.slice(Math.max(0, start - 4), end + 3)) && !UNRELATED.test(whole) && !asksExtra(whole, claimFen);
    if (plain && LAWFUL.test(whole)) continue;
    if (ADVISED.test(clauseBefore(own, start))) continue;
    found.push({ ...spanned(wishes, start, end), severity: 'error', suggestion: LAWFUL_SENTENCE, why: EXTORTION });
  }
  return found;
}

const ASKS =
  /(?:赔偿?|补偿|给我|退还?|返还|打给?|转给?|付给?|支付|要求?|索赔|索要|拿出?|掏|少于|低于|损失费?|补)[^,。!?;\n]{0,16}$/;
const PAID =
  /(?:已|实付|支付了|付了|花了|充了|买了|价值|原价|售价|标价|面值|面额|余额|单价|价格|限额|满|共付|付款金额|成交|购买|下单)[^,。!?;\n]{0,12}$/;
const PUNITIVE = /三倍|3倍|第五十五条|第55条|惩罚性|退一赔三|五百元|500元/;

function moneyIn({ own, thoughts }: Read, claimFen: Fen | undefined): Threat[] {
  const found: Threat[] = [];
  for (const amount of amountsIn(own)) {
    const before = own.slice(Math.max(0, amount.start - BEFORE), amount.start);
    const asked = ASKS.exec(before);
    if (!asked || PAID.test(before) || isReported(own, amount.start)) continue;
    const thought = thoughtAt(thoughts, amount.start);
    const whole = own.slice(thought.from, thought.end);
    const conditional = has(UNLESS, whole);
    // 消法第五十五条: the price and, for fraud, three times the price, at least 500 yuan (PUN-01).
    const lawful =
      claimFen === undefined ? undefined : PUNITIVE.test(whole) ? claimFen + Math.max(3 * claimFen, 50_000) : claimFen;
    const above = lawful !== undefined && amount.fen > lawful;
    const tied =
      lawful === undefined &&
      conditional &&
      COMPLAIN.test(whole) &&
      !LAWFUL.test(whole) &&
      /赔|补偿|给我|打|转|拿|掏|损失/.test(asked[0]);
    if (!above && !tied) continue;
    const severity = above && !conditional ? 'warning' : 'error';
    found.push({
      start: amount.start - asked[0].length,
      end: amount.end,
      severity,
      suggestion: lawful === undefined ? LAWFUL_SENTENCE : '请求金额写成实付金额和有凭证的损失，并写明依据。',
      why: severity === 'error' ? EXTORTION : ABOVE,
    });
  }
  return found;
}

function has(global: RegExp, text: string): boolean {
  global.lastIndex = 0;
  return global.test(text);
}

function isPastOrDenied(text: string, start: number, end: number): boolean {
  const before = clauseBefore(text, start);
  return (
    DENIED.test(before) ||
    isReported(text, start) ||
    PAST.test(before.slice(-16)) ||
    /^了(?!你|他)/.test(text.slice(end, end + 2)) ||
    PAST.test(text.slice(start, end))
  );
}

function clauseBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - BEFORE), at);
  return near.slice(near.search(/[^,。!?;:\n]*$/));
}

/** Another is said to threaten or to want it, in the same sentence. */
function isReported(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - BEFORE), at + 1);
  return REPORTED.test(near.slice(near.search(/[^。!?;\n]*$/)));
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start + 1 && /[,。!?\n]/.test(text[end - 1]!)) end--;
  return end;
}

/** One finding for each stretch that overlaps; the error before the warning, then the longer. */
function strongest(threats: Threat[]): Threat[] {
  threats.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Threat[] = [];
  for (const threat of threats) {
    const last = kept.at(-1);
    if (!last || threat.start >= last.end) kept.push(threat);
    else if (last.severity === 'warning' && threat.severity === 'error')
      kept[kept.length - 1] = { ...threat, end: Math.max(threat.end, last.end) };
    else last.end = Math.max(last.end, threat.end);
  }
  return kept;
}
