import type { Kind } from '../../model/evidence.ts';
import type { FactKey } from '../../model/facts.ts';
import { addHours, epochOf } from '../../model/moment.ts';
import { heardAs } from '../../model/reading.ts';
import { foundOf, type Found } from '../page/found.ts';
import { labelRow } from '../page/labels/labels.ts';
import { SERVES } from '../page/names.ts';
import type { Value } from '../page/values/joined.ts';
import { hasWalletForm, isSpoiltWalletNumber, isWalletNumber } from '../wallets.ts';
import { alike, type Heard, lettersOf, meets, READ_BY_BOTH, RIVALLED, SURE } from './heard.ts';
import type { Part } from './parts.ts';
import { isOfNothing, tornFrom, valueIn } from './stretch-values.ts';

/** What it finds where the first found none; how many of a thing nobody is asked. */
const OFFERED_KEYS: readonly FactKey[] = [...READ_BY_BOTH, 'quantity'];
/** A time in a talk is when something was said, its words say what somebody means, and who talks is no account. */
const NEVER_OF_TALKS = new Set<FactKey>(['orderedAt', 'paidAt', 'failure', 'payee', 'account', 'quantity']);
const MOMENTS = new Set<FactKey>(['orderedAt', 'paidAt']);
/** From here on a value that only the second reader sees is offered. */
const OFFERED = 0.6;

/** Values of facts that the first reader found none of, or takes other letters for. */
export function seenAlone(found: readonly Found[], { lines, stretches, kind }: Heard): Found[] {
  const out: Found[] = [];
  for (const key of OFFERED_KEYS) {
    if (kind === 'chat' && NEVER_OF_TALKS.has(key)) continue;
    const same = found.filter((field) => field.key === key);
    if (same.some((field) => heardAs(field) === 'agrees')) continue;
    const taken = found
      .filter((field) => alike(field.key as Part, key as Part, kind))
      .map((one) => lettersOf(one, lines));
    // A time that a known label gives to one thing is not that of another.
    const told = found
      .filter((field) => MOMENTS.has(key) && MOMENTS.has(field.key) && field.key !== key && field.by === 'label')
      .map((one) => lettersOf(one, lines));
    const free = stretches
      .filter((one) => one.part === key && one.sure >= OFFERED)
      .filter(({ runs: [first] }) => !isOfNothing(lines, first!.line))
      // What it runs on into and is a label of its own is no part of it.
      .filter(({ runs }) => !runs.some(({ line }) => labelRow(lines[line]!.text)))
      .filter((one) => key !== 'account' || !one.runs.some(({ line }) => SERVES.test(lines[line]!.text)))
      .filter((one) => same.length > 0 || !taken.some((own) => one.runs.some((run) => meets(own, run))))
      .filter((one) => !told.some((own) => one.runs.some((run) => meets(own, run))))
      .toSorted((a, b) => b.sure - a.sure);
    const values = free.flatMap((one) => {
      const value = valueIn(key, one, lines);
      return value ? [{ value, sure: one.sure }] : [];
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
      (key === 'product' && kind !== 'order');
    const sure = rivalled ? Math.min(RIVALLED, seen.sure) : seen.sure;
    out.push(offered(key, seen.value, Math.round(sure * 1000) / 1000, kind));
  }
  return found.some(({ key }) => key === 'tradeNo') ? out : asWallets(out, kind);
}

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

const NUMBERS = new Set<FactKey>(['orderNo', 'merchantOrderNo']);

/** A number in the whole form of a wallet's is that of the payment, where a voucher has no other. */
function asWallets(fields: readonly Found[], kind: Kind): Found[] {
  if (kind !== 'payment' || fields.some(({ key }) => key === 'tradeNo')) return [...fields];
  return fields.map((field) =>
    NUMBERS.has(field.key) && hasWalletForm(field.value)
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
