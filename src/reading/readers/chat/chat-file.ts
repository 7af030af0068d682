import type { ChatMessage, ReadingNote } from '../../../model/reading.ts';

/** What a reader of one format gives back, before sides are told and the reading is judged. */
export interface ChatFile {
  /** Shown to the user. */
  format: string;
  messages: ChatMessage[];
  /** How many messages the file says it has. */
  stated?: number;
  /** Entries of the file that could not be read as a message. */
  skipped: number;
  /** Name of the one other person in a private chat, when the file says it. */
  peer?: string;
  notes: ReadingNote[];
}

const RECALLED = new RegExp(
  [
    '撤回了一条消息|^\\[?(?:该消息)?已撤回\\]?$|recalled a message',
    '^(?:此消息已(?:被)?删除|您?已?删除了?(?:此|这条)消息|(?:This message was|You) deleted(?: this message)?)[。.]?$',
  ].join('|'),
);
const MEDIA =
  /\[(图片|语音|视频|文件|语音消息|视频消息|图片消息|文件消息|语音通话|视频通话)\]\s*([^\s[\]]{1,120}\.\w{1,8})?/g;

/** What WhatsApp leaves of a picture or a file that was not exported with the words. */
const LEFT_OUT = new RegExp(
  `^[<〈《]?(?:${[
    '(媒体|图片|照片|视频|音频|语音|文档|贴图|GIF)(?:文件)?已(?:忽略|省略)',
    '(?:media|image|video|audio|document|sticker|GIF) omitted',
  ].join('|')})[>〉》]?$`,
  'i',
);
const NAMED_FILE = /^[<〈]?(?:附件|attached)[:：]\s*([^<>〈〉]{1,120}\.\w{1,8})[>〉]?$/i;
const FILE_BEHIND = /^(.{1,120}\.\w{2,8}) [（(](?:文件附件|file attached)[)）]$/i;

function leftOut(text: string): string[] {
  const kind = LEFT_OUT.exec(text);
  if (kind) return [kind[1] ?? '媒体'];
  const file = NAMED_FILE.exec(text) ?? FILE_BEHIND.exec(text);
  return file ? [file[1]!] : [];
}

/** Adds what stands in every export alike: recalled messages and media that only a placeholder is left of. */
export function completeMessage(message: ChatMessage): ChatMessage {
  if (RECALLED.test(message.text)) message.recalled = true;
  if (!message.missingMedia) {
    const media = [...message.text.matchAll(MEDIA)]
      .filter(([, kind]) => !kind!.endsWith('通话'))
      .map(([, kind, name]) => name ?? kind!);
    media.push(...leftOut(message.text.trim()));
    if (media.length > 0) message.missingMedia = media;
  }
  return message;
}

/** What is said where days or halves of the day are open, so that these messages carry no time. */
export const timesOpen = (count: number): ReadingNote[] =>
  count === 0
    ? []
    : [
        {
          code: 'CHAT_TIME_UNCERTAIN',
          severity: 'warning',
          message: `有 ${count} 条消息的日期或上下午无法确定，没有写时间；需要时请看原文`,
        },
      ];

/** What a chat program says itself, on a line among what people wrote. */
const OF_PROGRAM = new RegExp(
  [
    '^[（(【\\[]\\s*系统(?:消息|提示|通知)?\\s*[)）】\\]]',
    '^.{0,24}(?:已?开启了?(?:朋友|好友)验证|你还?不是(?:他|她|对方)(?:（她）)?的?(?:朋友|好友))',
    '^.{0,24}(?:拒收了|拒绝接收)(?:你|您)?的?消息|^消息已发出，但被对方拒收了',
    '^(?:你|您|.{1,24})(?:已?被|已将)(?:群主|管理员|.{1,24})移出(?:了)?(?:本群|群聊)',
  ].join('|'),
);

/** Messages with the lines apart that the program said between them. */
export function withProgramLines(messages: readonly ChatMessage[]): ChatMessage[] {
  return messages.flatMap((message) => {
    const lines = message.text.split('\n');
    if (message.side === 'system' || !lines.some((line) => OF_PROGRAM.test(line.trim()))) return [message];
    const own = lines.filter((line) => !OF_PROGRAM.test(line.trim()));
    const said = lines.filter((line) => OF_PROGRAM.test(line.trim()));
    const text = own.join('\n').trim();
    return [
      ...(text === '' ? [] : [{ ...message, text }]),
      ...said.map((line): ChatMessage => ({ side: 'system', text: line.trim() })),
    ];
  });
}
