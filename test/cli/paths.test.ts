import { expect, test } from 'vitest';
import { meantPath, splitPaths, type Ground } from '../../src/cli/paths.ts';

test.each([
  ['nothing', '  ', []],
  ['one path', '/home/a/截图.png', ['/home/a/截图.png']],
  ['quoted by a Linux desktop', "'/home/a/我的 截图.png' '/b'", ['/home/a/我的 截图.png', '/b']],
  ['a backslash before a blank, as macOS drags it', '/Users/a/我的\\ 截图.png', ['/Users/a/我的 截图.png']],
  ['a Windows path, its backslashes kept', 'C:\\Users\\a\\截图.png', ['C:\\Users\\a\\截图.png']],
  ['two quoted Windows paths', '"C:\\我的 图\\a.png" "D:\\b.png"', ['C:\\我的 图\\a.png', 'D:\\b.png']],
  ['an apostrophe as GNOME quotes it', "'/home/a/it'\\''s.png'", ["/home/a/it's.png"]],
  ['quotes of a Chinese keyboard', '“/home/a/我的 图.png” ‘/b’', ['/home/a/我的 图.png', '/b']],
  ['as PowerShell drags it', "& 'C:\\我的 图\\a.png'", ['C:\\我的 图\\a.png']],
  ['a blank at the end', '/home/a/b.png ', ['/home/a/b.png']],
  ['a network path', '\\\\server\\share\\a.png', ['\\\\server\\share\\a.png']],
])('%s', (_name, line, paths) => expect(splitPaths(line)).toEqual(paths));

test.skipIf(process.platform === 'win32')('a file address', () => {
  expect(splitPaths('file:///home/a/%E6%88%AA%E5%9B%BE.png')).toEqual(['/home/a/截图.png']);
});

const there = (...paths: string[]): Ground => ({
  exists: (path) => paths.includes(path),
  home: '/home/a',
  platform: 'linux',
});

test('blanks without quotes are part of a path that is there', () => {
  const ground = there('/a/我的 截图.png', '/b', '/c d/e f');
  expect(splitPaths('/a/我的 截图.png', ground)).toEqual(['/a/我的 截图.png']);
  expect(splitPaths('/b /a/我的 截图.png /c d/e f', ground)).toEqual(['/b', '/a/我的 截图.png', '/c d/e f']);
  expect(splitPaths('/b /x y', ground)).toEqual(['/b', '/x', 'y']);
});

test('the home folder, and a drive of Windows under WSL', () => {
  expect(splitPaths('~/图/a.png', there())).toEqual(['/home/a/图/a.png']);
  expect(splitPaths('C:\\图\\a b.png', there('/mnt/c/图/a b.png'))).toEqual(['/mnt/c/图/a b.png']);
});

test('an argument keeps what it is, unless only another reading of it is there', () => {
  expect(meantPath('-', there())).toBe('-');
  expect(meantPath('“a b.png”', there('a b.png'))).toBe('a b.png');
  expect(meantPath("'a'", there("'a'"))).toBe("'a'");
  expect(meantPath('a.png ', there('a.png'))).toBe('a.png');
  expect(meantPath('没有', there())).toBe('没有');
  expect(meantPath('~/a', there())).toBe('/home/a/a');
});
