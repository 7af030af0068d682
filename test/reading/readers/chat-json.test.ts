import { describe, expect, it } from 'vitest';
import { codes, read } from '../made/source.ts';

/** 2026-09-01 18:09:39 in China. */
const T = 1_788_257_379;

const chatlab = (meta: object, messages: object[]): object => ({
  chatlab: { version: '0.0.2', exportedAt: T },
  meta: { name: '海星卡铺', platform: 'qq', type: 'private', ...meta },
  members: [],
  messages,
});
const said = (sender: string, content: string | null, more: object = {}): object => ({
  sender,
  accountName: sender === '1' ? '小明' : '海星卡铺',
  timestamp: T,
  type: 0,
  content,
  ...more,
});

describe('ChatLab', () => {
  it('by the owner who exported it, with media, recalls and system lines', async () => {
    const reading = await read(
      JSON.stringify(
        chatlab({ ownerId: '1' }, [
          said('1', '卡密无效'),
          said('2', '承诺48小时内退款', { timestamp: T + 60 }),
          said('2', null, { type: 1 }),
          said('2', '撤回', { type: 81 }),
          said('0', '入群', { type: 80 }),
        ]),
      ),
    );
    expect(reading).toMatchObject({ kind: 'chat_log', status: 'read' });
    expect(
      reading.messages!.map(({ at, side, text, missingMedia, recalled }) => [at, side, text, missingMedia, recalled]),
    ).toEqual([
      ['2026-09-01T18:09:39+08:00', 'buyer', '卡密无效', undefined, undefined],
      ['2026-09-01T18:10:39+08:00', 'other', '承诺48小时内退款', undefined, undefined],
      ['2026-09-01T18:09:39+08:00', 'other', '[图片]', ['图片'], undefined],
      ['2026-09-01T18:09:39+08:00', 'system', '撤回', undefined, true],
      ['2026-09-01T18:09:39+08:00', 'system', '入群', undefined, undefined],
    ]);
    expect(reading.promises).toEqual([
      { text: '承诺48小时内退款', said: '2026-09-01T18:10:39+08:00', by: '2026-09-03T18:10:39+08:00' },
    ]);
  });

  it('by the name of the private chat when no owner is given', async () => {
    const { messages } = await read(JSON.stringify(chatlab({}, [said('1', '在吗'), said('2', '在')])));
    expect(messages!.map((message) => message.side)).toEqual(['buyer', 'other']);
  });

  it('of a group without an owner does not say whose words they are', async () => {
    const reading = await read(
      JSON.stringify(chatlab({ type: 'group', name: '群' }, [said('1', '在吗'), said('2', '在')])),
    );
    expect(reading.messages!.map((message) => message.side)).toEqual(['unknown', 'unknown']);
    expect(codes(reading)).toContain('CHAT_SIDES_UNKNOWN');
  });

  it('as lines, with comments and one broken line that is counted', async () => {
    const lines = [
      '{"_type":"header","chatlab":{"version":"0.0.2"},"meta":{"name":"x","type":"group","ownerId":"1"}}',
      '# 备注',
      '{"_type":"member","platformId":"1","accountName":"小明"}',
      `{"_type":"message","sender":"1","accountName":"小明","timestamp":${T},"type":0,"content":"你好"}`,
      '{"_type":"message","sender":"2",',
    ];
    const reading = await read(lines.join('\n'));
    expect(reading.messages).toHaveLength(1);
    expect(codes(reading)).toContain('CHAT_MESSAGES_SKIPPED');
  });

  it('with an empty list of messages fails', async () => {
    expect(await read(JSON.stringify(chatlab({}, [])))).toMatchObject({
      status: 'failed',
      notes: [{ code: 'CHAT_EMPTY' }],
    });
  });
});

describe('WeChat tools', () => {
  const session = { wxid: 'w', displayName: '海星卡铺', type: '私聊', messageCount: 4 };
  const messages = [
    {
      localId: 1,
      createTime: T,
      formattedTime: '2026-09-01 18:09:39',
      type: '文本消息',
      content: '卡密无效',
      isSend: 1,
      senderUsername: 'me',
      senderDisplayName: '小明',
    },
    {
      localId: 2,
      createTime: T + 60,
      type: '图片消息',
      content: '[图片]',
      isSend: 0,
      senderUsername: 'w',
      senderDisplayName: '海星卡铺',
    },
    { localId: 3, createTime: T + 70, type: '系统消息', content: '以上是打招呼的内容', isSend: null },
  ];
  it.each([
    ['with', { weflow: { version: '1' } }],
    ['without', {}],
  ])('%s the mark of the tool, one message short', async (_, mark) => {
    const reading = await read(JSON.stringify({ ...mark, session, messages }));
    expect(reading.messages!.map(({ side, missingMedia }) => [side, missingMedia])).toEqual([
      ['buyer', undefined],
      ['other', ['图片']],
      ['system', undefined],
    ]);
    expect(reading.notes.find((note) => note.code === 'CHAT_COUNT_DIFFERS')!.message).toContain(
      '4 条消息，实际读到 3 条',
    );
  });
});

