import { findTopic, helpTopics, nearestTopics } from '../../clerk/help.ts';
import { usageError } from '../../model/errors.ts';
import { editDistance, printable } from '../../model/text.ts';
import type { Context } from '../context.ts';
import { pageLines } from '../views/page.ts';
import { paint } from '../views/paint.ts';

/** The help of a command, or a page on what people ask; alone the help of the program and the list of the pages. */
export async function run(context: Context, [word]: [string | undefined]): Promise<void> {
  const { io, options } = context;
  const colors = paint(io.color.stdout);
  if (word === undefined) {
    if (options.json) return io.json({ topics: helpTopics() });
    io.data(context.help()!.trimEnd());
    io.data('');
    io.data('常见问题：');
    for (const { title } of helpTopics()) io.data(`  kameng help ${title}`);
    return;
  }
  const ofCommand = context.help(word);
  if (ofCommand !== undefined) return io.data(ofCommand.trimEnd());
  const topic = findTopic(word);
  if (topic === undefined) {
    const names = context.commands.map(({ name }) => name).filter((name) => editDistance(name, word) <= 2);
    throw usageError(
      'USAGE',
      // Commands have Latin names: what is asked in Chinese is a question.
      /\p{Script=Han}/u.test(word) ? `没有讲“${printable(word)}”的一页` : `没有这个命令：${printable(word)}`,
      ...[...names, ...nearestTopics(word)].map((near) => `是不是想写 ${near}`),
      'kameng help 列出所有命令和常见问题',
    );
  }
  if (options.json) return io.json(topic);
  io.data(colors.bold(topic.title));
  io.data('');
  for (const line of pageLines(topic.body, io.width.stdout, colors.cyan)) io.data(line);
}
