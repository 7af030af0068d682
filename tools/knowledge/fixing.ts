import { join } from 'node:path';
import { fixingSchema } from '../../src/knowledge/schema/fixing.ts';
import type { Subject } from './subject.ts';

/** `knowledge/evidence/fixing.yaml`: how proof is fixed, and for which case. */
export const fixing: Subject = (source) => {
  const file = source.yaml(join(source.root, 'evidence', 'fixing.yaml'), fixingSchema);
  return [
    {
      name: 'fixing',
      imports: ["import type { FixingRow } from '../schema/fixing.ts';"],
      exports: [{ name: 'FIXING', type: 'readonly FixingRow[]', value: file?.data ?? [] }],
    },
  ];
};
