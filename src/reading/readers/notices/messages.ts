import type { Moment } from '../../../model/moment.ts';
import { readMoment } from '../../page/values/moment.ts';
import { isBankMessage } from '../../page/values/notice.ts';

/** A message as a phone keeps it: who sent it, when it came, its words. */
export interface Received {
  text: string;
  at?: Moment;
  from?: string;
}

/** The number of a bank or a phone, alone over what it sent. */
const SHORT_NUMBER = /^\+?\d{3,20}$/;
/** Lines that copies of messages put over each of them. */
const SENDER = /^(?:来自|发件人|发送人|发送方|发信人|号码|联系人|From|Sender|Address)\s*[:：]\s*(.{2,40})$/i;
const TIME = /^(?:时间|日期|发送时间|接收时间|收到时间|收件时间|Date|Time|Received|Sent)\s*[:：]\s*/i;
const BODY = /^(?:内容|正文|短信内容|信息内容|Text|Body|Message|Content)\s*[:：]\s*/i;
/** Such a line has a time, and beside it no more than a number or a name. */
const LONGEST_HEAD = 60;
const MOST_BESIDE = 16;
/** `今天 20:15`, `11月3日 周二 下午8:15`, as phones write over messages. */
const HALF = '(?:上午|下午|晚上|凌晨|中午|AM|PM)?';
const CLOCK = String.raw`\s*${HALF}\s*\d{1,2}:\d{2}(?::\d{2})?\s*${HALF}`;
const WEEKDAY = String.raw`\s*(?:(?:周|星期)[一二三四五六日天])?`;
const SHOWN_CLOCK = new RegExp(
  String.raw`^(?:今天|昨天|前天|\d{1,2}月\d{1,2}日|\d{1,2}[/-]\d{1,2})?${WEEKDAY}${CLOCK}$`,
  'i',
);
/** A day and a clock. */
const MOMENT = new RegExp(String.raw`20\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?${WEEKDAY}${CLOCK}`, 'i');
/** A rule between messages. */
const RULE = /^[-=—_*]{3,}$/;
const SIGN_BEFORE = /^[【[][^】\]]{2,24}[】\]]/;
const SIGN_BEHIND = /[】\]]\s*$/;

/** The messages of a text in which each may have lines over it that say who sent it and when. */
export function messagesIn(lines: readonly string[]): Received[] {
  const messages: Received[] = [];
  let over: Pick<Received, 'at' | 'from'> = {};
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) messages.push({ ...over, text: open.join('') });
    open = [];
  };
  const begin = (told: Pick<Received, 'at' | 'from'>, fresh: boolean): void => {
    if (open.length > 0 || fresh) {
      close();
      over = {};
    }
    over = { ...over, ...told };
  };
  for (const line of lines) {
    const text = line.trim();
    const head = headOf(text);
    if (head) begin(head, false);
    else if (text === '' || RULE.test(text)) close();
    else {
      const said = text.replace(BODY, '');
      // A message that is signed before it begins another, and one signed behind it is over.
      if (open.length > 0 && (SIGN_BEFORE.test(said) || SIGN_BEHIND.test(open.at(-1)!))) close();
      open.push(said);
    }
  }
  close();
  return messages;
}

/** The messages in the rows of a table: the longest cell of each is what was said, the first moment when. */
export function messagesOfRows(rows: readonly (readonly string[])[]): Received[] {
  return rows.flatMap((row) => {
    const cells = row.map((cell) => cell.trim());
    const text = cells.reduce((longest, cell) => (cell.length > longest.length ? cell : longest), '');
    const at = cells.map((cell) => headOf(cell)?.at).find(Boolean);
    return text === '' ? [] : [{ text: text.replace(/\s*\n\s*/g, ''), ...(at ? { at } : {}) }];
  });
}

/** What a line over a message says of it; undefined for a line of words. */
function headOf(line: string): Pick<Received, 'at' | 'from'> | undefined {
  if (line === '' || line.length > LONGEST_HEAD) return undefined;
  const from = SENDER.exec(line)?.[1]?.trim();
  if (from !== undefined) return { from };
  if (SHORT_NUMBER.test(line)) return { from: line };
  const plain = line.replace(TIME, '').normalize('NFKC').trim();
  if (SHOWN_CLOCK.test(plain)) return {};
  const joined = { text: plain, scores: [], cells: [] };
  const read = readMoment(joined);
  if (!read?.value.includes('T')) return undefined;
  const beside = plain
    .replace(MOMENT, '')
    .replace(/[\s:：,，\-—()（）[\]]+/g, ' ')
    .trim();
  if (beside.length > MOST_BESIDE || isBankMessage(line)) return undefined;
  return { at: read.value, ...(beside === '' ? {} : { from: beside }) };
}
