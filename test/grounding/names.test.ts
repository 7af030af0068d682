import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reviewLetter } from '../../src/grounding/review.ts';
import { composeLetter } from '../../src/letters/compose.ts';
import { cardInvalid } from '../letters/cases.ts';

const templatesDir = join(import.meta.dirname, '../../templates');

describe('a shop that is called by a hard word', () => {
  it.each(['奸商小铺', '黑心老王', '骗子先生的店'])('%s gets its letters', async (merchant) => {
    for (const document of ['merchant', 'platform', 'regulator'] as const) {
      const snapshot = cardInvalid();
      snapshot.facts.merchant!.value = merchant;
      const letter = await composeLetter({ snapshot, document, templatesDir, no: 1 });
      expect(letter.text).toContain(merchant);
      expect(reviewLetter(letter, snapshot).filter(({ rule }) => rule !== undefined)).toEqual([]);
    }
  });
});
