import type { Page } from '../page/page.ts';
import { hasWalletForm } from '../wallets.ts';

const RUN = /(?<!\d)\d{14,28}(?!\d)/g;
const LONGEST = 28;

/** Does a number stand on the page that only wallets give, in one line or broken over two? */
export function hasVoucherNumber({ rows }: Page): boolean {
  return rows.some((row, at) =>
    row.some(({ text }) =>
      [...text.matchAll(RUN)].some(([run]) => {
        if (run.length === LONGEST) return hasWalletForm(run);
        if (!text.trimEnd().endsWith(run)) return false;
        const below = rows.slice(at + 1, at + 3).flat();
        return below.some((cell) => hasWalletForm(run + (/^\s*(\d+)(?!\d)/.exec(cell.text)?.[1] ?? '')));
      }),
    ),
  );
}
