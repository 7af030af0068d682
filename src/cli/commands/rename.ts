import { viewCase } from '../../clerk/cases/case-view.ts';
import { retitleCase } from '../../clerk/cases/put-away.ts';
import { printable } from '../../model/text.ts';
import type { Context } from '../context.ts';

export async function run(context: Context, [words]: [string[]]): Promise<void> {
  await context.withCase((file) => {
    const title = retitleCase(file, words.join(' '));
    if (context.options.json) context.io.json(viewCase(file));
    else context.io.data(`案卷现在叫：${printable(title)}`);
  });
}
