import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findRule, isStatable } from '../../src/law/rules/index.ts';
import { EVERY_RULE, TODAY } from '../law/every-rule.ts';
import { sharedPath } from './folder.ts';

describe('the fact base', () => {
  const text = readFileSync(sharedPath('law/law-cn.md'), 'utf8').replaceAll('**', '');

  /** What was read on or before the day of the fact base is in it; what was read later was read in a full text. */
  const BASE_DAY = '2026-11-22';
  const FULL_TEXTS = ['S1', 'S2', 'S3', 'S4', 'S5'];

  it('has every quote word for word that is not newer than itself', () => {
    const old = EVERY_RULE.filter((rule) => rule.quote && rule.checkedOn <= BASE_DAY);
    expect(old.length).toBeGreaterThan(60);
    expect(old.filter((rule) => !text.includes(rule.quote!)).map((rule) => rule.id)).toEqual([]);
  });

  it('has every other quote from a full text that was read after its day', () => {
    const wrong = EVERY_RULE.filter(
      (rule) =>
        rule.quote &&
        !text.includes(rule.quote) &&
        !(rule.checkedOn > BASE_DAY && rule.certainty === 'V' && rule.sources.every((one) => FULL_TEXTS.includes(one))),
    );
    expect(wrong.map((rule) => rule.id)).toEqual([]);
  });

  it('has no rule that is missing here, and none that is surer here than there', () => {
    const rows = [...text.matchAll(/^\| ([A-Z]{2,3}-\d\d)\b(.*)\|\s*$/gm)].map((row) => ({
      id: row[1]!,
      sure: row[2]!.split('|').at(-1)!.trim(),
    }));
    expect(rows.length).toBeGreaterThan(130);
    for (const { id, sure } of rows) {
      const rule = findRule(id, TODAY);
      if (['POL-12', 'FRM-04'].includes(id)) continue;
      expect(rule, id).toBeDefined();
      if (/^S\b/.test(sure)) expect(isStatable(rule!), id).toBe(false);
    }
  });
});
