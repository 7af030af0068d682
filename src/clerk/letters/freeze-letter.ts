import { freezeLetter, type Letter } from '../../casefile/letters.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { headOf } from '../../casefile/transfer.ts';
import { reviewLetter } from '../../grounding/review.ts';
import { KamengError } from '../../model/errors.ts';
import type { DocumentId } from '../../model/dispute.ts';
import type { ComposedLetter, LetterFormat } from '../../model/letter.ts';
import type { Day } from '../../model/moment.ts';
import type { Finding } from '../../model/outcome.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { shortHead } from '../integrity/anchor.ts';
import { ownSentences } from './edited-text.ts';
import { makeFiles } from './letter-files.ts';

export interface LetterRequest {
  document: DocumentId;
  formats: readonly LetterFormat[];
  templatesDir: string;
  userTemplatesDir?: string;
  redacted?: boolean;
  /** Interest is asked from this day; only a civil complaint asks for it. */
  interestFrom?: Day;
  /** The list of those who complain together, as text. */
  buyers?: string;
  /** Why the letter goes out although a check stops it. */
  anyway?: string;
  /** Gives the text back as the user left it; undefined leaves it. */
  edit?: (text: string) => Promise<string>;
}

export interface WrittenLetter {
  letter: Letter;
  findings: Finding[];
  /** Sentences that were written or changed by hand: nothing in the case shows what they tell. */
  ownSentences?: readonly string[];
}

/** Freezes a text with its files, once its readers have let it pass. @throws LetterStopped */
export async function freeze(
  file: CaseFile,
  snapshot: CaseSnapshot,
  composed: ComposedLetter,
  request: LetterRequest,
  editedFrom?: number,
): Promise<WrittenLetter> {
  const findings = reviewLetter(composed, snapshot);
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0 && request.anyway === undefined) {
    throw new LetterStopped(composed, findings);
  }
  const head = headOf(file);
  const files = await makeFiles(composed, request.formats, {
    title: request.redacted ? '' : snapshot.title,
    head: shortHead(head),
  });
  const letter = freezeLetter(
    file,
    {
      no: composed.no,
      document: composed.document,
      title: composed.title,
      text: composed.text,
      exhibits: composed.exhibits,
      detail: {
        sections: composed.sections,
        laws: composed.laws,
        lint: findings,
        head,
        spans: composed.spans,
        ...(composed.fixed ? { fixed: composed.fixed } : {}),
        ...(composed.door ? { door: composed.door } : {}),
        ...(request.redacted ? { redacted: true } : {}),
        ...(editedFrom === undefined ? {} : { editedFrom }),
      },
      ...(request.anyway === undefined ? {} : { anywayWhy: request.anyway }),
    },
    files,
  );
  return { letter, findings, ownSentences: ownSentences(composed) };
}

/** A reader found what must not go out. */
export class LetterStopped extends KamengError {
  readonly composed: ComposedLetter;
  readonly findings: readonly Finding[];
  constructor(composed: ComposedLetter, findings: readonly Finding[]) {
    const errors = findings.filter((finding) => finding.severity === 'error');
    super('LETTER_STOPPED', `文书里有 ${errors.length} 处不能这样发出去`, {
      hints: [
        ...errors
          .slice(0, 8)
          .map(
            (finding) =>
              `“${finding.text}”：${finding.why}${finding.suggestion ? ` 可改为：${finding.suggestion}` : ''}`,
          ),
        '改好再写；确有理由时加 --anyway "理由"，理由会记入案卷',
      ],
    });
    this.composed = composed;
    this.findings = findings;
  }
}
