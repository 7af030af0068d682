import type { ChalkInstance } from 'chalk';
import type { ExplainedLint } from '../../clerk/letters/lint.ts';
import type { Finding, FindingKind } from '../../model/outcome.ts';
import { printable } from '../../model/text.ts';
import { clip } from './paint.ts';

const KIND_WORDS: Record<FindingKind, string> = {
  emotion: '情绪',
  insult: '辱骂',
  accusation: '定性',
  threat: '要挟',
  privacy: '隐私',
  ungrounded: '无出处',
  length: '过长',
};

/** Where a finding stands, for people: line and column from 1. */
function placeOf(text: string, start: number): string {
  const before = text.slice(0, start).split('\n');
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

/** The findings of a text with the rules and words behind them, then what was let pass and why. */
export function explainedLines(
  text: string,
  { findings, fired, excused }: ExplainedLint,
  colors: ChalkInstance,
): string[] {
  const found = findings.flatMap((finding) => [
    ...findingLines(text, [finding], colors),
    ...fired
      .filter(({ start, end }) => start < finding.end && end > finding.start)
      .map((each) => colors.dim(`    规则：${each.rule} “${clip(each.text, 40)}”`)),
  ]);
  const passed = excused.map(
    (each) =>
      `${colors.dim('·')} 放过 ${placeOf(text, each.start)} “${clip(each.text, 40)}”：${each.reason}（${each.rule}，${each.excuse}）`,
  );
  return [...found, ...passed];
}

/** The findings of a text, two lines each. */
export function findingLines(text: string, findings: readonly Finding[], colors: ChalkInstance): string[] {
  return findings.flatMap((finding) => {
    const shade = finding.severity === 'error' ? colors.red : colors.yellow;
    const mark = finding.severity === 'error' ? '✗' : '!';
    return [
      `${shade(`${mark} ${KIND_WORDS[finding.kind]}`)} ${placeOf(text, finding.start)} “${clip(finding.text, 40)}”：${printable(finding.why)}`,
      ...(finding.suggestion ? [colors.dim(`    可改为：${printable(finding.suggestion)}`)] : []),
    ];
  });
}
