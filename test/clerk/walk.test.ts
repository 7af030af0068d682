import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { walk } from '../../src/clerk/intake/walk.ts';
import { temporaryFolder } from '../support/folder.ts';

const put = (root: string, ...paths: string[]): void => {
  for (const path of paths) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), 'x');
  }
};
const namesOf = (root: string): string[] => walk([root], '/').files.map(({ name }) => name);

test('of a chat that Telegram saved the pages and what was sent are taken in, not what the pages look like', () => {
  const saved = temporaryFolder();
  put(
    saved,
    'messages.html',
    'messages2.html',
    'photos/photo_1.jpg',
    'css/style.css',
    'js/script.js',
    'images/back.png',
  );
  expect(namesOf(saved)).toEqual(['messages.html', 'messages2.html', 'photo_1.jpg']);
});

test('a folder of pictures beside another page stays evidence', () => {
  const own = temporaryFolder();
  put(own, '订单.html', 'css/style.css', 'images/付款.png');
  expect(namesOf(own)).toEqual(['style.css', '付款.png', '订单.html']);
});
