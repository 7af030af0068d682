import type { FileSource } from '../../../model/reading.ts';
import { type MediaFacts, recordedMoment } from './facts.ts';

const CHUNK = 512 * 1024;
/** The index of a long recording has a few megabytes; it may stand at the very end. */
const MAX_READ = 96 * 1024 * 1024;
const MAX_JUMPS = 4000;

/**
 * Length, size and time of an MP4 or QuickTime file. The library says which
 * place of the file it needs next, so pictures and sound are jumped over.
 * @returns undefined when the index is missing, as in a recording that broke off
 */
export async function readMp4(source: FileSource): Promise<MediaFacts | undefined> {
  const { createFile, Log, MP4BoxBuffer } = await import('mp4box');
  // The library writes to the console, and the terminal is not its to write on.
  Object.assign(Log, { error: () => undefined, warn: () => undefined });
  const file = createFile(false);
  let facts: MediaFacts | undefined;
  file.onReady = (info) => {
    const picture = info.tracks.find((track) => track.video !== undefined);
    const length = info.duration > 0 ? info.duration / info.timescale : fragmentsLength(info.fragment_duration);
    facts = {
      durationMs: length > 0 ? Math.round(length * 1000) : undefined,
      recordedAt: recordedMoment(info.created),
      ...(picture?.video
        ? shownSize(
            picture.track_width || picture.video.width,
            picture.track_height || picture.video.height,
            picture.matrix,
          )
        : {}),
    };
  };
  let read = 0;
  let at = 0;
  for (let jumps = 0; at < source.size && read < MAX_READ && jumps < MAX_JUMPS; jumps += 1) {
    const bytes = await source.read(at, CHUNK);
    if (bytes.length === 0) break;
    read += bytes.length;
    const copy = new Uint8Array(bytes).buffer;
    let next: number;
    try {
      next = file.appendBuffer(MP4BoxBuffer.fromArrayBuffer(copy, at), at + bytes.length >= source.size);
    } catch {
      break;
    }
    if (facts) break;
    at = next > at ? next : at + bytes.length;
  }
  return facts;
}

function fragmentsLength(fragments: { num: number; den: number } | undefined): number {
  return fragments && fragments.den > 0 ? fragments.num / fragments.den : 0;
}

/** As it is seen: phones hold upright pictures lying, with a quarter turn in the matrix. */
function shownSize(
  trackWidth: number,
  trackHeight: number,
  matrix: ArrayLike<number>,
): { width: number; height: number } {
  const [width, height] = [Math.round(trackWidth), Math.round(trackHeight)];
  const turned = matrix[0] === 0 && matrix[1] !== 0;
  return turned ? { width: height, height: width } : { width, height };
}
