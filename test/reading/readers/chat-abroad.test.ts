import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../../src/model/reading.ts';
import { codes, read } from '../made/source.ts';

const brief = (messages: readonly ChatMessage[] | undefined): (string | undefined)[][] =>
  (messages ?? []).map(({ at, side, sender, text }) => [at, side, sender, text]);

describe('what WhatsApp exports', () => {
  it('on a phone of Apple, with marks of direction and media that were left out', async () => {
    const reading = await read(
      [
        '\u200e[2026/11/3 21:04:11] 海星卡铺: \u200e消息和通话已进行端到端加密。',
        '[2026/11/3 21:04:40] 我: 兑换码无效',
        '提示已被使用',
        '\u200e[2026/11/3 21:05:02] 我: \u200e图片已省略',
        '[2026/11/3 21:06:10] 海星卡铺: 48小时内给您退款',
        '[2026/11/3 21:07:00] 海星卡铺: 此消息已删除。',
      ].join('\r\n'),
    );
    expect(reading.kind).toBe('chat_log');
    expect(brief(reading.messages).slice(1, 4)).toEqual([
      ['2026-11-03T21:04:40+08:00', 'buyer', '我', '兑换码无效\n提示已被使用'],
      ['2026-11-03T21:05:02+08:00', 'buyer', '我', '图片已省略'],
      ['2026-11-03T21:06:10+08:00', 'other', '海星卡铺', '48小时内给您退款'],
    ]);
    expect(reading.messages![2]!.missingMedia).toEqual(['图片']);
    expect(reading.messages!.at(-1)!.recalled).toBe(true);
    expect(reading.promises).toEqual([expect.objectContaining({ by: '2026-11-05T21:06:10+08:00' })]);
  });

  it('on others, with a year of two figures, and what the program says between', async () => {
    const reading = await read(
      [
        '11/3/26, 9:04\u202fPM - Messages and calls are end-to-end encrypted. Tap to learn more.',
        '11/3/26, 9:04\u202fPM - Starfish Official: hello',
        '11/3/26, 9:05\u202fPM - Lena: the code is invalid',
        '11/13/26, 12:06\u202fAM - Lena: <Media omitted>',
        '11/13/26, 9:08\u202fAM - Lena: IMG-20261113-WA0001.jpg (file attached)',
      ].join('\n'),
    );
    expect(reading.messages!.map(({ at, sender, text }) => [at, sender, text]).slice(0, 4)).toEqual([
      [undefined, undefined, 'Messages and calls are end-to-end encrypted. Tap to learn more.'],
      ['2026-11-03T21:04+08:00', 'Starfish Official', 'hello'],
      ['2026-11-03T21:05+08:00', 'Lena', 'the code is invalid'],
      ['2026-11-13T00:06+08:00', 'Lena', '<Media omitted>'],
    ]);
    expect(reading.messages![0]!.side).toBe('system');
    expect(reading.messages![4]!.missingMedia).toEqual(['IMG-20261113-WA0001.jpg']);
  });

  it('and where day and month could be either, tells no day', async () => {
    const lines = ['3/4/26, 21:04 - 海星卡铺: 在的', '3/4/26, 21:05 - 我: 没到账', '3/5/26, 21:06 - 我: 人呢'];
    const reading = await read(lines.join('\n'));
    expect(reading.messages!.map(({ at }) => at)).toEqual([undefined, undefined, undefined]);
    expect(codes(reading)).toContain('CHAT_TIME_UNCERTAIN');
  });
});

