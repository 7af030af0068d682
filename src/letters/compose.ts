import { DOCUMENT_TRAITS } from '../knowledge/built/documents.ts';
import type { DocumentId } from '../model/dispute.ts';
import type { DocumentBlock } from '../model/document.ts';
import {
  LETTER_SECTIONS,
  type ComposedLetter,
  type ComputedValue,
  type OtherBuyer,
  type LetterLength,
  type LetterSection,
} from '../model/letter.ts';
import type { Day } from '../model/moment.ts';
import type { Stretch } from '../model/origin.ts';
import type { CaseSnapshot } from '../model/snapshot.ts';
import { refuseSettled } from './values/claims.ts';
import { POINTERS, PROOFS, readMarks, showPlain } from './values/marks.ts';
import { explainReckoning } from './values/reckoning.ts';
import { repay } from './story/demands.ts';
import { sayLaws } from './story/cited-law.ts';
import { isUndated } from './story/event.ts';
import { namedExhibits } from './story/exhibits.ts';
import { beginDraft } from './documents/begin-draft.ts';
import { writeBrief } from './documents/brief.ts';
import { drawUp } from './documents/offices.ts';
import { DRAFTERS, refuseMissing, requiredFacts } from './documents/documents.ts';
import { markWords, type Draft, type LetterContext } from './documents/draft.ts';
import { readBlocks, type SectionedBlock } from './template/blocks.ts';
import { openTemplate, type LetterTemplate } from './template/render.ts';
import { plainBlock, toMarkdown, toMarked, toText } from './template/text.ts';

export interface ComposeInput {
  snapshot: CaseSnapshot;
  document: DocumentId;
  /** The folder `templates` that ships with kameng. */
  templatesDir: string;
  /** A folder of the user's own; what it does not have comes from ours. */
  userTemplatesDir?: string;
  /** The number the letter will have in its case. */
  no: number;
  redacted?: boolean;
  /** For forms that count characters: what goes into the text box. */
  length?: LetterLength;
  /** Court: the day interest is asked from. */
  interestFrom?: Day;
  /** A joint complaint: who complains with the buyer. */
  buyers?: readonly OtherBuyer[];
}

/** Has the document's own part added to what all documents say. @throws KamengError when the case lacks something for it */
function draftDocument(input: ComposeInput, template: LetterTemplate): Draft {
  const { snapshot, document } = input;
  const traits = DOCUMENT_TRAITS[document];
  const required = requiredFacts(snapshot, template.settings);
  const draft = beginDraft(snapshot, template.settings, {
    no: input.no,
    redacted: input.redacted ?? false,
    interestFrom: input.interestFrom,
    buyers: input.buyers,
  });
  try {
    if (!traits.afterRefund) refuseSettled(draft.values, draft.claim);
    drawUp(draft, traits);
    DRAFTERS[document]?.(draft);
  } catch (error) {
    // What is missing comes first: with it the document may turn out otherwise.
    refuseMissing(snapshot, required);
    throw error;
  }
  refuseMissing(snapshot, [...required, ...draft.missing]);
  draft.context.lawLines = sayLaws(draft.context.laws);
  if (template.settings.exhibits === 'none') dropProofs(draft.context);
  return draft;
}

/** A document without a list of evidence points at none. */
function dropProofs(context: LetterContext): void {
  const bare = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(POINTERS, '').replace(PROOFS, '');
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== 'object' || value === null) return value;
    for (const [key, one] of Object.entries(value)) Object.assign(value, { [key]: bare(one) });
    return value;
  };
  for (const [key, one] of Object.entries(context)) Object.assign(context, { [key]: bare(one) });
}

/** Puts a draft into its template. @returns marked markup. @throws KamengError FACT_MISSING, TEMPLATE_INVALID */
function fillTemplate(template: LetterTemplate, { values, context }: Draft): string {
  markWords(values, context);
  const title = template.fill('title', context);
  const addressee = template.fill('addressee', context);
  Object.assign(context, { title: title.text, addressee: addressee.text });
  const letter = template.fill('letter', context);
  refuseMissing(values.snapshot, [...title.missing, ...addressee.missing, ...letter.missing]);
  return letter.text;
}

/** The parts of a complaint, by the headings of its template. */
function sectionsOf(blocks: readonly SectionedBlock[], context: LetterContext): Record<LetterSection, string> {
  // Short letters have no headings: there the parts are what was put into them.
  const spare: Record<LetterSection, string> = {
    facts: showPlain([context.more['statement'] ?? context.more['purchase'] ?? context.story.join('\n')].join('')),
    demands: showPlain(context.demands.join('\n')),
    evidence: '',
  };
  const marked = blocks.some((one) => one.section !== undefined);
  const part = (section: LetterSection): string => {
    const own = blocks.filter((one) => one.section === section && one.block.kind !== 'heading');
    return marked ? toText(own.map((one) => one.block)).trim() : spare[section];
  };
  return Object.fromEntries(LETTER_SECTIONS.map((section) => [section, part(section)])) as Record<
    LetterSection,
    string
  >;
}

