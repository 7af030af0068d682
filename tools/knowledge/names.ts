import { z } from 'zod';
import type { KnowledgeFile, KnowledgeSource } from './source.ts';
import type { BuiltModule } from './subject.ts';

const named = z.looseObject({ order: z.int().min(1), label: z.string().trim().min(1) });
const asked = named.extend({ asks: z.string().trim().min(1) });
const papers = named.extend({ ownWords: z.literal(true).optional() });

/** The files of a folder in the order that they give themselves; each needs a place of its own. */
function inOrder<T extends { order: number }>(source: KnowledgeSource, folder: string, schema: z.ZodType<T>) {
  const files = source.folder(folder, schema).toSorted((a, b) => a.data.order - b.data.order);
  const taken = new Map<number, KnowledgeFile<T>>();
  for (const file of files) {
    const other = taken.get(file.data.order);
    if (other)
      source.problems.add(file.path, file.lineOf(['order']), `place ${file.data.order} is taken by ${other.name}`);
    taken.set(file.data.order, file);
    if (!/^[a-z][a-z_]*$/.test(file.name))
      source.problems.add(file.path, undefined, 'the name of the file is an id: small letters and _');
  }
  return files;
}

/**
 * The ids and labels of disputes, channels and documents. They are built before everything else: the
 * schemas of all other knowledge, and the model itself, are written in these names.
 */
export function names(source: KnowledgeSource): BuiltModule {
  const label = (file: KnowledgeFile<{ label: string }>) => [file.name, { label: file.data.label }];
  const disputes = inOrder(source, 'disputes', asked);
  const channels = inOrder(source, 'channels', named);
  const documents = inOrder(source, 'documents', papers);
  for (const { path, name } of documents) {
    if (channels.some((channel) => channel.name === name))
      source.problems.add(path, undefined, `${name} is a channel, whose document stands in its own file`);
  }
  return {
    name: 'names',
    imports: [],
    exports: [
      {
        name: 'DISPUTES',
        type: 'const',
        value: Object.fromEntries(disputes.map(({ name, data }) => [name, { label: data.label, asks: data.asks }])),
      },
      { name: 'CHANNELS', type: 'const', value: Object.fromEntries(channels.map(label)) },
      { name: 'EXTRA_DOCUMENTS', type: 'const', value: Object.fromEntries(documents.map(label)) },
      {
        name: 'STEP_IDS',
        type: 'const',
        value: documents.filter(({ data }) => data.ownWords).map(({ name }) => name),
      },
    ],
  };
}
