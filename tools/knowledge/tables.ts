import { join } from 'node:path';
import { tableColumnsSchema } from '../../src/knowledge/schema/tables.ts';
import type { Subject } from './subject.ts';

/** Parts that may share a name: 交易时间 is a moment, or the clock beside a column of days. */
const SHARED: readonly string[] = ['at', 'clock'];

/** `knowledge/tables/columns.yaml`: what the columns of payment tables are called, whoever wrote them. */
export const tables: Subject = (source) => {
  const file = source.yaml(join(source.root, 'tables/columns.yaml'), tableColumnsSchema);
  if (!file) return [];
  const taken = new Map<string, string>();
  for (const [row, { part, names }] of file.data.columns.entries()) {
    for (const [at, name] of names.entries()) {
      const other = taken.get(name);
      if (other !== undefined && !(SHARED.includes(other) && SHARED.includes(part) && other !== part))
        source.problems.add(file.path, file.lineOf(['columns', row, 'names', at]), `${name} is ${other} too`);
      taken.set(name, part);
    }
  }
  return [
    {
      name: 'table-columns',
      imports: ["import type { TableColumns } from '../schema/tables.ts';"],
      exports: [{ name: 'TABLE_COLUMNS', type: 'TableColumns', value: file.data }],
    },
  ];
};
