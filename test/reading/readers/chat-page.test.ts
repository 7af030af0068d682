import { describe, expect, it } from 'vitest';
import { codes, read } from '../made/source.ts';

const block = (who: 'self' | 'other', sender: string, time: string, text: string): string =>
  `<div class="message-block" data-date="2026-09-01"><div class="message ${who}" data-date="2026-09-01" id="msg-1">
   <div class="avatar">头</div><div class="message-wrapper"><div class="message-header"><span class="sender">${sender}</span>
   <span class="time">${time}</span></div><div class="message-bubble"><div class="content">${text}</div></div></div></div></div>`;

describe('a page of QQChatExporter', () => {
  const page = (total: number): string => `<!DOCTYPE html><html><head><title>聊天记录</title></head><body>
    <div class="hero"><h1>栗子卡铺</h1><span id="info-total">${total}</span></div>
    ${block('self', '阿木', '18:09:39', '<span class="text-content">卡密用不了</span>')}
    ${block('other', '栗子卡铺', '18:12:01', '<div class="reply-content"><strong>阿木</strong><div>卡密用不了</div></div><span class="text-content">48小时内给您退款</span>')}
    ${block('other', '栗子卡铺', '2026-09-02 09:00:00', '<div class="image-content"><img src="a.png" alt="a.png"></div>')}
    <div class="message-block" data-date="2026-09-02"><div class="system-message-container"><span class="text-content">对方撤回了一条消息</span><div>09:01</div></div></div>
    </body></html>`;

  it('says whose words they are, and leaves what they quote out', async () => {
    const reading = await read(page(4));
    expect(reading).toMatchObject({ kind: 'chat_log', reader: 'chat' });
    expect(reading.messages!.map(({ side, text, at }) => [side, text, at])).toEqual([
      ['buyer', '卡密用不了', '2026-09-01T18:09:39+08:00'],
      ['other', '48小时内给您退款', '2026-09-01T18:12:01+08:00'],
      ['other', '[图片]', '2026-09-02T09:00:00+08:00'],
      ['system', '对方撤回了一条消息', '2026-09-02T09:01+08:00'],
    ]);
    expect(reading.promises).toEqual([expect.objectContaining({ by: '2026-09-03T18:12:01+08:00' })]);
    expect(codes(reading)).not.toContain('CHAT_COUNT_DIFFERS');
  });
  it('says when it holds fewer messages than it states', async () => {
    expect(codes(await read(page(9)))).toContain('CHAT_COUNT_DIFFERS');
  });
});

describe('a page whose classes tell the sides', () => {
  const item = (side: string, name: string, text: string): string =>
    `<li class="chat-item ${side}"><b class="name">${name}</b><i class="timestamp">2026-09-01 18:09:39</i><p class="text">${text}</p></li>`;
  it('is a chat, whatever program wrote it', async () => {
    const page = `<html><body><ul>${item('is-right', '小满', '没到账')}${item('is-left', '栗子卡铺', '48小时内给您退款')}</ul></body></html>`;
    const reading = await read(page);
    expect(reading).toMatchObject({ kind: 'chat_log', reader: 'chat' });
    expect(reading.messages!.map(({ at, side, sender, text }) => [at, side, sender, text])).toEqual([
      ['2026-09-01T18:09:39+08:00', 'buyer', '小满', '没到账'],
      ['2026-09-01T18:09:39+08:00', 'other', '栗子卡铺', '48小时内给您退款'],
    ]);
  });
  it('is none where all stands on one side, or nothing says who and when', async () => {
    for (const page of [
      item('left', '栗子卡铺', '订单编号：1') + item('left', '栗子卡铺', '月卡'),
      '<div class="row left"><p class="text">订单编号</p></div><div class="row right"><p class="text">A1</p></div>',
    ])
      expect(await read(`<html><body>${page}</body></html>`)).not.toMatchObject({ kind: 'chat_log' });
  });
});

describe('what QQ saves as .mht', () => {
  const row = (colour: string, name: string, time: string, text: string): string =>
    `<tr><td><div style=color:${colour};padding-left:10px;><div style=float:left;margin-right:6px;>${name}</div>${time}</div><div style=padding-left:20px;><font style="font-size:9pt;">${text}</font></div></td></tr>`;
  const mht = (rows: string): string =>
    [
      'From: <Save by Tencent MsgMgr>',
      'Subject: Tencent IM Message',
      'MIME-Version: 1.0',
      'Content-Type:multipart/related;',
      '\tcharset="utf-8"',
      '\ttype="text/html";',
      '\tboundary="----=_NextPart_A1"',
      '',
      '------=_NextPart_A1',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding:7bit',
      '',
      `<html><head><title>QQ Message</title></head><body><table><tr><td><div>消息记录</div></td></tr><tr><td>消息分组:我的好友</td></tr><tr><td>消息对象:栗子卡铺</td></tr><tr><td style=font-weight:bold;>日期: 2026-09-01</td></tr>${rows}</table></body></html>`,
      '',
      '------=_NextPart_A1--',
      '',
    ].join('\r\n');

  it('has days, clocks and sides', async () => {
    const reading = await read(
      mht(row('#42B475', '阿木', '18:09:39', '卡密用不了') + row('#006EFE', '栗子', '18:12:01', '明天给您补发')),
    );
    expect(reading.kind).toBe('chat_log');
    expect(reading.messages).toEqual([
      { at: '2026-09-01T18:09:39+08:00', sender: '阿木', side: 'buyer', text: '卡密用不了' },
      { at: '2026-09-01T18:12:01+08:00', sender: '栗子', side: 'other', text: '明天给您补发' },
    ]);
  });
  it('in one colour tells no side', async () => {
    const reading = await read(mht(row('#006EFE', '甲', '18:09:39', '在吗') + row('#006EFE', '乙', '18:12:01', '在')));
    expect(reading.messages!.map(({ side }) => side)).toEqual(['unknown', 'unknown']);
  });
});

describe('exports that number the sides', () => {
  it('in a table: 1 is the owner of the phone', async () => {
    const reading = await read(
      '消息ID,发送方,内容,发送时间\n1,1,卡密用不了,2026-09-01 18:09:39\n2,0,稍等,2026-09-01 18:10:00\n3,0,明天补发给您,2026-09-01 18:12:00\n',
    );
    expect(reading.messages!.map(({ side }) => side)).toEqual(['buyer', 'other', 'other']);
  });
  it('as true and false, or as 发送 and 接收', async () => {
    for (const [own, other] of [
      ['true', 'false'],
      ['发送', '接收'],
    ]) {
      const reading = await read(
        `时间,是否发送,内容\n2026-09-01 18:09:39,${own},卡密用不了\n2026-09-01 18:10:00,${other},稍等\n`,
      );
      expect(reading.messages!.map(({ side }) => side)).toEqual(['buyer', 'other']);
    }
  });
  it('as a list in JSON', async () => {
    const messages = [
      { isSend: 1, content: '卡密用不了', time: '2026-09-01 18:09:39' },
      { isSend: 0, content: '明天补发给您', time: '2026-09-01 18:12:00' },
    ];
    for (const document of [messages, { data: messages }, { talker: 'x', messages }]) {
      const reading = await read(JSON.stringify(document));
      expect(reading.messages!.map(({ side, at }) => [side, at?.slice(0, 16)])).toEqual([
        ['buyer', '2026-09-01T18:09'],
        ['other', '2026-09-01T18:12'],
      ]);
    }
  });
});
