import { readIdNo } from '../values/reckoning.ts';
import type { Values } from '../values/values.ts';

/** As the buyer said; else sex and birthday stand in the number of an identity card. */
export function describeBuyer(values: Values): { sex: string; born: string } {
  const open = '[ ] 男 [ ] 女';
  if (values.redacted) return { sex: open, born: '' };
  const id = readIdNo(values.raw('buyerIdNo') ?? '');
  const sex = values.raw('buyerSex') ?? (id && (id.man ? 'male' : 'female'));
  const [man, woman] = sex === undefined ? [' ', ' '] : sex === 'male' ? ['x', ' '] : [' ', 'x'];
  return {
    sex: `[${man}] 男 [${woman}] 女`,
    born: values.show('buyerBorn') ?? (id ? values.count({ how: 'born' }) : ''),
  };
}
