import { saysFailure } from '../layouts/troubles.ts';
import type { FailureMessage } from '../page/form/failure.ts';
import { numberedFrom } from '../page/form/written-text.ts';
import type { Page } from '../page/page.ts';

/** Above numbered paragraphs stand a title and what they are for. */
const TOP_OF_TEXT = 3;

/**
 * Are numbered paragraphs all that a page has below its heading? Where a strip above them says that something went
 * wrong, they are what may be done about it.
 */
export function isOfRules(page: Page): boolean {
  const from = numberedFrom(page);
  if (from === undefined || from > TOP_OF_TEXT) return false;
  return !page.rows.slice(0, from).some((row) => saysFailure(row.map(({ text }) => text).join('')));
}

/** What numbered paragraphs say of goods that fail has not happened. */
export function outsideText(stated: FailureMessage | undefined, page: Page): FailureMessage | undefined {
  const from = numberedFrom(page);
  if (from === undefined || !stated || stated.inDialog) return stated;
  const text = new Set(page.rows.slice(from).flatMap((row) => row.map(({ line }) => line)));
  return stated.cells.some(({ line }) => text.has(line)) ? undefined : stated;
}
