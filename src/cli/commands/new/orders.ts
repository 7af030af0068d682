import { rememberCase } from '../../../clerk/cases/home.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { discardNewCase, splitOrder, type Order } from '../../../clerk/cases/split-case.ts';
import type { TakenIn } from '../../../clerk/intake/take-in-paths.ts';
import { KamengError } from '../../../model/errors.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';

/**
 * Two orders in one folder are two cases: what one says is never held for the other. On a terminal it is asked.
 * @throws KamengError TWO_ORDERS where nobody can be asked; the new case is taken back then
 */
export async function partOrders(
  context: Context,
  file: OpenCase,
  taken: TakenIn | undefined,
  split: boolean,
  paths: readonly string[],
): Promise<void> {
  const [own, ...others] = taken?.reconciliation?.orders ?? [];
  if (!own || others.length === 0) return;
  const named = [own, ...others].map((order, i) => orderWords(String.fromCharCode(65 + i), order)).join('；');
  if (!split && !context.interactive) {
    if (!paths.includes('-')) discardNewCase(context.world, file);
    throw new KamengError('TWO_ORDERS', `像是 ${others.length + 1} 笔订单：${named}`, {
      hints: ['分成几个案卷：加上 --split', '只要其中一笔：加上 --order 订单号', '案卷还没有建'],
    });
  }
  const yes =
    split ||
    (await (
      await context.prompter()
    ).confirm({ message: `像是 ${others.length + 1} 笔订单：${named}。分开建案卷？`, default: true }));
  if (!yes) return;
  for (const order of others) {
    const other = await splitOrder(context.world, context.now, file, order);
    context.io.say(`${orderWords('另一笔', order)}放进了案卷：${other.path}`);
    other.close();
  }
  rememberCase(context.world, file.path);
}

/** `A 青柠网络 96.50 元 订单号 7610…（证据 3、4）` */
function orderWords(letter: string, { exhibits, merchant, amount, orderNo }: Order): string {
  const words = [merchant, amount && `${amount} 元`, orderNo && `订单号 ${orderNo}`]
    .filter(Boolean)
    .map((word) => printable(word!));
  return `${letter} ${words.join(' ')}（证据 ${exhibits.join('、')}）`;
}
