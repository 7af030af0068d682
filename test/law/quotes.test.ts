import { describe, expect, it } from 'vitest';
import { chineseNumeral } from '../../src/model/numeral.ts';
import { EVERY_RULE } from './every-rule.ts';

/** Quotes of another sentence of the article than the one that counts, or that give the count in two parts. */
const COUNTED_ELSEWHERE = ['REG-06', 'REG-07', 'PLT-12', 'CT-16'];

const quoted = EVERY_RULE.flatMap((rule) => (rule.quote === undefined ? [] : [{ ...rule, quote: rule.quote }]));

describe('what the rules quote', () => {
  it('is most of what they say of law', () => expect(quoted.length).toBeGreaterThan(80));

  it('stands in an instrument that is cited or on the page of a form, with a source and the day it was read', () => {
    for (const { id, cites, sources, checkedOn } of quoted) {
      expect(cites.length > 0 || id.startsWith('FRM-'), id).toBe(true);
      expect(sources.length, id).toBeGreaterThan(0);
      expect(checkedOn, id).toMatch(/^202\d-\d\d-\d\d$/);
    }
  });

  it('is copied as it is printed: Chinese marks in pairs, nothing of the notes it came from', () => {
    for (const { id, quote } of quoted) {
      expect(quote, id).not.toMatch(/[*_`|,;:!?"()[\]<>\s]|\.\.\.|\$\{/);
      for (const [open, close] of ['（）', '《》', '“”'].map((pair) => [...pair])) {
        expect(quote.split(open!).length, `${id} ${open}`).toBe(quote.split(close!).length);
      }
    }
  });

  it('names the length of every period that its rule counts', () => {
    const silent = quoted.filter(({ quote, clocks = [] }) =>
      clocks.some(({ n }) => !quote.includes(chineseNumeral(n)) && !quote.includes(String(n))),
    );
    expect([...new Set(silent.map(({ id }) => id))]).toEqual(COUNTED_ELSEWHERE);
  });
});
