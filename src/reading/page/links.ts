import { LINK } from './names.ts';
import type { Row } from './page.ts';

/** Do these cells lead elsewhere on a site? Two links in a row of three or more. */
export const isOfLinks = (row: Row): boolean =>
  row.length > 2 && row.filter(({ text }) => LINK.test(text.trim())).length > 1;
