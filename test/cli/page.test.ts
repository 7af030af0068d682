import { expect, test } from 'vitest';
import { findTopic, helpTopics } from '../../src/clerk/help.ts';
import { pageLines } from '../../src/cli/views/page.ts';
import { cellsOf } from '../../src/cli/views/cells.ts';

const PAGE = `两件事：

- 有了案卷，在同一个无线网里运行 kameng receive：手机扫码，填终端里的
  六位数字，选照片和录屏。
- 用数据线。

先看它写的理由，原话记下来。复议
期间也可以补材料再投。

    kameng facts site=private_chat     聊天里私下买的，不再问平台和订单号
    kameng add 文件`;

const same = (line: string): string => line;

test('a page is broken for the screen, set in below its signs, with commands whole', () => {
  expect(pageLines(PAGE, 40, same)).toEqual([
    '两件事：',
    '',
    '- 有了案卷，在同一个无线网里运行',
    '  kameng receive：手机扫码，填终端里的六',
    '  位数字，选照片和录屏。',
    '- 用数据线。',
    '',
    '先看它写的理由，原话记下来。复议期间也可',
    '以补材料再投。',
    '',
    '    kameng facts site=private_chat',
    '      聊天里私下买的，不再问平台和订单号',
    '    kameng add 文件',
  ]);
});

test.each([60, 80, 120])('no line of any page is wider than a screen of %i, and no sign is lost', (width) => {
  for (const { title } of helpTopics()) {
    const { body } = findTopic(title)!;
    const lines = pageLines(body, width, same);
    // A command is longer than some screens; it is copied whole.
    for (const line of lines.filter((one) => !one.startsWith('    kameng')))
      expect(cellsOf(line), line).toBeLessThanOrEqual(width + 2);
    expect(lines.join('').replace(/\s/g, '')).toBe(body.replace(/\s/g, ''));
  }
});
