import type { ChalkInstance } from 'chalk';
import { CATEGORIES, PROOF_CATEGORIES } from '../../model/evidence.ts';
import type { Coverage, NextStep } from '../../model/outcome.ts';
import { printable } from '../../model/text.ts';
import { showDue } from './paint.ts';

const MARKS = { covered: '✓', partial: '◐', missing: '✗' } as const;
const WORDS = { covered: '齐全', partial: '不全', missing: '缺少' } as const;

/** The three categories, a line each, with what is missing under them. */
export function coverageLines(coverage: Coverage, colors: ChalkInstance, options: { how: boolean }): string[] {
  const shade = { covered: colors.green, partial: colors.yellow, missing: colors.red };
  return PROOF_CATEGORIES.flatMap((category) => {
    const state = coverage[category];
    const gaps = coverage.gaps.filter((gap) => gap.category === category);
    return [
      `  ${shade[state](`${MARKS[state]} ${CATEGORIES[category].label}`)}  ${WORDS[state]}`,
      ...gaps.flatMap((gap) => [`      · ${gap.message}`, ...(options.how ? [colors.dim(`        ${gap.how}`)] : [])]),
    ];
  });
}

/** The next steps, numbered, with their day and why. */
export function nextLines(next: readonly NextStep[], colors: ChalkInstance, most = 5): string[] {
  if (next.length === 0) return ['  没有待办'];
  return next
    .slice(0, most)
    .flatMap((step, i) => [
      `  ${i + 1}. ${step.due ? colors.yellow(`${showDue(step.due)} 前：`) : ''}${printable(step.action)}`,
      colors.dim(`     ${printable(step.why)}${step.rule ? `（${step.rule}）` : ''}`),
    ]);
}
