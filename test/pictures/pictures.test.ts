import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeRecogniser } from '../../src/reading/readers/picture/recogniser.ts';
import type { Score } from '../looks/measure.ts';
import { scoreOfPictures, SHOWN_DISPUTES } from '../looks/shown.ts';

// Forty pictures: whole, shrunk, photographed, cropped and stitched, light and dark, in several fonts.
describe('the pictures of ten drawn disputes', () => {
  let score: Score;
  beforeAll(async () => {
    score = await scoreOfPictures(SHOWN_DISPUTES);
    console.log(score.report('committed pictures'));
  });
  afterAll(closeRecogniser);

  it('are forty', () => expect(score.disputes).toBe(10));
  it('give no wrong fact unasked', () => expect(score.wrong).toEqual([]));
  it('give nearly every field that was recognised', () => {
    expect(score.held / score.fields, score.problems.join('\n')).toBeGreaterThan(0.97);
    expect(score.heldRight / score.held, score.problems.join('\n')).toBeGreaterThan(0.97);
    expect(score.kinds / score.screens).toBeGreaterThan(0.97);
  });
});
