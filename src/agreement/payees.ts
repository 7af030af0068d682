import { PAYEES } from '../knowledge/built/payees.ts';
import { anyOf } from '../knowledge/patterns.ts';

const COMPANY = anyOf(PAYEES.companies);

/** Is this the name on a licence rather than over a shop's door? */
export function isCompany(name: string): boolean {
  return COMPANY.test(name.normalize('NFKC').replace(/\s/g, ''));
}
