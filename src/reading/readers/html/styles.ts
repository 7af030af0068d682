import type { HTMLElement } from 'node-html-parser';

/** How the parts of an element stand: side by side, each in a line of its own, within a line, or not at all. */
export type Display = 'row' | 'block' | 'inline' | 'none';

const DECLARED = /(?:^|[;{\s])display\s*:\s*([a-z-]+)/i;
const DOWN = /(?:^|[;{\s])flex-(?:direction|flow)\s*:\s*column/i;
/** `.row{…}`, `td.name, div.price`: a rule, of which the last simple selector counts. */
const RULE = /([^{}@;]{1,300})\{([^{}]{0,2000})\}/g;
const SIMPLE = /(?:^|[\s>+~])([a-z][a-z0-9]*)?\.([\w-]+)$/i;
/** More style than a page that a browser saved needs. */
const MOST_STYLE = 500_000;

function displayOf(css: string): Display | undefined {
  switch (DECLARED.exec(css)?.[1]?.toLowerCase()) {
    case 'flex':
    case 'inline-flex':
      return DOWN.test(css) ? 'block' : 'row';
    case 'block':
    case 'list-item':
      return 'block';
    case 'inline':
    case 'inline-block':
      return 'inline';
    case 'none':
      return 'none';
    default:
      return undefined;
  }
}

/** What a page's own styles say of how an element stands; undefined where they say nothing, as linked ones do. */
export function stylesIn(root: HTMLElement): (element: HTMLElement) => Display | undefined {
  const css = root
    .querySelectorAll('style')
    .map((style) => style.text)
    .join('\n')
    .slice(0, MOST_STYLE)
    .replace(/\/\*[^]*?\*\//g, '');
  const byClass = new Map<string, Display>();
  for (const [, selectors, declared] of css.matchAll(RULE)) {
    const display = displayOf(declared!);
    if (!display) continue;
    for (const selector of selectors!.split(',')) {
      const name = SIMPLE.exec(selector.trim())?.[2];
      if (name) byClass.set(name, display);
    }
  }
  return (element) => {
    if (element.rawAttrs === '') return undefined;
    if (element.hasAttribute('hidden')) return 'none';
    const own = displayOf(element.getAttribute('style') ?? '');
    if (own || byClass.size === 0) return own;
    return element.classList.value.map((name) => byClass.get(name)).find((display) => display !== undefined);
  };
}
