/** Rows of pixels in one band. */
const BAND = 6;
const FIRST_SIXEL = 63;
const SHORTEST_RUN = 4;

/**
 * A picture as sixels, the oldest way in which terminals draw.
 * @param pixels red, green, blue of each pixel from the top left, in few colours: each gets a register of its own
 */
export function sixel(width: number, height: number, pixels: Uint8Array): string {
  const registers = new Map<number, number>();
  const colourAt = (x: number, y: number): number => {
    const i = 3 * (y * width + x);
    return (pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!;
  };
  const bands: string[] = [];
  for (let top = 0; top < height; top += BAND) {
    const rows = Math.min(BAND, height - top);
    /** Of each colour in the band, which of its rows it fills, column by column. */
    const columns = new Map<number, Uint8Array>();
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < width; x++) {
        const colour = colourAt(x, top + y);
        if (!registers.has(colour)) registers.set(colour, registers.size);
        let filled = columns.get(colour);
        if (!filled) columns.set(colour, (filled = new Uint8Array(width)));
        filled[x]! |= 1 << y;
      }
    bands.push([...columns].map(([colour, filled]) => `#${registers.get(colour)}${runs(filled)}`).join('$'));
  }
  const percent = (byte: number): number => Math.round((byte / 255) * 100);
  const palette = [...registers].map(
    ([colour, no]) => `#${no};2;${percent(colour >> 16)};${percent((colour >> 8) & 255)};${percent(colour & 255)}`,
  );
  return `\u001bPq"1;1;${width};${height}${palette.join('')}${bands.join('-')}\u001b\\`;
}

/** The same sixel several times is written once with its number. */
function runs(filled: Uint8Array): string {
  const out: string[] = [];
  for (let x = 0; x < filled.length;) {
    let end = x + 1;
    while (end < filled.length && filled[end] === filled[x]) end++;
    const mark = String.fromCharCode(FIRST_SIXEL + filled[x]!);
    out.push(end - x >= SHORTEST_RUN ? `!${end - x}${mark}` : mark.repeat(end - x));
    x = end;
  }
  return out.join('');
}
