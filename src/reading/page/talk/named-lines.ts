import type { ChatMessage } from '../../../model/reading.ts';
import type { Cell, Page } from '../page.ts';
import { join } from '../values/joined.ts';
import { readMoment } from '../values/moment.ts';

/** A message with the lines it was read from. */
export interface Bubble {
  message: ChatMessage;
  cells: Cell[];
}

/** A time that stands alone in a talk. */
export const CLOCK = new RegExp(
  `^${[
    // The day in figures, or as people say it.
    String.raw`(?:20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?\s*`,
    String.raw`(?:(?:今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日天]|\d{1,2}月\d{1,2}日|\d{1,2}[-/]\d{1,2})\s*)?`,
    // The half of the day, and the hour.
    String.raw`(?:(?:上午|下午|晚上|凌晨|中午|早上)\s*)?`,
    String.raw`(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?`,
  ].join('')}$`,
);
/** A name with the day and hour, or with an hour to the second: windows on a desktop show no day of today. */
const NAMED =
  /^(.{1,24}?)[\s:：]*((?:20\d{2}[-/.年])\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|(?<=[\s）)])\d{1,2}:\d{2}:\d{2})$/;
const SPOKEN = /^([^:：\s]{1,16})\s*[:：]\s*(.{2,})$/;
const SELLER_NAME = /客服|商家|卖家|店|商行|官方|平台|售后|小二|support|service|seller/i;
const BUYER_NAME = /^(?:我|买家|本人|me|用户|顾客|客户|访客|buyer|customer)/i;

/** Desktop windows and exports: a line with name and time, below it what was said. */
export function readNamedLines(page: Page): Bubble[] {
  const lines = page.rows.map((row) => ({ cells: row, text: row.map((cell) => cell.text.trim()).join(' ') }));
  const bubbles: Bubble[] = [];
  let open: Bubble | undefined;
  for (const { cells, text } of lines) {
    const head = NAMED.exec(text);
    if (head && !/[:：]$/.test(head[1]!)) {
      const at = readMoment(join(cells, ' '))?.value;
      open = {
        message: { ...(at ? { at } : {}), sender: head[1]!.trim(), side: sideOfName(head[1]!), text: '' },
        cells: [],
      };
      bubbles.push(open);
    } else if (open) {
      open.message.text += (open.message.text === '' ? '' : '\n') + text;
      open.cells.push(...cells);
    }
  }
  const named = bubbles.filter(({ message }) => message.text !== '');
  tellApart(named, NAMED.test(lines[0]?.text ?? '') ? '' : lettersOf(lines[0]?.text ?? ''));
  if (named.length >= 2) return named;
  if (page.width) return [];
  // A text of `name: words` lines, as pasted from a chat.
  const spoken = lines.flatMap(({ cells, text }) => {
    const match = SPOKEN.exec(text);
    return match && (SELLER_NAME.test(match[1]!) || BUYER_NAME.test(match[1]!))
      ? [{ message: { sender: match[1]!, side: sideOfName(match[1]!), text: match[2]! }, cells }]
      : [];
  });
  return spoken.length >= 2 ? spoken : [];
}

/** A text without what pictures and programs add to it. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Of two who talk, one is known by a shop's name or by the window's title: the other one is the buyer. */
function tellApart(bubbles: readonly Bubble[], title: string): void {
  const names = [...new Set(bubbles.map(({ message }) => message.sender!))];
  const open = names.filter((name) => sideOfName(name) === 'unknown');
  if (names.length !== 2 || open.length === 0) return;
  const other =
    names.find((name) => sideOfName(name) === 'other') ??
    open.find(
      (name) =>
        title.includes(lettersOf(name)) && !open.some((rest) => rest !== name && title.includes(lettersOf(rest))),
    );
  if (other === undefined) return;
  for (const { message } of bubbles)
    if (message.side === 'unknown') message.side = message.sender === other ? 'other' : 'buyer';
}

function sideOfName(name: string): ChatMessage['side'] {
  if (BUYER_NAME.test(name)) return 'buyer';
  return SELLER_NAME.test(name) ? 'other' : 'unknown';
}
