import { describe, expect, it } from 'vitest';
import { spell } from '../../src/reading/readers/picture/spelling.ts';

const CHARACTERS = [...'0123456789', ' '];

/** What the model answers for digits that stand at these steps. */
function answered(digits: string, steps: readonly number[]): { scores: number[]; text: string } {
  const classes = CHARACTERS.length + 1;
  const data = new Float32Array((steps.at(-1)! + 2) * classes);
  for (let step = 0; step < data.length / classes; step++) data[step * classes] = 0.5;
  [...digits].forEach((digit, i) => (data[steps[i]! * classes + CHARACTERS.indexOf(digit) + 1] = 0.99));
  return spell(data, [1, data.length / classes, classes], CHARACTERS);
}

describe('a number', () => {
  const steps = [1, 3, 6, 8, 11, 13, 16, 18, 21, 23];

  it('whose digits stand evenly is as sure as they are', () => {
    const { text, scores } = answered('4200712558', steps);
    expect(text).toBe('4200712558');
    expect(Math.min(...scores)).toBeCloseTo(0.99);
  });

  it('is doubted on both sides of a hole, and nowhere else', () => {
    const { text, scores } = answered('420071258', [...steps.slice(0, 7), ...steps.slice(8)]);
    expect(text).toBe('420071258');
    expect(scores.map((score) => score < 0.45)).toEqual([...'420071258'].map((_, i) => i === 6 || i === 7));
  });

  it('of a few digits, as times have, says nothing of a hole', () => {
    expect(Math.min(...answered('42007', [1, 3, 8, 11, 13]).scores)).toBeCloseTo(0.99);
  });
});

describe('a letter that is not read surely', () => {
  /** Two steps of a letter each, with the shares of all digits at the second. */
  function second(shares: Readonly<Record<string, number>>): string[] {
    const classes = CHARACTERS.length + 1;
    const data = new Float32Array(4 * classes);
    for (let step = 0; step < 4; step++) data[step * classes] = step % 2 === 0 ? 0.9 : 0;
    data[classes + CHARACTERS.indexOf('7') + 1] = 0.999;
    for (const [digit, share] of Object.entries(shares)) data[3 * classes + CHARACTERS.indexOf(digit) + 1] = share;
    return spell(data, [1, 4, classes], CHARACTERS).others;
  }

  it('comes with the others that the picture allows, likeliest first', () => {
    expect(second({ 0: 0.7, 8: 0.1, 6: 0.15, 3: 0.0001 })).toEqual(['', '68']);
  });
  it('comes alone where it is sure', () => {
    expect(second({ 0: 0.997, 8: 0.002 })).toEqual(['', '']);
  });
});
