import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../../src/model/reading.ts';
import { gbk } from '../made/encode.ts';
import { codes, read } from '../made/source.ts';

const brief = (messages: readonly ChatMessage[] | undefined): [string | undefined, string | undefined, string][] =>
  (messages ?? []).map(({ at, sender, text }) => [at, sender, text]);

const QQ_TOP = `消息记录（此消息记录为文本格式，不支持重新导入）

================================================================
消息分组:我的好友
================================================================
消息对象:海星卡铺
================================================================
`;

describe('an export of QQ', () => {
  it('with the 24-hour clock, ids, mail addresses, titles, one-digit hours, empty bodies', async () => {
    const reading = await read(`${QQ_TOP}
2026-09-01 8:09:39 海星卡铺(87200175)
在的

2026-09-01 18:10:02 买东西的人<buyer@example.com>
订单 HX2026 没到账
麻烦看看

2026-09-01 18:11:00 【群主】海星卡铺(87200175)

2026-09-01 18:12:00 买东西的人<buyer@example.com>
[图片]
`);
    expect(reading).toMatchObject({ status: 'read', kind: 'chat_log', category: 'communication' });
    expect(brief(reading.messages)).toEqual([
      ['2026-09-01T08:09:39+08:00', '海星卡铺(87200175)', '在的'],
      ['2026-09-01T18:10:02+08:00', '买东西的人<buyer@example.com>', '订单 HX2026 没到账\n麻烦看看'],
      ['2026-09-01T18:11:00+08:00', '【群主】海星卡铺(87200175)', ''],
      ['2026-09-01T18:12:00+08:00', '买东西的人<buyer@example.com>', '[图片]'],
    ]);
    expect(reading.messages![3]!.missingMedia).toEqual(['图片']);
    expect(codes(reading)).toContain('CHAT_MEDIA_MISSING');
  });

  it('tells the two sides apart by the name that the file gives the other', async () => {
    const { messages } = await read(
      `${QQ_TOP}\n2026-09-01 8:09:39 海星卡铺(87200175)\n在的\n\n2026-09-01 8:10:02 小明(123456)\n请退款\n`,
    );
    expect(messages!.map((message) => message.side)).toEqual(['other', 'buyer']);
  });

  it('with the 12-hour clock: neither a wrong time nor "PM" in a name', async () => {
    const { messages } = await read(`${QQ_TOP}
2026-09-01 8:43:38 PM 骰娘-Roll100(87200175)
1

2026-09-01 12:05:00 AM 岁寒(55667788)
零点五分

2026-09-01 12:05:00 PM 岁寒(55667788)
正午

2026-09-02 11:26:00 PM 岁寒(55667788)
晚上
`);
    expect(brief(messages).map(([at, sender]) => [at, sender])).toEqual([
      ['2026-09-01T20:43:38+08:00', '骰娘-Roll100(87200175)'],
      ['2026-09-01T00:05:00+08:00', '岁寒(55667788)'],
      ['2026-09-01T12:05:00+08:00', '岁寒(55667788)'],
      ['2026-09-02T23:26:00+08:00', '岁寒(55667788)'],
    ]);
  });

  it('with the 24-hour clock and a person whose name begins with PM', async () => {
    const { messages } = await read(
      `${QQ_TOP}\n2026-09-01 18:43:38 PM 小王(11223344)\n在\n\n2026-09-01 9:00:00 PM 小王(11223344)\n早\n\n2026-09-01 9:01:00 海星卡铺(87200175)\n好\n`,
    );
    expect(brief(messages).slice(0, 2)).toEqual([
      ['2026-09-01T18:43:38+08:00', 'PM 小王(11223344)', '在'],
      ['2026-09-01T09:00:00+08:00', 'PM 小王(11223344)', '早'],
    ]);
  });

  it('whose clock cannot be told gives no time instead of a wrong one', async () => {
    const reading = await read(
      `${QQ_TOP}\n2026-09-01 9:43:38 PM 小王(11223344)\n在\n\n2026-09-01 18:00:00 海星卡铺(87200175)\n好\n`,
    );
    expect(brief(reading.messages)).toEqual([
      [undefined, 'PM 小王(11223344)', '在'],
      ['2026-09-01T18:00:00+08:00', '海星卡铺(87200175)', '好'],
    ]);
    expect(codes(reading)).toContain('CHAT_TIME_UNCERTAIN');
  });

  it('with the Chinese 12-hour clock', async () => {
    const { messages } = await read(
      `${QQ_TOP}\n2026/9/1 下午 8:43:38 海星卡铺(87200175)\n在\n\n2026/9/1 上午 9:05:00 我\n好\n`,
    );
    expect(messages!.map((message) => message.at)).toEqual(['2026-09-01T20:43:38+08:00', '2026-09-01T09:05:00+08:00']);
  });

  it('a line inside a message that looks like the head of one stays in the message', async () => {
    const { messages } = await read(`${QQ_TOP}
2026-09-01 18:00:00 我
转给你看他说的：
2026-08-30 10:00:00 海星卡铺
不退

2026-09-01 18:01:00 海星卡铺
那是别家

2026-09-01 18:02:00 我
不是

2026-09-01 18:03:00 海星卡铺
会处理
`);
    expect(messages).toHaveLength(4);
    expect(messages![0]!.text).toContain('2026-08-30 10:00:00 海星卡铺\n不退');
  });

  it('in GB18030, with the ends of line of Windows', async () => {
    const { messages } = await read(
      gbk(
        '消息记录\r\n\r\n2026-09-01 18:09:39 我\r\n卡密无效\r\n\r\n2026-09-01 18:12:39 海星卡铺\r\n承诺48小时内退款\r\n',
      ),
    );
    expect(messages!.map((message) => [message.side, message.text])).toEqual([
      ['buyer', '卡密无效'],
      ['other', '承诺48小时内退款'],
    ]);
  });

  it('without a single message is a failure', async () => {
    for (const text of [QQ_TOP, '消息记录\n\n', '聊天记录\n时间 内容\n']) {
      expect(await read(text)).toMatchObject({ status: 'failed', notes: [{ code: 'CHAT_EMPTY' }] });
    }
  });
});

