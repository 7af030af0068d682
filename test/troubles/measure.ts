import { SAID, type Said } from '../../src/reading/troubles/judge.ts';
import type { Sureness } from '../../src/words/judge.ts';
import type { Example } from './examples.ts';

export interface Heard {
  example: Example;
  sure: Sureness<Said>;
}

const LEVELS = [0.4, 0.6, 0.8, 0.9, 0.96, 0.98];

/** The kind of trouble that is likeliest, whatever is said for none. */
export function likeliest(sure: Sureness<Said>): Exclude<Said, 'none'> {
  const [first] = SAID.filter((kind) => kind !== 'none').toSorted((a, b) => sure[b] - sure[a]);
  return first!;
}

/** For each sureness: how much of what is wrong was heard rightly, and how much of what was heard was not so. */
export function levelsOf(name: string, heard: readonly Heard[]): string {
  const wrong = heard.filter(({ example }) => !example.says.includes('none')).length;
  const rows = LEVELS.map((level) => {
    const said = heard.filter(({ sure }) => sure[likeliest(sure)] >= level);
    const right = said.filter(({ example, sure }) => example.says.includes(likeliest(sure))).length;
    const false_ = said.filter(({ example }) => example.says.includes('none')).length;
    return [
      `  from ${level.toFixed(2)}`,
      `heard ${right}/${wrong} (${((100 * right) / wrong).toFixed(1)} %)`,
      `other kind ${said.length - right - false_}`,
      `nothing wrong ${false_}`,
      `right of those ${((100 * right) / Math.max(1, said.length)).toFixed(1)} %`,
    ].join(', ');
  });
  return [`${name}: ${wrong} of ${heard.length} say that something is wrong`, ...rows].join('\n');
}
