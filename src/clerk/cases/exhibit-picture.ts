import { intactContent } from '../../casefile/contents.ts';
import { getExhibit } from '../../casefile/exhibits.ts';
import type { ExhibitSummary } from '../../model/snapshot.ts';
import type { Preview } from '../../papers/preview.ts';
import { MAX_PICTURE } from '../exports/catalogue-parts.ts';
import type { World } from '../files/home-folder.ts';
import { videoDecoder, videoFrame } from '../files/video-frame.ts';
import type { OpenCase } from './open-case.ts';

export type ExhibitPicture = Preview;

/** Pixels that it may fill, and whether its pixels are wanted besides the file. */
export interface PictureRoom {
  width: number;
  height: number;
  pixels: boolean;
}

/** A small picture of an exhibit to look at; nothing where it has none that can be decoded here. */
export async function exhibitPicture(
  world: World,
  file: OpenCase,
  exhibit: ExhibitSummary,
  { width, height, pixels }: PictureRoom,
): Promise<ExhibitPicture | undefined> {
  const bytes = await pictureBytes(world, file, exhibit);
  if (!bytes) return undefined;
  const { previewPicture } = await import('../../papers/preview.ts');
  try {
    return await previewPicture(bytes.data, bytes.mediaType, { room: { width, height }, pixels });
  } catch {
    return undefined;
  }
}

async function pictureBytes(
  world: World,
  file: OpenCase,
  exhibit: ExhibitSummary,
): Promise<{ data: Uint8Array; mediaType: string } | undefined> {
  const { mediaType, bytes } = exhibit;
  if (mediaType.startsWith('video/')) {
    const decoder = videoDecoder(world);
    const frame = decoder === undefined ? undefined : await videoFrame(file, exhibit, decoder);
    return frame && 'png' in frame ? { data: frame.png, mediaType: 'image/png' } : undefined;
  }
  if (!mediaType.startsWith('image/') || bytes > MAX_PICTURE) return undefined;
  const data = intactContent(file, getExhibit(file, exhibit.no).contentId, MAX_PICTURE);
  return data && { data, mediaType };
}
