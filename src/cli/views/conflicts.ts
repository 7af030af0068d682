import type { Conflict, Unread } from '../../clerk/cases/check-case.ts';
import { factSpec } from '../../model/facts.ts';
import { printable } from '../../model/text.ts';
import { showValue } from './facts.ts';

/** Of many pictures of many orders each has its own value: the first few show what is meant. */
const MOST_VALUES = 4;

/** The fact, its values side by side with their exhibits, and how to settle it. @param most how many values are shown */
export function conflictLine(conflict: Conflict, most = MOST_VALUES): string {
  const { label } = factSpec(conflict.key);
  const named = conflict.message.includes(label) ? '' : `${label}：`;
  const folded = conflict.values.length > most ? ` / 其余 ${conflict.values.length - most} 个：kameng check --all` : '';
  const values = conflict.values
    .slice(0, most)
    .map(
      (one) =>
        `${showValue(conflict.key, one.value)}（${one.exhibits.length > 0 ? `证据 ${one.exhibits.join('、')}` : '你填的'}）`,
    );
  const typed = conflict.values.find((one) => one.typed)?.value;
  const settle =
    conflict.code === 'TYPED_DIFFERS'
      ? `证据上的对：kameng facts ${conflict.key}=证据上的值；` +
        `你填的对：kameng facts ${conflict.key}=${quoteWord(typed ?? '…')} --against-exhibits "为什么"`
      : `用 kameng facts ${conflict.key}=… 选定`;
  return `${named}${printable(conflict.message)}：${values.join(' / ')}${folded}；${settle}`;
}

/** A value that was seen and could not be read for certain, with where to look. */
export function unreadLine({ key, sources }: Unread): string {
  const places = sources.map(
    (source) =>
      `证据 ${source.exhibit}${source.box ? ` 的 (${Math.round(source.box.x)},${Math.round(source.box.y)}) 处` : ''}`,
  );
  return `${factSpec(key).label}没有读准，看${[...new Set(places)].join('、')}，对照原图填写：kameng facts ${key}=…`;
}

const quoteWord = (text: string): string =>
  /^[\w.:+-]+$/.test(text) ? text : `"${printable(text).replaceAll('"', "'")}"`;
