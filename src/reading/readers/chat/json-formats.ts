import { chinaMoment, epochOf, parseTime, type Moment } from '../../../model/moment.ts';
import type { ChatMessage } from '../../../model/reading.ts';
import { cleanLine, cleanText } from '../text/clean.ts';

export type Json = Record<string, unknown>;

/** One format of chats in JSON: how it is known, and how one of its messages is read. */
export interface JsonFormat {
  label: string;
  is(file: Json): boolean;
  message(entry: Json, file: Json): ChatMessage | undefined;
  stated?(file: Json): number | undefined;
  peer?(file: Json): string | undefined;
}

const EARLIEST = epochOf('1999-01-01');
const LATEST = epochOf('2100-01-01');

/** ChatLab's numbers of message types that carry no text of their own. */
const CHATLAB_MEDIA: Record<number, string> = { 1: '图片', 2: '语音', 3: '视频', 4: '文件' };
const MEDIA_TYPES: readonly [RegExp, string][] = [
  [/图片|image|pic/i, '图片'],
  [/语音|voice|audio|ptt/i, '语音'],
  [/视频|video/i, '视频'],
  [/文件|file/i, '文件'],
];

export const FORMATS: readonly JsonFormat[] = [
  {
    label: 'ChatLab 格式',
    is: (file) => isObject(file.chatlab),
    message(entry, file) {
      const type = Number(entry.type);
      const owner = text(object(file.meta).ownerId);
      const at = moment(entry.timestamp);
      const sender = name(entry.groupNickname) || name(entry.accountName) || name(entry.sender);
      const content = text(entry.content);
      if (at === undefined && !content) return undefined;
      return {
        at,
        sender,
        text: content || (CHATLAB_MEDIA[type] ? `[${CHATLAB_MEDIA[type]}]` : ''),
        side:
          type === 80 || type === 81
            ? 'system'
            : owner
              ? text(entry.sender) === owner
                ? 'buyer'
                : 'other'
              : 'unknown',
        ...(CHATLAB_MEDIA[type] ? { missingMedia: [CHATLAB_MEDIA[type]!] } : {}),
        ...(type === 81 ? { recalled: true } : {}),
      };
    },
    peer: (file) => (object(file.meta).type === 'private' ? name(object(file.meta).name) : undefined),
  },
  {
    label: 'QQ 聊天记录导出',
    is: (file) => isObject(file.chatInfo) && (isObject(file.metadata) || isObject(file.statistics)),
    message(entry, file) {
      const content = object(entry.content);
      const sender = object(entry.sender);
      const self = [text(object(file.chatInfo).selfUin), text(object(file.chatInfo).selfUid)].filter(Boolean);
      const at = moment(entry.timestamp) ?? moment(entry.time);
      const words = text(content.text) || text(entry.content);
      if (at === undefined && !words) return undefined;
      const media = list(content.resources).map(
        (one) => name(object(one).filename) || name(object(one).fileName) || kindOfMedia(text(object(one).type)),
      );
      const own = [text(sender.uin), text(sender.uid)].some((id) => id !== '' && self.includes(id));
      return {
        at,
        sender: name(sender.name) || name(sender.nickname) || name(sender.uin),
        text: words,
        side: entry.system === true ? 'system' : self.length > 0 ? (own ? 'buyer' : 'other') : 'unknown',
        ...(media.length > 0 ? { missingMedia: media } : {}),
        ...(entry.recalled === true ? { recalled: true } : {}),
      };
    },
    stated: (file) => count(object(file.statistics).totalMessages),
    peer: (file) =>
      /private|friend|私聊/i.test(text(object(file.chatInfo).type)) ? name(object(file.chatInfo).name) : undefined,
  },
  {
    label: '微信聊天记录导出',
    is: (file) => isObject(file.session) && Array.isArray(file.messages),
    message(entry) {
      const type = text(entry.type);
      const at = moment(entry.createTime) ?? moment(entry.formattedTime);
      const words = text(entry.content);
      if (at === undefined && !words) return undefined;
      const media = MEDIA_TYPES.find(([pattern]) => pattern.test(type) && !/通话/.test(type))?.[1];
      const sent = entry.isSend === null || entry.isSend === undefined ? undefined : Number(entry.isSend);
      return {
        at,
        sender: name(entry.senderDisplayName) || name(entry.senderUsername) || undefined,
        text: words,
        side: /系统/.test(type) ? 'system' : sent === 1 ? 'buyer' : sent === 0 ? 'other' : 'unknown',
        ...(media ? { missingMedia: [media] } : {}),
        ...(/撤回/.test(type) ? { recalled: true } : {}),
      };
    },
    stated: (file) => count(object(file.session).messageCount),
    peer: (file) => (object(file.session).type === '私聊' ? name(object(file.session).displayName) : undefined),
  },
  {
    label: 'Telegram 聊天记录导出',
    is: (file) =>
      list(file.messages).some(
        (entry) => isObject(entry) && 'date_unixtime' in entry && ('from_id' in entry || 'actor_id' in entry),
      ),
    message(entry, file) {
      // Where one is known to talk with one other, whoever is not the other is the owner.
      const two = file.type === 'personal_chat' && typeof file.id === 'number';
      const at = moment(entry.date_unixtime) ?? moment(entry.date);
      const own = typeof entry.text === 'string' ? text(entry.text) : pieces(entry.text);
      const from = name(entry.forwarded_from);
      const words = from && own ? `[转发 ${from}]\n${own}` : own;
      const media = 'photo' in entry ? '图片' : 'file' in entry ? kindOfMedia(text(entry.media_type)) : undefined;
      if (at === undefined && !words) return undefined;
      return {
        at,
        sender: name(entry.from) || name(entry.actor) || undefined,
        text: words,
        side:
          entry.type === 'service'
            ? 'system'
            : two
              ? entry.from_id === `user${String(file.id)}`
                ? 'other'
                : 'buyer'
              : 'unknown',
        ...(media ? { missingMedia: [media] } : {}),
      };
    },
    peer: (file) => (file.type === 'personal_chat' ? name(file.name) : undefined),
  },
  {
    label: 'Discord 聊天记录导出',
    is: (file) =>
      isObject(file.guild) && isObject(file.channel) && 'exportedAt' in file && Array.isArray(file.messages),
    message(entry) {
      const author = object(entry.author);
      const written = moment(entry.timestamp);
      // By the clock of China, whatever zone the exporter wrote.
      const at = written && chinaMoment(epochOf(written));
      const words = text(entry.content);
      const media = [
        ...list(entry.attachments).map((one) => name(object(one).fileName) || '附件'),
        ...list(entry.stickers).map(() => '表情'),
      ];
      if (at === undefined && !words) return undefined;
      return {
        at,
        sender: name(author.nickname) || name(author.name) || undefined,
        text: words || (media.length > 0 ? '[附件]' : ''),
        side: SAID_BY_PEOPLE.has(text(entry.type)) ? 'unknown' : 'system',
        ...(media.length > 0 ? { missingMedia: media } : {}),
      };
    },
    stated: (file) => count(file.messageCount),
    peer(file) {
      const { type, name: called } = object(file.channel);
      if (!text(type).startsWith('Direct')) return undefined;
      // The channel has the account's name, over the messages stands what it calls itself.
      const authors = list(file.messages).map((one) => object(object(one).author));
      const peer = authors.find((author) => text(author.name) === text(called));
      return name(peer?.nickname) || name(called);
    },
  },
];

/** All other kinds of Discord's messages are what the program itself writes. */
const SAID_BY_PEOPLE = new Set(['Default', 'Reply', '']);

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const object = (value: unknown): Json => (isObject(value) ? value : {});
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const text = (value: unknown): string =>
  typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : '';
/** Words that come in pieces where one is a link, a number, a bold word. */
const pieces = (value: unknown): string =>
  cleanText(
    list(value)
      .map((one) => (typeof one === 'string' ? one : isObject(one) && typeof one.text === 'string' ? one.text : ''))
      .join(''),
  );
export const name = (value: unknown): string => cleanLine(text(value)).slice(0, 120);
const count = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

function kindOfMedia(type: string): string {
  return MEDIA_TYPES.find(([pattern]) => pattern.test(type))?.[1] ?? '文件';
}

/** Seconds or milliseconds since 1970, or a time in words (China's). */
export function moment(value: unknown): Moment | undefined {
  if (typeof value === 'string' && !/^\d{9,13}$/.test(value)) return parseTime(value)?.moment;
  const number = Number(value);
  const ms = number > 1e11 ? number : number * 1000;
  return ms > EARLIEST && ms < LATEST ? chinaMoment(ms) : undefined;
}