describe('what DiscordChatExporter writes', () => {
  const expected = [
    ['2026-03-14T21:21+08:00', 'other', '海星卡铺', '在的'],
    ['2026-03-14T21:22+08:00', 'buyer', 'lena', '兑换码无效'],
    ['2026-03-15T09:00+08:00', 'other', '海星卡铺', '48小时内给您退款'],
  ];
  const rule = '='.repeat(62);
  const text = (...times: string[]): string =>
    [
      rule,
      'Guild: Direct Messages',
      'Channel: Private / 海星卡铺',
      rule,
      '',
      `[${times[0]}] 海星卡铺`,
      '在的',
      '',
      '',
      `[${times[1]}] lena (pinned)`,
      '兑换码无效',
      '',
      '{Attachments}',
      'https://cdn.example.com/attachments/1/2/shot.png?ex=1',
      '',
      '{Reactions}',
      '👍 (2)',
      '',
      `[${times[2]}] 海星卡铺`,
      '48小时内给您退款',
      '',
      '',
      rule,
      'Exported 3 message(s)',
      rule,
    ].join('\n');

  it.each([
    ['14-Mar-26 09:21 PM', '14-Mar-26 09:22 PM', '15-Mar-26 09:00 AM'],
    ['2026/3/14 21:21', '2026/3/14 21:22', '2026/3/15 9:00'],
    ['3/14/2026 9:21 PM', '3/14/2026 9:22 PM', '3/15/2026 9:00 AM'],
    ['14/03/2026 21:21', '14/03/2026 21:22', '15/03/2026 09:00'],
  ])('as text, by the habit of the computer: %s', async (...times) => {
    const reading = await read(text(...times));
    expect(brief(reading.messages)).toEqual(expected);
    expect(reading.messages![1]!.missingMedia).toEqual(['shot.png']);
    expect(codes(reading)).not.toContain('CHAT_COUNT_DIFFERS');
  });

  it('as JSON, the other by the account that the channel is called by', async () => {
    const said = (name: string, nickname: string, timestamp: string, content: string, more: object = {}): object => ({
      id: '1',
      type: 'Default',
      timestamp,
      content,
      author: { id: '2', name, nickname, isBot: false },
      attachments: [],
      ...more,
    });
    const reading = await read(
      JSON.stringify({
        guild: { id: '0', name: 'Direct Messages' },
        channel: { id: '3', type: 'DirectTextChat', category: 'Private', name: 'starfish_7' },
        dateRange: { after: null, before: null },
        exportedAt: '2026-03-16T10:00:00+00:00',
        messages: [
          said('starfish_7', '海星卡铺', '2026-03-14T13:21:00+00:00', '在的'),
          said('lena', 'lena', '2026-03-14T21:22:00+08:00', '', { attachments: [{ fileName: 'shot.png' }] }),
          said('lena', 'lena', '2026-03-14T21:23:00+08:00', 'Started a call.', { type: 'Call' }),
        ],
        messageCount: 3,
      }),
    );
    expect(
      reading.messages!.map(({ at, side, sender, text: words }) => [at?.slice(0, 16), side, sender, words]),
    ).toEqual([
      ['2026-03-14T21:21', 'other', '海星卡铺', '在的'],
      ['2026-03-14T21:22', 'buyer', 'lena', '[附件]'],
      ['2026-03-14T21:23', 'system', 'lena', 'Started a call.'],
    ]);
    expect(reading.messages![1]!.missingMedia).toEqual(['shot.png']);
  });

  it('as a table', async () => {
    const csv = [
      'AuthorID,Author,Date,Content,Attachments,Reactions',
      '"11","海星官方客服","14-Mar-26 09:21 PM","在的","",""',
      '"12","lena","14-Mar-26 09:22 PM","兑换码无效","https://cdn.example.com/a/shot.png",""',
      '"11","海星官方客服","15-Mar-26 09:00 AM","48小时内给您退款","",""',
    ].join('\n');
    const reading = await read(csv, { name: 'talk.csv' });
    expect(reading.messages!.map(({ at, side, sender }) => [at, side, sender])).toEqual([
      ['2026-03-14T21:21+08:00', 'other', '海星官方客服'],
      ['2026-03-14T21:22+08:00', 'buyer', 'lena'],
      ['2026-03-15T09:00+08:00', 'other', '海星官方客服'],
    ]);
  });

  it('as a page, on which who goes on is not named again', async () => {
    const message = (words: string, head: string, aside = ''): string =>
      `<div class="chatlog__message-container" data-message-id="1"><div class="chatlog__message">
       <div class="chatlog__message-aside">${aside}</div>
       <div class="chatlog__message-primary">${head}${words}</div></div></div>`;
    const said = (words: string): string =>
      `<div class="chatlog__content chatlog__markdown"><span class="chatlog__markdown-preserve">${words}</span></div>`;
    const head = (who: string, when: string): string =>
      `<div class="chatlog__header"><span class="chatlog__author" title="${who}">${who}</span>
       <span class="chatlog__timestamp"><a href="#1">${when}</a></span></div>`;
    const group = (...inner: string[]): string => `<div class="chatlog__message-group">${inner.join('')}</div>`;
    const page = `<!DOCTYPE html><html><head><title>Direct Messages - 海星卡铺</title></head><body>
      <div class="preamble"><div class="preamble__entry">Direct Messages</div>
      <div class="preamble__entry">Private / 海星卡铺</div></div><div class="chatlog">
      ${group(message(said('在的'), head('海星卡铺', '2026/3/14 21:21')))}
      ${group(
        message(said('兑换码无效'), head('lena', '2026/3/14 21:22')),
        message(
          '<div class="chatlog__attachment"><a href="f/shot.png"><img src="f/shot.png"></a></div>',
          '',
          '<div class="chatlog__short-timestamp" title="2026/3/14 21:23">21:23</div>',
        ),
      )}
      </div></body></html>`;
    const reading = await read(page);
    expect(brief(reading.messages)).toEqual([
      ['2026-03-14T21:21+08:00', 'other', '海星卡铺', '在的'],
      ['2026-03-14T21:22+08:00', 'buyer', 'lena', '兑换码无效'],
      ['2026-03-14T21:23+08:00', 'buyer', 'lena', '[附件]'],
    ]);
    expect(reading.messages![2]!.missingMedia).toEqual(['shot.png']);
  });
});
