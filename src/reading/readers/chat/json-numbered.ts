import type { ChatMessage } from '../../../model/reading.ts';
import { isObject, moment, name, text, type Json, type JsonFormat } from './json-formats.ts';

/** Keys under which exporters say whether the owner of the phone spoke, when, who and what. */
const OWN_KEYS = ['isSend', 'isSender', 'is_send', 'is_sender', 'isSelf', 'is_self', 'fromMe'];
const TIME_KEYS = [
  'createTime',
  'create_time',
  'CreateTime',
  'timestamp',
  'time',
  'formattedTime',
  'StrTime',
  'str_time',
  'date',
  '时间',
];
const TEXT_KEYS = ['content', 'text', 'message', 'msg', 'StrContent', 'strContent', '内容', '消息'];
const NAME_KEYS = [
  'senderDisplayName',
  'senderName',
  'nickname',
  'NickName',
  'sender',
  'name',
  'talker',
  'from',
  'user',
  'author',
  'speaker',
  '发送人',
  '发送者',
  '昵称',
];

/** The same in a word. */
const ROLE_KEYS = ['role', 'side', 'senderType', 'sender_type', 'fromType', 'from_type'];
const OWN_ROLE = /^(?:buyer|customer|me|self|买家|顾客|我)$/i;
const OTHER_ROLE = /^(?:seller|shop|merchant|service|customer_?service|kefu|卖家|商家|客服|店铺)$/i;

/** Any list of messages that number their side, or name it. */
export const NUMBERED: JsonFormat = {
  label: '聊天记录导出',
  is: () => true,
  message(entry) {
    const pick = (keys: readonly string[]): unknown => pickOf(entry, keys);
    const own = pick(OWN_KEYS);
    const at = moment(pick(TIME_KEYS));
    const words = text(pick(TEXT_KEYS));
    if (at === undefined && !words) return undefined;
    const sender = name(pick(NAME_KEYS));
    return {
      at,
      ...(sender ? { sender } : {}),
      text: words,
      side: roleOf(entry) ?? sideOf(own),
    };
  },
};

const pickOf = (entry: Json, keys: readonly string[]): unknown =>
  keys.map((key) => entry[key]).find((value) => value !== undefined);

const sideOf = (own: unknown): ChatMessage['side'] =>
  own === 1 || own === true || own === '1' ? 'buyer' : own === 0 || own === false || own === '0' ? 'other' : 'unknown';

function roleOf(entry: Json): 'buyer' | 'other' | undefined {
  const said = ROLE_KEYS.map((key) => text(entry[key]).trim()).find((role) => role !== '') ?? '';
  return OWN_ROLE.test(said) ? 'buyer' : OTHER_ROLE.test(said) ? 'other' : undefined;
}

const isNumbered = (entry: unknown): boolean =>
  isObject(entry) &&
  (OWN_KEYS.some((key) => key in entry) || roleOf(entry) !== undefined) &&
  TEXT_KEYS.some((key) => key in entry);

/** Who said what when, several times and not always the same: nothing else is listed so. */
function isNamedTalk(entries: readonly unknown[]): boolean {
  const has = (keys: readonly string[]) => (entry: unknown) =>
    isObject(entry) && keys.some((key) => typeof entry[key] === 'string' || typeof entry[key] === 'number');
  const names = new Set(entries.map((entry) => (isObject(entry) ? text(pickOf(entry, NAME_KEYS)) : '')));
  return (
    names.size > 1 &&
    names.size < entries.length &&
    [NAME_KEYS, TEXT_KEYS, TIME_KEYS].every((keys) => entries.every(has(keys)))
  );
}

/** The list of such messages in a document, at its top or one level below. */
export function numberedIn(document: unknown): unknown[] | undefined {
  const lists = Array.isArray(document)
    ? [document]
    : isObject(document)
      ? Object.values(document).filter(Array.isArray)
      : [];
  return lists.find((one) => one.length > 0 && (one.every(isNumbered) || isNamedTalk(one)));
}
