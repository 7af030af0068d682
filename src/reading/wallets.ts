import { WALLETS } from '../knowledge/built/wallets.ts';
import { anyOf, oneOf } from '../knowledge/patterns.ts';
import type { Wallet } from '../knowledge/schema/wallets.ts';
import type { Kind } from '../model/evidence.ts';
import { PAID_BY_IDS, type PaidBy } from '../model/facts.ts';
import { type Day, parseTime } from '../model/moment.ts';
import { once } from '../model/once.ts';

/** The name under which a table without a known wallet stands in a reading. */
export const ANY_TABLE = 'table';

// Their patterns are made when a page is read: who looks at a case loads this too.

interface WalletWords {
  paidBy: PaidBy;
  words: RegExp;
}

/** What a page calls a way of paying. The first that fits counts. */
const called = once((): readonly WalletWords[] =>
  ranked(({ called }) => called).map(({ wallet, words }) => ({
    paidBy: choiceOf(wallet)!,
    words: anyOf(words, 'i'),
  })),
);

/** Whose voucher a page is, from words that only this wallet's pages have. The first that fits counts. */
export const walletMarks = once((): readonly (WalletWords & { onlyWithoutLabel: boolean })[] =>
  ranked(({ marks }) => marks).map(({ wallet, words }) => ({
    paidBy: choiceOf(wallet)!,
    words: anyOf(words, 'm'),
    onlyWithoutLabel: wallet.marks?.onlyWithoutLabel ?? false,
  })),
);

/** `财付通-` before a payee: how banks write the wallet that a payment went through. */
export const beforePayee = once(
  () =>
    new RegExp(
      [
        `^(?:${WALLETS.flatMap((wallet) => wallet.beforePayee ?? []).join('|')})`,
        // A hyphen, a dash or a wide one, by their codes: see test/cli/loading.test.ts.
        String.raw`\s*[-\u2014\uff0d]\s*(?=[\p{L}\d]{2})`,
      ].join(''),
      'u',
    ),
);

const numbersOfWallets = once(() =>
  WALLETS.flatMap(({ tradeNumbers }) =>
    tradeNumbers
      ? [
          {
            ...tradeNumbers,
            begins: new RegExp(`^${tradeNumbers.begin}`),
            whole: new RegExp(`^(?=${tradeNumbers.begin})\\d{${tradeNumbers.digits}}$`),
            onVouchers: oneOf([tradeNumbers.onVouchers]),
          },
        ]
      : [],
  ),
);

/** Is this the number that a wallet gave the payment, though the page calls it an order number? */
export function isWalletNumber(number: string, kind: Kind): boolean {
  return numbersOfWallets().some(({ onVouchers, whole, neverOfShops }) =>
    kind === 'order' ? neverOfShops && whole.test(number) : onVouchers.test(number),
  );
}

/** Has it the form of a number that a wallet gives, and no shop? */
export const isOfWallets = (number: string): boolean => isWalletNumber(number, 'order');

/** Is it, to the last digit and with a day in it, a number such as a wallet gives a payment, whatever page it is on? */
export const hasWalletForm = (number: string): boolean => dayInWalletNumber(number) !== undefined;

/** The day in a number that is a wallet's to its last digit; undefined for any other. */
export function dayInWalletNumber(number: string): Day | undefined {
  const form = numbersOfWallets().find(({ whole, dayAt }) => whole.test(number) && hasDay(number, dayAt));
  return form && dayAt(number, form.dayAt);
}

/** Begins a number like one of a wallet and is like none of theirs, so that it was misread? */
export function isSpoiltWalletNumber(number: string): boolean {
  const forms = numbersOfWallets().filter(({ begins }) => begins.test(number));
  return forms.length > 0 && !forms.some(({ whole, dayAt }) => whole.test(number) && hasDay(number, dayAt));
}

const hasDay = (number: string, at: number): boolean => dayAt(number, at) !== undefined;

function dayAt(number: string, at: number): Day | undefined {
  const day = number.slice(at, at + 8);
  return parseTime(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`)?.day;
}

function ranked(
  wordsOf: (wallet: Wallet) => { rank: number; words: readonly string[] } | undefined,
): { wallet: Wallet; words: readonly string[] }[] {
  return WALLETS.flatMap((wallet) => {
    const own = wordsOf(wallet);
    return own ? [{ wallet, ...own }] : [];
  }).toSorted((a, b) => a.rank - b.rank);
}

/** The choice of `paidBy` that payments of this wallet are; undefined where each row of its bills says it. */
function choiceOf({ id, paidBy }: Wallet): PaidBy | undefined {
  return PAID_BY_IDS.find((choice) => choice === (paidBy ?? id));
}

/** `微信支付` → `wechat`; undefined when the words name no way of paying. */
export function paidByOf(text: string): PaidBy | undefined {
  return called().find(({ words }) => words.test(text))?.paidBy;
}

/**
 * How a row of a bill was paid, and the words that say so; undefined where neither the bill nor its row does.
 * @param id of the wallet whose bill it is
 * @param method what the row says of the way of paying
 */
export function paidByOfRow(
  id: string,
  method: string,
  wallets: readonly Wallet[] = WALLETS,
): { paidBy: PaidBy; text: string } | undefined {
  const wallet = wallets.find((one) => one.id === id);
  const own = wallet && choiceOf(wallet);
  if (own) return { paidBy: own, text: `${wallet.name}账单` };
  const said = id === ANY_TABLE || wallet?.paidBy === 'by_row' ? paidByOf(method) : undefined;
  return said && { paidBy: said, text: method };
}