describe('pasted chats', () => {
  it('with name before date and time', async () => {
    const { messages } = await read('【PL】骰子 2/14/2026 9:16:13 PM\n在吗\n\n小明 2/14/2026 9:17:00 PM\n在\n');
    expect(brief(messages)).toEqual([
      ['2026-02-14T21:16:13+08:00', '【PL】骰子', '在吗'],
      ['2026-02-14T21:17:00+08:00', '小明', '在'],
    ]);
  });

  it('of a phone: the day on its own line, then name and time', async () => {
    const { messages } = await read(
      '— —  2026-2-21  — —\n海星卡铺  23:50:12\n明天处理\n我  23:51:00\n好\n— —  2026-2-22  — —\n海星卡铺  8:00:00\n已退\n',
    );
    expect(brief(messages)).toEqual([
      ['2026-02-21T23:50:12+08:00', '海星卡铺', '明天处理'],
      ['2026-02-21T23:51:00+08:00', '我', '好'],
      ['2026-02-22T08:00:00+08:00', '海星卡铺', '已退'],
    ]);
  });

  it('with the day unknown have no time at all', async () => {
    const { messages } = await read('海星卡铺 9:59:54 PM\n在\n我 10:00:00 PM\n退款\n');
    expect(brief(messages)).toEqual([
      [undefined, '海星卡铺', '在'],
      [undefined, '我', '退款'],
    ]);
  });

  it('with everything on one line', async () => {
    const { messages } = await read(
      '[2026/9/1 18:09] 我: 卡密无效：请处理\n[2026/9/1 18:10] 店铺客服: 承诺今天处理好\n还有\n2026/9/1 18:12 - 我: 好\n',
    );
    expect(brief(messages)).toEqual([
      ['2026-09-01T18:09+08:00', '我', '卡密无效：请处理'],
      ['2026-09-01T18:10+08:00', '店铺客服', '承诺今天处理好\n还有'],
      ['2026-09-01T18:12+08:00', '我', '好'],
    ]);
  });

  it('with day and month that can be exchanged are not guessed', async () => {
    const { messages } = await read('小明 2/3/2026 9:16:13\n在吗\n\n店 2/3/2026 9:17:00\n在\n');
    expect(messages!.map((message) => message.at)).toEqual([undefined, undefined]);
  });
});

