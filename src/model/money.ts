import { KamengError } from './errors.ts';

/** An amount in 分 (1/100 yuan), a safe integer, never negative. */
export type Fen = number;

const AMOUNT = /^¥?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?\s*元?$/;
/** One hundred million yuan: above it a reading or a typing slip is certain. */
export const MAX_FEN: Fen = 10_000_000_000;

/**
 * Reads an amount written by a person or a receipt: `96.5`, `¥96.50`, `1,299.00 元`.
 * @returns 分, or undefined when it is no amount (negative, three decimals, words)
 */
export function parseFen(text: string): Fen | undefined {
  const match = AMOUNT.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const fen = Number(match[1]!.replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(fen) && fen <= MAX_FEN ? fen : undefined;
}

/** `9650` → `"96.50"`: yuan as a decimal string, the form of facts and JSON. */
export function formatYuan(fen: Fen): string {
  const sign = fen < 0 ? '-' : '';
  const abs = Math.abs(fen);
  return `${sign}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}

/**
 * A typed amount as the decimal string that facts carry.
 * @throws KamengError AMOUNT_INVALID for anything that is not a positive amount
 */
export function toYuan(text: string): string {
  const fen = parseFen(text);
  if (fen === undefined || fen === 0) {
    throw new KamengError('AMOUNT_INVALID', `金额不对：${text}`, {
      hints: ['写大于 0 的数字，最多两位小数，例如 96.50'],
    });
  }
  return formatYuan(fen);
}
