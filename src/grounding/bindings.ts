import { WAYS_OF_PAYING } from '../knowledge/built/paid-by.ts';
import { type FactKey, standingValue } from '../model/facts.ts';
import { type ComputedValue } from '../model/letter.ts';
import { chinaDay, type Day } from '../model/moment.ts';
import { parseFen } from '../model/money.ts';
import { type Contact } from '../model/contact.ts';
import { type Pool } from './pool.ts';
import { bareWords, fold, readTokens, type Token } from './tokens.ts';

/** A value that stands where another value belongs. */
export interface Misplaced {
  start: number;
  end: number;
  why: string;
  suggestion: string;
}

/** Words after which only the value of this fact may stand. */
const LABELS: readonly [RegExp, readonly FactKey[], string][] = [
  [/(?<![商户])(?:订单(?:编?号)?)[：:\s]*(?=[A-Za-z0-9*])/g, ['orderNo'], '订单号'],
  [/交易(?:单|订单)?号[：:为\s]*(?=[A-Za-z0-9*])/g, ['tradeNo'], '支付交易号'],
  [/商户单号[：:\s]*(?=[A-Za-z0-9*])/g, ['merchantOrderNo', 'orderNo'], '商户单号'],
  [/(?:实付|价款|价格|(?<!退款)金额)[：:\s]*(?=[\d¥])/g, ['amount'], '实付金额'],
  [/(?:已退|已退还|已收到退款|退款金额)[：:\s]*(?=[\d¥])/g, ['refunded'], '已退金额'],
  [/数量[：:\s]*(?=\d)/g, ['quantity'], '数量'],
  [/证件号码[：:\s]*(?=[\dA-Za-z*])/g, ['buyerIdNo'], '证件号码'],
  [/充值账号[：:\s]*(?=[\dA-Za-z*])/g, ['account'], '充值账号'],
];

/** Lines of a form and the facts of which one must stand there. */
const FIELDS: readonly [RegExp, readonly FactKey[]][] = [
  [/^(?:投诉人|举报人|报案人|申请人|通知人|具状人(?:（签名）)?|姓名|甲方(?:（[^）]*）)?)$/, ['buyerName']],
  [
    /^(?:名称|被投诉人|被申请人|被告|乙方(?:（[^）]*）)?|经营者名称|平台经营者名称|店铺或者卖家|平台或者网站|所在平台或者网站|收款方)$/,
    ['merchant', 'platform', 'sellerName', 'platformOperator', 'payee'],
  ],
  [
    /^(?:地址|住所|住址|联系地址|被投诉人地址|经营者地址|平台经营者地址)$/,
    ['buyerAddress', 'sellerAddress', 'platformAddress'],
  ],
  [/^(?:联系电话|电话|被投诉人电话|对方电话)$/, ['buyerPhone', 'contactPhone', 'sellerPhone', 'platformPhone']],
];

/** Names within a sentence, behind words that only a name of this kind can follow. */
const INLINE: readonly [RegExp, readonly FactKey[], string][] = [
  [/平台经营者为([^，。；\n]+)/g, ['platformOperator'], '平台经营者'],
  [/地址为([^，。；\n]+)/g, ['platformAddress', 'sellerAddress', 'buyerAddress'], '地址'],
  [/(?:收款方为?|被告系|商家)“([^”\n]+)”/g, ['payee', 'merchant', 'platform', 'sellerName'], '名称'],
  [/本人在“([^”\n]+)”/g, ['platform', 'merchant'], '平台'],
  [/”向“([^”\n]+)”购买/g, ['merchant', 'sellerName'], '商家'],
];

/** Lines that carry a value that was counted. */
function checkCounted(text: string, tokens: readonly Token[], values: readonly ComputedValue[]): Misplaced[] {
  const rows: readonly [RegExp, string][] = [
    [/出生日期：/g, '证件号码'],
    [/标的总额：/g, '标的总额'],
    [/^编号：第/gm, '文书编号'],
    [/(?:尚余|尚有|剩余货款)/g, '实付减已退'],
  ];
  return rows.flatMap(([pattern, from]) => {
    const right = values.filter((value) => value.from === from).map((value) => value.text.replace(/^第(\d+)号$/, '$1'));
    if (right.length === 0) return [];
    return [...text.matchAll(pattern)].flatMap((match) => {
      const token = tokens.find((one) => one.start === match.index + match[0].length && one.kind !== 'quote');
      return token && !right.includes(token.text)
        ? [{ start: token.start, end: token.end, why: '和算出来的不一样', suggestion: right[0]! }]
        : [];
    });
  });
}

