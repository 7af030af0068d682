import { intactContent } from '../../casefile/contents.ts';
import { getExhibit } from '../../casefile/exhibits.ts';
import { type Box, PROOF_CATEGORIES } from '../../model/evidence.ts';
import { factSpec } from '../../model/facts.ts';
import type { FieldReading } from '../../model/reading.ts';
import type { CaseSnapshot, ExhibitSummary } from '../../model/snapshot.ts';
import type { ReportPicture, ReportSketch } from '../../papers/report/input.ts';
import type { PictureToShow } from '../../papers/report/pictures.ts';
import type { OpenCase } from '../cases/open-case.ts';
import type { World } from '../files/home-folder.ts';
import { videoDecoder, videoFrame } from '../files/video-frame.ts';
import { CHANGED, coveredPicture, MAX_PICTURE } from './catalogue-parts.ts';
import { NUMBER_KEYS, privateValues } from './private-values.ts';
import type { Reader } from './reader.ts';

/** A picture of an exhibit, or why there is none. */
export type Shown = { picture: ReportPicture; missing?: string } | { sketch: ReportSketch } | { missing: string };

/** Under the number of an exhibit stands what was taken in, or nothing. */
const NOT_AS_TAKEN_IN: Shown = { missing: `${CHANGED}，没有放；kameng verify 列出哪些受损` };

export interface PicturesWanted {
  world: World;
  reader: Reader;
  /** Bytes of all of them together. */
  cap: number;
  progress: ((done: number, all: number) => void) | undefined;
}

/** The pictures of the case, shrunk, those that prove most first while there is room. */
export async function gatherPictures(
  file: OpenCase,
  snapshot: CaseSnapshot,
  { world, reader, cap, progress }: PicturesWanted,
): Promise<{ pictures: Map<number, Shown>; leftOut: number[] }> {
  const { fitPictures } = await import('../../papers/report/pictures.ts');
  const pictures = new Map<number, Shown>();
  const order = byImportance(snapshot);
  const decoder = videoDecoder(world);
  for (const [i, exhibit] of order.entries()) {
    progress?.(i, order.length);
    const shown = await pictureOf(file, exhibit, snapshot, reader, decoder);
    if (shown) pictures.set(exhibit.no, shown);
  }
  const drawn = [...pictures].flatMap(([no, shown]) => ('picture' in shown ? [{ no, ...shown.picture }] : []));
  const fits = fitPictures(
    drawn.map(({ webp }) => webp.byteLength),
    cap,
  );
  const leftOut = drawn.filter((_one, i) => !fits[i]).map(({ no }) => no);
  for (const no of leftOut) pictures.set(no, { missing: '为了让这一页发得出去，没有放这张图片；原件在案卷里' });
  return { pictures, leftOut: leftOut.toSorted((a, b) => a - b) };
}

/** What facts rest on before what they do not, proof before the rest, withdrawn last. */
function byImportance({ exhibits, facts }: CaseSnapshot): ExhibitSummary[] {
  const uses = new Map<number, number>();
  for (const fact of Object.values(facts)) {
    for (const { exhibit } of fact.sources) uses.set(exhibit, (uses.get(exhibit) ?? 0) + 1);
  }
  const rank = (exhibit: ExhibitSummary): number =>
    (exhibit.withdrawn ? 4 : 0) +
    (exhibit.nearDuplicateOf === undefined ? 0 : 2) +
    ((PROOF_CATEGORIES as readonly string[]).includes(exhibit.category) ? 0 : 1);
  return exhibits.toSorted((a, b) => rank(a) - rank(b) || (uses.get(b.no) ?? 0) - (uses.get(a.no) ?? 0) || a.no - b.no);
}

async function pictureOf(
  file: OpenCase,
  exhibit: ExhibitSummary,
  snapshot: CaseSnapshot,
  reader: Reader,
  decoder: string | undefined,
): Promise<Shown | undefined> {
  const { reading, mediaType } = exhibit;
  if (mediaType.startsWith('image/')) {
    if (exhibit.bytes > MAX_PICTURE) return { missing: '图片太大，没有放进这一页；原件在案卷里' };
    const bytes = intactContent(file, getExhibit(file, exhibit.no).contentId, MAX_PICTURE);
    return bytes ? showPicture(exhibit, bytes, mediaType, snapshot, reader) : NOT_AS_TAKEN_IN;
  }
  if (mediaType === 'application/pdf')
    return (reading?.parts ?? []).length > 0 ? scanOf(file, exhibit, snapshot, reader) : pageOf(exhibit, reader);
  if (mediaType.startsWith('video/')) return videoPicture(file, exhibit, reader, decoder);
  return undefined;
}

