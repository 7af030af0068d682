import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const SKIPPED = new Set(['node_modules', 'dist', '.git', 'coverage']);

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pagesIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** Fenced code and code in a line hold no links. */
const withoutCode = (text: string): string => text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** What a heading is called in an address, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/[`*]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8')
      .replace(/^```[^]*?^```/gm, '')
      .matchAll(/^#{1,6} +(.+)$/gm),
  ].map(([, heading]) => anchorOf(heading!));

interface Link {
  page: string;
  to: string;
  path: string;
  anchor: string | undefined;
}

function linksOf(page: string): Link[] {
  const text = withoutCode(readFileSync(page, 'utf8'));
  const found = [...text.matchAll(/\]\(([^()\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)].map(
    (match) => match[1] ?? match[2]!,
  );
  return found
    .filter((to) => !/^[a-z]+:/.test(to))
    .map((to) => {
      const [path, anchor] = decodeURIComponent(to).split('#') as [string, string?];
      return { page, to, path: path === '' ? page : resolve(dirname(page), path), anchor };
    });
}

const links = pagesIn(ROOT).flatMap(linksOf);
const named = ({ page, to }: Link): string => `${relative(ROOT, page)}: ${to}`;

test('every link of a page leads somewhere, and every anchor is a heading there', () => {
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter(({ path }) => !existsSync(path)).map(named)).toEqual([]);
  const lost = links.filter(
    ({ path, anchor }) => anchor !== undefined && path.endsWith('.md') && !anchorsOf(path).includes(anchor),
  );
  expect(lost.map(named)).toEqual([]);
});

test('what the packed pages link to is packed with them', () => {
  const told = execFileSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['pack', '--dry-run', '--json', '--ignore-scripts'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    },
  );
  const answer = JSON.parse(told) as { files: { path: string }[] }[] | Record<string, { files: { path: string }[] }>;
  const packed = Object.values(answer)[0]!.files.map(({ path }) => resolve(ROOT, path));
  const isPacked = (path: string): boolean => packed.some((one) => one === path || one.startsWith(`${path}/`));
  const pages = packed.filter((path) => path.endsWith('.md'));
  for (const name of ['README.md', 'docs/tour.md', 'docs/help/卖家失联.md', 'docs/kameng.1'])
    expect(isPacked(join(ROOT, name)), name).toBe(true);
  expect(
    pages
      .flatMap(linksOf)
      .filter(({ path }) => !isPacked(path))
      .map(named),
  ).toEqual([]);
});
