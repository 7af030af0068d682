import type { ChalkInstance } from 'chalk';
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
