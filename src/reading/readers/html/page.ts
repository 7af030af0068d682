import type { HTMLElement, Node } from 'node-html-parser';
import { cleanLine, cleanRow } from '../text/clean.ts';

export interface Page {
  /** Title first, then the words in reading order, a line for each block. */
  lines: string[];
  /** Where the page was saved from, when it says so. */
  url?: string;
}

const ELEMENT = 1;
const TEXT = 3;
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'SVG', 'IFRAME', 'OBJECT']);
const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'CITE',
  'CODE',
  'EM',
  'FONT',
  'I',
  'LABEL',
  'MARK',
  'S',
  'SMALL',
  'SPAN',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'U',
]);
/** Deeper nesting is no page that a browser saved. */
const MAX_DEPTH = 400;

/** The words of a parsed page. */
export function pageOf(root: HTMLElement, html: string): Page {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const text = cleanRow(line);
    if (text !== '') lines.push(text);
    line = '';
  };
  const walk = (node: Node, depth: number): void => {
    if (node.nodeType === TEXT) {
      const text = node.text.replace(/\s+/g, ' ');
      line += line.endsWith(' ') ? text.trimStart() : text;
      return;
    }
    if (node.nodeType !== ELEMENT || depth > MAX_DEPTH) return;
    const element = node as HTMLElement;
    const tag = element.tagName ?? '';
    if (UNSEEN.has(tag) || isHidden(element)) return;
    const block = !INLINE.has(tag);
    if (tag === 'TD' || tag === 'TH') line += '\t';
    else if (block) end();
    for (const child of element.childNodes) walk(child, depth + 1);
    if (block && tag !== 'TD' && tag !== 'TH') end();
  };
  walk(root, 0);
  end();
  const title = cleanLine(root.querySelector('title')?.text ?? '');
  if (title && lines[0] !== title) lines.unshift(title);
  return { lines, url: urlOf(root, html) };
}

function isHidden(element: HTMLElement): boolean {
  return (
    element.rawAttrs !== '' &&
    (element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? ''))
  );
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
