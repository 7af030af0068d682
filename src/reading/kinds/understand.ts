import type { FactKey } from '../../model/facts.ts';
import { KINDS, type Category, type Kind } from '../../model/evidence.ts';
import type { ChatMessage, FieldReading, Reading } from '../../model/reading.ts';
import { classify } from './classify.ts';
import { setAside } from '../page/form/tidy.ts';
import { doubtAloneCutOff } from '../page/cut-off.ts';
import { withRest } from '../page/code-rest.ts';
import { pageOf } from '../page/page.ts';
import { fieldOf, readPage } from '../page/read-page.ts';
import { readMessages } from '../page/talk/chat-page.ts';
import type { Found } from '../page/found.ts';
import { hear, heardTwice, partsIn } from '../parts/second-reader.ts';
import type { ScoredLine } from '../reader.ts';

export interface Understanding {
  kind: Kind;
  category: Category;
  confidence: number;
  fields: FieldReading[];
  messages?: ChatMessage[];
  promises?: Reading['promises'];
}

/**
 * What a page of text is and which values stand on it: for pictures, PDF, HTML
 * and mail alike. Pure.
 * @param lines in reading order; with boxes the geometry is used, without them the order
 * @param size pixels (or points) of the page, when known
 */
export function understand(lines: readonly ScoredLine[], size?: { width: number; height: number }): Understanding {
  const { fields, ...rest } = understandFully(lines, size);
  return { ...rest, fields: fields.map(fieldOf) };
}

/** The same with the cells of each value, for a reader that can look at them again. */
export function understandFully(
  lines: readonly ScoredLine[],
  size?: { width: number; height: number },
): Omit<Understanding, 'fields'> & { fields: Found[] } {
  const aside = setAside(lines);
  const meant = aside.size === 0 ? lines : lines.filter((line) => !aside.has(line));
  const runs = size === undefined ? undefined : hear(meant, size.width);
  const { kind, confidence } = classify(lines, size, runs && partsIn(runs));
  const { fields, ...rest } = readPage(lines, kind, size);
  if (size === undefined) return { kind, category: KINDS[kind].category, confidence, fields, ...rest };
  const page = pageOf(meant, size);
  const first = withRest(fields, page);
  const heard = runs ? withoutSaid(heardTwice(first, meant, runs, kind), rest.messages) : first;
  const whole = runs ? doubtAloneCutOff(withRest(heard, page), page) : first;
  return { kind, category: KINDS[kind].category, confidence, fields: whole, ...rest };
}

/**
 * What somebody says in a talk names no shop, no platform and no goods, whatever it looks like. What is taken for the
 * first message may be a title that stands where none was looked for: in a window over a page.
 */
function withoutSaid(fields: readonly Found[], messages: readonly ChatMessage[] = []): Found[] {
  const isSaid = ({ key, by, value }: Found): boolean =>
    by === 'guess' &&
    NAMES.has(key) &&
    messages.some(({ text }, i) => text.includes(value) && !(i === 0 && key === 'merchant' && text.startsWith(value)));
  return fields.filter((field) => !isSaid(field));
}

const NAMES = new Set<FactKey>(['merchant', 'platform', 'product']);

/** The values that people name in exported messages, and what was promised. Pure. */
export function understandTalk(messages: readonly ChatMessage[]): {
  fields: FieldReading[];
  promises: NonNullable<Reading['promises']>;
} {
  const { fields, promises } = readMessages(messages);
  return { fields: fields.map(fieldOf), promises };
}
