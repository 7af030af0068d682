import type { Io } from '../io.ts';

/** Light around the code, in modules: four is the standard, two is enough for phones and fits a terminal of 24 rows. */
const BORDER = 2;

/**
 * A QR code as lines of the terminal, dark on light whatever the terminal's colours are.
 * @returns nothing where it does not fit, or where there is no colour to set it off from the ground
 */
export async function qrLines(text: string, io: Io, besides: number): Promise<string[]> {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'L', border: BORDER });
  const rows = Math.ceil(size / 2);
  if (!io.color.stderr || size > io.width.stderr || io.height === undefined || rows + besides > io.height) return [];
  const dark = (y: number, x: number): boolean => data[y]?.[x] ?? false;
  return Array.from({ length: rows }, (_row, i) => {
    const cells = Array.from({ length: size }, (_cell, x) => {
      const [above, below] = [dark(2 * i, x), dark(2 * i + 1, x)];
      return above ? (below ? '█' : '▀') : below ? '▄' : ' ';
    });
    return `\u001b[30m\u001b[107m${cells.join('')}\u001b[0m`;
  });
}
