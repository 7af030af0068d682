import { offeredRules, takeOver } from '../clerk/cases/offered-rules.ts';
import type { OpenCase } from '../clerk/cases/open-case.ts';
import type { Context } from './context.ts';
import type { Prompter } from './prompter.ts';
import { offeredWords, takeOverWords } from './views/offered.ts';

/**
 * Whether what is printed on an exhibit is a rule of the platform, asked once for each window until one is.
 * @returns the command that would have done the same
 */
export async function askOffered(context: Context, prompter: Prompter, file: OpenCase): Promise<string[][]> {
  for (const rule of offeredRules(file)) {
    context.io.say(`${offeredWords(rule)}。`);
    const message = '这是平台自己的规则吗？是就按它提醒你，它不是法律';
    if (!(await prompter.confirm({ message, default: true }))) continue;
    takeOver(file, rule);
    return [takeOverWords(rule)];
  }
  return [];
}
