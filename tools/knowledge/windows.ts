import { join } from 'node:path';
import { WINDOW_PARTS, windowsSchema } from '../../src/knowledge/schema/windows.ts';
import type { Subject } from './subject.ts';

/** `knowledge/words/windows.yaml`: the windows that platforms print on their pages. */
export const windows: Subject = (source) => {
  const file = source.yaml(join(source.root, 'words/windows.yaml'), windowsSchema);
  if (!file) return [];
  for (const [row, way] of file.data.ways.entries())
    for (const [, name] of way.matchAll(/\{([a-z]+)\}/g))
      if (!(WINDOW_PARTS as readonly string[]).includes(name!))
        source.problems.add(file.path, file.lineOf(['ways', row]), `there is no part {${name}}`);
  const { pages, starts, acts, ways, never, speaker } = file.data;
  return [
    {
      name: 'windows',
      imports: [
        "import type { Kind } from '../../model/evidence.ts';",
        "import type { BuiltWindowStart } from '../schema/windows.ts';",
      ],
      exports: [
        { name: 'WINDOW_PAGES', type: 'readonly Kind[]', value: pages },
        {
          name: 'WINDOW_STARTS',
          type: 'readonly BuiltWindowStart[]',
          value: starts.map(({ id, label, words }) => ({ id, label, words: words.join('|') })),
        },
        { name: 'WINDOW_ACTS', type: 'string', value: acts.join('|') },
        { name: 'WINDOW_WAYS', type: 'readonly string[]', value: ways },
        { name: 'WINDOW_NEVER', type: 'string', value: never.join('|') },
        { name: 'WINDOW_SPEAKER', type: 'string', value: speaker.join('|') },
      ],
    },
  ];
};
