import type { Deal } from './deal.ts';
import type { Draw } from './draw.ts';
import { pad } from './forms.ts';
import { esc, playing } from './layout-parts.ts';
import { topIn } from './frames.ts';
import type { Words } from './words.ts';

/** A drawn screen and what a careful person reads off it. */
export interface Look {
  name: string;
  kind: string;
  width: number;
  html: string;
  /** By fact key, in the form that facts carry; only what stands on the screen. */
  fields: Record<string, string>;
  /** The same as it is written on the screen, where that is another form. */
  written?: Record<string, string>;
}

/** What a screen is drawn from. */
export interface Context {
  draw: Draw;
  words: Words;
  deal: Deal;
}

/** Words to be drawn as they are, or as HTML that is ready. */
export type Drawn = string | { html: string };
export const htmlOfWords = (words: Drawn): string => (typeof words === 'string' ? esc(words) : words.html);
/** Words in the middle of the page. */
export const centred = (words: Drawn, size: number, css = ''): string =>
  `<div style="text-align:center;font-size:${size}px;margin:22px 0;${css}">${htmlOfWords(words)}</div>`;
/** Words on a line of their own. */
export const plain = (words: Drawn, size: number, css = ''): string =>
  `<div style="font-size:${size}px;margin:18px 30px;${css}">${htmlOfWords(words)}</div>`;
/** Words around a name, as `% 版权所有`. */
export const around = (pattern: string, name: string, part: string): { html: string } => ({
  html: pattern.split('%').map(esc).join(playing(part, name)),
});

/** The bar above a phone's screen. */
export const STATUS = (draw: Draw): string =>
  draw.chance(0.6)
    ? `<div style="display:flex;justify-content:space-between;font-size:22px;padding:12px 30px"><span>${pad(draw.int(7, 23))}:${pad(draw.int(0, 59))}</span><span>${draw.pick(['5G 87%', '4G 62%', 'WLAN 45%'])}</span></div>`
    : '';

/** What a page is called, above all else; where a set has tops of its own, in one of them. */
export const titleOf = ({ draw, words }: Context, title: Drawn, size: number): string =>
  words.tops ? topIn(draw.pick(words.tops), htmlOfWords(title), size) : centred(title, size);

/** What somebody says in a chat, with a face beside it. */
export function bubble(side: 'other' | 'buyer', words: Drawn, size: number): string {
  const face = '<div style="width:72px;height:72px;background:#bbb;flex:none"></div>';
  const box = `<div style="max-width:460px;padding:16px 20px;margin:0 20px;background:${side === 'buyer' ? '#9e6' : '#fff'};font-size:${size}px">${htmlOfWords(words)}</div>`;
  return `<div style="display:flex;margin:24px 20px;${side === 'buyer' ? 'justify-content:flex-end' : ''}">${side === 'buyer' ? box + face : face + box}</div>`;
}
