import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { KamengError } from '../../../model/errors.ts';
import { characterMap } from './chinese-fonts.ts';
import type { Run } from './lines.ts';
import type { Pixels } from './png.ts';

/** A picture inside a PDF with more pixels than this is left alone. */
const MAX_PIXELS = 60_000_000;
/** How the library numbers the layouts of samples. */
const BLACK_AND_WHITE = 1;

/** Hands the library its character maps and nothing else: no file and no address is ever opened. */
class OwnMaps {
  fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? characterMap(filename) : undefined;
    return map === undefined
      ? Promise.reject(new Error(`no ${filename}`))
      : Promise.resolve(new TextEncoder().encode(map));
  }
}

/**
 * Opens a PDF for its text and pictures. Scripts in it are not run.
 * @throws KamengError PDF_PASSWORD_NEEDED, PDF_PASSWORD_WRONG or PDF_DAMAGED
 */
export async function openPdf(bytes: Uint8Array, password: string | undefined): Promise<PDFDocumentProxy> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // The library takes the buffer for itself.
    return await getDocumentProxy(new Uint8Array(bytes), {
      password,
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      stopAtErrors: false,
      maxImageSize: MAX_PIXELS,
      cMapUrl: 'own:/',
      cMapPacked: false,
      useWasm: false,
      useWorkerFetch: false,
      BinaryDataFactory: OwnMaps,
    } as unknown as Parameters<typeof getDocumentProxy>[1]);
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    if (name === 'PasswordException') {
      throw password === undefined
        ? new KamengError('PDF_PASSWORD_NEEDED', '这份 PDF 有密码，里面还没有读；请给出密码再读一次', { cause })
        : new KamengError('PDF_PASSWORD_WRONG', 'PDF 的密码不对，里面还没有读；请核对后再读一次', { cause });
    }
    throw new KamengError('PDF_DAMAGED', '这份 PDF 不完整或已损坏，打不开；请重新下载，或把页面截图加进来', { cause });
  }
}

/** The text of a page as it lies on it. */
export async function runsOf(page: PDFPageProxy): Promise<Run[]> {
  const { transform } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  return content.items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [a, b, c, d, e, f] = multiply(transform as number[], item.transform as number[]);
    const height = Math.hypot(c!, d!) || item.height || 1;
    // Turned text gets the box that surrounds it.
    const across = Math.abs(b!) > Math.abs(a!);
    const [width, tall] = across ? [height, item.width] : [item.width, height];
    const x = across ? e! - height : e!;
    const y = across ? (b! > 0 ? f! : f! - item.width) : f! - height;
    return [{ text: item.str, x, y, width, height: tall }];
  });
}

function multiply(m: readonly number[], n: readonly number[]): number[] {
  return [
    m[0]! * n[0]! + m[2]! * n[1]!,
    m[1]! * n[0]! + m[3]! * n[1]!,
    m[0]! * n[2]! + m[2]! * n[3]!,
    m[1]! * n[2]! + m[3]! * n[3]!,
    m[0]! * n[4]! + m[2]! * n[5]! + m[4]!,
    m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
  ];
}

interface HeldImage {
  data?: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
  kind?: number;
}

/** The pictures drawn on a page that are at least `smallest` pixels on both sides. */
export async function picturesOf(page: PDFPageProxy, smallest: number): Promise<Pixels[]> {
  const { OPS } = await (await import('unpdf')).getResolvedPDFJS();
  const list = await page.getOperatorList();
  const keys = new Set<string>();
  list.fnArray.forEach((fn, i) => {
    if (fn === OPS.paintImageXObject) keys.add(String((list.argsArray[i] as unknown[])[0]));
  });
  const pictures: Pixels[] = [];
  for (const key of keys) {
    const store = key.startsWith('g_') ? page.commonObjs : page.objs;
    const image = await new Promise<HeldImage | undefined>((resolve) => {
      store.get(key, (found: unknown) => resolve((found as HeldImage | null) ?? undefined));
    });
    const pixels = image && pixelsOf(image);
    if (pixels && pixels.width >= smallest && pixels.height >= smallest) pictures.push(pixels);
  }
  return pictures;
}

function pixelsOf({ data, width, height, kind }: HeldImage): Pixels | undefined {
  if (!data || !width || !height || width * height > MAX_PIXELS) return undefined;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (kind === BLACK_AND_WHITE) return { data: bytes, width, height, bits: 1, channels: 1 };
  const channels = bytes.length / (width * height);
  return channels === 1 || channels === 3 || channels === 4
    ? { data: bytes, width, height, bits: 8, channels }
    : undefined;
}