/** What exhibits and the fact itself show for a key. */
function shownFor(pool: Pool, keys: readonly FactKey[]): string[] {
  const facts = keys.flatMap((key) => standingValue(pool.snapshot.facts, key) ?? []);
  const read = [...pool.exhibits.values()].flatMap((exhibit) =>
    (exhibit.reading?.fields ?? []).filter((field) => keys.includes(field.key)).map((field) => field.value),
  );
  const rows = [...pool.exhibits.values()].flatMap((exhibit) => exhibit.reading?.bill?.rows ?? []);
  const billed = keys.includes('tradeNo')
    ? rows.map((row) => row.tradeNo)
    : keys.includes('merchantOrderNo')
      ? rows.map((row) => row.merchantOrderNo)
      : [];
  return [...new Set([...facts, ...read, ...billed])];
}

function checkLabels(text: string, pool: Pool, tokens: readonly Token[]): Misplaced[] {
  const folded = fold(text);
  return LABELS.flatMap(([pattern, keys, label]) => {
    const shown = shownFor(pool, keys);
    if (shown.length === 0) return [];
    return [...folded.matchAll(pattern)].flatMap((match) => {
      const at = match.index + match[0].length;
      const token = tokens.find((one) => one.start === at && (one.kind === 'number' || one.kind === 'amount'));
      if (!token || token.text.includes('*')) return [];
      const same =
        token.kind === 'amount'
          ? shown.some((value) => String(parseFen(value)) === token.value)
          : shown.some((value) => value.toLowerCase() === token.value);
      return same
        ? []
        : [{ start: token.start, end: token.end, why: `这里应当是${label}，和案卷里的不一样`, suggestion: shown[0]! }];
    });
  });
}

function checkFields(text: string, pool: Pool): Misplaced[] {
  const found: Misplaced[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const colon = line.indexOf('：');
    if (colon <= 0 || colon > 14) continue;
    const label = line.slice(0, colon).replace(/^(?:\d{1,2}\.\s|[-\s])*(?:补充)?/, '');
    const value = line
      .slice(colon + 1)
      .trim()
      .replace(/。$/, '');
    const keys = FIELDS.find(([pattern]) => pattern.test(label))?.[1];
    if (!keys || value === '' || value.includes('*') || /^[☐☑]/.test(value)) continue;
    const shown = keys.flatMap((key) => standingValue(pool.snapshot.facts, key) ?? []);
    const order = standingValue(pool.snapshot.facts, 'orderNo');
    const allowed = [
      ...shown,
      '匿名',
      '平台未公示',
      '通过平台公示的地址无法取得联系',
      ...(order ? [`订单${order}购买人`] : []),
    ];
    if (allowed.some((one) => bareWords(one) === bareWords(value))) continue;
    const from = start + line.indexOf(value, colon + 1);
    found.push({
      start: from,
      end: from + value.length,
      why: `案卷里没有这个${label.replace(/（.*/, '')}`,
      suggestion: shown[0] ?? '',
    });
  }
  return found;
}

function checkInline(text: string, pool: Pool): Misplaced[] {
  return INLINE.flatMap(([pattern, keys, label]) => {
    const shown = keys.flatMap((key) => standingValue(pool.snapshot.facts, key) ?? []);
    if (shown.length === 0) return [];
    return [...text.matchAll(pattern)].flatMap((match) => {
      const [head] = match[1]!.split('…');
      const clipped = match[1]!.endsWith('…') && head !== '';
      if (
        match[1]!.includes('*') ||
        shown.some((one) =>
          clipped || one.includes('”')
            ? bareWords(one).startsWith(bareWords(clipped ? head! : match[1]!))
            : bareWords(one) === bareWords(match[1]!),
        )
      )
        return [];
      const start = match.index + match[0].lastIndexOf(match[1]!);
      return [{ start, end: start + match[1]!.length, why: `案卷里没有这个${label}`, suggestion: shown[0]! }];
    });
  });
}

function daysOf(contact: Contact): Day[] {
  return [
    contact.at,
    contact.filedOn,
    contact.receivedOn,
    contact.acceptedOn,
    contact.promisedBy,
    contact.reading.promise?.by,
  ].flatMap((at) => (at ? [chinaDay(at)] : []));
}

/** Offices that no fact names. */
const OFFICES = [
  ...WAYS_OF_PAYING.map(({ service }) => service),
  '支付机构客服',
  '市场监督管理部门',
  '消费者协会',
  '调解组织',
  '公安机关',
  '人民法院',
];

