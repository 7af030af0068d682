/** Mutations of bytes, of texts and of JSON, each decided by a generator. */

export type Below = (most: number) => number;

/** Pieces that have broken programs before: what steers a terminal, leads out of a folder, or is taken for code. */
export const NASTY = [
  '\u001b]0;owned\u0007',
  '\u001b[2J\u001b[31m',
  '\u009b31m',
  '\r\nX-Header: 1',
  '\u202egnp.exe',
  '\u0000',
  '../../victim/x.txt',
  '..\\..\\victim\\x.txt',
  '/tmp/victim',
  'C:\\victim.txt',
  'con.txt',
  '{{constructor.constructor "return process"}}',
  '{{#each this}}{{@key}}{{/each}}',
  '{{> merchant}}',
  '=HYPERLINK("http://x","y")',
  "=cmd|' /C calc'!A0",
  '<script>alert(1)</script>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  "'); DROP TABLE journal; --",
  '%s%s%n',
  '__proto__',
  '99999999999999999999',
  '-1',
  '0000-00-00',
  '2026-02-30T25:61:61+99:99',
  '\ud800',
  '退款'.repeat(2_000),
  'a'.repeat(100_000),
  '('.repeat(5_000),
  '9'.repeat(5_000),
  ' \t'.repeat(20_000),
];

const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff];

/** One to eight changes of bytes; `other` is what pieces are taken over from. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, below: Below): Buffer {
  let data = Buffer.from(bytes);
  for (let times = 1 + below(8); times > 0; times--) {
    const at = below(data.length + 1);
    const length = Math.min(data.length - at, 1 + below(below(4) === 0 ? 4_096 : 16));
    const [before, piece, after] = [data.subarray(0, at), data.subarray(at, at + length), data.subarray(at + length)];
    switch (below(9)) {
      case 0:
      case 1:
        if (at < data.length) data[at]! ^= 1 << below(8);
        break;
      case 2:
        data = Buffer.concat([before, after]);
        break;
      case 3:
        data = Buffer.concat([before, piece, piece, piece, after]);
        break;
      case 4:
        data = Buffer.concat([before, Buffer.from(NASTY[below(NASTY.length)]!), data.subarray(at)]);
        break;
      case 5: {
        const from = below(other.length + 1);
        data = Buffer.concat([before, other.subarray(from, from + 1 + below(512)), after]);
        break;
      }
      case 6:
        if (below(3) === 0) data = Buffer.from(before);
        break;
      case 7:
        if (at + 4 <= data.length) data.writeUInt32LE(NUMBERS[below(NUMBERS.length)]!, at);
        break;
      default:
        if (at + 2 <= data.length) data.writeUInt16BE(NUMBERS[below(NUMBERS.length)]! & 0xffff, at);
    }
  }
  return data;
}

/** The same for a text, by its characters. */
export function mutateText(text: string, below: Below): string {
  let chars = [...text];
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(chars.length + 1);
    const length = 1 + below(20);
    if (below(3) === 0) chars.splice(at, length);
    else if (below(2) === 0) chars.splice(at, 0, NASTY[below(NASTY.length)]!);
    else chars.splice(at, 0, ...chars.slice(at, at + length), ...chars.slice(at, at + length));
    chars = [...chars.join('')];
  }
  return chars.join('');
}

/** Another value in the place of some of a JSON document's. */
export function mutateJson(value: unknown, below: Below): unknown {
  if (below(12) === 0) {
    const others = [
      null,
      true,
      -1,
      1e308,
      0.1,
      '',
      [],
      {},
      [[[]]],
      NASTY[below(NASTY.length)],
      '2026-02-30',
      { a: { b: [] } },
    ];
    return others[below(others.length)];
  }
  if (Array.isArray(value)) return value.map((one) => mutateJson(one, below));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, one]) => [
      below(30) === 0 ? NASTY[below(NASTY.length)]! : key,
      mutateJson(one, below),
    ]);
    return Object.fromEntries(entries);
  }
  return value;
}
