import { LINT_RULES } from '../../knowledge/built/lint.ts';
import type { DocumentId } from '../../model/dispute.ts';
import type { Finding } from '../../model/outcome.ts';
import { foldText, placeOf } from '../fold.ts';
import { excusedBy, excuseOf } from './excuses.ts';
import { byForm, hitsOf } from './forms/index.ts';
import { harmlessAt, harmlessReason } from './harmless.ts';
import { likenessHits } from './likeness.ts';
import { type LintOptions, type LintText, readForLint } from './lint-text.ts';
import { merged, type Passed, rankOf, type Standing } from './merge.ts';
import { hideNames } from './names.ts';
import { ownWords } from './speech.ts';

export { type LintOptions } from './lint-text.ts';

const RULES = byForm(LINT_RULES.toSorted((a, b) => rankOf(a.kind, a.level) - rankOf(b.kind, b.level)));

/** The first lines of a document say whom it is for. */
const HEADINGS: readonly (readonly [RegExp, DocumentId])[] = [
  [/起诉状|人民法院[：:]/, 'court'],
  [/报案(?:材料|书)|(?:公安局|派出所)[：:]/, 'police'],
  [/12315举报书|违法线索举报书|举报登记表/, 'report'],
  [/投诉登记表|12315投诉书|消费者投诉书|市场监督管理(?:局|部门)[：:]/, 'regulator'],
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

/** Words that a rule fires at. Offsets are UTF-16. */
export interface Fired {
  rule: string;
  start: number;
  end: number;
  text: string;
}

/** Words that a rule fires at and an excuse lets pass. */
export interface Excused extends Fired {
  excuse: string;
}

export interface Explained {
  findings: Finding[];
  /** All that fired and stands, before what overlaps became one finding. */
  fired: Fired[];
  excused: Excused[];
}

/**
 * Reads a text as the other side, a moderator or a judge would, for tone,
 * threats and private data: by rules, and where no rule finds anything by what
 * a sentence is like. Linear in its length.
 * @returns findings in the order of the text; `error` stops a letter, `warning` is shown
 */
export function lintText(text: string, options: LintOptions = {}): Finding[] {
  return linted(text, options).findings;
}

/** The findings of `lintText`, the rules behind them, and what was let pass. */
export function explainText(text: string, options: LintOptions = {}): Explained {
  const { findings, standing, passed, read } = linted(text, options);
  return {
    findings,
    fired: standing.map((hit) => firedAt(hit, read)).sort(byPlace),
    excused: passed.map((hit) => ({ ...firedAt(hit, read), excuse: hit.excuse })).sort(byPlace),
  };
}

interface Linted {
  findings: Finding[];
  standing: readonly Standing[];
  passed: readonly Passed[];
  read: LintText;
}

function linted(text: string, options: LintOptions): Linted {
  const folded = foldText(text);
  const audience = options.audience ?? audienceOf(text);
  const own = hideNames(ownWords(folded.text), options.names ?? []);
  const read = readForLint(folded, own, { ...options, ...(audience === undefined ? {} : { audience }) });
  const { standing, passed } = judged(read);
  const findings = merged(standing).map((hit) => findingOf(hit, read));
  const like = likenessHits(RULES.likeness, read, findings);
  for (const hit of like.standing) findings.push(findingOf(hit, read));
  findings.sort((a, b) => a.start - b.start || b.end - a.end || a.kind.localeCompare(b.kind));
  return { findings, standing: [...standing, ...like.standing], passed: [...passed, ...like.passed], read };
}

function firedAt({ rule, start, end }: Standing | Passed, { folded }: LintText): Fired {
  const place = placeOf(folded, start, end);
  return { rule: rule.id, ...place, text: folded.source.slice(place.start, place.end) };
}

function byPlace(a: Fired, b: Fired): number {
  return a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule);
}

/** Why an excuse lets words pass, in Chinese. */
export function excuseReason(id: string): string {
  return harmlessReason(id) ?? excuseOf(id).reason;
}

/** What the rules hit, parted into what stands and what an excuse lets pass. */
function judged(text: LintText): { standing: Standing[]; passed: Passed[] } {
  const harmless = harmlessAt(text.own);
  const [standing, passed]: [Standing[], Passed[]] = [[], []];
  for (const { rule, hit } of hitsOf(RULES, text)) {
    const excuse = hit.certain
      ? undefined
      : ((rule.family === 'tone' && rule.form !== 'latin' ? harmless(hit, rule.form === 'words') : undefined) ??
        excusedBy(hit, rule.excuses, text));
    if (excuse === undefined) standing.push({ ...hit, rule, level: hit.level ?? rule.level });
    else passed.push({ rule, excuse, start: hit.start, end: hit.end });
  }
  return { standing, passed };
}

function findingOf({ rule, level, start, end, suggestion, why }: Standing, { folded }: LintText): Finding {
  const place = placeOf(folded, start, end);
  const what = rule.form === 'shape' && 'what' in rule ? rule.what : '';
  return {
    kind: rule.kind,
    severity: level,
    ...place,
    text: folded.source.slice(place.start, place.end),
    suggestion: (suggestion ?? rule.suggestion).replaceAll('{what}', what),
    why: (why ?? rule.why).replaceAll('{what}', what),
    rule: rule.id,
  };
}