describe('chats as programs copy them', () => {
  it('a mail of WeChat, with an empty line between a name and its words', async () => {
    const { kind, messages } = await read(
      '“小满和栗子卡铺的聊天记录”如下：\n\n—————  2026-09-01  —————\n\n小满  18:09\n\n没到账\n\n栗子卡铺  18:12\n\n在查\n还要等\n',
    );
    expect(kind).toBe('chat_log');
    expect(brief(messages)).toEqual([
      ['2026-09-01T18:09+08:00', '小满', '没到账'],
      ['2026-09-01T18:12+08:00', '栗子卡铺', '在查\n还要等'],
    ]);
  });
  it('the time in brackets between a name and the words, even where the name has a colon', async () => {
    const { messages } = await read(
      '小满 (2026-09-01 18:09:39): 没到账\n栗子官方旗舰店:小七（2026-09-01 18:12:01）：48小时内给您退\n小满 (2026-09-01 18:13:00): 好\n',
    );
    expect(messages!.map(({ side, sender, text }) => [side, sender, text])).toEqual([
      ['buyer', '小满', '没到账'],
      ['other', '栗子官方旗舰店:小七', '48小时内给您退'],
      ['buyer', '小满', '好'],
    ]);
  });
  it('a name, the time alone below it, the words; a day without its year is neither a name nor a time', async () => {
    const reading = await read(
      '栗子客服\n09-01 18:09:39\n您好\n小满\n09-01 18:10:02\n没到账\n等了一天\n栗子客服\n09-01 18:12:00\n帮您查\n',
    );
    expect(reading.messages!.map(({ at, side, sender, text }) => [at, side, sender, text])).toEqual([
      [undefined, 'other', '栗子客服', '您好'],
      [undefined, 'buyer', '小满', '没到账\n等了一天'],
      [undefined, 'other', '栗子客服', '帮您查'],
    ]);
    expect(codes(reading)).toContain('CHAT_TIME_UNCERTAIN');
    const dated = await read(
      '栗子客服\n2026-09-01 18:09:39\n您好\n小满\n2026-09-01 18:10:02\n没到账\n栗子客服\n2026-09-01 18:12:00\n帮您查\n',
    );
    expect(dated.messages!.map(({ at }) => at)).toEqual([
      '2026-09-01T18:09:39+08:00',
      '2026-09-01T18:10:02+08:00',
      '2026-09-01T18:12:00+08:00',
    ]);
  });
  it('a day without its year between name and clock is no part of the name, and tells no moment', async () => {
    const { messages } = await read(
      '2026-09-01\n小满 9月2日 08:11\n没到账\n\n栗子客服 09-02 08:12:09\n在查\n\n小满 昨天 08:20\n好\n',
    );
    expect(brief(messages)).toEqual([
      [undefined, '小满', '没到账'],
      [undefined, '栗子客服', '在查'],
      [undefined, '小满', '好'],
    ]);
  });
  it('two people by turns under lines with a time', async () => {
    const { messages } = await read(
      '2026年9月1日 18:09\n小满：码无效\n栗子卡铺：不会吧\n2026年9月1日 19:43\n小满：那退款\n栗子卡铺：明天退\n',
    );
    expect(brief(messages)).toEqual([
      ['2026-09-01T18:09+08:00', '小满', '码无效'],
      ['2026-09-01T18:09+08:00', '栗子卡铺', '不会吧'],
      ['2026-09-01T19:43+08:00', '小满', '那退款'],
      ['2026-09-01T19:43+08:00', '栗子卡铺', '明天退'],
    ]);
  });
  it('two people whose names stand above their words with a colon', async () => {
    const { kind, messages } = await read('小满:\n在吗\n\n栗子卡铺:\n在\n\n小满:\n码无效\n请换\n\n栗子卡铺:\n稍等\n');
    expect(kind).toBe('chat_log');
    expect(messages!.map(({ sender, text }) => [sender, text])).toEqual([
      ['小满', '在吗'],
      ['栗子卡铺', '在'],
      ['小满', '码无效\n请换'],
      ['栗子卡铺', '稍等'],
    ]);
  });
  it.each([
    [
      'the way of an order',
      '运输中\n09-01 18:09\n已到杭州\n派送中\n09-01 19:09\n小哥在路上\n运输中\n09-01 20:09\n回站点\n',
    ],
    ['forms filled in twice', '商品:\n月卡\n\n单价:\n30\n\n商品:\n年卡\n\n单价:\n96\n'],
    [
      'orders with their times',
      '季卡\n下单时间\n2026-09-01 18:09:39\n96.50\n月卡\n下单时间\n2026-09-02 18:09:39\n30\n',
    ],
  ])('%s are no talk', async (_name, text) => {
    expect(await read(text)).not.toMatchObject({ kind: 'chat_log' });
  });
});

