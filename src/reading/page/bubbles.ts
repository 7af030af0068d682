import { type ChatMessage } from '../../model/reading.ts';
import { labelRow } from './labels.ts';
import { STATUS_BAR } from './names.ts';
import { columnsOf, sideByEdges, withoutFaces, type Block, type Columns } from './bubble-sides.ts';
import { type Cell, type Page } from './page.ts';
import { join, readMoment } from './values.ts';

/** A message with the lines it was read from. */
export interface Bubble {
  message: ChatMessage;
  cells: Cell[];
}

const CLOCK = new RegExp(
  `^${[
    // The day in figures, or as people say it.
    String.raw`(?:20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?\s*`,
    String.raw`(?:(?:今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日天]|\d{1,2}月\d{1,2}日|\d{1,2}[-/]\d{1,2})\s*)?`,
    // The half of the day, and the hour.
    String.raw`(?:(?:上午|下午|晚上|凌晨|中午|早上)\s*)?`,
    String.raw`(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?`,
  ].join('')}$`,
);
/** What the program itself writes between messages. */
const SYSTEM = new RegExp(
  `^(?:${[
    // Of the talk.
    '以下(?:是|为)(?:新消息|历史消息)|以上是(?:历史|打招呼).*|查看更多消息|未读消息|.{0,20}撤回了一条消息',
    // Of who takes part.
    '.{0,20}(?:已添加了.{0,10}|加入了群聊|拍了拍.{0,16}|为你服务|会话已(?:结束|关闭).*|接入(?:会话|服务))',
    // Of a door that is shut.
    '对方.{0,14}(?:拉黑|拒收|不是好友).*|.*消息已发出，但被对方拒收了.*|.{0,20}开启了(?:朋友|好友)验证.*',
  ].join('|')})[。.]?$`,
);
/** What people say to each other and no form does. */
const TALK = new RegExp(
  [
    // Greetings and manners.
    '你好|您好|在吗|在不在|亲[,，~ ]|^亲|麻烦|谢谢|稍等|请稍|不好意思|抱歉|hello|hi\\b|please|thanks|sorry',
    // Questions.
    '请问|怎么(?:回事|办|还)|为什么|什么时候|能不能|可以吗|多少钱?$|人呢|结果呢|[吗呢吧啊呀哦嘛哈啦]\\s*[?？。!！~～]?$',
    // One person to another.
    '我|(?<!为)你|客服|老板|兄弟|哥们?$',
    // Answers.
    '好的|收到|可以的|行$|没问题|知道了|[买付充退发登][好上了不]+',
    // What this kind of talk is about.
    '退(?:款|钱|我|你)|处理一?下|会不会|包(?:换|赔|退|找回)|还没|没(?:到|收)',
  ].join('|'),
  'i',
);

const FORM_LABELS = 3;

/** How much a page looks like a talk. */
export function chatWeight(page: Page): number {
  // A form has labels; who talks writes none, but for the number of an order now and then.
  if (page.rows.flat().filter((cell) => labelRow(cell.text)).length >= FORM_LABELS) return 0;
  const bubbles = readBubbles(page).filter(({ message }) => message.side !== 'system');
  const talking = bubbles.filter(({ message }) => TALK.test(message.text)).length;
  if (talking === 0) return 0;
  const sides = new Set(bubbles.map(({ message }) => message.side));
  const bothSides = sides.has('buyer') && sides.has('other') ? 3 : 0;
  const clocks = page.rows.filter((row) => row.length === 1 && isCentredClock(row[0]!, page.width)).length;
  return (
    Math.min(4, talking * 1.3) +
    bothSides +
    (bubbles.length >= 3 ? 1.5 : 0) +
    (bothSides > 0 ? Math.min(3, clocks * 1.5) : 0)
  );
}

/** A time alone in the middle of the page: where talk goes on after a while. */
function isCentredClock({ text, place }: Cell, width: number | undefined): boolean {
  return (
    place !== undefined &&
    width !== undefined &&
    /\d:\d{2}/.test(text) &&
    CLOCK.test(text.trim()) &&
    Math.abs(place.x - (width - place.x - place.width)) < width * 0.06
  );
}

/**
 * The messages of a chat on a picture, from top to bottom: bubbles at the left
 * are the other's, at the right the phone owner's, centred lines the program's.
 */
export function readBubbles(page: Page): Bubble[] {
  const { width } = page;
  const cells = page.rows.flat().filter((cell) => !STATUS_BAR.test(cell.text.trim()));
  if (!width || cells.some((cell) => !cell.place)) return readNamedLines(page);
  const spoken = withoutFaces(
    cells.filter((cell) => !isTitle(cell, page)),
    width,
  ).filter((cell) => !isStamp(cell, width));
  const blocks = blocksOf(spoken);
  const named = readNamedLines(page);
  if (named.length >= 2) return named;
  const edges = columnsOf(blocks, width);
  let at: string | undefined;
  const bubbles: Bubble[] = [];
  for (const block of blocks) {
    const text = block.cells.map((cell) => cell.text).join('');
    const side = sideOf(block, edges, width, text);
    if (side === 'system' && CLOCK.test(text.trim())) {
      at = clockOf(block.cells, at);
      continue;
    }
    if (!isQuote(text, bubbles))
      bubbles.push({ message: { ...(at?.includes('T') ? { at } : {}), side, text }, cells: block.cells });
  }
  return bubbles;
}

/** `阿杰：半小时内到账` under an answer repeats what was said before. */
function isQuote(text: string, before: readonly Bubble[]): boolean {
  const said = /^.{1,20}?[:：](.{4,})$/s.exec(text.trim())?.[1]?.trim();
  return said !== undefined && before.some(({ message }) => lettersOf(message.text) === lettersOf(said));
}

const STAMP = /^(?:已读|未读|送达)?\s*\d{1,2}:\d{2}\s*[√✓vV\s]*$|^(?:已读|未读|送达)$/;

/** The hour inside or beside a bubble is no message; that of a new stretch of talk stands in the middle. */
function isStamp(cell: Cell, width: number): boolean {
  const { x, width: wide } = cell.place!;
  return STAMP.test(cell.text.trim()) && Math.abs(x - (width - x - wide)) > width * 0.06;
}

/** The name of the other stands alone and centred at the top. */
function isTitle(cell: Cell, page: Page): boolean {
  const place = cell.place!;
  const first = page.rows.flat().find((other) => !STATUS_BAR.test(other.text.trim()));
  return cell === first && place.y < 0.2 * (page.height ?? Infinity);
}

function blocksOf(cells: readonly Cell[]): Block[] {
  const blocks: Block[] = [];
  for (const cell of cells) {
    const { x, y, width, height } = cell.place!;
    const text = cell.text.trim();
    const above = CLOCK.test(text)
      ? undefined
      : blocks.findLast(
          (block) =>
            Math.abs(block.left - x) < height * 0.45 &&
            y - block.bottom < height * 0.62 &&
            y - block.bottom > -height * 0.7 &&
            Math.abs(block.height - height) < height * 0.45 &&
            !CLOCK.test(block.cells[0]!.text.trim()),
        );
    if (above) {
      above.cells.push(cell);
      above.right = Math.max(above.right, x + width);
      above.bottom = y + height;
    } else {
      blocks.push({ cells: [cell], left: x, right: x + width, top: y, bottom: y + height, height });
    }
  }
  return blocks.toSorted((a, b) => a.top - b.top);
}

/** A clock that was read with doubt dates nothing: a wrong day would stand against the payment. */
function clockOf(cells: readonly Cell[], before: string | undefined): string | undefined {
  const clock = readMoment(join(cells, ''));
  return clock ? (Math.min(1, ...clock.scores) >= CLEAR_CLOCK ? clock.value : undefined) : before;
}

const CLEAR_CLOCK = 0.9;

function sideOf(block: Block, columns: Columns, width: number, text: string): ChatMessage['side'] {
  if (text.trim() === '' || CLOCK.test(text.trim()) || SYSTEM.test(text.trim())) return 'system';
  const centred = Math.abs(block.left - (width - block.right)) < width * 0.03;
  return (
    sideByEdges(block, columns, width) ?? (centred ? 'system' : block.left < width - block.right ? 'other' : 'buyer')
  );
}

/** A name with the day and hour, or with an hour to the second: windows on a desktop show no day of today. */
const NAMED =
  /^(.{1,24}?)[\s:：]*((?:20\d{2}[-/.年])\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|(?<=[\s）)])\d{1,2}:\d{2}:\d{2})$/;
const SPOKEN = /^([^:：\s]{1,16})\s*[:：]\s*(.{2,})$/;
const SELLER_NAME = /客服|商家|卖家|店|商行|官方|平台|售后|小二|support|service|seller/i;
const BUYER_NAME = /^(?:我|买家|本人|me|用户|顾客|客户|访客|buyer|customer)/i;

/** Desktop windows and exports: a line with name and time, below it what was said. */
function readNamedLines(page: Page): Bubble[] {
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

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

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
