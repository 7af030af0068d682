import { describe, expect, it } from 'vitest';
import { RULE_SENTENCES } from '../../../src/knowledge/built/lint-rule-sentences.ts';
import { HARMLESS, LINT_EXCUSES, LINT_RULES } from '../../../src/knowledge/built/lint.ts';
import type { RuleSentence } from '../../../src/knowledge/schema/lint.ts';
import { explainText, type LintOptions, lintText } from '../../../src/words/lint/lint.ts';

const rulesAt = (sentence: RuleSentence): string[] => {
  const { text, ...options } = typeof sentence === 'string' ? { text: sentence } : sentence;
  return explainText(text, options as LintOptions).fired.map(({ rule }) => rule);
};

describe('the sentences of each rule', () => {
  it.each(RULE_SENTENCES.map((each) => [each.id, each] as const))('%s', (id, { yes, no }) => {
    for (const sentence of yes) expect(rulesAt(sentence), JSON.stringify(sentence)).toContain(id);
    for (const sentence of no) expect(rulesAt(sentence), JSON.stringify(sentence)).not.toContain(id);
  });
});

describe('the tables', () => {
  it('carry a way to say it and a reason in every rule, in Chinese, and folded words', () => {
    for (const rule of LINT_RULES) {
      expect(rule.suggestion, rule.id).toMatch(/[\u4e00-\u9fff]{4}/);
      expect(rule.why, rule.id).toMatch(/[\u4e00-\u9fff]{4}/);
      if ('words' in rule) expect(rule.words.join(' '), rule.id).not.toMatch(/[A-Z，。！]/);
    }
    for (const { id, reason } of [...LINT_EXCUSES, ...HARMLESS]) expect(reason, id).toMatch(/[\u4e00-\u9fff]{4}/);
  });

  it('find every word they list, unless it is listed as harmless too', () => {
    const harmless = new Set(HARMLESS.flatMap(({ words }) => words));
    for (const rule of LINT_RULES) {
      if (rule.form !== 'words' || !('words' in rule)) continue;
      for (const word of rule.words as readonly string[]) {
        if (!harmless.has(word)) expect(lintText(`。${word}。`).length, `${rule.id} ${word}`).toBeGreaterThan(0);
      }
    }
  });

  it('find nothing in a harmless word', () => {
    const flagged = HARMLESS.flatMap(({ words }) => words).filter((word) => lintText(word).length > 0);
    expect(flagged).toEqual([]);
  });
});
