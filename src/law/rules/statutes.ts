import { STATUTES } from '../../knowledge/built/law.ts';
import type { Statute } from '../../knowledge/schema/law.ts';

export { STATUTES };

/** A key of `knowledge/law/statutes.yaml`. */
export type StatuteKey = keyof typeof STATUTES;

export function statuteOf(key: StatuteKey): Statute {
  return STATUTES[key];
}

/** `《中华人民共和国民法典》`, or the bare number of a document that has no title here. */
export function statuteTitle(key: StatuteKey): string {
  const statute = statuteOf(key);
  return statute.byNumber ? statute.name : `《${statute.name}》`;
}
