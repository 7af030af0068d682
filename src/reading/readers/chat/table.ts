import { chinaMoment, type Moment } from '../../../model/moment.ts';
import type { ChatMessage } from '../../../model/reading.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { type ChatFile, completeMessage } from './chat-file.ts';
import { momentsOf } from './written-times.ts';

/** Columns of chat tables, by all names under which they were seen; `time` and `text` must be there. */
const COLUMNS = {
  time: ['strtime', '时间', '发送时间', '消息时间', 'time'],
  epoch: ['createtime', 'timestamp'],
  text: ['strcontent', '消息内容', '内容', 'content', 'message'],
  sender: ['发送者', '发送人', '联系人', '昵称', 'remark', 'nickname', 'sender', 'sendername', 'author'],
  isSelf: [
    'issender',
    'issend',
    'is_sender',
    'is_send',
    'isself',
    'is_self',
    'fromme',
    '是否发送',
    '是否本人',
    '是否自己',
    '发送方',
    '收发',
    '方向',
  ],
  recalled: ['是否撤回'],
  media: ['attachments'],
  type: ['消息类型', 'type'],
} as const;
type Column = keyof typeof COLUMNS;

/** Words in names that are in no list. Names of tables of payments (名称, 对方, 金额) are none of them. */
const LIKE: Partial<Record<Column, RegExp>> = {
  time: /(?:时间|日期|时刻|time|date)$/,
  text: /正文|聊天内容|消息(?:内容|文本|正文)?$|^(?:说的?话|文本|msg|body|text|content)|(?:message|msg|text|body)$/,
  sender: /发送|发言|发信|说话人|^谁|昵称|sender|speaker|author|^from$/,
  isSelf: /方向|收.?发|是否(?:自己|本人|我)|(?:is|from)_?(?:self|me|mine|own|send)|^(?:side|outgoing)$/,
};

/** WeChat's numbers of message types that leave no text. */
const WECHAT_TYPES: Record<string, string> = { 3: '[图片]', 34: '[语音]', 43: '[视频]', 47: '[表情包]', 49: '' };
const WECHAT_SYSTEM = '10000';
/** How a column says whether the owner of the phone spoke. */
const OWN = /^(?:1|true|是|发|发送|发出|我|本人|自己|右|out(?:going)?|sent|me|→)$/i;
const OTHERS = /^(?:0|false|否|收|接收|收到|对方|左|in(?:coming)?|received|←)$/i;

/**
 * Reads chats exported as a table (WeChat tools' CSV, workbook of
 * qq-chat-exporter).
 * @param rows the first of them may stand above the header
 */
export function readChatTable(rows: readonly (readonly string[])[]): ChatFile | undefined {
  const headerAt = rows.slice(0, 20).findIndex((row) => isHeader(row));
  if (headerAt < 0) return undefined;
  const places = placesOf(rows[headerAt]!);
  const file: ChatFile = { format: '聊天记录表格', messages: [], skipped: 0, notes: [] };
  const body = rows.slice(headerAt + 1);
  const pick = (row: readonly string[], column: Column): string =>
    places[column].map((place) => row[place]?.trim() ?? '').find((cell) => cell !== '') ?? '';
  const moments = momentsOf(body.map((row) => pick(row, 'time')));
  for (const [i, row] of body.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const message = messageOf((column) => pick(row, column), moments[i]);
    if (message) file.messages.push(completeMessage(message));
    else file.skipped += 1;
  }
  return file;
}

function placesOf(header: readonly string[]): Record<Column, number[]> {
  const names = header.map((cell) => cell.replace(/[\s\ufeff"]/g, '').toLowerCase());
  const entries = Object.entries(COLUMNS).map(([column, known]) => [
    column,
    (known as readonly string[]).flatMap((name) => (names.includes(name) ? [names.indexOf(name)] : [])),
  ]);
  const places = Object.fromEntries(entries) as Record<Column, number[]>;
  const free = (place: number): boolean => !Object.values(places).some((taken) => taken.includes(place));
  // msg_time is a time before it is a message, 发送内容 a message before it is a sender.
  for (const column of ['isSelf', 'time', 'text', 'sender'] as const) {
    if (places[column].length > 0 || (column === 'time' && places.epoch.length > 0)) continue;
    const place = names.findIndex((name, i) => name.length <= 16 && LIKE[column]!.test(name) && free(i));
    if (place >= 0) places[column] = [place];
  }
  return places;
}

function isHeader(row: readonly string[]): boolean {
  const places = placesOf(row);
  return (
    places.text.length > 0 &&
    places.time.length + places.epoch.length > 0 &&
    places.sender.length + places.isSelf.length > 0
  );
}

function messageOf(cell: (column: Column) => string, told: Moment | undefined): ChatMessage | undefined {
  const epoch = Number(cell('epoch'));
  const at = told ?? (epoch > 9e8 && epoch < 4.1e9 ? chinaMoment(epoch * 1000) : undefined);
  const type = cell('type');
  const own = cell('isSelf');
  const words = cleanText(cell('text')).trim();
  const text = /^<\?xml|^<msg\b/.test(words) || words === '' ? (WECHAT_TYPES[type] ?? words) : words;
  if (at === undefined && text === '') return undefined;
  const side =
    type === WECHAT_SYSTEM || /系统/.test(type)
      ? 'system'
      : OWN.test(own)
        ? 'buyer'
        : OTHERS.test(own)
          ? 'other'
          : 'unknown';
  const sender = cleanLine(cell('sender')).slice(0, 120) || undefined;
  const media = cell('media') === '' ? {} : { missingMedia: cell('media').split(/,(?=https?:)/) };
  return { at, sender, side, text, ...media, ...(/^(?:是|true|1)$/i.test(cell('recalled')) ? { recalled: true } : {}) };
}
