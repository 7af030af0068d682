import type { Kind } from '../../model/evidence.ts';
import type { FactKey } from '../../model/facts.ts';
import type { ChatMessage, FieldReading, Reading } from '../../model/reading.ts';
import type { Page } from './page.ts';
import { readChatPage } from './talk/chat-page.ts';
import { readFormPage } from './form/form-page.ts';
import { doubtCutOff } from './cut-off.ts';
import { tidied } from './form/tidy.ts';
import type { Found } from './found.ts';
import { mend } from './mended.ts';

export interface PageContents {
  fields: Found[];
  messages?: ChatMessage[];
  promises?: Reading['promises'];
}

/** All that stands on a page of this kind; chats are read as talk, everything else by its labels. */
export function readPage(page: Page, kind: Kind): PageContents {
  const contents: PageContents =
    kind === 'chat' || kind === 'chat_log' ? readChatPage(page) : readTidied(tidied(page), kind);
  return { ...contents, fields: inKeyOrder(contents.fields.map(mend)) };
}

function readTidied(page: Page, kind: Kind): PageContents {
  return { fields: doubtCutOff(readFormPage(page, kind), page) };
}

/** A found value without the cells it came from: the form that is stored. */
export function fieldOf({
  key,
  value,
  text,
  box,
  confidence,
  certain,
  by,
  known,
  second,
  alone,
  mended,
  unclear,
}: Found): FieldReading {
  // As facts carry it: a value that was put together of words keeps one space between them.
  return {
    key,
    value: value.replace(/\s+/g, ' ').trim(),
    text,
    ...(box ? { box } : {}),
    confidence,
    certain,
    by,
    ...(known === undefined ? {} : { known }),
    ...(second === undefined ? {} : { second }),
    ...(alone === undefined ? {} : { alone }),
    ...(mended === undefined ? {} : { mended }),
    ...(unclear === undefined ? {} : { unclear }),
  };
}

const ORDER: readonly FactKey[] = [
  'orderNo',
  'tradeNo',
  'merchantOrderNo',
  'amount',
  'paidAt',
  'merchant',
  'platform',
  'product',
];
const rank = (key: FactKey): number => (ORDER.indexOf(key) + ORDER.length + 1) % (ORDER.length + 1);

function inKeyOrder(fields: readonly Found[]): Found[] {
  return fields.toSorted((a, b) => rank(a.key) - rank(b.key));
}
