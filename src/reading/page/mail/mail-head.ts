import { isPlatformName, SHOP_NAME, STATUS_BAR } from '../names.ts';
import { cut, type NamedCell } from '../named-cell.ts';
import { pageOf, type Cell, type Page } from '../page.ts';
import { paidByOf } from '../../wallets.ts';
import { isFreeMail, shopOfWriter, writerOf } from './writer.ts';

/** `青柠小铺 <noreply@mail.example>`, with or without the word for who sends; a recogniser loses a bracket. */
const SENDER = new RegExp(
  [
    String.raw`^(?:(?:发件人|发信人|寄件人|来自|from|sender)\s*[:：]?\s*)?(.{2,40}?)`,
    String.raw`\s*[<＜〈《(（]\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[>＞〉》)）]?$`,
  ].join(''),
  'i',
);
const LABELLED_SENDER = /^(?:发件人|发信人|寄件人|from|sender)\s*[:：]\s*(.{2,40})$/i;
/** To whom, about what, when: what stands beside the sender of a letter and nowhere else. */
const BESIDE = new RegExp(
  [
    String.raw`^(?:收件人|发给|发送给|发至|抄送|主\s?题|发送时间|to|cc|subject|sent|date)`,
    String.raw`\s*(?:[:：]|我|me\b|[\w*.+-]+@)`,
  ].join(''),
  'i',
);
/** A head stands at the top, and has no more lines than this. */
const TOP_ROWS = 8;
const MOST_ROWS = 3;

export interface MailHead {
  /** Who sent the letter, as the page has it. */
  sender: Cell;
  name: string;
  /** The lines of the head: none of them is of what was bought. */
  rows: readonly (readonly Cell[])[];
}

/** The head of a letter that a page shows: who sent it, and beside that to whom, about what or when. */
export function mailHeadOf({ rows }: Page): MailHead | undefined {
  const top = rows.filter((row) => !row.every(({ text }) => STATUS_BAR.test(text.trim()))).slice(0, TOP_ROWS);
  for (const [i, row] of top.entries()) {
    const sender = row.find(({ text }) => senderIn(text) !== undefined);
    if (!sender) continue;
    const around = top.filter((_, j) => Math.abs(j - i) < MOST_ROWS);
    const head = around.filter((one) => one === row || one.some(({ text }) => BESIDE.test(text.trim())));
    if (head.length > 1) return { sender, name: senderIn(sender.text)!, rows: head };
  }
  return undefined;
}

/** Is this text a letter that was copied off its page? */
export const isCopiedMail = (lines: readonly string[]): boolean =>
  mailHeadOf(pageOf(lines.slice(0, TOP_ROWS * 4).map((text) => ({ text: text.trim() })))) !== undefined;

function senderIn(line: string): string | undefined {
  const text = line.trim();
  return (SENDER.exec(text)?.[1] ?? LABELLED_SENDER.exec(text)?.[1])?.replace(/["“”'‘’]/g, '').trim();
}

/**
 * Whose letter it is: a shop's or a platform's, by the name before the address. For a yes, or for another exhibit to
 * say the same; whoever writes from a mailbox that anybody may open is a shop only where the name says so.
 */
export function writerIn(head: MailHead): { key: 'merchant' | 'platform'; named: NamedCell } | undefined {
  const writer = writerOf(head.sender.text);
  const shop = shopOfWriter({ ...writer, name: head.name });
  if (shop === undefined || paidByOf(shop) !== undefined || (isFreeMail(writer) && !SHOP_NAME.test(shop)))
    return undefined;
  const named = cut(head.sender, shop, 'sentence');
  return named && { key: isPlatformName(shop) ? 'platform' : 'merchant', named };
}
