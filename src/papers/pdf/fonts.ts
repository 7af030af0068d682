import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { KamengError } from '../../model/errors.ts';

/** The font of PDF files: a full Chinese one (OFL), regular and bold. */
export interface FontFiles {
  regular: string;
  bold: string;
}

let files: FontFiles | undefined;
let coverage: Promise<Set<number>> | undefined;

/**
 * Where the font files of the installed package lie, as file paths of this system.
 * @throws KamengError FONT_MISSING when the package is not installed
 */
export function fontFiles(): FontFiles {
  if (files) return files;
  try {
    // The package exports only its entry; the fonts lie beside the folder of that.
    const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
    const folder = join(dirname(entry), '..', 'fonts');
    files = { regular: join(folder, 'NotoSansHans-Regular.otf'), bold: join(folder, 'NotoSansHans-Bold.otf') };
    return files;
  } catch (cause) {
    throw new KamengError('FONT_MISSING', '找不到中文字库，无法生成 PDF', {
      hints: ['重新安装 kameng（npm install -g kameng）', '或先用 --format txt,md,docx'],
      cause,
    });
  }
}

/** The code points that both weights can draw. Read once from the fonts' own tables. */
export function fontCoverage(): Promise<Set<number>> {
  coverage ??= (async () => {
    const { regular, bold } = fontFiles();
    const [a, b] = await Promise.all([readCoverage(regular), readCoverage(bold)]);
    return new Set([...a].filter((code) => b.has(code)));
  })();
  return coverage;
}

/**
 * Reads which code points an OpenType file maps to a glyph (cmap formats 4 and 12).
 * Only the table itself is read, not the eight megabytes around it.
 * @throws KamengError FONT_MISSING when the file is absent or has no such table
 */
export async function readCoverage(path: string): Promise<Set<number>> {
  try {
    const file = await open(path, 'r');
    try {
      const read = async (at: number, length: number) => {
        const bytes = new Uint8Array(length);
        await file.read(bytes, 0, length, at);
        return new DataView(bytes.buffer);
      };
      const tables = (await read(4, 2)).getUint16(0);
      const directory = await read(12, tables * 16);
      for (let at = 0; at < tables * 16; at += 16) {
        if (directory.getUint32(at) === 0x636d6170 /* cmap */) {
          return readCmap(await read(directory.getUint32(at + 8), directory.getUint32(at + 12)));
        }
      }
      throw new Error('no cmap table');
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new KamengError('FONT_MISSING', `中文字库读不出来：${path}`, {
      hints: ['重新安装 kameng（npm install -g kameng）'],
      cause,
    });
  }
}

function readCmap(cmap: DataView): Set<number> {
  const covered = new Set<number>();
  const count = cmap.getUint16(2);
  for (let i = 0; i < count; i++) {
    const at = cmap.getUint32(4 + i * 8 + 4);
    const format = cmap.getUint16(at);
    if (format === 4) addSegments(cmap, at, covered);
    if (format === 12) addGroups(cmap, at, covered);
  }
  return covered;
}

/** Format 4: segments of the first plane, each with a shift or a list of glyphs. */
function addSegments(cmap: DataView, at: number, covered: Set<number>): void {
  const doubled = cmap.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  for (let i = 0; i < doubled; i += 2) {
    const offset = cmap.getUint16(offsets + i);
    const start = cmap.getUint16(starts + i);
    for (let code = start; code <= cmap.getUint16(ends + i) && code !== 0xffff; code++) {
      const listed = offset === 0 ? code : cmap.getUint16(offsets + i + offset + (code - start) * 2);
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + cmap.getUint16(deltas + i)) & 0xffff;
      if (glyph !== 0) covered.add(code);
    }
  }
}

/** Format 12: groups of consecutive code points and glyphs. */
function addGroups(cmap: DataView, at: number, covered: Set<number>): void {
  const groups = cmap.getUint32(at + 12);
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12;
    const [start, end, glyph] = [cmap.getUint32(group), cmap.getUint32(group + 4), cmap.getUint32(group + 8)];
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) covered.add(code);
  }
}
