import { describe } from 'vitest';
import { COURT_SITUATIONS } from '../golden/situations-court.ts';
import { checkSituations } from './situations.ts';

describe('what court, payment and joint complaint come to by the law', () => {
  checkSituations(COURT_SITUATIONS, 39);
});
