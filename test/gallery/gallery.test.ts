import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { KIND_IDS } from '../../src/model/evidence.ts';
import { FACT_KEYS } from '../../src/model/facts.ts';
import { galleryIn, truthOf } from './gallery.ts';

const SETS = readdirSync(import.meta.dirname, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [path.join(import.meta.dirname, one.name)] : [],
);

describe('disputes written by hand', () => {
  it.each(SETS.flatMap(galleryIn))(
    '%s has its files, and says of them only what facts and kinds there are',
    (folder) => {
      const { facts, half, files } = truthOf(folder);
      for (const key of [facts, half, ...files.map(({ fields }) => fields)].flatMap(Object.keys))
        expect(FACT_KEYS).toContain(key);
      for (const { file, kind } of files) {
        expect(existsSync(path.join(folder, file)), file).toBe(true);
        expect([...KIND_IDS, '']).toContain(kind);
      }
      expect(readdirSync(folder).toSorted()).toEqual([...files.map(({ file }) => file), 'truth.json'].toSorted());
    },
  );
});
