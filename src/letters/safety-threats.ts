import { type DocumentId } from '../model/dispute.ts';
import { type Finding } from '../model/outcome.ts';
import { type Fen } from '../model/money.ts';
import { amountsIn } from './phrases/amounts.ts';
import { COMPLAIN, DEMAND, DENIED, EXPOSE, LAWFUL, MENACES, NO_MENACE, PAST, REPORT, SILENCE, UNLESS, WILL } from './phrases/threats.ts';
import { type FoldedText, placeOf } from './tone-fold.ts';
import { type Stretch, sentencesOf, thoughtsOf } from './tone-sentences.ts';

const LAWFUL_SENTENCE = '如未在2026年9月10日前处理，本人将依法向市场监督管理部门投诉。（换成您的日期）';
const EXTORTION =
  '把要钱和曝光、举报、报警挂在一起，可能被当成敲诈勒索（治安管理处罚法第五十八条，POL-03；数额较大或多次的构成犯罪）。只写期限和依法投诉、起诉。';
const HARM = '威胁他人的人身、家人、名誉或经营可能违反治安管理处罚法，对方也会把它作为证据。';
const OPEN_EXPOSURE = '预告曝光会被看作要挟；公开发布只陈述事实、遮去个人信息，不必在信里提。';
const ABOVE = '要的钱超过本案请求，又没有写明依据，容易被认为借投诉牟利（投诉举报处理办法第7条）。';

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
export function threatFindings(folded: FoldedText, own: string, options: { audience?: DocumentId; claimFen?: Fen } = {}): Finding[] {
  const threats = sentencesOf(own).flatMap((sentence) => menacesIn(own, sentence));
  for (const thought of thoughtsOf(own)) {
    const text = own.slice(thought.start, thought.end);
    const found = [...silenceIn(text, options.audience), ...exposuresIn(text), ...reportsIn(text), ...moneyIn(text, options.claimFen)];
    threats.push(...found.map((each) => ({ ...each, start: each.start + thought.start, end: each.end + thought.start })));
  }
  return strongest(threats).map(({ start, end, ...level }) => {
    const place = placeOf(folded, start, end);
    return { kind: 'threat', ...level, ...place, text: folded.source.slice(place.start, place.end) };
  });
}

function menacesIn(own: string, sentence: Stretch): Threat[] {
  const text = own.slice(sentence.start, sentence.end);
  const found: Threat[] = [];
  for (const pattern of MENACES) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const before = clauseBefore(text, match.index);
      if (DENIED.test(before) || /[被遭受]$|(?:威胁|扬言|恐吓|声称|说)(?:要|会)?$/.test(before)) continue;
      if (NO_MENACE.test(text.slice(Math.max(0, match.index - 12), end + 12)) || /^我(?!的?要求)/.test(text.slice(end))) continue;
      const start = sentence.start + match.index;
      found.push({ start, end: sentence.start + trimEnd(text, match.index, end), severity: 'error', suggestion: LAWFUL_SENTENCE, why: HARM });
    }
  }
  return found;
}

function silenceIn(text: string, audience: DocumentId | undefined): Threat[] {
  if (AGREEMENTS.includes(audience)) return [];
  const found: Threat[] = [];
  for (const pattern of SILENCE) {
    for (const match of text.matchAll(pattern)) {
      if (DENIED.test(clauseBefore(text, match.index)) || DENIED.test(match[0].slice(0, 6))) continue;
      found.push({
        start: match.index, end: match.index + match[0].length, severity: 'error',
        suggestion: '请退还本人已付的款项。（撤回投诉另行书面约定，不与删帖、不举报交换）',
        why: EXTORTION,
      });
    }
  }
  return found;
}

interface Wish {
  /** Where the first condition or demand begins, and where each ends. */
  start: number;
  ends: number[];
}

function wishIn(text: string): Wish | undefined {
  const places = [UNLESS, DEMAND].flatMap((pattern) => Array.from(text.matchAll(new RegExp(pattern, 'g'))));
  if (places.length === 0) return undefined;
  return { start: Math.min(...places.map((each) => each.index)), ends: places.map((each) => each.index + each[0].length) };
}

/** The harm is announced: by a word of will before it, or by standing right behind the condition. */
function isAnnounced(text: string, at: number, wish: Wish | undefined): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at + 3);
  return WILL.test(before) || (wish?.ends.some((end) => at >= end - 2 && at - end <= 8) ?? false);
}

