import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { getExhibit } from '../../casefile/exhibits.ts';
import { KamengError } from '../../model/errors.ts';
import type { ExhibitSummary } from '../../model/snapshot.ts';
import type { OpenCase } from '../cases/open-case.ts';
import { findProgram } from './find-program.ts';
import type { World } from './home-folder.ts';
import { makeOwnFolder } from './own-folder.ts';
import { writeContent } from './write-content.ts';

/** How the decoder is told what the bytes are; it does not guess, or a list of addresses could pass for a video. */
const FORMATS: Readonly<Record<string, string>> = {
  'video/mp4': 'mov',
  'video/x-m4v': 'mov',
  'video/quicktime': 'mov',
  'video/3gpp': 'mov',
  'video/3gpp2': 'mov',
  'video/matroska': 'matroska',
  'video/x-matroska': 'matroska',
  'video/webm': 'matroska',
  'video/x-msvideo': 'avi',
  'video/vnd.avi': 'avi',
};
/** Longer videos would take longer to copy than anybody waits for a small picture. */
const MAX_BYTES = 512 * 1024 * 1024;
const MAX_FRAME = 64 * 1024 * 1024;
const PATIENCE_MS = 20_000;
/** The first pictures of a recording are often the phone's own. */
const FROM_MS = 1_500;
const WIDTH = 720;

/** What can take a picture out of a video on this computer: ffmpeg, where somebody installed it. */
export const videoDecoder = (world: World): string | undefined => findProgram(world, 'ffmpeg');

/** One picture out of a video, as PNG; or why there is none: it cannot be decoded, or is not what was taken in. */
export type VideoFrame = { png: Uint8Array } | { none: 'undecoded' | 'changed' };

/**
 * Takes one picture out of a video.
 * @param decoder of `videoDecoder`
 */
export async function videoFrame(
  file: OpenCase,
  { no, mediaType, bytes, reading }: ExhibitSummary,
  decoder: string,
): Promise<VideoFrame> {
  const format = FORMATS[mediaType];
  if (format === undefined || bytes > MAX_BYTES) return { none: 'undecoded' };
  const folder = makeOwnFolder('frame');
  try {
    const path = join(folder.path, 'video');
    writeContent(file, getExhibit(file, no).contentId, path);
    const at = Math.min(FROM_MS, (reading?.media?.durationMs ?? 0) / 2);
    const input = `-nostdin -v error -protocol_whitelist file -f ${format} -ss ${(at / 1_000).toFixed(3)}`.split(' ');
    const output = `-frames:v 1 -an -sn -dn -vf scale='min(${WIDTH},iw)':-2 -f image2pipe -c:v png pipe:1`.split(' ');
    const png = await runDecoder(decoder, [...input, '-i', `file:${path}`, ...output]);
    return png ? { png } : { none: 'undecoded' };
  } catch (error) {
    if (error instanceof KamengError && error.code === 'CONTENT_CHANGED') return { none: 'changed' };
    throw error;
  } finally {
    folder.remove();
  }
}

function runDecoder(program: string, args: readonly string[]): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_FRAME) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    const end = (frame: Uint8Array | undefined): void => {
      clearTimeout(timer);
      resolve(frame);
    };
    child.once('error', () => end(undefined));
    child.once('close', (code) => end(code === 0 && size > 0 ? new Uint8Array(Buffer.concat(chunks)) : undefined));
  });
}
