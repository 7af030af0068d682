/** Text as GB18030 bytes: the runtime only decodes, so its table is turned around. Two-byte letters only. */
let table: Map<string, number[]> | undefined;

export function gbk(text: string): Uint8Array {
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder('gbk');
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const letter = decoder.decode(Uint8Array.of(lead, trail));
        if (letter.length === 1 && letter !== '\ufffd') table.set(letter, [lead, trail]);
      }
    }
  }
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      if (letter < '\u0080') return [letter.charCodeAt(0)];
      const bytes = table!.get(letter);
      if (!bytes) throw new Error(`not in GBK: ${letter}`);
      return bytes;
    }),
  );
}

export function utf16le(text: string, mark = true): Uint8Array {
  return Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
}

export function utf16be(text: string, mark = true): Uint8Array {
  return Buffer.from(utf16le(text, mark)).swap16();
}
