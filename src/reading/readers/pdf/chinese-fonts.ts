/**
 * Receipts made by Chinese systems name fonts that lie outside the file
 * (STSong-Light and the like) and write their text in Unicode or GBK. To turn
 * such codes into letters a PDF reader needs Adobe's character maps, megabytes of
 * tables for drawing. Text alone needs less: both directions of GBK, which the
 * runtime knows. So the maps are made here, with numbers of our own in the range
 * that Adobe's own collection leaves free.
 */

/** Adobe-GB1 ends at 30571; numbers from here on are ours. */
const FIRST_CID = 32_768;
/** Adobe-GB1 has the printable ASCII characters as its numbers 1 to 95. */
const ASCII_CIDS = 95;
const LAST_ADOBE_CID = 30_571;

const UNICODE_MAPS = /^UniGB-(?:UCS2|UTF16)-[HV]$/;
const GBK_MAPS = /^GB(?:K|Kp|K2K|pc)?(?:-EUC)?-[HV]$/;
const TO_UNICODE = 'Adobe-GB1-UCS2';

interface Letter {
  /** As a hexadecimal code in GBK and in UTF-16. */
  gbk: string;
  unicode: string;
  cid: number;
}

let letters: Letter[] | undefined;

/** All letters of GBK that lie in Unicode's first plane, each once. */
function allLetters(): Letter[] {
  if (letters) return letters;
  letters = [];
  const decoder = new TextDecoder('gbk');
  const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0');
  for (let code = 0x20; code < 0x7f; code += 1) {
    letters.push({ gbk: hex(code, 2), unicode: hex(code, 4), cid: FIRST_CID + letters.length });
  }
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length !== 1 || letter === '\ufffd') continue;
      letters.push({
        gbk: hex(lead, 2) + hex(trail, 2),
        unicode: hex(letter.charCodeAt(0), 4),
        cid: FIRST_CID + letters.length,
      });
    }
  }
  return letters;
}

/**
 * A character map under the name that a PDF asks for it.
 * @returns the map as text, or undefined for writing other than simplified Chinese
 */
export function characterMap(name: string): string | undefined {
  if (UNICODE_MAPS.test(name))
    return mapText(
      name,
      ['<0000> <ffff>'],
      'cidchar',
      allLetters().map(({ unicode, cid }) => `<${unicode}> ${cid}`),
    );
  if (GBK_MAPS.test(name))
    return mapText(
      name,
      ['<00> <80>', '<8140> <fefe>'],
      'cidchar',
      allLetters().map(({ gbk, cid }) => `<${gbk}> ${cid}`),
    );
  return name === TO_UNICODE ? toUnicode() : undefined;
}

/** Our numbers back to letters. Adobe's own, ASCII apart, are shown as not readable, never guessed. */
function toUnicode(): string {
  const hex = (n: number): string => n.toString(16).padStart(4, '0');
  const entries = allLetters().map(({ unicode, cid }) => `<${hex(cid)}> <${unicode}>`);
  for (let cid = 1; cid <= LAST_ADOBE_CID; cid += 1) {
    entries.push(`<${hex(cid)}> <${cid <= ASCII_CIDS ? hex(cid + 0x1f) : 'fffd'}>`);
  }
  return mapText(TO_UNICODE, ['<0000> <ffff>'], 'bfchar', entries);
}

function mapText(
  name: string,
  ranges: readonly string[],
  kind: 'cidchar' | 'bfchar',
  entries: readonly string[],
): string {
  return [
    'begincmap',
    `/CMapName /${name} def`,
    `/WMode ${name.endsWith('-V') ? 1 : 0} def`,
    `${ranges.length} begincodespacerange`,
    ...ranges,
    'endcodespacerange',
    `${entries.length} begin${kind}`,
    ...entries,
    `end${kind}`,
    'endcmap',
    '',
  ].join('\n');
}
