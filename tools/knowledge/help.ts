import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Subject } from './subject.ts';

/** Short enough to be read without scrolling twice. */
const MOST_LINES = 45;

/** `docs/help/<topic>.md`: what people ask, for `kameng help TOPIC` and for reading on the web. */
export const help: Subject = (source) => {
  const folder = join(source.root, '..', 'docs', 'help');
  const topics = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted((a, b) => a.localeCompare(b, 'zh'))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
      const parts = /^# (.+)\n\n<!-- 也叫：(.+) -->\n\n([\s\S]+)$/.exec(text);
      if (!parts) source.problems.add(path, 1, 'a page begins with `# title` and `<!-- 也叫：… -->`');
      if (text.split('\n').length > MOST_LINES)
        source.problems.add(path, MOST_LINES, `a page has at most ${MOST_LINES} lines`);
      const [title, also, body] = parts?.slice(1) ?? [name, '', ''];
      return { title: title!, also: also!.split('、'), body: body!.trimEnd() };
    });
  return [
    {
      name: 'help',
      imports: [],
      exports: [
        {
          name: 'HELP_TOPICS',
          type: 'readonly { title: string; also: readonly string[]; body: string }[]',
          value: topics,
        },
      ],
    },
  ];
};
