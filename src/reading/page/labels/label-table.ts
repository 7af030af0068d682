import { labelForm as formOf } from '../../../knowledge/label-form.ts';
import type { ComposedLabel, Label, LabelRow } from '../../../knowledge/schema/pages.ts';
import { remembered } from '../../../model/remembered.ts';
import { simplified } from '../../../words/simplified.ts';

/** A label that a text begins with. */
export interface LeadingLabel {
  /** Characters of the text that the label takes. */
  length: number;
  row: LabelRow;
}

export interface LabelTable {
  /** The row for a text that is a label and nothing else. */
  rowOf: (text: string) => LabelRow | undefined;
  /** The longest label that a text begins with, so that 商家订单号 is found before 商家. */
  leading: (text: string) => LeadingLabel | undefined;
}

/** No label, spaces and colon included, is longer. */
export const LONGEST_LABEL = 32;
const SHORTEST_COMPOSED = 3;

/** `（订单号）`, `• 店铺`, `3. 商品：`: a label in brackets or behind a mark of a list, alone in its cell. */
const MARK = '(?:[（(]?\\d{1,2}[.、)）．]|[•·▪★☆◆◇■□●○▶►✓>*#+-]{0,2})';
const [OPENING, CLOSING] = ['[<《〈（({『【[「〔〖#*]{0,2}', '[>》〉）)}』】\\]」〕〗#*]{0,2}'];
const DECORATED = new RegExp(`^\\s*${MARK}\\s*${OPENING}(.{2,16}?)${CLOSING}\\s*[:：]?\\s*$`, 'u');

/** `实付款（免运费）`: what a page remarks of the value in brackets behind its label. */
const REMARK = /(?<=\S{2})\s*[（(][^（）()]{1,10}[)）]\s*[:：]?$/u;

/** A label as it is compared: 訂單編號 is 订单编号. */
export const labelForm = (text: string): string => formOf(simplified(text));

/** A label without what stands around it. */
export const bareLabel = (text: string): string => DECORATED.exec(text)?.[1] ?? text;

/** Looks labels up in the words of a table, and where it has no such word in those put together from parts. */
export function labelTable(labels: readonly Label[], composed: readonly ComposedLabel[]): LabelTable {
  const byForm = new Map<string, LabelRow>();
  for (const row of labels) for (const word of row.words) byForm.set(labelForm(word), row);
  const patterns = composed.map((row) => ({ row, words: patternOfParts(row.parts) }));

  const anyPattern = new RegExp(patterns.map(({ words }) => words.source).join('|'));
  const anyBeginning = new RegExp(patterns.map(({ words }) => words.source.slice(0, -1)).join('|'));
  const firstLetters = new Set([...byForm.keys()].map((form) => form[0]));

  const composedOf = (form: string): LabelRow | undefined =>
    // One look for all of them: hardly a word is any of these labels.
    form.length >= SHORTEST_COMPOSED && form.length <= LONGEST_LABEL && anyPattern.test(form)
      ? patterns.find(({ words }) => words.test(form))?.row
      : undefined;
  const byTheForm = (form: string): LabelRow | undefined => byForm.get(form) ?? composedOf(form);

  return {
    rowOf: remembered((text) =>
      text.length > LONGEST_LABEL
        ? undefined
        : (byTheForm(labelForm(text)) ??
          byTheForm(labelForm(bareLabel(text))) ??
          byTheForm(labelForm(text.replace(REMARK, '')))),
    ),
    leading: remembered((text) => {
      let found: LeadingLabel | undefined;
      // Most words begin as no label does: then none of their beginnings is looked at.
      const form = labelForm(text.slice(0, LONGEST_LABEL));
      const isComposed = anyBeginning.test(form);
      if (!isComposed && !firstLetters.has(form[0])) return undefined;
      for (let length = 1; length <= Math.min(text.length, LONGEST_LABEL); length++) {
        if (/\s/.test(text[length - 1]!)) continue;
        const begun = labelForm(text.slice(0, length));
        const row = byForm.get(begun) ?? (isComposed ? composedOf(begun) : undefined);
        if (row) found = { length, row };
      }
      return found;
    }),
  };
}

function patternOfParts(parts: ComposedLabel['parts']): RegExp {
  const pieces = parts.map((part) => {
    if ('one' in part) return `(?:${part.one.join('|')})`;
    return 'may' in part ? `(?:${part.may.join('|')})?` : `(?:${part.any.join('|')}){0,3}`;
  });
  return new RegExp(`^${pieces.join('')}$`);
}
