export const esc = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Words that play a part, with the part beside them for whoever learns from the drawing. */
export const playing = (part: string, text: string): string => `<span data-part="${part}">${esc(text)}</span>`;

export interface Row {
  label: string;
  value: string;
  /** What the value is; nothing that a fact is made of where it is absent. */
  part?: string;
}

export interface Theme {
  size: number;
  gap: number;
  pad: number;
  labelColor: string;
  colon: string;
}

/** So many at a time. */
export const inGroups = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
