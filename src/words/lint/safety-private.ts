import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { CHANNEL_IDS, type DocumentId } from '../../model/dispute.ts';
import { type Finding } from '../../model/outcome.ts';
import {
  BANK_BEFORE,
  BANK_CARD,
  BUSINESS_PLACE,
  CARD_BEFORE,
  CHILD,
  DEAD,
  DEAL_NUMBER,
  EMAIL,
  HOME,
  ID_BEFORE,
  ID_NUMBER,
  LABELLED_CODE,
  MESSENGER,
  NAMED_PERSON,
  OLD_ID_NUMBER,
  PHONE,
  PLATE,
  SERVICE_MAIL,
  SPOKEN_PHONE,
  STILL_GOOD,
} from './phrases/private-data.ts';
import { bareText, placesOf } from '../private/redact-text.ts';
import { type FoldedText, placeOf } from './tone-fold.ts';

/** What a text gives away, and to whom. */
export interface PrivateOptions {
  audience?: DocumentId;
  /** Facts of the case that not everyone may see; `key` as in `FACTS`. */
  knownPrivate?: readonly { key: string; value: string }[];
  /** Card codes that still work. */
  unredeemedCodes?: readonly string[];
}

/** Offices whose forms ask for identity and contact data (FRM-01, FRM-12, REG-11, CT-21). */
const OFFICES: ReadonlySet<DocumentId | undefined> = new Set(
  CHANNEL_IDS.filter((id) => CHANNEL_TRAITS[id].side === 'office' || CHANNEL_TRAITS[id].side === 'state'),
);
/** They may see a code that still works; it goes to nobody beyond them. */
const SEALED: ReadonlySet<DocumentId | undefined> = new Set(
  CHANNEL_IDS.filter((id) => CHANNEL_TRAITS[id].side === 'state'),
);
const LAW =
  '据解读，民法典第1032至1035条和个人信息保护法；向他人提供他人信息还可能违反治安管理处罚法第五十六条（TRP-10）';

interface Leak {
  start: number;
  end: number;
  severity: 'error' | 'warning';
  what: string;
  suggestion: string;
  why: string;
}

/** Private data that this reader does not need, found by shape and by what the case knows. */
export function privateFindings(folded: FoldedText, options: PrivateOptions = {}): Finding[] {
  const leaks = [...codesIn(folded, options), ...knownIn(folded, options)];
  if (!OFFICES.has(options.audience)) leaks.push(...shapesIn(folded.text, options));
  leaks.sort((a, b) => a.start - b.start || b.end - a.end);
  const findings: Finding[] = [];
  let reached = -1;
  for (const leak of leaks) {
    if (leak.start < reached) continue;
    reached = leak.end;
    const place = placeOf(folded, leak.start, leak.end);
    findings.push({
      kind: 'privacy',
      severity: leak.severity,
      ...place,
      text: folded.source.slice(place.start, place.end),
      suggestion: leak.suggestion,
      why: leak.why,
    });
  }
  return findings;
}

function codesIn(folded: FoldedText, { audience, unredeemedCodes = [] }: PrivateOptions): Leak[] {
  const severity = SEALED.has(audience) ? 'warning' : 'error';
  const leak = (start: number, end: number): Leak => ({
    start,
    end,
    severity,
    what: 'code',
    suggestion: '卡密只留首尾几位，中间用 * 代替；完整卡密只交给办案机关核对。',
    why: '未兑换的卡密谁看到谁就能用，写进对方或公众能看到的文件等于交出商品。',
  });
  const bare = unredeemedCodes.length > 0 ? bareText(folded.text) : undefined;
  const known = unredeemedCodes.flatMap((code) => placesOf(bare!, code)).map(({ start, end }) => leak(start, end));
  const labelled = Array.from(folded.text.matchAll(LABELLED_CODE)).flatMap((match) => {
    const end = match.index + match[0].length;
    const around = folded.text
      .slice(Math.max(0, match.index - 20), end + 24)
      .split(/[。!?\n]/)
      .join(' ');
    const counts = audience === 'public' || (STILL_GOOD.test(around) && !DEAD.test(around));
    return counts && match[1]!.length >= 8 && !SEALED.has(audience) ? [leak(end - match[1]!.length, end)] : [];
  });
  return [...known, ...labelled];
}

