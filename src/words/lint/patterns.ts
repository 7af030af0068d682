import { LINT_PATTERNS } from '../../knowledge/built/lint.ts';

// Asked for at each place that a rule hits: the source itself is the key, whose hash is known.
const compiled = { '': new Map<string, RegExp>(), g: new Map<string, RegExp>() };

/** A pattern of `patterns.yaml` or `speech.yaml`, to be asked whether a text has it. */
export function named(name: string): RegExp {
  return patternOf(sourceOf(name));
}

/** …and to find all of it, with `allMatches`. */
export function everyNamed(name: string): RegExp {
  return patternOf(sourceOf(name), 'g');
}

/** The RegExp of a source, made once. */
export function patternOf(source: string, flags: '' | 'g' = ''): RegExp {
  let pattern = compiled[flags].get(source);
  if (!pattern) compiled[flags].set(source, (pattern = new RegExp(source, flags)));
  return pattern;
}

function sourceOf(name: string): string {
  const source = LINT_PATTERNS[name];
  if (source === undefined) throw new Error(`knowledge/words/lint has no pattern ${name}`);
  return source;
}

/** One match of a pattern with its place. */
export interface Found {
  start: number;
  end: number;
  text: string;
  groups: Readonly<Record<string, string | undefined>>;
}

const NO_GROUPS = {};

/**
 * All matches of a global pattern. Unlike `matchAll` it does not build the
 * pattern anew at each call, which costs more than the search in short texts.
 */
export function allMatches(text: string, pattern: RegExp): Found[] {
  const found: Found[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole] = match;
    found.push({ start: match.index, end: match.index + whole.length, text: whole, groups: match.groups ?? NO_GROUPS });
    if (whole.length === 0) pattern.lastIndex++;
  }
  return found;
}
