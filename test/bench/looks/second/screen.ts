import { KINDS, type Kind } from '../../../../src/model/evidence.ts';
import { page, type Look } from '../page.ts';

export const SERIF = "'Noto Serif CJK SC'";
export const FALLBACK = "'Droid Sans Fallback'";

/** One screen; `size` is width, height and scale in CSS pixels. */
export function screen(
  file: string,
  size: readonly [number, number, number],
  kind: Kind,
  fields: Record<string, string>,
  css: string,
  body: string,
  font?: string,
): Look {
  const [width, height, scale] = size;
  return { file, width, height, scale, kind, category: KINDS[kind].category, fields, html: page(css, body, font) };
}

/** A phone's status bar as text: carrier, net, clock, battery. */
export function bar(left: string, right: string, colour = '#222'): string {
  return `<div style="display:flex;justify-content:space-between;padding:6px 18px;font-size:12px;color:${colour}"><span>${left}</span><span>${right}</span></div>`;
}

/** Label and value in two cells of a table. */
export function table(pairs: readonly (readonly [string, string])[]): string {
  return `<table>${pairs.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join('')}</table>`;
}

/** Label and value as two paragraphs of a flexible row. */
export function lines(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([label, value]) => `<p class="kv"><i>${label}</i><b>${value}</b></p>`).join('');
}

/** Bubbles: `<` the other side, `>` one's own, `-` a time or notice in the middle. */
export function talk(said: readonly (readonly ['<' | '>' | '-', string])[], me = '我', other = '客'): string {
  return said
    .map(([side, text]) =>
      side === '-'
        ? `<div class="t">${text}</div>`
        : `<div class="m ${side === '>' ? 'r' : ''}"><em>${side === '>' ? me : other}</em><div class="b">${text}</div></div>`,
    )
    .join('');
}

/** The usual style of bubbles. */
export function bubbles(own: string, other: string, ink = '#111'): string {
  return `.t{text-align:center;color:#999;font-size:12px;margin:10px 0}.m{display:flex;gap:8px;padding:6px 12px;align-items:flex-start}.m em{width:38px;height:38px;border-radius:50%;background:#8aa;color:#fff;text-align:center;line-height:38px;font-style:normal;flex:none;font-size:13px}
    .m.r{flex-direction:row-reverse}.b{background:${other};color:${ink};padding:9px 12px;border-radius:8px;max-width:66%;word-break:break-all}.r .b{background:${own}}`;
}
