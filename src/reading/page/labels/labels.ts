import { COMPOSED_LABELS, LABELS } from '../../../knowledge/built/labels.ts';
import { labelTable } from './label-table.ts';

/** The labels of `knowledge/pages/labels.yaml`. */
export const LABEL_TABLE = labelTable(LABELS, COMPOSED_LABELS);

export const labelRow = LABEL_TABLE.rowOf;
export const leadingLabel = LABEL_TABLE.leading;
