import { describe, expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { classify, readFields, screen, SIZE } from './lines.ts';

const kindOf = (rows: readonly string[]): string => classify(screen(rows), SIZE).kind;

/** Bubbles with the room that chats leave between them. */
const spaced = (rows: readonly string[]): ScoredLine[] => screen(rows.flatMap((row) => [row, '']));

describe('a dialog is known by its shape', () => {
  it.each([
    ['a title and a button that no table has', ['= 小喇叭', '= 这张券不在本店使用', '= 懂了懂了']],
    ['no title', ['= 此密令与您所购的档位并非同一种', '= 行吧']],
    ['a sentence in English', ['= This voucher was never issued by us', '= Alright']],
    [
      'an English sentence over two lines',
      ['= You asked for the whole album but', '= this one has only a single song', '= Close'],
    ],
    ['no button either', ['= 我的礼遇', '= 仓库里并没有您要的那一件']],
    ['a code above it', ['券码 | 7KQ2-MMVA-9XPL', '= 喵喵提醒你', '= 面值只有标价的一半', '= 换张试试']],
  ])('%s', (_, rows) => {
    expect(kindOf(rows)).toBe('failure');
  });

  it('and its sentence is what failed', () => {
    const page = screen(['= 小喇叭', '= 这张券不在本店使用', '= 懂了懂了']);
    expect(readFields(page, 'failure', SIZE).find(({ key }) => key === 'failure')?.value).toBe('这张券不在本店使用');
  });

  it('to its last letter, where one stands alone in its line', () => {
    const place = (text: string, y: number, width: number): ScoredLine => ({
      text,
      box: { x: (720 - width) / 2, y, width, height: 36 },
      confidence: 1,
      scores: Array.from(text, () => 1),
    });
    const page = [place('这张券只能在柜台使用不能在网上的小店里使', 300, 640), place('用', 345, 36)];
    const failure = readFields(page, 'failure', SIZE).find(({ key }) => key === 'failure');
    expect(failure?.value).toBe('这张券只能在柜台使用不能在网上的小店里使用');
  });

  it('and no talk is made of signs that were hardly made out', () => {
    const garbled = spaced(['> 我买的一', '< 全由台保管', '> 个月CTAA']);
    expect(classify(garbled, SIZE).kind).toBe('chat');
    expect(
      classify(
        garbled.map((line) => ({ ...line, confidence: 0.6 })),
        SIZE,
      ).kind,
    ).toBe('other');
  });

  describe('and its title is no part of the sentence, however near it stands', () => {
    const failureIn = (title: string, breadth: number, sentence = '这张券从没在本店里使用成过') =>
      readFields(
        [
          [title, 300, breadth],
          [sentence, 345, Math.min(380, sentence.length * 28)],
          ['懂了懂了', 430, 120],
        ].map(([text, y, width]) => ({
          text: text as string,
          box: { x: (720 - Number(width)) / 2, y: Number(y), width: Number(width), height: 36 },
          confidence: 1,
          scores: Array.from(text as string, () => 1),
        })),
        'failure',
        SIZE,
      ).find(({ key }) => key === 'failure');

    it('where the sentence is broader than it', () => {
      expect(failureIn('小喇叭', 90)).toMatchObject({ value: '这张券从没在本店里使用成过', certain: true });
    });
    it('where it is in English and the sentence is not', () => {
      expect(failureIn('Dear valued customer', 350)?.value).toBe('这张券从没在本店里使用成过');
    });
    it('where the sentence is in English and it is not', () => {
      expect(failureIn('喇叭里的消息', 340, 'This voucher is not from us')?.value).toBe('This voucher is not from us');
    });
    it('and its last letter is, however low it stands', () => {
      const lines = [
        ['小喇叭', 250, 90, 36],
        ['这张券从没在本店里使用成过，停用到明年', 300, 560, 36],
        ['底', 345, 30, 27],
        ['关闭', 430, 70, 36],
      ].map(([text, y, width, height]) => ({
        text: text as string,
        box: { x: (720 - Number(width)) / 2, y: Number(y), width: Number(width), height: Number(height) },
        confidence: 1,
        scores: Array.from(text as string, () => 1),
      }));
      expect(readFields(lines, 'failure', SIZE).find(({ key }) => key === 'failure')).toMatchObject({
        value: '这张券从没在本店里使用成过，停用到明年底',
        certain: true,
      });
    });
    it('and is shown for a yes where both are as broad, with room left in the first', () => {
      expect(failureIn('这一张券的事我们知道', 310)).toMatchObject({ certain: false });
    });
    it('but a line that stops for breath is', () => {
      expect(failureIn('很遗憾，', 120, '这张券不在本店使用')?.value).toBe('很遗憾，这张券不在本店使用');
    });
  });

  it.each([
    ['what it says denies nothing', ['= 小喇叭', '= 恭喜您领到了一张券', '= 收下']],
    ['a program speaks of the network', ['= 网络不给力，连不上服务器', '= 再来']],
    ['a program speaks of its version', ['= 小喇叭', '= 您用的不是最新版本', '= 去看看']],
    ['it asks', ['= 小喇叭', '= 您是不是要离开本页？', '= 离开']],
    [
      'it stands under what was bought for how much',
      ['订单编号 | 88120039447001', '商品名称 | 月卡', '实付款 | ¥30.00', '= 虚拟物品不退不换', '= 再来一单'],
    ],
  ])('but not where %s', (_, rows) => {
    expect(kindOf(rows)).not.toBe('failure');
  });
});

describe('a talk', () => {
  it('whose one complaint sounds like an error stays one', () => {
    const page = spaced(['= 月见点心铺', '< 晚上好呀', '< 卡密无效，兑换失败，提示已被使用', '< 我去仓库瞧瞧']);
    expect(classify(page, SIZE).kind).toBe('chat');
  });

  it('is not made of a pair of buttons and the words of a dialog', () => {
    expect(kindOf(['= 核对页', '券面信息', '券码：7KQ2MMVA9XPL', '收起 | 存到相册', '= 该券码查无记录'])).not.toBe(
      'chat',
    );
  });

  it('says nothing of whose a bubble is that fills its line', () => {
    // 270 wide at most, from 125 to 595: as far from one edge as from the other.
    const page = spaced(['= 月见点心铺', '< 在的呢', '< 昨天刚买的今天再来看一看有没有哦', '< 您稍等片刻']);
    const { messages = [] } = understand(page, SIZE);
    expect(messages.map(({ side }) => side)).toEqual(['other', 'unknown', 'other']);
  });

  it('takes what complains and fills its line for the buyer’s', () => {
    const page = spaced(['= 月见点心铺', '< 在的呢', '< 昨天买的到现在也没有收到东西哦呀', '< 您稍等片刻']);
    const { messages = [], fields } = understand(page, SIZE);
    expect(messages.map(({ side }) => side)).toEqual(['other', 'buyer', 'other']);
    expect(fields.find(({ key }) => key === 'dispute')).toMatchObject({ value: 'not_delivered' });
  });
});

describe('a voucher', () => {
  const rows = (number: string[]): string[] => [
    '= 订单信息',
    '到手价 | ¥30.00',
    '某某号 | ' + number[0]!,
    ...(number[1] ? [` | ${number[1]}`] : []),
    '完成于 | 2026-03-01 10:20:30',
    '给了谁 | 月见点心铺',
    '付款方式 | 零钱',
  ];
  it.each([
    ['in one line', ['4200001234202603015678901234']],
    ['over two lines', ['42000012342026030156', '78901234']],
  ])('is known by a number that only wallets give, %s', (_, number) => {
    expect(understand(screen(rows(number)), SIZE).kind).toBe('payment');
  });

  it('is not made of a number that has another length', () => {
    expect(understand(screen(rows(['20260301102030220014'])), SIZE).kind).not.toBe('payment');
  });

  it.each(['支付小票', '动账提醒', '银行卡扣款成功通知', '交易结果页'])('is called %s', (title) => {
    expect(kindOf([`= ${title}`, '= ¥30.00'])).toBe('payment');
  });
  it.each(['购入详情', '该笔订单', '提货明细', 'Purchase summary'])('and an order %s', (title) => {
    expect(kindOf([`= ${title}`, '月卡 | x1'])).toBe('order');
  });
});

describe('an order', () => {
  it('is no receipt of a complaint because its number is called one of acceptance', () => {
    const rows = [
      '= 我的凭据',
      '受理编号：88120039447001',
      '商品名称 | 黑森林季卡',
      '店铺 | 月见点心铺',
      '实付款 | ¥30.00',
    ];
    expect(kindOf(rows)).toBe('order');
    expect(kindOf(['= 投诉详情', '受理编号：88120039447001', '被投诉企业 | 月见点心铺'])).toBe('filing_receipt');
  });
});
