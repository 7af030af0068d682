import { existsSync, readFileSync, statSync } from 'node:fs';
import { allContent } from '../../casefile/contents.ts';
import {
  freezeLetter,
  getLetter,
  letterFiles,
  nextLetterNo,
  type Letter,
  type LetterFile,
} from '../../casefile/letters.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { DOCUMENT_SETTINGS } from '../../knowledge/built/documents.ts';
import { firstGate } from '../../law/route/gates.ts';
import { situationOf } from '../../law/route/situation-of.ts';
import { headOf } from '../../casefile/transfer.ts';
import { snapshotOf } from '../cases/snapshot.ts';
import { composeLetter } from '../../letters/compose.ts';
import { carrySpans } from '../../grounding/edited.ts';
import { reviewLetter } from '../../grounding/review.ts';
import { CHANNELS, type DocumentId } from '../../model/dispute.ts';
import type { DocumentBlock, PaperDocument } from '../../model/document.ts';
import { KamengError } from '../../model/errors.ts';
import type { ComposedLetter, LetterLength, Undated } from '../../model/letter.ts';
import type { Day } from '../../model/moment.ts';
import type { Origin, Stretch } from '../../model/origin.ts';
import { standingValue } from '../../model/facts.ts';
import type { ChannelRoute, Finding, RuleText } from '../../model/outcome.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { safeFileName } from '../../model/text.ts';
import { headWords } from '../../papers/footer.ts';
import { shortHead } from '../integrity/anchor.ts';
import { readBuyers } from './buyers.ts';
import { shutChannel } from './channels.ts';
import { handingOf } from './handing.ts';
import { documentLabel } from './document-label.ts';
import { ensureFolder } from '../files/folder.ts';
import { distinctNames, placeIn } from '../files/names.ts';
import { writeContent } from '../files/write-content.ts';

export type { Letter } from '../../casefile/letters.ts';

export const FORMATS = ['txt', 'md', 'docx', 'pdf'] as const;
export type Format = (typeof FORMATS)[number];

export interface LetterRequest {
  document: DocumentId;
  formats: readonly Format[];
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
}

/** What is asked of an edit: the text is given back as the user left it. */
export type LetterEdit = Omit<LetterRequest, 'document' | 'edit'> & Required<Pick<LetterRequest, 'edit'>>;

/**
 * Composes a document, has it read by grounding, tone and safety, and freezes
 * it with its files. Nothing is frozen when a reader stops it.
 * @returns with it how its channel stands where that is not open now
 * @throws KamengError FACT_MISSING and others of composeLetter, LETTER_STOPPED
 */
export async function writeLetter(
  file: CaseFile,
  request: LetterRequest,
): Promise<WrittenLetter & { shut: ChannelRoute | undefined; handing: RuleText[]; undated: Undated[] }> {
  const snapshot = snapshotOf(file);
  if (request.anyway === undefined) refuseBlocked(snapshot, request.document);
  const no = nextLetterNo(file);
  const composed = await composeLetter({
    snapshot,
    no,
    document: request.document,
    templatesDir: request.templatesDir,
    ...(request.userTemplatesDir === undefined ? {} : { userTemplatesDir: request.userTemplatesDir }),
    ...(request.redacted ? { redacted: true } : {}),
    ...(request.interestFrom === undefined ? {} : { interestFrom: request.interestFrom }),
    ...(request.buyers === undefined
      ? {}
      : { buyers: readBuyers(request.buyers, standingValue(snapshot.facts, 'buyerPhone')) }),
  });
  const edited = request.edit ? withText(composed, await request.edit(composed.text)) : composed;
  const written = await freeze(file, snapshot, edited, request);
  const after = snapshotOf(file);
  return {
    ...written,
    shut: shutChannel(after, request.document),
    handing: handingOf(after, request.document),
    undated: composed.undated ?? [],
  };
}

/**
 * What a document would say, and what its readers find in it; nothing is kept.
 * @throws KamengError CHANNEL_BLOCKED and of composeLetter
 */
export async function previewLetter(
  file: CaseFile,
  document: DocumentId,
  templatesDir: string,
): Promise<{ text: string; findings: Finding[] }> {
  const snapshot = snapshotOf(file);
  refuseBlocked(snapshot, document);
  const composed = await composeLetter({ snapshot, no: nextLetterNo(file), document, templatesDir });
  return { text: composed.text, findings: reviewLetter(composed, snapshot) };
}

/**
 * A complaint at a door that is shut costs time and, at some, the next door too; one that may expose the buyer is not
 * written before he knows.
 * @throws KamengError GATE_OPEN, CHANNEL_BLOCKED with the reasons
 */
