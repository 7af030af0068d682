const CODES = 'USD|HKD|TWD|JPY|EUR|GBP|KRW|TRY|ARS|SGD|AUD|CAD|MYR|THB|RUB';
/** How money of other countries is written beside its figures. */
const CURRENCY = [
  '(?:US|HK|NT|SG|AU|CA|C|A|R)?[$＄]|[€£₩₽₺₫฿₱]',
  `(?:${CODES})`,
  '美元|美金|港[币元]|台[币元]|日[元圆]|円|韩元|欧元|英镑|卢布|里拉',
].join('|');
const FOREIGN = new RegExp(`(?:${CURRENCY})\\s*[\\d.,]+$|^[\\d.,]*\\s*(?:${CURRENCY})`, 'i');

/**
 * Is the number between these places of a text money of another country? It is no amount in 元.
 * @param from offset of its first digit, `to` of what stands behind its last
 */
export function isForeignMoney(text: string, from: number, to: number): boolean {
  return FOREIGN.test(text.slice(0, to)) || FOREIGN.test(text.slice(from));
}

const SUM = String.raw`\d[\d,]*(?:\.\d{1,2})?(?!\d)`;
const NAMED = new RegExp(
  `(?<![A-Za-z])(?:${CURRENCY})[^\\S\\t\\n]*(${SUM})|(?<![\\d.,])(${SUM})[^\\S\\t\\n]?(?:${CURRENCY})(?!\\s*\\d)`,
  'gi',
);

/** The sums of other countries' money in a text, as they are written: `美元59.99`, `$24.99`. */
export function foreignMoneyIn(text: string): string[] {
  return [...new Set([...text.matchAll(NAMED)].map(([words]) => words.trim()))];
}

const YUAN = /[¥￥元]|(?<![A-Za-z])(?:RMB|CNY|CN¥)|人民币|\bY\s?\d/;

/** Does any of these words say that a sum is 元? A picture may have lost the line through a Y. */
export const namesYuan = (text: string): boolean => YUAN.test(text);

/** `EUR`, `$ USD`, `EUR ▾`: in which money a page has its prices, where nothing else stands with it. */
const ALONE = new RegExp(`^\\s*(?:[$€£]\\s?)?(${CODES})\\s*(?:[$€£▾▼vV∨]|[|/·-].{1,14})?\\s*$`);

/** The money that words which stand alone name as that of all prices. */
export const currencyAlone = (text: string): string | undefined => ALONE.exec(text)?.[1];
