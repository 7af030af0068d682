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
