import { expect, it } from 'vitest';
import { joinedLines } from '../../src/reading/parts/joined-lines.ts';

/** Lines of 30 pixels: `[x, y, width, text]`. */
const texts = (...lines: [number, number, number, string][]): string[] =>
  joinedLines(lines.map(([x, y, width, text]) => ({ text, box: { x, y, width, height: 30 } }))).map(({ text }) => text);

it('joins a number that goes on in the next line of its column, over three lines too', () => {
  expect(
    texts([40, 100, 90, '单据'], [360, 100, 280, '8812007341'], [360, 138, 279, '1755296033'], [360, 176, 60, '417']),
  ).toEqual(['单据', '88120073411755296033417']);
});

it('joins at the right edge and in the middle as well', () => {
  expect(texts([300, 100, 380, 'KQ2026110388'], [620, 138, 60, '417'])).toEqual(['KQ2026110388417']);
  expect(texts([100, 100, 400, 'KQ2026110388'], [270, 138, 60, '417'])).toEqual(['KQ2026110388417']);
});

it('leaves alone what stands a row further down, what is longer and what is smaller', () => {
  expect(texts([40, 100, 280, '88120073411755'], [40, 150, 60, '603'])).toHaveLength(2);
  expect(texts([40, 100, 280, '88120073411755'], [40, 138, 300, '417388120073411'])).toHaveLength(2);
  expect(
    joinedLines([
      { text: '88120073411755', box: { x: 40, y: 100, width: 280, height: 30 } },
      { text: '603', box: { x: 40, y: 138, width: 40, height: 22 } },
    ]),
  ).toHaveLength(2);
});

it('leaves words alone: where they end, their letters do not say', () => {
  expect(texts([40, 100, 280, '青竹游戏月卡'], [40, 138, 60, '直充'])).toHaveLength(2);
});

it('joins a moment with the rest of its time, with a space where it was broken at one', () => {
  expect(texts([40, 100, 280, '2026-11-03 1'], [40, 138, 60, '9:42:10'])).toEqual(['2026-11-03 19:42:10']);
  expect(texts([40, 100, 280, '2026年11月3日'], [40, 138, 120, '19:42:10'])).toEqual(['2026年11月3日 19:42:10']);
  expect(texts([40, 100, 280, '2026-11-03 19:42:10'], [40, 138, 120, '08:15'])).toHaveLength(2);
});

it('says where in the joined words each line begins, and where the last of them ends', () => {
  const [one] = joinedLines([
    { text: 'KQ2026110388', box: { x: 40, y: 100, width: 280, height: 30 } },
    { text: '417', box: { x: 40, y: 138, width: 60, height: 30 } },
  ]);
  expect(one).toMatchObject({
    bottom: 168,
    pieces: [
      { line: 0, from: 0, length: 12 },
      { line: 1, from: 12, length: 3 },
    ],
  });
});

it('joins a text that runs on from edge to edge, up to where a line begins with a label of its own', () => {
  const said = texts(
    [40, 100, 600, '您好，单据：8812；买到的东西：灯塔书摊的年'],
    [40, 150, 606, '票；份数：1；付出：¥35.00；时刻：2026-11-0'],
    [40, 200, 598, '3 19:42；店：灯塔书摊，谢谢惠顾，欢迎再来。'],
    [40, 250, 300, '客服电话：400-1234'],
  );
  expect(said).toEqual([
    '您好，单据：8812；买到的东西：灯塔书摊的年票；份数：1；付出：¥35.00；时刻：2026-11-03 19:42；店：灯塔书摊，谢谢惠顾，欢迎再来。',
    '客服电话：400-1234',
  ]);
});

it('leaves a column of values alone, wide as they are', () => {
  expect(
    texts(
      [40, 100, 400, '灯塔书摊的年票两份'],
      [40, 150, 400, '2026年11月3日 19:42'],
      [40, 200, 300, '灯塔书摊旗舰店'],
    ),
  ).toHaveLength(3);
});

it('joins what has a button behind it, as far as its column reaches', () => {
  expect(texts([300, 100, 320, 'KQ2026110388'], [500, 138, 20, '4'], [560, 138, 60, '复制'])).toEqual([
    'KQ20261103884',
    '复制',
  ]);
});
