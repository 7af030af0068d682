import { DOCUMENT_TRAITS } from '../knowledge/built/documents.ts';
import { type DocumentId } from '../model/dispute.ts';
import { LETTER_SECTIONS, type ComposedLetter, type LetterLength, type LetterSection } from '../model/letter.ts';
import { type Day } from '../model/moment.ts';
import { type CaseSnapshot } from '../model/snapshot.ts';
import { refuseSettled } from './values/claims.ts';
import { beginDraft } from './values/context.ts';
import { DRAFTERS, refuseMissing, requiredFacts } from './documents/documents.ts';
import { drawUp } from './documents/offices.ts';
import { readBlocks } from './template/blocks.ts';
import { showPlain } from './template/marks.ts';
import { openTemplate } from './template/render.ts';
import { writeBrief } from './story/brief.ts';
import { namedExhibits } from './story/exhibits.ts';
import { sayLaws } from './story/law.ts';
import { plainBlock, toMarkdown, toText } from './template/text.ts';

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
}

/**
 * Writes a document from a case. The same snapshot gives the same letter.
 * @throws KamengError FACT_MISSING, FACT_CONFLICT, CLAIM_SETTLED, TEMPLATE_INVALID, …
 */
export async function composeLetter(input: ComposeInput): Promise<ComposedLetter> {
  const { snapshot, document, no } = input;
  const traits = DOCUMENT_TRAITS[document];
  const template = await openTemplate(document, input.templatesDir, input.userTemplatesDir);
  const required = requiredFacts(snapshot, template.settings);
  const draft = beginDraft(snapshot, template.settings, {
    no,
    redacted: input.redacted ?? false,
    interestFrom: input.interestFrom,
  });
  const { context, values } = draft;
  try {
    if (!traits.afterRefund) refuseSettled(values, draft.claim);
    drawUp(draft, traits);
    DRAFTERS[document]?.(draft);
  } catch (error) {
    // What is missing comes first: with it the document may turn out otherwise.
    refuseMissing(snapshot, required);
    throw error;
  }
  refuseMissing(snapshot, [...required, ...draft.missing]);
  context.lawLines = sayLaws(context.laws);
  const title = template.fill('title', context);
  const addressee = template.fill('addressee', context);
  Object.assign(context, { title: title.text, addressee: addressee.text });
  const letter = template.fill('letter', context);
  refuseMissing(snapshot, [...title.missing, ...addressee.missing, ...letter.missing]);
  const sectioned = readBlocks(letter.text, snapshot.today);
  const blocks = sectioned.map((one) => one.block);
  const text = toText(blocks);
  const versions = traits.brief
    ? { short: writeBrief(draft, 'short'), medium: writeBrief(draft, 'medium'), full: text }
    : undefined;
  // Short letters have no headings: there the parts are what was put into them.
  const spare: Record<LetterSection, string> = {
    facts: showPlain([context.more['statement'] ?? context.more['purchase'] ?? context.story.join('\n')].join('')),
    demands: showPlain(context.demands.join('\n')),
    evidence: '',
  };
  const marked = sectioned.some((one) => one.section !== undefined);
  const part = (section: LetterSection): string =>
    marked
      ? toText(
          sectioned.filter((one) => one.section === section && one.block.kind !== 'heading').map((one) => one.block),
        ).trim()
      : spare[section];
  const head = {
    document,
    title: showPlain(title.text),
    addressee: showPlain(addressee.text),
    no,
    writtenOn: snapshot.today,
    values: draft.values.computed,
  };
  const laws = [...context.laws, ...context.asides]
    .filter((law) => text.includes(law.says))
    .map(({ rule, article }) => ({ rule, article }));
  if (versions && input.length !== undefined && input.length !== 'full') {
    const brief = versions[input.length];
    return {
      ...head,
      text: `${brief}\n`,
      markdown: `${brief}\n`,
      blocks: [{ kind: 'paragraph', text: brief }],
      sections: { facts: brief, demands: showPlain(context.demands.join('')), evidence: '' },
      exhibits: [],
      laws: [],
      versions,
    };
  }
  return {
    ...head,
    text,
    markdown: toMarkdown(blocks),
    blocks: blocks.map(plainBlock),
    sections: Object.fromEntries(LETTER_SECTIONS.map((section) => [section, part(section)])) as Record<
      LetterSection,
      string
    >,
    exhibits: namedExhibits(text).filter((number) => snapshot.exhibits.some((exhibit) => exhibit.no === number)),
    laws,
    ...(versions ? { versions } : {}),
  };
}