describe('chats that were typed out', () => {
  it('name by name on a line, with the time above', async () => {
    const { messages, kind } = await read(
      '2026年9月1日 15:08\n我：你好，卡密无效\n客服：亲，请稍等\n我：多久？\n2026-09-01 19:43\n客服：48小时内给您退款\n',
    );
    expect(kind).toBe('chat_log');
    expect(messages!.map(({ at, side, text }) => [at, side, text])).toEqual([
      ['2026-09-01T15:08+08:00', 'buyer', '你好，卡密无效'],
      ['2026-09-01T15:08+08:00', 'other', '亲，请稍等'],
      ['2026-09-01T15:08+08:00', 'buyer', '多久？'],
      ['2026-09-01T19:43+08:00', 'other', '48小时内给您退款'],
    ]);
  });

  it('name by name with the words below', async () => {
    const { messages } = await read('小海星:\n在的\n\n我:\n订单没到账\n麻烦看看\n\n小海星:\n好的：这就查\n');
    expect(brief(messages)).toEqual([
      [undefined, '小海星', '在的'],
      [undefined, '我', '订单没到账\n麻烦看看'],
      [undefined, '小海星', '好的：这就查'],
    ]);
  });

  it.each([
    '订单编号：KM2026\n实付：96.50\n商家：青柠\n买家：小明\n',
    '投诉人：小明\n被投诉人：青柠\n事实：我买了点卡\n',
  ])('a form is none: %s', async (text) => {
    expect((await read(text)).messages).toBeUndefined();
  });
});

describe('exports of tools', () => {
  const QCE = `[QQChatExporter V5 / https://example.com/exporter]
聊天名称: 海星卡铺
聊天类型: 私聊
参与人数: 2
导出时间: 2026-11-01 10:00:00
消息总数: 3
时间范围: 2026-09-01 - 2026-09-02

海星卡铺:
时间: 2026-09-01 18:09:39
内容: 48小时内给您退款
请等待

小明:
时间: 2026-09-01 18:10:39
内容: [图片]
资源: 1 个文件
  - image: a1b2.jpg

总计导出 3 条消息
`;
  it('of qq-chat-exporter: pictures that are not there, and fewer messages than it says', async () => {
    const reading = await read(QCE);
    expect(reading.messages!.map(({ side, text, missingMedia }) => [side, text, missingMedia])).toEqual([
      ['other', '48小时内给您退款\n请等待', undefined],
      ['buyer', '[图片]', ['a1b2.jpg']],
    ]);
    expect(reading.notes.find((note) => note.code === 'CHAT_COUNT_DIFFERS')!.message).toContain(
      '3 条消息，实际读到 2 条',
    );
  });

  it('of qq-chat-exporter without messages fails', async () => {
    expect(await read(QCE.slice(0, QCE.indexOf('海星卡铺:\n')))).toMatchObject({
      status: 'failed',
      notes: [{ code: 'CHAT_EMPTY' }],
    });
  });

  it('of WeChat tools as text', async () => {
    const { messages } = await read('2026-09-01 18:09:39 我\n[语音]\n\n2026-09-01 18:10:00 店铺客服\n你好\n\n');
    expect(messages!.map(({ side, missingMedia }) => [side, missingMedia])).toEqual([
      ['buyer', ['语音']],
      ['other', undefined],
    ]);
  });

  it('of WeChat tools as a table, with its mark, quoted line breaks and XML in place of pictures', async () => {
    const { messages } = await read(
      '\ufefflocalId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n1,5,1,0,1,1788257379,2,"卡密\n无效",2026-09-01 18:09:39,,,\n2,5,3,0,0,1788257400,2,"<?xml version=""1.0""?><msg><img/></msg>",2026-09-01 18:10:00,,,\n3,5,10000,0,0,1788257460,2,对方撤回了一条消息,2026-09-01 18:11:00,,,\n',
    );
    expect(messages!.map(({ at, side, text, recalled }) => [at, side, text, recalled])).toEqual([
      ['2026-09-01T18:09:39+08:00', 'buyer', '卡密\n无效', undefined],
      ['2026-09-01T18:10:00+08:00', 'other', '[图片]', undefined],
      ['2026-09-01T18:11:00+08:00', 'system', '对方撤回了一条消息', true],
    ]);
  });
});

describe('what is no chat', () => {
  it.each([
    [
      'a log of a program',
      Array.from({ length: 20 }, (_, i) => `2026-09-01 18:00:${String(i).padStart(2, '0')} INFO job ${i} started`).join(
        '\n',
      ),
    ],
    ['a letter', '尊敬的客服：\n我于 2026-09-01 18:09 购买了点卡，至今未到账。\n请处理。\n'],
    ['a list', '2026-09-01 买点卡\n2026-09-02 催促\n'],
  ])('%s', async (_, text) => {
    const reading = await read(text);
    expect(reading.messages).toBeUndefined();
    expect(reading.lines!.length).toBeGreaterThan(1);
  });
});

it('names and words lose what would change a terminal', async () => {
  const { messages } = await read(
    '消息记录\n\n2026-09-01 18:09:39 店\u001b[31m铺\u202e客服\n\u001b]0;title\u0007退\u0001款\u200f\n\n2026-09-01 18:10:39 我\n好\n',
  );
  expect(messages![0]).toMatchObject({ sender: '店铺客服', text: '退款' });
});
