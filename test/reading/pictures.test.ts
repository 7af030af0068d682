import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeRecogniser } from '../../src/reading/readers/picture/recogniser.ts';
import type { Score } from '../looks/measure.ts';
import { scoreOfPictures } from '../looks/shown.ts';

// A few of the forty of `npm run test:pictures`, each of which takes a second.
describe('screens as a chat sends them, small and blurred', () => {
  let score: Score;
  beforeAll(async () => void (score = await scoreOfPictures(['08-shrunk'])));
  afterAll(closeRecogniser);

  it('give no wrong fact unasked', () => expect(score.wrong).toEqual([]));
  it('give every field that was recognised, and the kinds', () => {
    expect(score.held).toBeGreaterThan(10);
    expect(score.heldRight, score.problems.join('\n')).toBe(score.held);
    expect(score.kinds).toBe(score.screens);
  });
});
