import { factSpec, type FactKey } from '../../../model/facts.ts';
import { paidByOf } from '../../wallets.ts';
import type { Cell } from '../page.ts';
import { readAsDigits, withDigits } from './digits.ts';
import { join, valueOf, type Joined, type Value } from './joined.ts';
import { readMoment } from './moment.ts';
import { readMoney } from './money.ts';
import { readCardCode, readCount, readOrderNo, readPhone, readTradeNo } from './numbers.ts';
import { readAccount, readName, readProduct, readText } from './texts.ts';

/** Reads the words beside a label as a value of this fact, or says that they are none. */
export function readValue(key: FactKey, cells: readonly Cell[]): Value | undefined {
  const type = factSpec(key).type;
  if (type === 'money') return mending(join(cells, ''), readMoney);
  if (type === 'moment') return readWholeMoment(cells);
  if (type === 'number') return readCount(join(cells, ''));
  if (key === 'paidBy') return readWallet(join(cells, ' '));
  if (type !== 'text') return undefined;
  const value = (READ_TEXT[key] ?? readText)(join(cells, CODE_KEYS.has(key) ? '' : joint(cells)));
  return value && withDigits(key, value);
}

/** Reads words that are a value only with a letter or two taken for digits too, but for a person to look at. */
function mending(joined: Joined, read: (of: Joined) => Value | undefined): Value | undefined {
  const plain = read(joined);
  const digits = readAsDigits(joined);
  const value = digits && read(digits);
  // 2026-11-O3 09:54 is no day, 2026-11-1O 09:54 the first of the month to who stops at the letter.
  const better = value && (!plain || value.value.length > plain.value.length || plain.doubtful);
  return better ? { ...value, mended: joined.text.trim(), doubtful: true } : plain;
}

/** A time broken over two lines is broken at its space, or anywhere where the page breaks words. */
function readWholeMoment(cells: readonly Cell[]): Value | undefined {
  const [apart, together] = [mending(join(cells, ' '), readMoment), mending(join(cells, ''), readMoment)];
  return apart && (!together || together.value.length <= apart.value.length) ? apart : together;
}

const CODE_KEYS = new Set<FactKey>(['orderNo', 'tradeNo', 'merchantOrderNo', 'cardCode', 'contactPhone']);

/** Chinese goes on without a space on the next line, Latin with one; a digit or two alone are the end of a number. */
function joint(cells: readonly Cell[]): string {
  const [first, second] = cells;
  if (first && second && /\d$/.test(first.text) && /^\d{1,2}$/.test(second.text.trim())) return '';
  return first && second && /[A-Za-z0-9]$/.test(first.text) && /^[A-Za-z0-9]/.test(second.text) ? ' ' : '';
}

function readWallet(joined: Joined): Value | undefined {
  const wallet = paidByOf(joined.text);
  return wallet ? valueOf(joined, wallet, 0, joined.text.length) : undefined;
}

const READ_TEXT: Partial<Record<FactKey, (joined: Joined) => Value | undefined>> = {
  orderNo: readOrderNo,
  merchantOrderNo: readOrderNo,
  tradeNo: readTradeNo,
  cardCode: readCardCode,
  contactPhone: readPhone,
  merchant: readName,
  payee: readName,
  platform: readName,
  sellerName: readName,
  product: readProduct,
  account: readAccount,
};
