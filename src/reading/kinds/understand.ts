import type { FactKey } from '../../model/facts.ts';
import { KINDS, type Category, type Kind } from '../../model/evidence.ts';
import type { ChatMessage, FieldReading, Reading } from '../../model/reading.ts';
import { type Classification, classify } from './classify.ts';
import { withoutForeign } from '../page/form/foreign-prices.ts';
import { setAside } from '../page/form/tidy.ts';
import { doubtAloneCutOff } from '../page/cut-off.ts';
import { withRest } from '../page/code-rest.ts';
import { laidOut } from '../page/laid-out.ts';
import { type Page, pageOf } from '../page/page.ts';
import { fieldOf, readPage } from '../page/read-page.ts';
import { readMessages } from '../page/talk/chat-page.ts';
import type { Found } from '../page/found.ts';
import type { PartRun } from '../parts/model.ts';
import type { Part } from '../parts/parts.ts';
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
export function understand(lines: readonly ScoredLine[], size?: Size): Understanding {
  const { fields, ...rest } = size === undefined ? understandText(lines) : understandFully(lines, size);
  return { ...rest, fields: fields.map(fieldOf) };
}

type Size = { width: number; height: number };
type Understood = Omit<Understanding, 'fields'> & { fields: Found[] };

/** The same of a page with places, with the cells of each value, for a reader that can look at them again. */
export function understandFully(lines: readonly ScoredLine[], size: Size): Understood {
  const page = pageOf(lines, size);
  const { meant, runs } = listen(lines, size);
  return readTwice(
    page,
    meant === lines ? page : pageOf(meant, size),
    { meant, runs },
    classify(page, partsHeard(runs)),
  );
}

/**
 * Text that came without places, laid out so that the second reader can hear it. Where it stands says nothing of who
 * talks: what kind of page it is, and a talk, is read without places.
 */
function understandText(lines: readonly ScoredLine[]): Understood {
  const laid = laidOut(lines);
  const { meant, runs } = listen(laid.lines, laid.size);
  const page = pageOf(lines);
  const classified = classify(page, partsHeard(runs));
  if (!runs || classified.kind === 'chat' || classified.kind === 'chat_log')
    return { ...known(classified), ...readPage(page, classified.kind) };
  const [whole, own] = [laid.lines, meant].map((of) => ({ ...pageOf(of, laid.size), laid: true })) as [Page, Page];
  const { fields, ...rest } = readTwice(whole, own, { meant, runs, isPlaced: false }, classified);
  return { ...rest, fields: fields.map((field) => ({ ...field, box: undefined })) };
}

/** What the second reader hears on a page, in the lines that are no examples. */
interface Listened {
  meant: readonly ScoredLine[];
  runs?: PartRun[] | undefined;
  /** Text that came without places was laid out. */
  isPlaced?: boolean;
}

const partsHeard = (runs: readonly PartRun[] | undefined): ReadonlySet<Part> => (runs ? partsIn(runs) : new Set());

function listen(lines: readonly ScoredLine[], { width }: Size): Listened {
  const aside = setAside(lines);
  const meant = aside.size === 0 ? lines : lines.filter((line) => !aside.has(line));
  return { meant, runs: hear(meant, width) };
}

/** @param own the page without what is no part of it */
function readTwice(page: Page, own: Page, { meant, runs, isPlaced }: Listened, classified: Classification): Understood {
  const { kind } = classified;
  const { fields, ...rest } = readPage(page, kind);
  const first = withRest(fields, own, kind);
  const heard = runs ? withoutSaid(heardTwice(first, meant, runs, kind, isPlaced), rest.messages) : first;
  const whole = runs ? doubtAloneCutOff(withRest(heard, own, kind), own) : first;
  return { ...known(classified), fields: withoutForeign(whole, page, kind), ...rest };
}

const known = ({ kind, confidence }: Classification): Omit<Understanding, 'fields'> => ({
  kind,
  category: KINDS[kind].category,
  confidence,
});

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
