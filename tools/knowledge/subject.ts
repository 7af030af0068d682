import type { KnowledgeSource } from './source.ts';

/** One module that is written from knowledge files. */
export interface BuiltModule {
  /** File name in `src/knowledge/built`, without its ending: `calendar`. */
  name: string;
  /** The imports that its types need, each a line. */
  imports: readonly string[];
  /** What it exports: name, TypeScript type (`const` for a literal type of its own) and value. */
  exports: readonly { name: string; type: string; value: unknown }[];
}

/** A kind of knowledge: what reads its files, checks them and says what the program gets of them. */
export type Subject = (source: KnowledgeSource) => BuiltModule[];

/** The text of a module; the same data give the same text. */
export function moduleText(module: BuiltModule): string {
  const values = module.exports.map(({ name, type, value }) => {
    const json = JSON.stringify(value, null, 1);
    return type === 'const' ? `export const ${name} = ${json} as const;` : `export const ${name}: ${type} = ${json};`;
  });
  return [
    '// Written by `npm run build:knowledge` from knowledge/; not to be edited.',
    ...module.imports,
    ...values,
    '',
  ].join('\n');
}