/** The values of a text that were counted, each once, with how. */
function countedIn(text: string, spans: readonly Stretch[]): ComputedValue[] {
  const found = new Map<string, ComputedValue>();
  for (const { start, end, origin } of spans) {
    if (origin.from !== 'counted') continue;
    const value = { text: text.slice(start, end), from: explainReckoning(origin.reckoning) };
    found.set(JSON.stringify(value), value);
  }
  return [...found.values()];
}

/**
 * Writes a document from a case. The same snapshot gives the same letter.
 * @throws KamengError FACT_MISSING, FACT_CONFLICT, CLAIM_SETTLED, TEMPLATE_INVALID, …
 */
export async function composeLetter(input: ComposeInput): Promise<ComposedLetter> {
  const { snapshot, document } = input;
  const template = await openTemplate(document, input.templatesDir, input.userTemplatesDir);
  const draft = draftDocument(input, template);
  const { context, values } = draft;
  const cited = [...context.laws, ...context.asides].map((law) => ({
    rule: law.rule,
    article: showPlain(law.article),
    says: showPlain(law.says),
  }));
  const sectioned = readBlocks(fillTemplate(template, draft), snapshot.today);
  const blocks = sectioned.map((one) => one.block);
  const read = (marked: string): { text: string; spans: Stretch[] } => {
    const { text, stretches } = readMarks(marked, values.origins, template.origin);
    return { text, spans: stretches };
  };
  const { text, spans } = read(toMarked(blocks, values.today));
  const head = {
    document,
    title: showPlain(context.title),
    addressee: showPlain(context.addressee),
    no: input.no,
    writtenOn: snapshot.today,
    ...(draft.door === undefined ? {} : { door: draft.door }),
    ...(template.settings.fixed.length > 0 ? { fixed: template.settings.fixed } : {}),
  };
  if (DOCUMENT_TRAITS[document].brief && input.length !== undefined && input.length !== 'full') {
    const brief = writeBrief(draft, input.length);
    const blocksOf: DocumentBlock[] = [{ kind: 'paragraph', text: showPlain(brief) }];
    const short = read(`${brief}\n`);
    return {
      ...head,
      ...short,
      markdown: short.text,
      blocks: blocksOf,
      sections: { facts: showPlain(brief), demands: showPlain(context.demands.join('')), evidence: '' },
      exhibits: [],
      laws: [],
      values: countedIn(short.text, short.spans),
      versions: versionsOf(draft, text),
    };
  }
  return {
    ...head,
    text,
    spans,
    markdown: toMarkdown(blocks),
    blocks: blocks.map(plainBlock),
    sections: sectionsOf(sectioned, context),
    exhibits: namedExhibits(text).filter((number) => snapshot.exhibits.some((exhibit) => exhibit.no === number)),
    laws: cited.filter((law) => text.includes(law.says)).map(({ rule, article }) => ({ rule, article })),
    values: countedIn(text, spans),
    ...undatedIn(draft, text),
    ...assumedIn(draft, text),
    ...(DOCUMENT_TRAITS[document].brief ? { versions: versionsOf(draft, text) } : {}),
  };
}

/** Events that the text tells without a day: somebody may know it. */
function undatedIn({ events, purchase, trouble }: Draft, text: string): Pick<ComposedLetter, 'undated'> {
  const undated = events
    .filter((event) => isUndated(event) && event !== purchase)
    .map((event) => ({ text: showPlain(event.what('')), ...(event === trouble ? { fact: 'failedAt' as const } : {}) }))
    .filter((told) => text.includes(told.text.slice(0, 12)));
  return undated.length > 0 ? { undated } : {};
}

/** A refund that the text asks for although nobody has said that this is what he wants. */
function assumedIn({ values, claim }: Draft, text: string): Pick<ComposedLetter, 'assumed'> {
  const refund = showPlain(repay(values, claim));
  return values.raw('demand') === undefined && refund !== '' && text.includes(refund) ? { assumed: ['demand'] } : {};
}

function versionsOf(draft: Draft, full: string): Record<LetterLength, string> {
  return { short: showPlain(writeBrief(draft, 'short')), medium: showPlain(writeBrief(draft, 'medium')), full };
}
