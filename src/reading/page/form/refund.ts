import type { Kind } from '../../../model/evidence.ts';
import { foundOf, type Found } from '../found.ts';
import { REFUND_STATES } from '../names.ts';
import { part, type Page } from '../page.ts';
import { readValue } from '../values/read-value.ts';

const LONGEST_STATE = 18;
/** So many short cells side by side are the steps of a way. */
const STEPS = 3;
/** Letters of one size differ by so little on a picture. */
const AS_LARGE = 0.92;

type RefundState = 'back' | 'open';

/** Is the money back by what the page says, or not yet? What is set largest says it, then what stands first. */
export function refundState(page: Page): RefundState | undefined {
  const states = page.rows
    .filter((row) => row.length < STEPS)
    .flat()
    .flatMap((cell) => {
      const is = stateIn(cell.text.trim());
      return is ? [{ is, size: cell.place?.height ?? 0 }] : [];
    });
  const largest = Math.max(...states.map(({ size }) => size));
  return states.find(({ size }) => size >= largest * AS_LARGE)?.is;
}

function stateIn(text: string): RefundState | undefined {
  if (text.length > LONGEST_STATE && !REFUSED_BECAUSE.test(text)) return undefined;
  if (REFUND_STATES.open.test(text)) return 'open';
  return REFUND_STATES.back.test(text) && !REFUND_STATES.unless.test(text) ? 'back' : undefined;
}

const REFUSED_BECAUSE =
  /(?:商家|卖家|客服|平台|店铺)?(?:已)?拒绝(?:了?您?的?)?(?:退款)?(?:申请|原因|理由|说明)?\s*[:：]\s*(?=\S{4})/;

/**
 * The values of a page that may be of a refund: where nothing came back its amount is what was asked for, which may be
 * less than was paid, and why it was refused is read. On a page of something else a sum is of money that came back only where the page says that it did.
 */
export function whenRefused(page: Page, found: readonly Found[], kind: Kind): Found[] {
  const state = refundState(page);
  if (state === 'back' || (state === undefined && kind === 'refund')) return [...found];
  const others = found.filter((field) => field.key !== 'refunded');
  const asked = found.filter((field) => field.key === 'refunded');
  if (kind !== 'refund')
    return state === 'open' ? others : [...others, ...asked.map((field) => ({ ...field, by: 'guess' as const }))];
  const cells = page.rows.flat();
  const because = cells.find((cell) => REFUSED_BECAUSE.test(cell.text));
  const match = because && REFUSED_BECAUSE.exec(because.text);
  const refusal = match
    ? readValue('refusal', [part(because, match.index + match[0].length, because.text.length)])
    : undefined;
  return [
    ...others,
    ...asked.map((field) => ({ ...field, key: 'amount' as const, by: 'guess' as const })),
    ...(refusal ? [foundOf('refusal', refusal, 'sentence')] : []),
  ];
}
