import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EVERY_RULE } from '../law/every-rule.ts';
import { renderRulesPage } from './rules-page.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/rules.md'), 'utf8').replaceAll('\r\n', '\n');

it('docs/rules.md is the rules as they are (npm run docs:rules)', () => {
  expect(PAGE).toBe(renderRulesPage());
});

it('docs/rules.md has a row for every version of every rule', () => {
  for (const id of new Set(EVERY_RULE.map((rule) => rule.id))) {
    expect(PAGE.split(`\n| ${id} |`).length - 1, id).toBe(EVERY_RULE.filter((rule) => rule.id === id).length);
  }
});
