import type { FileSource } from '../../../model/reading.ts';
import { type MediaFacts, recordedMoment } from './facts.ts';

/** Length and size of what is neither MP4 nor a voice message: MP3, WAV, AAC, OGG, FLAC, WebM, Matroska. */
export async function readOther(source: FileSource, mediaType: string): Promise<MediaFacts | undefined> {
  const { parseBlob } = await import('music-metadata');
  const { format } = await parseBlob(blobOf(source, mediaType), {
    skipCovers: true,
    duration: source.size < 64 * 1024 * 1024,
  }).catch(() => ({ format: undefined }));
  if (!format) return undefined;
  const picture = format.trackInfo?.find((track) => track.video)?.video;
  const size = picture && {
    width: picture.displayWidth ?? picture.pixelWidth,
    height: picture.displayHeight ?? picture.pixelHeight,
  };
  return {
    ...(format.duration && format.duration > 0 ? { durationMs: Math.round(format.duration * 1000) } : {}),
    recordedAt: recordedMoment(format.creationTime),
    ...size,
  };
}

/** The file as the library asks for it: pieces on demand, never the whole. */
function blobOf(source: FileSource, type: string): Blob {
  const slice = (start = 0, end = source.size): unknown => ({
    size: end - start,
    type,
    arrayBuffer: async () => new Uint8Array(await source.read(start, end - start)).buffer,
  });
  return { size: source.size, type, slice } as unknown as Blob;
}
