import { describe, expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { screen, SIZE } from './lines.ts';

/** Lines in the middle of the page, 36 high unless said otherwise. */
const middle = (...lines: readonly [text: string, y: number, width: number, height?: number][]): ScoredLine[] =>
  lines.map(([text, y, width, height = 36]) => ({
    text,
    box: { x: (720 - width) / 2, y, width, height },
    confidence: 1,
    scores: Array.from(text, () => 0.999),
  }));

const failureOf = (lines: readonly ScoredLine[]): string | undefined =>
  understand(lines, SIZE).fields.find(({ key, by }) => key === 'failure' && by !== 'guess')?.value;

describe('what a page says that failed', () => {
  it('begins below a heading that ends where the next word had room', () => {
    const lines = middle(['口令没有兑成', 300, 216], ['这个口令已经被别人兑换过了', 340, 468], ['好嘞', 460, 72]);
    expect(failureOf(lines)).toBe('这个口令已经被别人兑换过了');
  });

  it('or below one in larger letters', () => {
    const lines = middle(
      ['这一次的兑换没有能够顺利完成哦', 300, 640, 42],
      ['口令已被使用，请核对', 348, 360],
      ['好嘞', 460, 72],
    );
    expect(failureOf(lines)).toBe('口令已被使用，请核对');
  });

  it('or below two headings', () => {
    const lines = middle(
      ['温馨提示', 240, 144],
      ['没有兑成哦', 300, 180],
      ['这个口令已经被别人兑换过了', 345, 468],
      ['好嘞', 460, 72],
    );
    expect(failureOf(lines)).toBe('这个口令已经被别人兑换过了');
  });

  it.each([
    ['检测到该角色使用了违规脚本，现予以封停', '处理', '好的，我知道了'],
    ['这个口令已经被别人在去年九月兑换过了请', '联系客服', '好嘞'],
  ])('ends with what stands hard below %s, though buttons are called %s', (line, rest, button) => {
    const width = line.length * 30;
    const lines = middle(['没有兑成', 200, 132], [line, 275, width], [rest, 317, rest.length * 30], [button, 420, 200]);
    expect(failureOf(lines)).toBe(line + rest);
    // With room around it the same word is a button.
    const apart = middle(['没有兑成', 200, 132], [line, 275, width], [rest, 350, rest.length * 30]);
    expect(failureOf(apart)).toBe(line);
  });

  it('begins behind the second label where there are two', () => {
    const at = (text: string, y: number, width: number, height: number): ScoredLine => ({
      ...middle([text, y, width, height])[0]!,
      box: { x: 81, y, width, height },
    });
    const lines = [
      at('兑换密码', 102, 92, 25),
      at('6H4Q-39FX-D6Y7-KCAK', 139, 338, 33),
      at('提示信息', 337, 144, 40),
      at('原因：该口令已被他人兑换过了', 412, 440, 32),
      at('重新提交   返回上一页', 502, 251, 29),
    ];
    expect(failureOf(lines)).toBe('该口令已被他人兑换过了');
  });

  it('goes on where the line was full', () => {
    const lines = middle(
      ['这个口令已经被别人在去年的九月兑换', 300, 612],
      ['过了，请核对', 345, 216],
      ['好嘞', 460, 72],
    );
    expect(failureOf(lines)).toBe('这个口令已经被别人在去年的九月兑换过了，请核对');
  });

  it('to the last figure of a day that was broken', () => {
    const lines = middle(['该账号已被封停，解封日 2037-05-', 300, 520], ['28', 342, 36], ['好嘞', 460, 72]);
    expect(failureOf(lines)).toBe('该账号已被封停，解封日 2037-05-28');
  });

  it.each([
    ['原因：这个口令已被使用', '这个口令已被使用'],
    ['Reason: this code has already been redeemed', 'this code has already been redeemed'],
    ['账号状态：永久封禁', '账号状态：永久封禁'],
    ['封号原因：使用第三方软件', '封号原因：使用第三方软件'],
  ])('has no label before it that says nothing: %s', (row, words) => {
    expect(failureOf(screen([`= ${row}`, '= 好嘞']))).toBe(words);
  });
});

describe('what a program may do on this phone', () => {
  it.each([
    [['= “小铺”想访问您的照片', '= 用于发送图片', '不允许 | 允许']],
    [['= 无法访问相册', '= 请在系统设置中开启照片权限', '取消 | 去设置']],
    [['= 通知权限未开启', '= 您将无法收到订单和发货消息', '暂不开启 | 去开启']],
    [['= 麦克风不可用', '= 当前应用没有录音权限', '= 确定']],
    [['= 存储空间不足', '= 无法保存图片', '= 确定']],
    [['= Camera access is off', '= Turn on camera access in Settings', '= OK']],
  ])('is no failure of what was bought: %s', (rows) => {
    expect(understand(screen(rows), SIZE).kind).not.toBe('failure');
  });

  it('but a permission of the account is', () => {
    expect(understand(screen(['= 账号权限被封禁', '= 您的账号因违规被限制登录', '= 确定']), SIZE).kind).toBe('failure');
  });
});

describe('a complaint in a bubble that was taken for the shop’s', () => {
  it('is asked, since no shop complains of its own goods', () => {
    const rows = ['= 月见点心铺', '', '< 在的呢', '', '< 口令已被使用，兑不了', '', '> 在吗', '', '> 好'];
    const { fields } = understand(screen(rows), SIZE);
    expect(fields.find(({ key }) => key === 'dispute')).toMatchObject({ value: 'card_invalid', by: 'guess' });
  });
});
