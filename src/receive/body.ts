import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** One file as the phone sent it, its bytes as they were. */
export interface ReceivedFile {
  /** Where its bytes lie now. */
  path: string;
  /** What the phone called it; a name and nothing else, to be made safe by whoever writes it. */
  name: string;
  bytes: number;
  sha256: string;
  /** Milliseconds since the epoch, as the phone said; browsers sometimes say the moment of choosing. */
  modifiedAt?: number;
}

const NAME_BYTES = 16;

/** The body into a file of its own: whole, or nothing is left of it. */
export async function keepBody(
  request: IncomingMessage,
  { name, total, modified, folder }: { name: string; total: number; modified: number; folder: string },
  progress: (bytes: number) => void,
): Promise<ReceivedFile> {
  const path = join(folder, randomBytes(NAME_BYTES).toString('hex'));
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      bytes += chunk.length;
      progress(bytes);
      next(bytes > total ? new Error('more than was announced') : null, chunk);
    },
  });
  try {
    await pipeline(request, meter, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    if (bytes !== total) throw new Error('cut short');
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  const file: ReceivedFile = { path, name, bytes, sha256: hash.digest('hex') };
  return Number.isFinite(modified) && modified > 0 ? { ...file, modifiedAt: modified } : file;
}
