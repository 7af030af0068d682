import { type DocumentId } from '../../model/dispute.ts';
import { type Finding } from '../../model/outcome.ts';
import { type Fen } from '../../model/money.ts';
import { likenessFindings } from './likeness-findings.ts';
import { safetyFindings } from './safety.ts';
import { foldText } from './tone-fold.ts';
import { ownWords } from './tone-quotes.ts';
import { toneFindings } from './tone.ts';

export interface LintOptions {
  /** Whose eyes the text is for; without it what the heading says, else an unknown reader. */
  audience?: DocumentId;
  /** What the case asks for, in 分; money above it in a demand is a finding. */
  claimFen?: Fen;
  /** Private facts of the case, to be found however they are written. */
  knownPrivate?: readonly { key: string; value: string }[];
  /** Card codes that still work. */
  unredeemedCodes?: readonly string[];
}

/** The first lines of a document say whom it is for. */
const HEADINGS: readonly (readonly [RegExp, DocumentId])[] = [
  [/起诉状|人民法院[：:]/, 'court'],
  [/报案(?:材料|书)|(?:公安局|派出所)[：:]/, 'police'],
  [/违法线索举报书|举报登记表/, 'report'],
  [/投诉登记表|消费者投诉书|市场监督管理(?:局|部门)[：:]/, 'regulator'],
  [/消费者(?:权益保护委员|协)会[：:]/, 'association'],
  [/调解申请书/, 'mediation'],
  [/和解协议/, 'settlement'],
];
const HEADING_LINES = 3;
const HEADING_LENGTH = 40;

function audienceOf(text: string): DocumentId | undefined {
  const lines = text
    .slice(0, HEADING_LINES * HEADING_LENGTH)
    .split('\n')
    .slice(0, HEADING_LINES);
  const head = lines.filter((line) => line.length <= HEADING_LENGTH && !/[。！]/.test(line)).join('\n');
  return HEADINGS.find(([pattern]) => pattern.test(head))?.[1];
}

/**
 * Reads a text as the other side, a moderator or a judge would, for tone,
 * threats and private data: by rules, and where no rule finds anything by what
 * a sentence is like. Linear in its length.
 * @returns findings in the order of the text; `error` stops a letter, `warning` is shown
 */
export function lintText(text: string, options: LintOptions = {}): Finding[] {
  const folded = foldText(text);
  const own = ownWords(folded.text);
  const audience = options.audience ?? audienceOf(text);
  const found = [...toneFindings(folded, own, audience), ...safetyFindings(folded, own, { ...options, audience })];
  return [...found, ...likenessFindings(folded, own, found, audience)].sort(
    (a, b) => a.start - b.start || b.end - a.end || a.kind.localeCompare(b.kind),
  );
}
