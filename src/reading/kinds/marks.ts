import { PAGE_MARKS as ROWS } from '../../knowledge/built/page-marks.ts';
import { patternOf } from '../../knowledge/patterns.ts';
import type { PageMark as MarkRow } from '../../knowledge/schema/pages.ts';

export interface PageMark extends Pick<MarkRow, 'kind' | 'weight' | 'over' | 'upTo'> {
  /** Against single cells unless `over` says the whole page. */
  words: RegExp;
}

/** What makes a page an order, a voucher, a refund, …: `knowledge/pages/marks.yaml`. */
export const PAGE_MARKS: readonly PageMark[] = ROWS.map(({ kind, weight, over, upTo, ...words }) => ({
  kind,
  weight,
  over,
  upTo,
  words: patternOf(words),
}));
