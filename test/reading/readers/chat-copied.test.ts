import { describe, expect, it } from 'vitest';
import { read } from '../made/source.ts';

describe('a talk that was copied off an app or a group', () => {
  it('takes an account with a colon for the shop before it', async () => {
    const says = [
      ['tb7163', '13:24:12', '拍好了'],
      ['松果小馆:阿松', '13:25:40', '账号发您了'],
      ['松果小馆', '13:30:00', '欢迎光临'],
      ['tb7163', '14:01:55', '好的'],
    ];
    const text = says.map(([who, when, said]) => `${who} 2026-03-14 ${when}\n${said}`).join('\n\n');
    const { messages = [], fields } = await read(text);
    expect(messages.map(({ side }) => side)).toEqual(['buyer', 'other', 'other', 'buyer']);
    expect(fields.find(({ key }) => key === 'merchant')?.value).toBe('松果小馆');
  });

  it('is one where its head says so, though in a group each speaks but once', async () => {
    const people = ['【群主】松果(2207719034)', '阿榆(1190822365)', '小满(779301522)', '阿柚(88120039)'];
    const says = people.flatMap((who, i) => [`2026-03-14 16:0${i}:19 ${who}`, `第${i}句`, '']);
    const more = ['2026-03-14 17:00:01 【群主】松果(2207719034)', '再等等', '', '2026-03-14 17:20:05 阿檀(4410)', '?'];
    const head = ['消息分组:我的群聊', '消息对象:松果售后群(QQ群)', ''];
    const { kind, messages = [] } = await read([...head, ...says, ...more].join('\n'));
    expect(kind).toBe('chat_log');
    expect(messages).toHaveLength(6);
  });

  it('loses no first message that stands right below the head', async () => {
    const says = [0, 1, 2].flatMap((i) => [`2026-03-14 16:0${i}:19 阿榆`, `第${i}句`, '']);
    const { messages = [] } = await read(['消息分组:物资群', ...says].join('\n'));
    expect(messages).toHaveLength(3);
  });
});
