import type { BillReading } from '../../../model/reading.ts';
import { parseFen } from '../../../model/money.ts';

/** What the lines around the table say of it: `共66笔记录`, `支出：63笔 16.54元`. */
const COUNT = /^共\s*(\d+)\s*笔/;
const TOTALS = [
  { key: 'inTotal', pattern: /^(?:已?收入)[:：].*?笔[,，]?\s*([\d,.]+)\s*元/ },
  { key: 'outTotal', pattern: /^(?:已?支出)[:：].*?笔[,，]?\s*([\d,.]+)\s*元/ },
] as const;

/** Adds what one line outside the table states. */
export function noteStated(stated: BillReading['stated'], line: string): void {
  const text = line.trim();
  const count = COUNT.exec(text);
  if (count) stated.count = Number(count[1]);
  for (const { key, pattern } of TOTALS) {
    const fen = parseFen(pattern.exec(text)?.[1] ?? '');
    if (fen !== undefined) stated[key] = fen;
  }
}