/** `青柠网络：` on a line of its own near the top is the reader of the letter. */
function checkAddressee(text: string, pool: Pool): Misplaced[] {
  const lines = text.split('\n').slice(0, 5);
  const index = lines.findIndex((line, i) => i > 0 && /^[^：]{1,60}：$/.test(line.trim()));
  if (index < 0) return [];
  const name = lines[index]!.trim().slice(0, -1);
  const names = (['merchant', 'sellerName', 'platform', 'platformOperator', 'payee'] as const).flatMap(
    (key) => standingValue(pool.snapshot.facts, key) ?? [],
  );
  const allowed = [...OFFICES, ...names.flatMap((one) => [one, `${one}投诉中心`, `${one}平台经营者`, `${one}客服`])];
  if (allowed.some((one) => bareWords(one) === bareWords(name)) || name.includes('*')) return [];
  const start = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
  return [{ start, end: start + name.length, why: '案卷里没有这个收件方', suggestion: names[0] ?? '' }];
}

/** Sentences whose words say which day must stand in them. */
function checkDays(text: string, pool: Pool, tokens: readonly Token[], deadlines: readonly string[]): Misplaced[] {
  const day = (key: FactKey): Day | undefined => {
    const value = standingValue(pool.snapshot.facts, key);
    return value === undefined ? undefined : chinaDay(value);
  };
  const promised: Day[] = [
    day('promisedBy'),
    ...pool.snapshot.contacts.flatMap((contact) =>
      [contact.promisedBy, contact.reading.promise?.by].map((by) => (by ? chinaDay(by) : undefined)),
    ),
  ].filter((one) => one !== undefined);
  const found: Misplaced[] = [];
  const expect = (token: Token, allowed: readonly (Day | undefined)[], what: string): void => {
    const days = allowed.filter((one) => one !== undefined);
    if (days.length === 0 || days.includes(token.value)) return;
    found.push({ start: token.start, end: token.end, why: `${what}的日期和案卷里的不一样`, suggestion: days[0]! });
  };
  for (const sentence of text.matchAll(/[^。；\n｜]+/g)) {
    const [words] = sentence;
    const inside = tokens.filter(
      (token) => token.kind === 'date' && token.start >= sentence.index && token.end <= sentence.index + words.length,
    );
    const first = inside[0];
    if (!first) continue;
    const before = (token: Token, n: number): string => text.slice(Math.max(0, token.start - n), token.start);
    for (const token of inside) {
      if (before(token, 3).endsWith('期限为')) expect(token, promised, '承诺期限');
      else if (before(token, 2).endsWith('截至') && !text.startsWith('未获答复', token.end))
        expect(token, [pool.snapshot.today], '写信');
      else if (/[于在]$/.test(before(token, 1)) && text[token.end] === '前' && token.value <= pool.snapshot.today)
        expect(token, [...deadlines, ...promised], '请求的期限');
      else if (/(?:^|\n)$/.test(text.slice(0, token.start)) && /^(?:\n|$)/.test(text.slice(token.end)))
        expect(token, [pool.snapshot.today], '落款');
      else if (text.startsWith('收到答复', token.end))
        expect(
          token,
          pool.snapshot.contacts.map((contact) => chinaDay(contact.at)),
          '收到答复',
        );
      else if (/付款时间[：]?$/.test(before(token, 5))) expect(token, [day('paidAt'), day('orderedAt')], '付款');
    }
    // A sentence of what happened opens with its day, behind the number of a list or the label of a form.
    const opening = /^(?:\s*(?:\d{1,2}\.|[-*])\s+)?(?:[^：“”，]{2,14}：)?\s*/.exec(words)![0].length;
    if (first.start - sentence.index > opening || text[first.end] === '前') continue;
    const bare = bareWords(words);
    const named = pool.snapshot.contacts.filter(
      (contact) =>
        (contact.reference && bare.includes(bareWords(contact.reference))) ||
        (contact.said && bareWords(contact.said).length > 3 && bare.includes(bareWords(contact.said))),
    );
    const failure = standingValue(pool.snapshot.facts, 'failure');
    if (named.length > 0) expect(first, named.flatMap(daysOf), '这次联系');
    else if (/购买“|实付|提交订单|付款[\d¥]/.test(words)) expect(first, [day('paidAt'), day('orderedAt')], '购买');
    else if (failure && bareWords(failure).length > 3 && bare.includes(bareWords(failure)))
      expect(first, [day('failedAt')], '发现问题');
  }
  return found;
}

/** Finds known values in the wrong place: a trade number called order number, the day of another event. */
export function checkBindings(text: string, pool: Pool, values: readonly ComputedValue[]): Misplaced[] {
  const tokens = readTokens(text);
  const deadlines = values
    .filter((value) => value.from.startsWith('写信日起'))
    .flatMap((value) =>
      readTokens(value.text)
        .filter((token) => token.kind === 'date')
        .map((token) => token.value),
    );
  return [
    ...checkAddressee(text, pool),
    ...checkLabels(text, pool, tokens),
    ...checkFields(text, pool),
    ...checkInline(text, pool),
    ...checkDays(text, pool, tokens, deadlines),
    ...checkCounted(text, tokens, values),
  ];
}
