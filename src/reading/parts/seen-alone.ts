import type { Kind } from '../../model/evidence.ts';
import type { FactKey } from '../../model/facts.ts';
import { addHours, epochOf } from '../../model/moment.ts';
import { heardAs } from '../../model/reading.ts';
import { foundOf, type Found } from '../page/found.ts';
import { labelRow } from '../page/labels/labels.ts';
import { SERVES } from '../page/names.ts';
import type { Value } from '../page/values/joined.ts';
import { readMoment } from '../page/values/moment.ts';
import { hasWalletForm, isSpoiltWalletNumber, isWalletNumber } from '../wallets.ts';
import { alike, type Heard, lettersOf, meets, READ_BY_BOTH, RIVALLED, SURE } from './heard.ts';
import type { Part } from './parts.ts';
import { isOfNothing, mayGoOn, tornFrom, valueIn } from './stretch-values.ts';

/** What it finds where the first found none; how many of a thing nobody is asked. */
const OFFERED_KEYS: readonly FactKey[] = [...READ_BY_BOTH, 'quantity'];
/**
 * What was hardly ever there on pages of sets that it had not learnt. A time in a talk or on a page that says no is
 * when something was said or tried, and no goods are named there; nor is a platform but on the page of an order, nor
 * an error but where something failed. Who talks is no account; a voucher says who paid, not what was topped up. What
 * looks like an order's number where something failed is the failure's, on a refund's page the refund's: 0 and 29.
 */
const NEVER_OF: Partial<Record<Kind, ReadonlySet<FactKey>>> = {
  chat: new Set(['orderedAt', 'paidAt', 'failure', 'product', 'platform', 'payee', 'account', 'quantity']),
  failure: new Set(['orderNo', 'orderedAt', 'paidAt', 'product', 'platform']),
  refund: new Set(['orderNo', 'orderedAt']),
  order: new Set(['failure']),
  payment: new Set(['account', 'failure', 'platform']),
};
/** What is only looked for where the first reader has nothing: beside its words of an error 2 of 25 were right. */
const ONLY_WHERE_NONE: FactKey = 'failure';
const MOMENTS = new Set<FactKey>(['orderedAt', 'paidAt']);
const NUMBERS = new Set<FactKey>(['orderNo', 'tradeNo', 'merchantOrderNo']);
/** From here on a value that only the second reader sees is offered. */
const OFFERED = 0.6;
/** `WC-40375-9`, `0xC004C060`, `2813-1266`: the number of an error, under which its words are found. */
const ERROR_CODE = /^(?:[A-Z]{2}-\d{5,6}-\d|0x[\dA-F]{8}|\d{4}-\d{4})$/i;
/** On a page that says no stands anybody's account. */
const ACCOUNT_OF_FAILURE = 0.95;

/** Values of facts that the first reader found none of, or takes other letters for. */
export function seenAlone(found: readonly Found[], { lines, stretches, kind }: Heard): Found[] {
  const out: Found[] = [];
  for (const key of OFFERED_KEYS) {
    if (NEVER_OF[kind]?.has(key)) continue;
    const offeredFrom = key === 'account' && kind === 'failure' ? ACCOUNT_OF_FAILURE : OFFERED;
    const same = found.filter((field) => field.key === key);
    if (same.some((field) => key === ONLY_WHERE_NONE || heardAs(field) === 'agrees')) continue;
    const taken = found
      .filter((field) => alike(field.key as Part, key as Part, kind))
      .map((one) => lettersOf(one, lines));
    // A time or a number that a known label gives to one thing is not that of another.
    const told = found
      .filter((field) => field.by === 'label' && isOtherOfItsKind(field.key, key, kind))
      .map((one) => lettersOf(one, lines));
    const free = stretches
      .filter((one) => one.part === key && one.sure >= offeredFrom)
      .filter(({ runs: [first] }) => !isOfNothing(lines, first!.line))
      // What it runs on into and is a label of its own is no part of it.
      .filter(({ runs }) => !runs.some(({ line }) => labelRow(lines[line]!.text)))
      .filter((one) => key !== 'account' || !one.runs.some(({ line }) => SERVES.test(lines[line]!.text)))
      .filter((one) => same.length > 0 || !taken.some((own) => one.runs.some((run) => meets(own, run))))
      .filter((one) => !told.some((own) => one.runs.some((run) => meets(own, run))))
      .toSorted((a, b) => b.sure - a.sure);
    const values = free.flatMap((one) => {
      const value = valueIn(key, one, lines);
      // Off a voucher a wallet's number is known by its form, or it is somebody else's.
      const mayBe = key !== 'tradeNo' || kind === 'payment' || (value && isWalletNumber(value.value, kind));
      if (!value || !mayBe || ERROR_CODE.test(value.value)) return [];
      return [{ value, sure: one.sure, last: one.runs.at(-1)!.line }];
    });
    const seen = values.find(({ value }) =>
      same.every((field) => field.value !== value.value && !tornFrom(key, field.value, value.value)),
    );
    if (!seen) continue;
    const { value } = seen.value;
    // A voucher says anything where the goods should stand.
    const rivalled =
      same.some((field) => !value.includes(field.value)) ||
      values.some((other) => other.sure >= SURE && other.value.value !== value) ||
      (key === 'paidAt' && kind === 'payment' && hasOtherTime(value, lines)) ||
      (key === 'product' && mayGoOn(lines, seen.last)) ||
      (key === 'product' && kind !== 'order');
    const sure = rivalled ? Math.min(RIVALLED, seen.sure) : seen.sure;
    out.push(offered(key, seen.value, Math.round(sure * 1000) / 1000, kind));
  }
  return found.some(({ key }) => key === 'tradeNo') ? out : asWallets(out, kind);
}