function exposuresIn(text: string): Threat[] {
  const found: Threat[] = [];
  const wish = wishIn(text);
  for (const match of text.matchAll(EXPOSE)) {
    const end = match.index + match[0].length;
    if (isPastOrDenied(text, match.index, end) || !isAnnounced(text, match.index, wish)) continue;
    if (/保留[^。]{0,30}权利?/.test(text) && !/[^依]?曝光|挂|差评/.test(match[0])) continue;
    if (wish) {
      found.push({ start: Math.min(wish.start, match.index), end: Math.max(end, ...wish.ends), severity: 'error', suggestion: LAWFUL_SENTENCE, why: EXTORTION });
    } else if (/你|贵|商家|客服|这家|该店|平台|他们|老板/.test(text)) {
      found.push({ start: match.index, end, severity: 'warning', suggestion: LAWFUL_SENTENCE, why: OPEN_EXPOSURE });
    }
  }
  return found;
}

const AT_YOU = /(?:举报|告发|检举|抓|送|关|查|封|告)(?:死|垮|倒|到)?(?:你|他)|坐牢|进去|判刑|牢/;

function reportsIn(text: string): Threat[] {
  const found: Threat[] = [];
  const wish = wishIn(text);
  if (!wish) return found;
  for (const match of text.matchAll(REPORT)) {
    const end = match.index + match[0].length;
    if (isPastOrDenied(text, match.index, end) || !isAnnounced(text, match.index, wish)) continue;
    const around = text.slice(Math.max(0, match.index - 4), end + 3);
    if (LAWFUL.test(text) && !AT_YOU.test(around)) continue;
    if (/(?:建议|提示|咨询|让我|叫我|要我|可以|应当?|拒绝|受理|不予)[^,。]{0,6}$/.test(clauseBefore(text, match.index))) continue;
    found.push({ start: Math.min(wish.start, match.index), end: Math.max(end, ...wish.ends), severity: 'error', suggestion: LAWFUL_SENTENCE, why: EXTORTION });
  }
  return found;
}

const ASKS = /(?:赔偿?|补偿|给我|退还?|返还|打给?|转给?|付给?|支付|要求?|索赔|索要|拿出?|掏|少于|低于|损失费?|补)[^,。!?;\n]{0,16}$/;
const PAID = /(?:已|实付|支付了|付了|花了|充了|买了|价值|原价|售价|标价|面值|面额|余额|单价|价格|限额|满|共付|付款金额|成交|购买|下单)[^,。!?;\n]{0,12}$/;
const PUNITIVE = /三倍|3倍|第五十五条|第55条|惩罚性|退一赔三|五百元|500元/;

function moneyIn(text: string, claimFen: Fen | undefined): Threat[] {
  const found: Threat[] = [];
  const tied = UNLESS.test(text) && COMPLAIN.test(text) && !LAWFUL.test(text);
  // 消法第五十五条: the price and, for fraud, three times the price, at least 500 yuan (PUN-01).
  const lawful = claimFen === undefined ? undefined : PUNITIVE.test(text) ? claimFen + Math.max(3 * claimFen, 50_000) : claimFen;
  for (const amount of amountsIn(text)) {
    const before = text.slice(Math.max(0, amount.start - BEFORE), amount.start);
    const asked = ASKS.exec(before);
    if (!asked || PAID.test(before)) continue;
    const extra = /赔|补偿|给我|打|转|拿|掏|损失/.test(asked[0]);
    const above = lawful !== undefined && amount.fen > lawful;
    if (!above && !(lawful === undefined && tied && extra)) continue;
    const severity = above && !UNLESS.test(text) ? 'warning' : 'error';
    found.push({
      start: amount.start - asked[0].length, end: amount.end, severity,
      suggestion: lawful === undefined ? LAWFUL_SENTENCE : '请求金额写成实付金额和有凭证的损失，并写明依据。',
      why: severity === 'error' ? EXTORTION : ABOVE,
    });
  }
  return found;
}

function isPastOrDenied(text: string, start: number, end: number): boolean {
  const before = clauseBefore(text, start);
  return DENIED.test(before) || PAST.test(before.slice(-16)) || /^了(?!你|他)/.test(text.slice(end)) || PAST.test(text.slice(start, end));
}

function clauseBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - BEFORE), at);
  return near.slice(near.search(/[^,。!?;:\n]*$/));
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
    else if (last.severity === 'warning' && threat.severity === 'error') kept[kept.length - 1] = { ...threat, end: Math.max(threat.end, last.end) };
    else last.end = Math.max(last.end, threat.end);
  }
  return kept;
}
