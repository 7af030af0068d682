/** How money of other countries is written beside its figures. */
const CURRENCY = [
  '(?:US|HK|NT|SG|AU|CA|C|A|R)?[$＄]|[€£₩₽₺₫฿₱]',
  '(?:USD|HKD|TWD|JPY|EUR|GBP|KRW|TRY|ARS|SGD|AUD|CAD|MYR|THB|RUB)',
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
  `(?<![A-Za-z])(?:${CURRENCY})\\s*(${SUM})|(?<![\\d.,])(${SUM})\\s?(?:${CURRENCY})(?!\\s*\\d)`,
  'gi',
);

/** The sums of other countries' money in a text, as they are written: `美元59.99`, `$24.99`. */
export function foreignMoneyIn(text: string): string[] {
  return [...new Set([...text.matchAll(NAMED)].map(([words]) => words.trim()))];
}