/** A voucher with two times says of one when it was paid, and of the other when the money was taken or came. */
const hasOtherTime = (value: string, lines: Heard['lines']): boolean =>
  lines.some(({ text }) => {
    const [moment] = MOMENT.exec(text) ?? [];
    const read = moment && readMoment({ text: moment, scores: [], cells: [] })?.value;
    return read !== undefined && read.includes('T') && !sameTime(read, value);
  });
const MOMENT = /20\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/;
/** To the minute: one of two places may leave the seconds away. */
const sameTime = (a: string, b: string): boolean => a.slice(0, 16) === b.slice(0, 16);

/** Two times, or two numbers, that are not the same thing on a page of this kind. */
const isOtherOfItsKind = (a: FactKey, b: FactKey, kind: Kind): boolean =>
  [MOMENTS, NUMBERS].some((alone) => alone.has(a) && alone.has(b)) && !alike(a as Part, b as Part, kind);

/**
 * A value that only the second reader sees. A number in the whole form of a wallet's own is the wallet's by its digits
 * too: then two things say so.
 */
function offered(key: FactKey, value: Value, alone: number, kind: Kind): Found {
  const isWallets =
    key === 'tradeNo' && isWalletNumber(value.value, kind) && !isSpoiltWalletNumber(value.value) && !value.doubtful;
  return isWallets
    ? { ...foundOf(key, value, 'position', 9), second: alone }
    : { ...foundOf(key, value, 'guess', 9), alone };
}

const OF_SHOPS = new Set<FactKey>(['orderNo', 'merchantOrderNo']);

/** A number in the whole form of a wallet's is that of the payment, where a voucher has no other. */
function asWallets(fields: readonly Found[], kind: Kind): Found[] {
  if (kind !== 'payment' || fields.some(({ key }) => key === 'tradeNo')) return [...fields];
  return fields.map((field) =>
    OF_SHOPS.has(field.key) && hasWalletForm(field.value)
      ? { ...field, key: 'tradeNo' as const, by: 'guess' as const }
      : field,
  );
}

/** An order that nobody pays within a day is closed; nobody pays before he orders. */
const LONGEST_UNPAID = 24;
const CLOCKS_APART = 2 * 60_000;

/**
 * Of the times of an order and its payment on one page, those that only the second reader sees must fit together; the
 * only one of an order's page is the order's, whatever it looks like.
 */
export function withoutFarTimes(fields: readonly Found[], kind: Kind): Found[] {
  const times = (key: FactKey): string[] => fields.filter((one) => one.key === key).map(({ value }) => value);
  const fits = (ordered: string, paid: string): boolean =>
    epochOf(paid) - epochOf(ordered) > -CLOCKS_APART && epochOf(paid) < epochOf(addHours(ordered, LONGEST_UNPAID));
  return fields.map((field) => {
    if (field.alone === undefined || !MOMENTS.has(field.key) || !field.value.includes('T')) return field;
    const own = field.value;
    const ordered = times('orderedAt');
    const fitting =
      field.key === 'paidAt'
        ? ordered.every((at) => fits(at, own)) && (kind === 'payment' || ordered.length > 0)
        : times('paidAt').every((paid) => fits(own, paid));
    return fitting ? field : { ...field, certain: false };
  });
}
