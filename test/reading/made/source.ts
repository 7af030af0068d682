import type { FileSource } from '../../../src/model/reading.ts';
import type { Reader, ReadContext } from '../../../src/reading/reader.ts';
import { readSource } from '../../../src/reading/read-source.ts';
import { sniff } from '../../../src/reading/sniff.ts';
import type { Reading } from '../../../src/model/reading.ts';

/** Bytes or text as a file to be read; counts what was asked for. */
export function sourceOf(content: Uint8Array | string, name = 'x'): FileSource & { bytesRead: number } {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    bytesRead: 0,
    async read(offset, length) {
      this.bytesRead += Math.max(0, Math.min(length, bytes.length - offset));
      return bytes.subarray(offset, offset + length);
    },
    async all(limit) {
      if (bytes.length > limit) throw new Error(`asked for ${limit} of ${bytes.length}`);
      return bytes;
    },
  };
}

/** Reads content the way the program does: sniffed, then by its room. */
export function read(
  content: Uint8Array | string,
  options: { name?: string; password?: string } = {},
): Promise<Reading> {
  return readSource(sourceOf(content, options.name), { password: options.password });
}

/** Calls one reader directly, with a type of one's own. */
export async function readWith(
  reader: Reader,
  content: Uint8Array | string,
  options: Partial<ReadContext> = {},
): Promise<Reading> {
  const source = sourceOf(content);
  const context: ReadContext = {
    mediaType: (await sniff(source)).mediaType,
    depth: 0,
    readPart: (part) => readSource(part),
    ...options,
  };
  return reader(source, context);
}

export const codes = (reading: Reading): string[] => reading.notes.map((note) => note.code);
