import { assignFacts } from '../../../clerk/intake/reconcile-facts.ts';
import { factsOf } from '../../../clerk/intake/record-facts.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { understandFact } from '../../../clerk/intake/understand.ts';
import type { Result } from '../../../model/contact.ts';
import { standingValue } from '../../../model/facts.ts';
import { formatYuan, parseFen } from '../../../model/money.ts';
import type { Context } from '../../context.ts';
import { complaintOf, typedFact } from '../../understand.ts';

/** What came of the money, and how much of it is back; `claimed` is nobody's money yet. */
export interface Settled {
  result: Result;
  /** Yuan as a decimal string, all in all. */
  refunded?: string;
}

/** Did the money come, and all of it? A part of it ends nothing unless the buyer says so. */
export async function askMoney(context: Context, file: OpenCase): Promise<Settled> {
  const prompter = await context.prompter();
  const facts = factsOf(file);
  const paid = standingValue(facts, 'amount');
  const came = await prompter.select({
    message: '钱到账了吗？',
    choices: [
      { value: 'claimed', name: '对方说退了，我还没有看到' },
      { value: 'whole', name: '全部退了，我看到钱了' },
      { value: 'part', name: '退了一部分，我看到钱了' },
      { value: 'other', name: '不是钱的事，问题解决了' },
    ],
  });
  if (came === 'claimed') return { result: 'claimed' };
  if (came === 'other') return { result: 'settled' };
  if (came === 'whole' && paid !== undefined) return { result: 'settled', refunded: paid };
  const known = standingValue(facts, 'refunded');
  const typed = await prompter.input({
    message: '一共退了多少？如 58.8、58块8',
    ...(known === undefined ? {} : { default: known }),
    validate: (text) => complaintOf(() => understandFact('refunded', text, context.now())),
  });
  const refunded = await typedFact(context, 'refunded', typed);
  const left = paid === undefined ? 0 : parseFen(paid)! - parseFen(refunded)!;
  if (left <= 0) return { result: 'settled', refunded };
  const rest = await prompter.select<Result>({
    message: `还差 ${formatYuan(left)} 元没退。剩下的还要吗？`,
    choices: [
      { value: 'partly', name: '还要，接着走' },
      { value: 'settled', name: '不要了，就此了结' },
    ],
  });
  return { result: rest, refunded };
}

/**
 * The amount that came back is what ends the matter in letters and clocks.
 * @returns the command that would have noted it; none where it was known
 */
export function noteRefund(file: OpenCase, refunded: string): string[][] {
  const facts = factsOf(file);
  // What an exhibit has just shown is not typed over.
  if (standingValue(facts, 'refunded') === refunded) return [];
  assignFacts(file, [['refunded', refunded]]);
  return [['facts', `refunded=${refunded}`]];
}
