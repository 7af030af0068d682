import type { Draw } from './draw.ts';
import { parts } from './forms.ts';
import type { Trouble, Words } from './words.ts';

/** What was bought, of whom, for how much, and what went wrong. */
export interface Deal {
  trouble: Trouble;
  platform?: string;
  shop: string;
  company: string;
  product: string;
  fen: number;
  orderNo: string;
  tillNo: string;
  tradeNo: string;
  orderedAt: Date;
  paidAt: Date;
  card?: string;
  account?: string;
  failure: string;
}

const LETTERS = 'ACDEFGHJKLMNPQRTUVWXY34679';

/** A deal by chance. */
export function dealOf(draw: Draw, words: Words): Deal {
  const paidAt = new Date(
    Date.UTC(2026, draw.int(7, 10), draw.int(1, 26), draw.int(8, 22), draw.int(0, 55), draw.int(1, 59)),
  );
  const orderedAt = new Date(paidAt.getTime() - draw.int(8, 80) * 1000);
  const [y, m, d, h, min, s] = parts(orderedAt);
  const orderNo = draw.pick([
    () => `${y}${m}${d}${h}${min}${s}${draw.digits(draw.int(4, 8))}`,
    () => draw.digits(draw.int(14, 19)),
    () => `${draw.code('DSKXT', 2)}${y}${m}${d}${draw.digits(8)}`,
    () => `${draw.code('ADSNXW', 2)}-${y}${m}${d}-${draw.digits(6)}`,
  ])();
  const trouble = draw.pick(['card_invalid', 'not_delivered', 'account_banned', 'not_as_described'] as const);
  return {
    trouble,
    ...(draw.chance(0.7) ? { platform: draw.pick(words.platforms) } : {}),
    shop: draw.pick(words.shops.first) + draw.pick(words.shops.second),
    company: draw.pick(words.companies),
    product: draw.pick(words.products),
    fen: draw.chance(0.4) ? draw.int(5, 300) * 100 : draw.int(800, 138000),
    orderNo,
    tillNo: `T${draw.digits(3)}P${draw.digits(18)}`,
    tradeNo: draw.chance(0.5)
      ? `4200002${draw.digits(3)}${y}${m}${d}${draw.digits(10)}`
      : `${y}${m}${d}2200149${draw.digits(13)}`,
    orderedAt,
    paidAt,
    ...(trouble === 'card_invalid' || trouble === 'not_as_described'
      ? {
          card: draw.chance(0.6)
            ? [4, 4, 4, 4].map((n) => draw.code(LETTERS, n)).join('-')
            : draw.code(LETTERS, 15) + '7',
        }
      : { account: draw.chance(0.5) ? draw.digits(9) : `${draw.code('abcdefghkmnpqrstuvwxyz', 5)}${draw.digits(4)}` }),
    failure: draw.pick(words.failures[trouble]),
  };
}
