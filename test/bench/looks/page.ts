/** One screen to render, with what stands on it. */
export interface Look {
  file: string;
  /** CSS pixels; the picture has `scale` times as many. */
  width: number;
  height: number;
  scale: number;
  html: string;
  category: string;
  kind: string;
  fields: Record<string, string>;
  /** About another order: its values are no part of the facts. */
  foreign?: boolean;
}

export interface LookDossier {
  name: string;
  facts: Record<string, string>;
  looks: Look[];
}

/** A whole document with its own style. */
export function page(css: string, body: string, font = "'Noto Sans CJK SC'"): string {
  return `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0;padding:0}body{font-family:${font},sans-serif;font-size:15px;line-height:1.5}${css}</style>${body}`;
}

/** Label left, value right, in rows. */
export function rows(pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .map(([label, value]) => `<div class="row"><span class="l">${label}</span><span class="v">${value}</span></div>`)
    .join('');
}
