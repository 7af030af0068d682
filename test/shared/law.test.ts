import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findRule, isStatable } from '../../src/law/rules/index.ts';
import { EVERY_RULE, TODAY } from '../law/every-rule.ts';
import { sharedPath } from './folder.ts';

describe('the fact base', () => {
  const text = readFileSync(sharedPath('law/law-cn.md'), 'utf8').replaceAll('**', '');

  it('has every quote word for word', () => {
    expect(EVERY_RULE.filter((rule) => rule.quote && !text.includes(rule.quote)).map((rule) => rule.id)).toEqual([]);
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
