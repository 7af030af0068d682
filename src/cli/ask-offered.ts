import { decline, offeredRules, takeOver } from '../clerk/cases/offered-rules.ts';
import type { OpenCase } from '../clerk/cases/open-case.ts';
import type { Context } from './context.ts';
import type { Prompter } from './prompter.ts';
import { hanging } from './views/wrap.ts';
import { offeredWords, takeOverWords } from './views/offered.ts';

/**
 * Whether what is printed on an exhibit is a rule of the platform, asked once for each window until one is.
 * @returns the commands that would have done the same
 */
export async function askOffered(context: Context, prompter: Prompter, file: OpenCase): Promise<string[][]> {
  const done: string[][] = [];
  for (const rule of offeredRules(file)) {
    for (const line of hanging('', `${offeredWords(rule)}。`, context.io.width.stderr)) context.io.say(line);
    const answer = await prompter.select({
      message: '这是平台自己的规则吗？它不是法律',
      choices: [
        { value: 'yes', name: '是，按它提醒我' },
        { value: 'no', name: '不是，以后不再问' },
        { value: 'later', name: '不清楚，先放着' },
      ],
    });
    if (answer === 'later') continue;
    if (answer === 'yes') {
      takeOver(file, rule);
      return [...done, takeOverWords(rule)];
    }
    decline(file, rule);
    done.push([...takeOverWords(rule), '--decline']);
  }
  return done;
}
