import { COMPOSED_LABELS, LABELS } from '../../knowledge/built/labels.ts';
import { labelTable } from './label-table.ts';

/** The labels of `knowledge/pages/labels.yaml`. */
const TABLE = labelTable(LABELS, COMPOSED_LABELS);

export const labelRow = TABLE.rowOf;
export const leadingLabel = TABLE.leading;
