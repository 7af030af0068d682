import type { Draw } from './draw.ts';

export const pad = (n: number): string => String(n).padStart(2, '0');
export const parts = (at: Date): [number, string, string, string, string, string] => [
  at.getUTCFullYear(),
  pad(at.getUTCMonth() + 1),
  pad(at.getUTCDate()),
  pad(at.getUTCHours()),
  pad(at.getUTCMinutes()),
  pad(at.getUTCSeconds()),
];

/** All ways to write a time; the value has seconds where the words have. */
export function timeOf(draw: Draw, at: Date): { text: string; value: string } {
  const [y, m, d, h, min, s] = parts(at);
  const day = draw.pick([
    `${y}-${m}-${d}`,
    `${y}/${m}/${d}`,
    `${y}.${m}.${d}`,
    `${y}年${Number(m)}月${Number(d)}日`,
    `${y}年${m}月${d}日`,
  ]);
  const seconds = draw.chance(0.65);
  return {
    text: `${day} ${h}:${min}${seconds ? `:${s}` : ''}`,
    value: `${y}-${m}-${d}T${h}:${min}${seconds ? `:${s}` : ':00'}+08:00`,
  };
}

/** All ways to write an amount. */
export function moneyOf(draw: Draw, fen: number): string {
  const plain = (fen / 100).toFixed(2);
  const short = fen % 100 === 0 ? String(fen / 100) : plain;
  const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
  return draw.pick([`¥${plain}`, `￥${plain}`, `${plain}元`, `¥${grouped}`, `¥ ${plain}`, `¥${short}`, `${short}元`]);
}
