import type { CaseFile } from '../../casefile/case-file.ts';
import type { StoredContent } from '../../casefile/contents.ts';
import { addExhibit, findExhibitByContent, type Exhibit } from '../../casefile/exhibits.ts';
import { KINDS, type Category, type Kind } from '../../model/evidence.ts';
import type { Moment } from '../../model/moment.ts';
import { guessLabel } from '../../reading/kinds/guess.ts';
import { sniff } from '../../reading/sniff.ts';
import { contentSource } from './content-source.ts';
import type { Refusal } from './walk.ts';

export interface TakeInOptions {
  /** Said by the user for all of these files. */
  category?: Category;
  kind?: Kind;
  note?: string;
  /** The time that the file system gives these files says nothing of where they come from. */
  timeUnknown?: boolean;
  signal?: AbortSignal;
  /** Bytes so far, and the file under way. */
  progress?: (bytes: number, name: string) => void;
}

export interface TakeIn {
  added: number[];
  /** Files whose bytes were there already, with the exhibit that holds them. */
  duplicates: { file: string; exhibit: number }[];
  refused: Refusal[];
  /** What the bytes of the added exhibits are, so that their readers need not ask again. */
  mediaTypes: Map<number, string>;
}

export const nothingTaken = (): TakeIn => ({ added: [], duplicates: [], refused: [], mediaTypes: new Map() });

/** Gives stored bytes an exhibit number, unless an exhibit holds them already. */
export async function numberContent(
  file: CaseFile,
  content: StoredContent,
  taken: { name: string; modifiedAt?: Moment; mediaType?: string },
  options: TakeInOptions,
  result: TakeIn,
): Promise<void> {
  const { name, modifiedAt } = taken;
  const existing: Exhibit | undefined = content.fresh ? undefined : findExhibitByContent(file, content.id);
  if (existing) {
    result.duplicates.push({ file: name, exhibit: existing.no });
    return;
  }
  const stored = { contentId: content.id, bytes: content.bytes, file: name };
  const mediaType = taken.mediaType ?? (await sniff(contentSource(file, stored))).mediaType;
  const guess = guessLabel(name, mediaType);
  const said = options.category !== undefined || options.kind !== undefined;
  const kind =
    options.kind ?? (options.category === undefined || guess.category === options.category ? guess.kind : 'other');
  const no = addExhibit(file, {
    contentId: content.id,
    file: name,
    mediaType,
    category: options.category ?? KINDS[kind].category,
    kind,
    labelledBy: said ? 'user' : 'guess',
    confidence: said ? 1 : guess.confidence,
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(modifiedAt === undefined ? {} : { fileModifiedAt: modifiedAt }),
  });
  result.added.push(no);
  result.mediaTypes.set(no, mediaType);
}
