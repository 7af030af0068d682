import { crc32, deflateSync } from 'node:zlib';

/** Samples of a picture as a PDF holds them, row after row. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
  /** Bits of one sample: 1 (black and white, rows padded to bytes) or 8. */
  bits: 1 | 8;
  /** Samples of one pixel: grey, RGB or RGBA. */
  channels: 1 | 3 | 4;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const COLOR_TYPES = { 1: 0, 3: 2, 4: 6 } as const;

/** Writes samples as PNG, so that a picture from inside a PDF is read like any other picture. */
export function encodePng({ data, width, height, bits, channels }: Pixels): Uint8Array {
  const rowBytes = bits === 1 ? Math.ceil(width / 8) : width * channels;
  const rows = Buffer.alloc((rowBytes + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(data.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, COLOR_TYPES[channels], 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
