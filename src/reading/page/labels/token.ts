import type { LabelRow } from '../../../knowledge/schema/pages.ts';
import type { Cell } from '../page.ts';

/** A piece of a cell: a label of the table, or what stands between two of them. */
export type Token = Cell & {
  kind: 'label' | 'value';
  row?: LabelRow;
  inline?: boolean;
  glued?: boolean;
  rest?: Cell[];
};