describe('qq-chat-exporter', () => {
  const file = {
    metadata: { version: '5' },
    chatInfo: { name: '海星卡铺', type: 'private', selfUin: '111', peerUin: '222' },
    statistics: { totalMessages: 2 },
    messages: [
      {
        id: '1',
        timestamp: T * 1000,
        time: '2026-09-01 18:09:39',
        sender: { uin: '111', name: '小明' },
        type: 'text',
        content: { text: '卡密无效', elements: [], resources: [] },
        recalled: false,
        system: false,
      },
      {
        id: '2',
        timestamp: T * 1000 + 60_000,
        sender: { uin: '222', name: '海星卡铺' },
        type: 'image',
        content: { text: '[图片]', resources: [{ type: 'image', filename: 'x.jpg' }] },
        recalled: true,
      },
    ],
  };
  it('by the account that exported', async () => {
    const reading = await read(JSON.stringify(file));
    expect(reading.messages!.map(({ at, side, missingMedia, recalled }) => [at, side, missingMedia, recalled])).toEqual(
      [
        ['2026-09-01T18:09:39+08:00', 'buyer', undefined, undefined],
        ['2026-09-01T18:10:39+08:00', 'other', ['x.jpg'], true],
      ],
    );
    expect(codes(reading)).not.toContain('CHAT_COUNT_DIFFERS');
  });

  it('in its chunks', async () => {
    expect((await read(file.messages.map((message) => JSON.stringify(message)).join('\n'))).messages).toHaveLength(2);
  });
});

describe('other JSON', () => {
  it.each(['{"a":1}', '[1,2,3]', '{"messages":"none"}', '{"chatlab":{}, "messages":[null,1,"x"]}', '{"broken": '])(
    '%s never becomes a chat with messages',
    async (text) => {
      const reading = await read(text);
      expect(reading.messages).toBeUndefined();
      expect(['read', 'failed']).toContain(reading.status);
    },
  );

  it('times that cannot be are left out', async () => {
    const { messages } = await read(
      JSON.stringify(
        chatlab({}, [
          said('1', 'a', { timestamp: -1 }),
          said('1', 'b', { timestamp: 9e15 }),
          said('1', 'c', { timestamp: 'soon' }),
        ]),
      ),
    );
    expect(messages!.map((message) => message.at)).toEqual([undefined, undefined, undefined]);
  });
});

it('half a document is named as damaged, and nothing in it is a page', async () => {
  const whole = JSON.stringify(chatlab({}, [said('1', '提示该卡密已被使用'), said('2', '明天给您补')]), null, 1);
  const reading = await read(whole.slice(0, -40));
  expect(reading).toMatchObject({ status: 'failed', kind: 'other', fields: [], notes: [{ code: 'JSON_DAMAGED' }] });
});

describe('a list of messages that names the side', () => {
  const list = (roles: readonly string[]): string =>
    JSON.stringify(roles.map((role, i) => ({ role, time: `2026-09-01 18:09:0${i}`, content: `话${i}` })));
  it('by whoever buys and sells', async () => {
    const { kind, messages } = await read(list(['seller', 'buyer', '客服']));
    expect(kind).toBe('chat_log');
    expect(messages!.map(({ side, text }) => [side, text])).toEqual([
      ['other', '话0'],
      ['buyer', '话1'],
      ['other', '话2'],
    ]);
  });
  it('is none where the roles are of no trade', async () => {
    expect(await read(list(['user', 'assistant']))).not.toMatchObject({ kind: 'chat_log' });
  });
});

it('Telegram: words that were passed on stand under the name of who wrote them', async () => {
  const { messages } = await read(
    JSON.stringify({
      name: '点卡互助群',
      type: 'private_group',
      id: 41,
      messages: [
        { id: 1, type: 'message', date_unixtime: String(T), from: '麦子', from_id: 'user7', text: '看这个' },
        {
          id: 2,
          type: 'message',
          date_unixtime: String(T + 30),
          from: '麦子',
          from_id: 'user7',
          forwarded_from: '小熊点卡',
          text: ['三天内', { type: 'bold', text: '退您' }],
        },
      ],
    }),
  );
  expect(messages?.map(({ text }) => text)).toEqual(['看这个', '[转发 小熊点卡]\n三天内退您']);
});
