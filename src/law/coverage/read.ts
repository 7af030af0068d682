import type { Kind } from '../../model/evidence.ts';
import { type Reading, readingsIn } from '../../model/reading.ts';
import type { ExhibitSummary } from '../../model/snapshot.ts';

/** Four letters or digits, with whatever between them: fewer are a greeting. */
const SAYS_SOMETHING = /(?:[\u4e00-\u9fffA-Za-z0-9][^\u4e00-\u9fffA-Za-z0-9]*){4}/;
/** The same in any script; to make this one takes longer than all else that is asked here. */
const saysSomethingElse = (text: string): boolean => /(?:[\p{L}\p{N}][^\p{L}\p{N}]*){4}/u.test(text);

const saysSomething = (text: string): boolean => SAYS_SOMETHING.test(text) || saysSomethingElse(text);
const hasTalk = ({ messages = [] }: Reading): boolean => messages.some(({ text }) => saysSomething(text));
const hasFields = ({ fields }: Reading): boolean => fields.length > 0;
const hasRows = (reading: Reading): boolean => (reading.bill?.rows.length ?? 0) > 0 || hasFields(reading);

/** What must have been read off an exhibit of this kind; sound and film are looked at by people. */
const CONTENT: Partial<Record<Kind, (reading: Reading) => boolean>> = {
  chat: hasTalk,
  chat_log: hasTalk,
  bill: hasRows,
  order: hasFields,
  payment: hasFields,
  refund: hasFields,
};

/**
 * Was what makes this exhibit a proof read off it, or did the user say that it
 * is one? A name of a file says nothing; what was not yet read is not judged.
 */
export function showsContent(exhibit: ExhibitSummary): boolean {
  const has = CONTENT[exhibit.kind];
  if (exhibit.labelledByUser || !exhibit.reading || !has) return true;
  return readingsIn(exhibit.reading).some(has);
}
