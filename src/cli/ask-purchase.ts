import { choosePurchase, purchaseChoices, type PurchaseChoice } from '../clerk/intake/purchase-choice.ts';
import type { OpenCase } from '../clerk/cases/open-case.ts';
import { showMoment } from '../model/moment.ts';
import { clip } from './views/paint.ts';
import type { Context } from './context.ts';

/** Which row of a bill is the purchase, asked once for each bill in which several can be. */
export async function askPurchase(context: Context, file: OpenCase): Promise<void> {
  for (const { exhibit } of purchaseChoices(file)) {
    // The answer for one bill may have settled the next.
    const choice = purchaseChoices(file).find((one) => one.exhibit === exhibit);
    if (!choice) continue;
    const line = await (
      await context.prompter()
    ).select<string>({
      message: questionOf(choice),
      choices: [
        ...choice.rows.map((row) => ({ value: String(row.line), name: rowWords(row) })),
        { value: '', name: '都不是，或不清楚' },
      ],
    });
    if (line !== '') choosePurchase(file, exhibit, Number(line));
  }
}

const questionOf = ({ exhibit, rows }: PurchaseChoice): string =>
  rows.length > 1
    ? `证据 ${exhibit} 里有 ${rows.length} 笔都像这次付款。是哪一笔？`
    : `证据 ${exhibit} 里的这一笔是这次付款吗？`;

/** `2026-10-03 10:00:00  芦苇点卡  季卡  42.00 元` */
const rowWords = ({ at, day, counterparty, product, amount, status }: PurchaseChoice['rows'][number]): string =>
  [at ? showMoment(at) : day, clip(counterparty, 24), clip(product, 24), `${amount} 元`, clip(status, 12)]
    .filter((word) => word !== undefined && word !== '')
    .join('  ');
