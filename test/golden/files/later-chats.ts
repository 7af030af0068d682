import type { FreshChat } from './fresh-chats.ts';

interface Written {
  /** As Telegram writes it: `05.10.2026 21:03:11 UTC+08:00`. */
  at: string;
  /** Absent where the one above goes on. */
  from?: string;
  /** What stands in the body below the name: markup of Telegram's own. */
  body: string;
}

let id = 100;
const day = (words: string): string =>
  `<div class="message service" id="message-${++id}"><div class="body details">\n${words}\n</div></div>`;
const message = ({ at, from, body }: Written): string => {
  const face = from
    ? `<div class="pull_left userpic_wrap"><div class="userpic userpic3" style="width: 42px; height: 42px"><div class="initials" style="line-height: 42px">\n${from[0]}\n</div></div></div>`
    : '';
  const name = from ? `<div class="from_name">\n${from} \n</div>` : '';
  return `<div class="message default clearfix${from ? '' : ' joined'}" id="message${++id}">${face}<div class="body"><div class="pull_right date details" title="${at}">\n${at.slice(11, 16)}\n</div>${name}${body}</div></div>`;
};
const text = (words: string): string => `<div class="text">\n${words}\n</div>`;
const reply = '<div class="reply_to details">\nIn reply to <a href="#go_to_message101" onclick="return GoToMessage(101)">this message</a>\n</div>';
const photo =
  '<div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/photo_1@05-10-2026_21-05-40.jpg"><img class="photo" src="photos/photo_1@05-10-2026_21-05-40_thumb.jpg" style="width: 120px; height: 260px"/></a></div>';
const leftOut = (title: string, kind: string): string =>
  `<div class="media_wrap clearfix"><div class="media clearfix pull_left media_${kind}"><div class="fill pull_left"></div><div class="body"><div class="title bold">\n${title}\n</div><div class="description">\nNot included, change data exporting settings to download.\n</div><div class="status details">\n00:12, 40.1 KB\n</div></div></div></div>`;
const forwarded = (from: string, words: string): string =>
  `<div class="pull_left forwarded userpic_wrap"><div class="userpic userpic2" style="width: 42px; height: 42px"></div></div><div class="forwarded body"><div class="from_name">\n${from} <span class="date details" title="01.10.2026 10:00:00 UTC+08:00"> 01.10.2026 10:00:00</span>\n</div>${text(words)}</div>`;
const page = (title: string, ...messages: string[]): string =>
  `<!DOCTYPE html>\n<html>\n <head>\n  <meta charset="utf-8"/>\n  <title>Exported Data</title>\n  <meta content="width=device-width, initial-scale=1.0" name="viewport"/>\n  <link href="css/style.css" rel="stylesheet"/>\n  <script src="js/script.js" type="text/javascript"></script>\n </head>\n <body onload="CheckLocation();">\n  <div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">\n${title} \n</div></div></div><div class="page_body chat_page"><div class="history">${messages.join('\n')}</div></div></div>\n </body>\n</html>`;

/** Chats as Telegram Desktop saves them as pages; labelled before a rule for them was written. */
export const LATER_CHATS: readonly FreshChat[] = [
  {
    name: 'Telegram for computers, a page: two people, one named above; what goes on has no name; a picture, a reply',
    content: page(
      '小熊点卡',
      day('5 October 2026'),
      message({ at: '05.10.2026 21:03:11 UTC+08:00', from: '阿远', body: text('充的 300 一直没进账') }),
      message({ at: '05.10.2026 21:05:40 UTC+08:00', body: photo + text('你看截图') }),
      message({ at: '05.10.2026 21:09:02 UTC+08:00', from: '小熊点卡', body: reply + text('我去催<br>上家还没回') }),
      day('6 October 2026'),
      message({
        at: '06.10.2026 00:02:30 UTC+08:00',
        from: '小熊点卡',
        body: text('今天 <strong>18:00</strong> 前没到我退你 &quot;全款&quot;'),
      }),
      message({ at: '06.10.2026 00:04:00 UTC+08:00', from: '阿远', body: leftOut('Voice message', 'voice_message') }),
    ),
    said: [
      ['2026-10-05T21:03', 'buyer', '充的 300 一直没进账'],
      ['2026-10-05T21:05', 'buyer', '[图片]\n你看截图'],
      ['2026-10-05T21:09', 'other', '我去催\n上家还没回'],
      ['2026-10-06T00:02', 'other', '今天 18:00 前没到我退你 "全款"'],
      ['2026-10-06T00:04', 'buyer', '[语音]'],
    ],
  },
  {
    name: 'Telegram for computers, a group: three people, a notice, words of somebody else passed on, another zone',
    content: page(
      '点卡互助群',
      day('7 October 2026'),
      day('阿远 joined group by link from Group'),
      message({ at: '07.10.2026 15:20:00 UTC+03:00', from: '阿远', body: text('有人买过小熊的卡吗') }),
      message({ at: '07.10.2026 15:21:10 UTC+03:00', from: '麦子', body: text('别买，我的码也是用过的') }),
      message({ at: '07.10.2026 15:22:48 UTC+03:00', body: forwarded('小熊点卡', '三天内给您退款') }),
      message({ at: '07.10.2026 22:30:05 UTC+03:00', from: '老周', body: text('找平台吧') }),
    ),
    said: [
      ['2026-10-07T20:20', '阿远', '有人买过小熊的卡吗'],
      ['2026-10-07T20:21', '麦子', '别买，我的码也是用过的'],
      ['2026-10-07T20:22', '麦子', '[转发 小熊点卡]\n三天内给您退款'],
      ['2026-10-08T03:30', '老周', '找平台吧'],
    ],
  },
  {
    name: 'Telegram for computers of some years ago: no zone behind the time, and one who has gone',
    content: page(
      'Deleted Account',
      day('9 October 2026'),
      message({ at: '09.10.2026 08:00:01', from: 'Deleted Account', body: text('码发你了') }),
      message({ at: '09.10.2026 08:40:59', from: '阿远', body: text('兑换不了，说不存在') }),
    ),
    said: [
      ['2026-10-09T08:00', 'other', '码发你了'],
      ['2026-10-09T08:40', 'buyer', '兑换不了，说不存在'],
    ],
  },
];
