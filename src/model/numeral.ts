const DIGITS = '零一二三四五六七八九';
const STEPS = ['', '十', '百', '千'];

/**
 * A whole number from 0 to 99,999,999 as Chinese texts of law write it: 15 → `十五`, 250 → `二百五十`, 10000 → `一万`.
 * @throws RangeError for anything else
 */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99_999_999) throw new RangeError(`no numeral for ${n}`);
  if (n === 0) return DIGITS[0]!;
  if (n >= 10_000) {
    const rest = n % 10_000;
    const gap = rest > 0 && rest < 1000 ? DIGITS[0]! : '';
    return `${chineseNumeral(Math.floor(n / 10_000))}万${rest === 0 ? '' : gap + belowTenThousand(rest)}`;
  }
  const text = belowTenThousand(n);
  return n < 20 && n >= 10 ? text.slice(1) : text;
}

function belowTenThousand(n: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += (gap ? DIGITS[0]! : '') + DIGITS[digit]! + STEPS[place]!;
    gap = false;
  }
  return text;
}

const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
VALUES.set('〇', 0).set('两', 2);
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
/** A digit has its step, but for the first 十 and the last digit; 零 fills a gap. */
const BELOW_TEN_THOUSAND =
  '(?:[一二两三四五六七八九]千零?)?(?:[一二两三四五六七八九]百零?)?(?:[一二三四五六七八九]?十)?[一二两三四五六七八九]?';
const NUMERAL = new RegExp(`^(?=.)(?:${BELOW_TEN_THOUSAND}万零?)?${BELOW_TEN_THOUSAND}$`);

/**
 * The number that a numeral writes, 0 to 99,999,999: what `chineseNumeral` gives comes back, and 两 and 〇 are read as well.
 * @returns undefined for words that are no numeral
 */
export function readNumeral(text: string): number | undefined {
  if (/^[零〇]$/.test(text)) return 0;
  if (!NUMERAL.test(text) || text.startsWith('万')) return undefined;
  let tenThousands = 0;
  let sum = 0;
  let digit: number | undefined;
  for (const sign of text) {
    const unit = UNITS.get(sign);
    if (unit !== undefined) {
      sum += (digit ?? 1) * unit;
      digit = undefined;
    } else if (sign === '万') {
      tenThousands = sum + (digit ?? 0);
      sum = 0;
      digit = undefined;
    } else {
      digit = VALUES.get(sign)!;
    }
  }
  return tenThousands * 10_000 + sum + (digit ?? 0);
}