function refuseBlocked(snapshot: CaseSnapshot, document: DocumentId): void {
  const gate = DOCUMENT_SETTINGS[document].required.length > 0 ? firstGate(situationOf(snapshot)) : undefined;
  if (gate)
    throw new KamengError('GATE_OPEN', `写之前先答一个问题：${gate.question}`, {
      hints: [
        `${gate.why}（${gate.rule}）`,
        ...gate.choices.map(({ value, label }) => `${label}：kameng facts ${gate.key}=${value}`),
        '确有理由时加 --anyway "理由"，理由会记入案卷',
      ],
    });
  const channel = shutChannel(snapshot, document);
  if (channel?.status !== 'blocked') return;
  throw new KamengError('CHANNEL_BLOCKED', `${CHANNELS[channel.id].label}现在走不通`, {
    hints: [
      ...channel.reasons.map((reason) => `${reason.text}（${reason.rule}）`),
      'kameng route 看现在能走的渠道',
      '确有理由时加 --anyway "理由"，理由会记入案卷',
    ],
  });
}

/**
 * Makes a frozen letter's text, edited by hand, into a letter of its own.
 * @throws KamengError LETTER_NOT_FOUND, LETTER_UNCHANGED, LETTER_STOPPED
 */
export async function editLetter(file: CaseFile, no: number, request: LetterEdit): Promise<WrittenLetter> {
  const frozen = getLetter(file, no);
  const old = { ...frozen, ...renumbered(frozen, nextLetterNo(file)) };
  const text = await request.edit(old.text);
  if (text.trim() === old.text.trim())
    throw new KamengError('LETTER_UNCHANGED', '文字没有改动，没有另存', { hints: [`第 ${no} 号文书还在`] });
  const snapshot = snapshotOf(file);
  const composed: ComposedLetter = {
    document: old.document,
    title: old.title,
    addressee: '',
    no: nextLetterNo(file),
    writtenOn: snapshot.today,
    text: old.text,
    markdown: old.text,
    blocks: [],
    sections: old.detail.sections,
    exhibits: old.exhibits,
    laws: old.detail.laws,
    values: [],
    spans: old.spans ?? [],
    ...(old.detail.fixed ? { fixed: old.detail.fixed } : {}),
    base: { text: old.text, ...(old.spans ? { spans: old.spans } : {}) },
  };
  return freeze(file, snapshot, withText(composed, text), { ...request, document: old.document }, no);
}

/** A frozen text under another number, with what its stretches came from where that is known. */
function renumbered({ no, text, detail }: Letter, next: number): { text: string; spans?: Stretch[] } {
  const { spans } = detail;
  if (!spans) return { text: text.replace(`编号：第${no}号`, `编号：第${next}号`) };
  const origin: Origin = { from: 'counted', reckoning: { how: 'letterNo', no: next } };
  const at = spans.findIndex((span) => span.origin.from === 'counted' && span.origin.reckoning.how === 'letterNo');
  const numbered = spans[at];
  if (!numbered) return { text, spans };
  const longer = String(next).length - (numbered.end - numbered.start);
  return {
    text: `${text.slice(0, numbered.start)}${next}${text.slice(numbered.end)}`,
    spans: spans.map((span, i) => ({
      start: span.start + (i > at ? longer : 0),
      end: span.end + (i >= at ? longer : 0),
      origin: i === at ? origin : span.origin,
    })),
  };
}

/** A letter as it was frozen. @throws KamengError LETTER_NOT_FOUND */
export function frozenLetter(file: CaseFile, no: number): WrittenLetter {
  const letter = getLetter(file, no);
  return { letter, findings: letter.detail.lint as Finding[] };
}

/** A text that a person changed: its lines are its blocks. */
function withText(composed: ComposedLetter, text: string): ComposedLetter {
  const clean = text.replaceAll('\r\n', '\n').trimEnd();
  if (clean === composed.text.trimEnd()) return composed;
  if (clean.trim() === '')
    throw new KamengError('LETTER_EMPTY', '文书是空的，没有保存', { hints: ['再写一次，保留文字'] });
  const lines = clean.split('\n').filter((line) => line.trim() !== '');
  const blocks: DocumentBlock[] = lines.map((line, i) =>
    i === 0 ? { kind: 'title', text: line.trim() } : { kind: 'paragraph', text: line.trim(), indent: 'none' },
  );
  const exhibits = [...new Set([...clean.matchAll(/证据\s*(\d{1,4})/g)].map((match) => Number(match[1])))];
  const base = composed.base ?? { text: composed.text, spans: composed.spans };
  // The short texts were made of what the writer has changed.
  const { versions: _versions, ...kept } = composed;
  return {
    ...kept,
    base,
    spans: carrySpans(base, `${clean}\n`),
    text: `${clean}\n`,
    markdown: `${clean}\n`,
    blocks,
    exhibits: composed.exhibits.filter((no) => exhibits.includes(no)),
    laws: composed.laws.filter((law) => clean.includes(law.article)),
  };
}

