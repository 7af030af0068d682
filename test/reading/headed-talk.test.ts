import { describe, expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { doubt, screen, SIZE } from './lines.ts';

/** A line of its own height at its own place. */
const at = (text: string, x: number, y: number, height = 28): ScoredLine => ({
  text,
  box: { x, y, width: Math.round(text.length * height * (/[\u4e00-\u9fff]/.test(text) ? 0.95 : 0.55)), height },
  confidence: 1,
  scores: Array.from(text, () => 0.999),
});

/** A web page of a talk: over each message at the left who wrote it, at the right when. */
const webTalk = (tops: readonly ScoredLine[], says: readonly [who: string, text: string][]): ScoredLine[] => [
  ...tops,
  ...says.flatMap(([who, text], i) => [
    at(who, 60, 240 + i * 140, 24),
    at(`03-14 16:${20 + i}`, 560, 240 + i * 140, 24),
    at(text, 60, 286 + i * 140),
  ]),
];

const merchantOf = (lines: readonly ScoredLine[]): string | undefined =>
  understand(lines, SIZE).fields.find(({ key }) => key === 'merchant')?.value;

describe('a talk with a line over each message', () => {
  const complained: [string, string][] = [
    ['店家', '来啦，请讲'],
    ['访客_7120', '说好的季卡怎么一个月就到头了'],
    ['访客_7120', '订单编号：660214789930'],
    ['店家', '我去后台翻一翻'],
  ];

  it('is one, though the speaker is called as a label is and a number stands in it', () => {
    const { kind, messages = [], fields } = understand(webTalk([], complained), SIZE);
    expect(kind).toBe('chat');
    expect(messages.map(({ side }) => side)).toEqual(['other', 'buyer', 'buyer', 'other']);
    expect(fields.find(({ key }) => key === 'merchant')).toBeUndefined();
    expect(fields.find(({ key }) => key === 'orderNo')?.value).toBe('660214789930');
  });

  it('and no page of an error, though it complains in the words of one', () => {
    const says: [string, string][] = [
      ['我的提问', '卡密无效，提示已被兑换'],
      ['店铺回答', '我去后台翻一翻'],
      ['我的提问', '还要多久'],
    ];
    expect(understand(webTalk([], says), SIZE).kind).toBe('chat');
  });

  it('names whose shop it is below the name of the page', () => {
    const tops = [at('咨询记录单', 40, 40, 34), at('月见点心铺 营业中', 40, 120, 32)];
    expect(merchantOf(webTalk(tops, complained))).toBe('月见点心铺');
  });

  it('or in a line that has a mark and speaks below', () => {
    const says = complained.map(([who, text]): [string, string] => [who === '店家' ? '月见小屋' : who, text]);
    expect(merchantOf(webTalk([at('@ 月见小屋 · 官方认证', 30, 60, 32)], says))).toBe('月见小屋');
  });

  it('takes the rest of a message at the top for nobody', () => {
    expect(merchantOf(webTalk([at('后台还没有动静', 60, 180)], complained))).toBeUndefined();
  });

  it('is not made of the times of an order', () => {
    const rows = [
      '= 订单进度',
      '买家付款 2026-03-14 16:20:11',
      '卖家发货 2026-03-14 16:22:05',
      '交易完成 2026-03-15 09:10:44',
    ];
    expect(understand(screen(rows), SIZE).kind).not.toBe('chat');
  });
});

describe('hours beside bubbles', () => {
  const page = [
    at('月见小屋（店主）', 150, 70, 33),
    at('近期在线', 150, 118, 24),
    at('2026-03-14', 304, 190, 24),
    at('有人在吗', 38, 260, 31),
    at('16:20', 190, 266, 20),
    at('充的点数一个也没瞧见', 330, 340, 31),
    at('16:22', 632, 346, 20),
    at('我去后台翻一翻', 38, 420, 31),
    // In the middle of the page, where else a new stretch of talk begins.
    at('16:25', 340, 426, 20),
    at('明晚之前给您补上', 38, 500, 31),
    at('16:27', 345, 506, 20),
  ];
  const { kind, messages = [], promises = [] } = understand(page, SIZE);

  it('are no bubbles and no part of one', () => {
    expect(kind).toBe('chat');
    expect(promises.map(({ text }) => text)).toEqual(['明晚之前给您补上']);
    expect(messages.map(({ text }) => text)).not.toContain('16:25');
  });

  it('and make no name over a message of what was said', () => {
    expect(messages.every(({ sender }) => sender === undefined)).toBe(true);
  });

  it('nor is what a program notes of a message', () => {
    const lines = screen([
      '= 月见点心铺',
      '< 晚上好呀',
      '> 充的点数一个也没瞧见',
      '= 已读',
      '< 我去仓库瞧瞧',
      '> Delivered',
    ]);
    const { messages: said = [] } = understand(lines, SIZE);
    expect(said.map(({ text }) => text)).toEqual(['晚上好呀', '充的点数一个也没瞧见', '我去仓库瞧瞧']);
  });
});

describe('a label at the left with its value at the right', () => {
  it.each([
    [['游戏账户 | 58213047', '', '账号状态：永久封禁']],
    [['口令串号 | 7KQ2-MMVA-9XPL-T4WD', '', '口令已过有效期']],
    [['Claim code: | 7KQ2MMVA9XPLT4WD', '', '', '', '兑换未成功', '这张卡没有找到', '', '= 好嘞']],
    [['收到账户 | 58213047', '服务区 | 青鸾二区', '', '抱歉，充值失败了', '= 好嘞']],
  ])('makes no two who talk: %s', (rows) => {
    expect(understand(screen(rows), SIZE).kind).toBe('failure');
  });
});

describe('small lines over messages that have no hour', () => {
  const rows: [string, number, number, number][] = [
    ['月见小屋', 30, 40, 34],
    ['松果掌柜', 40, 160, 22],
    ['来啦，请讲', 60, 192, 31],
    ['榆钱儿', 590, 280, 22],
    ['充的点数一个也没瞧见', 370, 312, 31],
    ['松果掌柜', 40, 400, 22],
    ['我去后台翻一翻', 60, 432, 31],
    ['榆钱儿', 590, 520, 22],
    ['还要多久', 540, 552, 31],
  ];
  const { kind, messages = [] } = understand(
    rows.map(([text, x, y, height]) => at(text, x, y, height)),
    SIZE,
  );

  it('say who speaks where they come again, and the side on which they stand says for whom', () => {
    expect(kind).toBe('chat');
    expect(messages.map(({ side, sender }) => [side, sender])).toEqual([
      ['other', '松果掌柜'],
      ['buyer', '榆钱儿'],
      ['other', '松果掌柜'],
      ['buyer', '榆钱儿'],
    ]);
  });
});

describe('a window of a talk that lies over a page', () => {
  it('has its title offered, though it is taken for the first that was said', () => {
    const said = ['来啦，请讲', '充的点数一个也没瞧见', '我去后台翻一翻', '还要多久'];
    const lines = [
      at('月见点卡专营店', 112, 210, 28),
      ...said.flatMap((text, i) => [
        at(text, i % 2 ? 600 - text.length * 22 : 112, 290 + i * 90, 23),
        at(`16:2${i}`, i % 2 ? 550 : 112, 320 + i * 90, 16),
      ]),
    ];
    expect(merchantOf(lines)).toBe('月见点卡专营店');
  });
});

describe('the title of a group', () => {
  const said = ['< 在的，您说', '> 码用不了，请退款', '< 稍等我看一下', '> 还要多久'];
  const standing = (title: string): string[] =>
    understand(screen([title, ...said]), SIZE)
      .fields.filter(({ key, by }) => key === 'merchant' && by !== 'guess')
      .map(({ value }) => value);

  it.each(['= 榆钱代充交流群(213)', '= 月见售后群', '= 群聊(4)', '= 月见点卡3群'])('is no shop: %s', (title) => {
    expect(standing(title)).toEqual([]);
  });

  it('is told from the name of a shop', () => {
    expect(standing('= 月见点卡')).toEqual(['月见点卡']);
  });
});

describe('a talk in a room with the people of the place', () => {
  const rows = [
    '= 三方会话',
    '卖家 榆钱点卡铺',
    '来啦，请讲',
    '买家(我)',
    '充的点数一个也没瞧见',
    // A picture stands here.
    '买家(我)',
    '卖家 榆钱点卡铺',
    '我去后台翻一翻',
    '平台客服',
    '请卖家明天之前退款',
  ];
  const { kind, messages = [], fields, promises } = understand(screen(rows), SIZE);

  it('names the seller by the word over what they say', () => {
    expect(kind).toBe('chat');
    expect(fields.find(({ key }) => key === 'merchant')?.value).toBe('榆钱点卡铺');
  });

  it('takes what they say for none of the seller’s promises', () => {
    expect(messages.at(-1)).toMatchObject({ side: 'system', sender: '平台客服' });
    expect(promises).toBeUndefined();
  });

  it('reads no name over a picture as words', () => {
    expect(messages.map(({ text }) => text)).not.toContain('买家(我)');
    expect(messages.filter(({ text }) => text.includes('买家'))).toEqual([]);
  });

  it('names nobody who only serves', () => {
    const served = rows.map((row) => row.replace('卖家 榆钱点卡铺', '客服 小榆'));
    const merchant = understand(screen(served), SIZE).fields.find(({ key }) => key === 'merchant');
    expect(merchant?.value).not.toBe('小榆');
  });
});

describe('a window on a screen', () => {
  const rows = [
    '松果软件坊客服',
    'user88 2026-03-14 16:20:11',
    '充的点数一个也没瞧见',
    '松果软件坊 2026-03-14 16:22:05',
  ];

  it('is of whom speaks in it, where its title says only more than that', () => {
    const lines = screen([...rows, '我去后台翻一翻', 'user88 2026-03-14 16:23:40', '还要多久']);
    expect(merchantOf(lines)).toBe('松果软件坊');
  });

  it('knows a head in whose hour a digit was read as a letter', () => {
    const head = '松果软件坊 2O26-03-14 16:25:05';
    const lines = screen([...rows, '我去后台翻一翻', head, '再等等', '按Enter发送']);
    const { kind, messages = [] } = understand(doubt(lines, head, head.indexOf('O'), 0.7), SIZE);
    expect(kind).toBe('chat');
    expect(messages.filter(({ side }) => side === 'other').map(({ sender }) => sender)).toEqual([
      '松果软件坊',
      '松果软件坊',
    ]);
    expect(messages.at(-1)).toEqual({ side: 'system', text: '按Enter发送' });
  });
});

describe('a row of buttons', () => {
  it('makes no two sides of a page whose labels nobody knows', () => {
    const lines = screen([
      '= 结果页',
      '🧾 凭单串: KD2026081092450796',
      '📦 档位: 松果币 3000',
      '🕒 受理于: 2026.08.10 08:01:05',
      '找客服 | 开票 | Buy again',
      '= 如有疑问请联系在线客服',
    ]);
    expect(understand(lines, SIZE).kind).not.toBe('chat');
  });
});

describe('questions that a program offers to whoever comes', () => {
  it('make no form of a talk', () => {
    const lines = screen([
      '= 榆钱点卡铺',
      '您可能想问以下内容：',
      '1. 怎样开票',
      '2. 怎样找人工',
      '= 系统消息：订单已支付',
      '> 话费没到账啊',
      '< 别急',
      '> 单号86444981657499',
      '< 2天内给您重新发货',
      '查进度 | 找人工 | 打分',
    ]);
    expect(understand(lines, SIZE).kind).toBe('chat');
  });
});

describe('what stands over and in bubbles', () => {
  const says = (messages: readonly { text: string }[] = []): string[] => messages.map(({ text }) => text);

  it('is no name where it is a day with its hour', () => {
    const rows = ['= 榆钱点卡铺', '= 11月8日 22:38', '> 充的点数没到账', '< 再等等', '= 11月12日 20:47', '> 还没到'];
    const { messages = [], kind } = understand(screen(rows), SIZE);
    expect(kind).toBe('chat');
    expect(messages.map(({ sender }) => sender)).toEqual([undefined, undefined, undefined]);
    expect(messages[2]).toMatchObject({ side: 'buyer', yearless: '11-12T20:47+08:00' });
  });

  it('is who serves, in small letters over what they say', () => {
    const lines = [
      at('榆钱点卡铺●在线', 30, 40, 38),
      at('充的点数没到账', 330, 160, 38),
      at('榆钱-客服03', 52, 260, 28),
      at('三天内给您退款', 50, 292, 38),
      at('还要多久', 480, 400, 38),
      at('榆钱-客服07', 52, 500, 28),
      at('在催了', 50, 532, 38),
    ];
    const { messages = [], promises = [], fields } = understand(lines, SIZE);
    expect(says(messages)).toContain('三天内给您退款');
    expect(promises.map(({ text }) => text)).toEqual(['三天内给您退款']);
    expect(fields.find(({ key }) => key === 'merchant')?.value).toBe('榆钱点卡铺');
  });

  it('is no part of an answer that repeats a message over it', () => {
    const lines = [
      at('榆钱点卡铺', 260, 40, 38),
      at('SG20260314660214', 380, 160, 34),
      at('卡密打不开，您看看', 340, 195, 34),
      at('发订单号', 40, 230, 34),
      at('我', 52, 330, 32),
      at('SG20260314660214', 52, 366, 30),
      at('今晚12点前给您换一个', 40, 400, 34),
      at('好吧', 560, 480, 34),
    ];
    const { promises = [] } = understand(lines, SIZE);
    expect(promises.map(({ text }) => text)).toEqual(['今晚12点前给您换一个']);
  });

  it.each(['99+', '(43', '去评价', '客服小松、号主、我'])('%s over a talk is nobody', (title) => {
    const rows = [`= ${title}`, '> 充的点数没到账', '< 再等等', '> 还没到'];
    const merchant = understand(screen(rows), SIZE).fields.find(({ key, by }) => key === 'merchant' && by !== 'guess');
    expect(merchant).toBeUndefined();
  });

  it('a complaint stays what it is when the seller shuts the door', () => {
    const rows = ['= 榆钱点卡铺', '> 号被封了，登录不上', '< 找官方', '> 退钱', '= 消息已发出，但被对方拒收了'];
    const dispute = understand(screen(rows), SIZE).fields.find(({ key }) => key === 'dispute');
    expect(dispute?.value).toBe('account_banned');
  });
});
