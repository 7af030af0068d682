import { COMPOSED_LABELS, LABELS, LIKELY_LABELS } from '../../../knowledge/built/labels.ts';
import { anyOf } from '../../../knowledge/patterns.ts';
import { remembered } from '../../../model/remembered.ts';
import type { LabelRow } from '../../../knowledge/schema/pages.ts';
import { labelForm, labelTable } from './label-table.ts';

/** The labels of `knowledge/pages/labels.yaml`. */
export const LABEL_TABLE = labelTable(LABELS, COMPOSED_LABELS);

export const labelRow = LABEL_TABLE.rowOf;
export const leadingLabel = LABEL_TABLE.leading;

const LIKELY = LIKELY_LABELS.map(({ has, ends, not, ...row }) => ({
  row,
  has: has && anyOf(has),
  ends: ends && new RegExp(`(?:${ends.join('|')})$`),
  not: not && anyOf(not),
}));

/** What a label that no table has is most likely of; none where nothing about it says so. */
export const likelyRow = remembered((label): LabelRow | undefined => {
  const form = labelForm(label);
  return LIKELY.find(
    ({ has, ends, not }) => (has?.test(form) ?? true) && (ends?.test(form) ?? true) && !not?.test(form),
  )?.row;
});
