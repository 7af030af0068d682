import { describe } from 'vitest';
import { OFFICE_SITUATIONS } from '../golden/situations-office.ts';
import { checkSituations } from './situations.ts';

describe('what the administrative and police side comes to by the law', () => {
  checkSituations(OFFICE_SITUATIONS, 50);
});
