import type { DocumentDefinition } from './definition.ts';
import { fontFiles } from './fonts.ts';

/** The part of pdfmake that is used here; the package carries no types. */
interface Pdfmake {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(allow: (url: string) => boolean): void;
  setLocalAccessPolicy(allow: (path: string) => boolean): void;
  createPdf(definition: unknown, options?: unknown): { getBuffer(): Promise<Buffer> };
}

export const FONT = 'kameng';

/**
 * Prints a definition. The printer may open the two font files and nothing
 * else: no address and no path that a text in a case happens to hold.
 */
export async function printPdf(definition: DocumentDefinition): Promise<Uint8Array> {
  const pdfmake = (await import('pdfmake' as string)).default as Pdfmake;
  const { regular, bold } = fontFiles();
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);
  pdfmake.setFonts({ [FONT]: { normal: regular, bold } });
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}