/** A picture with what was read off it; in a covered copy without what is nobody's business. */
async function showPicture(
  exhibit: ExhibitSummary,
  bytes: Uint8Array,
  mediaType: string,
  snapshot: CaseSnapshot,
  reader: Reader,
): Promise<Shown> {
  const { reading } = exhibit;
  const width = reading?.media?.width;
  const place =
    width === undefined ? { width: 1, marks: [] } : { width, marks: marksOf(reading?.fields ?? [], reader) };
  if (!reader.redacted) return shrink({ bytes, mediaType, ...place });
  const part = await coveredPicture(exhibit, bytes, privateValues(snapshot), []);
  if (part.kind !== 'picture') return { missing: '这张图片没有识别成功，不能确定要遮盖的位置，没有放' };
  return shrink({ bytes: part.data, mediaType: part.mediaType, ...place });
}

/** A scanned page is a picture, which was read as one. */
async function scanOf(file: OpenCase, exhibit: ExhibitSummary, snapshot: CaseSnapshot, reader: Reader): Promise<Shown> {
  const bytes =
    exhibit.bytes > MAX_PICTURE ? undefined : intactContent(file, getExhibit(file, exhibit.no).contentId, MAX_PICTURE);
  if (!bytes) return exhibit.bytes > MAX_PICTURE ? pageOf(exhibit, reader) : NOT_AS_TAKEN_IN;
  const { scanOfFirstPage } = await import('../../reading/readers/pdf/scan.ts');
  const scan = await scanOfFirstPage(bytes);
  const part = exhibit.reading?.parts?.find(({ name }) => name === scan?.part);
  if (!scan || !part) return pageOf(exhibit, reader);
  const shown = await showPicture({ ...exhibit, reading: part.reading }, scan.png, 'image/png', snapshot, reader);
  return 'picture' in shown ? { ...shown, missing: '图片是 PDF 第一页上的扫描图；原件在案卷里' } : shown;
}

/** So many lines stand on a page; more would be no page any more. */
const MOST_LINES = 400;

/** No decoder that goes with the program draws a page: its words are shown where they stand on it. */
function pageOf({ reading }: ExhibitSummary, reader: Reader): Shown {
  const lines = (reading?.lines ?? []).flatMap(({ text, box }) => (box?.page === 1 ? [{ text, box }] : []));
  if (lines.length === 0 || lines.length > MOST_LINES) return { missing: 'PDF 没有放图，只有读到的字；原件在案卷里' };
  const left = Math.min(...lines.map(({ box }) => box.x));
  const top = Math.min(...lines.map(({ box }) => box.y));
  // As much room behind the last word as before the first.
  const width = Math.max(...lines.map(({ box }) => box.x + box.width)) + left;
  const height = Math.max(...lines.map(({ box }) => box.y + box.height)) + top;
  const placed = <T extends object>(one: T, { x, y, width, height }: Box) => ({ ...one, x, y, width, height });
  return {
    sketch: {
      width: Math.ceil(width),
      height: Math.ceil(height),
      lines: lines.map(({ text, box }) => {
        const shown = reader.cover(text);
        const { width: own, ...line } = placed({ text: shown }, box);
        return shown === text ? { ...line, width: own } : line;
      }),
      marks: marksOf(reading?.fields ?? [], reader).flatMap(({ label, box }) =>
        box.page === 1 ? [placed({ label }, box)] : [],
      ),
    },
  };
}

/** A video is a picture out of it: enough to know it again. */
async function videoPicture(
  file: OpenCase,
  exhibit: ExhibitSummary,
  { redacted }: Reader,
  decoder: string | undefined,
): Promise<Shown> {
  if (redacted) return { missing: '录像的画面不能遮盖，没有放' };
  if (decoder === undefined) return { missing: '这台电脑上没有 ffmpeg，放不了录像的画面；原件在案卷里' };
  const frame = await videoFrame(file, exhibit, decoder);
  if ('none' in frame)
    return frame.none === 'changed' ? NOT_AS_TAKEN_IN : { missing: '这段录像取不出画面，没有放；原件在案卷里' };
  const shown = await shrink({ bytes: frame.png, mediaType: 'image/png', width: 1, marks: [] });
  return 'picture' in shown ? { ...shown, missing: '图片是录像里的一个画面；录像在案卷里' } : shown;
}

async function shrink(picture: PictureToShow): Promise<Shown> {
  const { shrinkPicture } = await import('../../papers/report/pictures.ts');
  try {
    return { picture: await shrinkPicture(picture) };
  } catch {
    return { missing: '这张图片在这台电脑上解不开，没有放；原件在案卷里' };
  }
}

/** Where values that may stand were read; in a covered copy, only those that are not covered. */
function marksOf(fields: readonly FieldReading[], { redacted }: Reader): PictureToShow['marks'] {
  return fields.flatMap(({ key, box, certain }) => {
    const { label, private: isPrivate } = factSpec(key);
    if (!box || !certain || (redacted && (isPrivate || NUMBER_KEYS.includes(key)))) return [];
    return [{ label, box }];
  });
}