async function freeze(
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
        ...(request.redacted ? { redacted: true } : {}),
        ...(editedFrom === undefined ? {} : { editedFrom }),
      },
      ...(request.anyway === undefined ? {} : { anywayWhy: request.anyway }),
    },
    files,
  );
  return { letter, findings };
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

/** What the shortened texts for web forms are called. */
const SHORTENED: Record<Exclude<LetterLength, 'full'>, string> = { short: '200字内', medium: '500字内' };

const TITLE_LETTERS = 24;

/** A case's title as part of a file's name: whole parts of it, as many as are short. */
function shortTitle(title: string): string {
  const parts = title.replace(/\s/g, '').split('·');
  let short = [...parts[0]!].slice(0, TITLE_LETTERS).join('');
  for (const part of parts.slice(1)) {
    if ([...short, ...part].length >= TITLE_LETTERS) break;
    short += `·${part}`;
  }
  return short;
}

async function makeFiles(
  composed: ComposedLetter,
  formats: readonly Format[],
  of: { title: string; head: string },
): Promise<LetterFile[]> {
  // Two cases whose letters go into one folder are told apart by their titles.
  const stem = safeFileName(
    [String(composed.no).padStart(2, '0'), documentLabel(composed.document), shortTitle(of.title)]
      .filter(Boolean)
      .join('-'),
  );
  const paper: PaperDocument = {
    title: composed.title,
    subject: documentLabel(composed.document),
    no: composed.no,
    writtenOn: composed.writtenOn,
    head: of.head,
    blocks: composed.blocks,
  };
  // A text is pasted into forms, where a number of ours would stand in the buyer's complaint: its head is in the case.
  const make: Record<Format, () => Promise<Uint8Array>> = {
    txt: async () => encode(composed.text),
    md: async () => encode(`${composed.markdown.trimEnd()}\n\n---\n\n${headWords(of.head)}\n`),
    docx: async () => (await import('../../papers/docx/docx.ts')).renderDocx(paper),
    pdf: async () => (await import('../../papers/pdf/pdf.ts')).renderPdf(paper),
  };
  const files: LetterFile[] = [];
  for (const format of formats) files.push({ name: `${stem}.${format}`, bytes: await make[format]() });
  for (const [length, text] of Object.entries(composed.versions ?? {}) as [LetterLength, string][]) {
    if (formats.includes('txt') && length !== 'full')
      files.push({ name: `${stem}-${SHORTENED[length]}.txt`, bytes: encode(text) });
  }
  return files;
}

/** The short text of a frozen letter, for a chat or a small text box; undefined where none was made. */
export function shortText(file: CaseFile, no: number): string | undefined {
  const short = letterFiles(file, no).find(({ name }) => name.endsWith(`-${SHORTENED.short}.txt`));
  return short && Buffer.from(allContent(file, short.contentId, MAX_LETTER_BYTES)).toString('utf8');
}

const MAX_LETTER_BYTES = 100_000_000;

/** The name itself, or with a number where another file has it; the same file a second time is not written again. */
function freePath(folder: string, name: string, bytes: Uint8Array): string {
  const dot = name.lastIndexOf('.');
  for (let n = 1; ; n++) {
    const path = placeIn(folder, n === 1 ? name : `${name.slice(0, dot)}-${n}${name.slice(dot)}`);
    if (!existsSync(path) || (statSync(path).isFile() && readFileSync(path).equals(bytes))) return path;
  }
}

const encode = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/**
 * Writes a letter's frozen files into a folder, beside what is there.
 * @returns the paths
 * @throws KamengError OUT_NOT_WRITABLE
 */
export function writeLetterFiles(file: CaseFile, no: number, folder: string): string[] {
  ensureFolder(folder);
  const files = letterFiles(file, no);
  const names = distinctNames(files.map(({ name }) => name));
  return files.map(({ contentId }, i) => {
    const path = freePath(folder, names[i]!, allContent(file, contentId, MAX_LETTER_BYTES));
    if (!existsSync(path)) writeContent(file, contentId, path);
    return path;
  });
}
