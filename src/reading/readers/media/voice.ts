import type { FileSource } from '../../../model/reading.ts';
import type { MediaFacts } from './facts.ts';

/** Voice messages are seconds long; a call of ten hours in AMR has 60 MB. */
const MAX_VOICE = 64 * 1024 * 1024;
const FRAME_MS = 20;
/** Bytes of a frame after its first byte, by the frame's type; from 3GPP TS 26.101 and 26.201. */
const AMR_BYTES = [12, 13, 15, 17, 19, 20, 26, 31, 5];
const AMR_WB_BYTES = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5];
const AMR_WB = '#!AMR-WB\n';
const AMR = '#!AMR\n';
const SILK = '#!SILK_V3';

/** Length of an AMR recording, by its frames of 20 ms each. */
export async function readAmr(source: FileSource): Promise<MediaFacts> {
  const bytes = await source.read(0, Math.min(source.size, MAX_VOICE));
  const wide = Buffer.from(bytes.subarray(0, AMR_WB.length)).toString('latin1') === AMR_WB;
  const sizes = wide ? AMR_WB_BYTES : AMR_BYTES;
  let frames = 0;
  for (let at = (wide ? AMR_WB : AMR).length; at < bytes.length; frames += 1) {
    at += 1 + (sizes[(bytes[at]! >> 3) & 15] ?? 0);
  }
  return { durationMs: frames * FRAME_MS };
}

/** Length of a voice message of QQ or WeChat (SILK): blocks with their size before them. */
export async function readSilk(source: FileSource): Promise<MediaFacts> {
  const bytes = Buffer.from(await source.read(0, Math.min(source.size, MAX_VOICE)));
  let frames = 0;
  for (let at = SILK.length + (bytes[0] === 2 ? 1 : 0); at + 2 <= bytes.length; frames += 1) {
    const size = bytes.readUInt16LE(at);
    if (size === 0xffff) break;
    at += 2 + size;
  }
  return { durationMs: frames * FRAME_MS };
}
