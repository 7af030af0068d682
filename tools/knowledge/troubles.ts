import { join } from 'node:path';
import { troublesSchema } from '../../src/knowledge/schema/troubles.ts';
import type { Subject } from './subject.ts';

/** `knowledge/words/troubles.yaml`: words that mean much the same when somebody says what is wrong. */
export const troubles: Subject = (source) => {
  const file = source.yaml(join(source.root, 'words/troubles.yaml'), troublesSchema);
  if (!file) return [];
  const classOf = new Map<string, string>();
  for (const [name, words] of Object.entries(file.data.classes)) {
    for (const word of words.split(/\s+/)) {
      const first = classOf.get(word);
      if (first !== undefined)
        source.problems.add(file.path, file.lineOf(['classes', name]), `${word} is in ${first} and in ${name}`);
      classOf.set(word, name);
    }
  }
  return [
    {
      name: 'trouble-words',
      imports: [],
      exports: [
        {
          name: 'TROUBLE_WORDS',
          type: 'readonly (readonly [name: string, words: string])[]',
          value: Object.entries(file.data.classes),
        },
      ],
    },
  ];
};