function knownIn(folded: FoldedText, { audience, knownPrivate = [] }: PrivateOptions): Leak[] {
  if (knownPrivate.length === 0) return [];
  const bare = bareText(folded.text);
  return knownPrivate.flatMap(({ key, value }) => {
    if (key === 'cardCode' || isNeeded(key, audience)) return [];
    return placesOf(bare, value).map(({ start, end }) => ({
      start,
      end,
      what: key,
      severity:
        audience === 'public' || key === 'buyerIdNo' || audience === undefined
          ? ('error' as const)
          : ('warning' as const),
      suggestion: '删去，或只留首尾，中间用 * 代替。',
      why:
        audience === 'public'
          ? '公开的文字里不应出现能认出您本人的信息。'
          : '这份文件的读者不需要这项信息，给出去收不回来。',
    }));
  });
}

/** Which of the writer's own data a reader needs in order to answer. */
function isNeeded(key: string, audience: DocumentId | undefined): boolean {
  if (audience === undefined) return key !== 'buyerIdNo';
  if (OFFICES.has(audience)) return true;
  if (audience === 'public') return false;
  return key !== 'buyerIdNo' && key !== 'buyerAddress';
}

function shapesIn(text: string, options: PrivateOptions): Leak[] {
  const { audience, knownPrivate = [] } = options;
  const bareDigits = (value: string): string => value.replace(/[^\dx]/gi, '').toLowerCase();
  const own = new Set(
    audience === 'public'
      ? []
      : knownPrivate.filter(({ key }) => isNeeded(key, audience)).map(({ value }) => bareDigits(value)),
  );
  const soft = audience === 'public' ? 'error' : 'warning';
  const leaks: Leak[] = [];
  const add = (start: number, end: number, severity: Leak['severity'], what: string): void => {
    leaks.push({
      start,
      end,
      severity,
      what,
      suggestion: `删去${what}，或只留首尾，中间用 * 代替。`,
      why: `${what}属于个人信息，这份文件的读者不需要（${LAW}）。`,
    });
  };
  for (const pattern of [ID_NUMBER, OLD_ID_NUMBER]) {
    for (const match of text.matchAll(pattern)) {
      const labelled = ID_BEFORE.test(text.slice(Math.max(0, match.index - 14), match.index));
      if (labelled || (pattern === ID_NUMBER && isIdNumber(bareDigits(match[0]))))
        add(match.index, match.index + match[0].length, 'error', '身份证号码');
    }
  }
  for (const match of text.matchAll(BANK_CARD)) {
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    const digits = bareDigits(match[0]);
    if (DEAL_NUMBER.test(before) || (!passesLuhn(digits) && !CARD_BEFORE.test(before))) continue;
    if (CARD_BEFORE.test(before) || digits.startsWith('62') || (/^[3459]/.test(digits) && BANK_BEFORE.test(before)))
      add(match.index, match.index + match[0].length, 'error', '银行卡号');
  }
  for (const pattern of [PHONE, SPOKEN_PHONE]) {
    for (const match of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, match.index - 16), match.index);
      if (
        DEAL_NUMBER.test(before) ||
        /\d-$/.test(before) ||
        (/[a-z_]$/.test(before) && !/(?:wx|vx|tel|v|phone|qq)$/.test(before))
      )
        continue;
      if (/^-\d/.test(text.slice(match.index + match[0].length)) || own.has(bareDigits(match[0]).slice(-11))) continue;
      add(match.index, match.index + match[0].length, soft, '手机号码');
    }
  }
  for (const match of text.matchAll(EMAIL)) {
    if (!SERVICE_MAIL.test(match[0])) add(match.index, match.index + match[0].length, soft, '电子邮箱');
  }
  for (const match of text.matchAll(MESSENGER)) {
    const id = match[1] ?? match[2];
    if (id === undefined || !own.has(bareDigits(id)))
      add(match.index, match.index + match[0].length, soft, '微信号或 QQ 号');
  }
  for (const [pattern, what] of [
    [PLATE, '车牌号'],
    [CHILD, '孩子的情况'],
  ] as const) {
    for (const match of text.matchAll(pattern)) add(match.index, match.index + match[0].length, soft, what);
  }
  for (const match of text.matchAll(HOME)) {
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    if (!BUSINESS_PLACE.test(before + match[0])) add(match.index, match.index + match[0].length, soft, '住址');
  }
  if (audience === 'public' || leaks.length > 0) {
    for (const match of text.matchAll(NAMED_PERSON)) add(match.index, match.index + match[0].length, soft, '姓名');
  }
  return leaks;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643 check digit over 17 digits. */
function isIdNumber(digits: string): boolean {
  if (digits.length !== 18) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10x98765432'[sum % 11] === digits[17];
}

/** ISO/IEC 7812 check digit. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
