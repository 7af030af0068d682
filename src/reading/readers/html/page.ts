import type { HTMLElement } from 'node-html-parser';
import { cleanLine } from '../text/clean.ts';
import { stylesIn } from './styles.ts';
import { Words } from './words.ts';

export interface Page {
  /** Title first, then the words in reading order, a line for each block and each row; a TAB parts its cells. */
  lines: string[];
  /** Which of them are menus. */
  menus: ReadonlySet<number>;
  /** Where the page was saved from, when it says so. */
  url?: string;
}

/** The words of a parsed page. */
export function pageOf(root: HTMLElement, html: string): Page {
  const { lines, menus } = new Words(root, stylesIn(root));
  const title = cleanLine(root.querySelector('title')?.text ?? '');
  const before = title !== '' && lines[0] !== title ? [title] : [];
  return {
    lines: [...before, ...lines],
    menus: new Set(menus.map((at) => at + before.length)),
    url: urlOf(root, html),
  };
}

/** Browsers write `<!-- saved from url=(0042)https://… -->` or a canonical link. */
function urlOf(root: HTMLElement, html: string): string | undefined {
  const saved =
    /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile[\s\S]{0,20}url:\s*)(https?:\/\/[^\s>]{1,500})/i.exec(
      html.slice(0, 4096),
    )?.[1];
  const link =
    root.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    root.querySelector('meta[property="og:url"]')?.getAttribute('content');
  const url = cleanLine(saved ?? link ?? '');
  return /^https?:\/\/\S{1,500}$/.test(url) ? url : undefined;
}
