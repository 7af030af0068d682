import { expect, test } from 'vitest';
import { splitPaths } from '../../src/cli/commands/new/evidence.ts';

test.each([
  ['nothing', '  ', []],
  ['one path', '/home/a/截图.png', ['/home/a/截图.png']],
  ['quoted by a Linux desktop', "'/home/a/我的 截图.png' '/b'", ['/home/a/我的 截图.png', '/b']],
  ['a backslash before a blank, as macOS drags it', '/Users/a/我的\\ 截图.png', ['/Users/a/我的 截图.png']],
  ['a Windows path, its backslashes kept', 'C:\\Users\\a\\截图.png', ['C:\\Users\\a\\截图.png']],
  ['two quoted Windows paths', '"C:\\我的 图\\a.png" "D:\\b.png"', ['C:\\我的 图\\a.png', 'D:\\b.png']],
  ['a network path', '\\\\server\\share\\a.png', ['\\\\server\\share\\a.png']],
])('%s', (_name, line, paths) => expect(splitPaths(line)).toEqual(paths));

test.skipIf(process.platform === 'win32')('a file address', () => {
  expect(splitPaths('file:///home/a/%E6%88%AA%E5%9B%BE.png')).toEqual(['/home/a/截图.png']);
});
