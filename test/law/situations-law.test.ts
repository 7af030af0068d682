import { describe } from 'vitest';
import { LAW_SITUATIONS } from '../golden/situations-law.ts';
import { checkSituations } from './situations.ts';

describe('situations worked out from the law', () => {
  checkSituations(LAW_SITUATIONS, 120);
});
