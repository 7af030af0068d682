import type { Conflict, Unread } from '../../clerk/cases/check-case.ts';
import { factSpec } from '../../model/facts.ts';
import { printable } from '../../model/text.ts';
import { showValue } from './facts.ts';

/** Values side by side with their exhibits, and how to settle it. */
export function conflictLine(conflict: Conflict): string {
  const values = conflict.values.map(
    (one) =>
      `${showValue(conflict.key, one.value)}（${one.exhibits.length > 0 ? `证据 ${one.exhibits.join('、')}` : '你填的'}）`,
  );
  const settle = conflict.code === 'TYPED_DIFFERS' ? '保留你填的' : `用 kameng facts ${conflict.key}=… 选定`;
  return `${printable(conflict.message)}：${values.join(' / ')}；${settle}`;
}

/** A value that was seen and could not be read for certain, with where to look. */
export function unreadLine({ key, sources }: Unread): string {
  const places = sources.map(
    (source) =>
      `证据 ${source.exhibit}${source.box ? ` 的 (${Math.round(source.box.x)},${Math.round(source.box.y)}) 处` : ''}`,
  );
  return `${factSpec(key).label}没有读准，看${[...new Set(places)].join('、')}，对照原图填写：kameng facts ${key}=…`;
}
