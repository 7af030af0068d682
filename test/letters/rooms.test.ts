import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const LETTERS = resolve(import.meta.dirname, '../../src/letters');
/** On the data's way: each may import those before it. */
const ORDER = ['values', 'story', 'documents', 'template', 'compose.ts'];

test('inside the letters imports run one way: values, story, documents, template, compose', () => {
  const files = readdirSync(LETTERS, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'));
  const roomOf = (path: string): number => ORDER.indexOf(path.replaceAll('\\', '/').split('/')[0]!);
  const wrong = files.flatMap((file) =>
    [...readFileSync(join(LETTERS, file), 'utf8').matchAll(/from '(\.[^']+)'/g)].flatMap((match) => {
      const target = relative(LETTERS, resolve(LETTERS, dirname(file), match[1]!));
      return !target.startsWith('..') && roomOf(target) > roomOf(file) ? [`${file} → ${target}`] : [];
    }),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => roomOf(file) < 0)).toEqual([]);
  expect(wrong).toEqual([]);
});
