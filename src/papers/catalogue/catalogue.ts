import { catalogueDocx } from './docx.ts';
import type { CatalogueInput } from './input.ts';
import { layOutPages, type PageRange } from './pages.ts';
import { cataloguePdf } from './pdf.ts';

export interface Catalogue {
  docx?: Uint8Array;
  pdf?: Uint8Array;
  /** Pages behind the catalogue, in all and of each exhibit; the same in both formats. */
  pageCount: number;
  ranges: PageRange[];
  /** Pictures that could not be opened; their page says so too. */
  problems: { no: number; message: string }[];
}

/**
 * The evidence catalogue with what stands behind it: table, SHA-256 list, then
 * each exhibit from a new page, every page stamped with exhibit and page number.
 * The same input gives the same bytes.
 * @throws KamengError FONT_MISSING for `pdf`
 */
export async function renderCatalogue(formats: readonly ('docx' | 'pdf')[], input: CatalogueInput): Promise<Catalogue> {
  const evidence = await layOutPages(input.exhibits);
  const catalogue: Catalogue = {
    pageCount: evidence.pages.length,
    ranges: evidence.ranges,
    problems: evidence.problems,
  };
  if (formats.includes('docx')) catalogue.docx = await catalogueDocx(input, evidence);
  if (formats.includes('pdf')) catalogue.pdf = await cataloguePdf(input, evidence);
  return catalogue;
}
