import { readBubbles } from './bubbles.ts';
import { hasInlineLabel } from '../labels/inline-labels.ts';
import { LABEL_TABLE, labelRow } from '../labels/labels.ts';
import { type Bubble, CLOCK, headedTalk, withoutHours } from './named-lines.ts';
import { mailHeadOf } from '../mail/mail-head.ts';
import { partnerOf } from './partner.ts';
import type { Box } from '../../../model/evidence.ts';
import { DIALOG_BUTTON, DIALOG_TITLE, OF_CHAT } from '../names.ts';
import { isButton } from '../form/dialog.ts';
import { isSetInParagraphs, numberedFrom } from '../form/written-text.ts';
import type { Cell, Page, Row } from '../page.ts';

/** What people say to each other and no form does. */
const TALK = new RegExp(
  [
    // Greetings and manners.
    '你好|您好|在吗|在不在|亲[,，~ ]|^亲|麻烦|谢谢|稍等|请稍|不好意思|抱歉|hello|hi\\b|please|thanks|sorry',
    // Questions.
    '请问|怎么(?:回事|办|还)|为什么|什么时候|能不能|可以吗|多少钱?$|人呢|结果呢|[吗呢吧啊呀哦嘛哈啦]\\s*[?？。!！~～]?$',
    // One person to another.
    '我(?!的[\\u4e00-\\u9fff]{1,3}$)|(?<!为)你|客服|老板|兄弟|哥们?$',
    // Answers.
    '好的|收到|可以的|行$|没问题|知道了|[买付充退发登][好上了不]+',
    // What this kind of talk is about.
    '退(?:款|钱|我|你)|处理一?下|会不会|包(?:换|赔|退|找回)|还没|没(?:到|收)',
  ].join('|'),
  'i',
);

const FORM_LABELS = 3;
/** Two sides and three bubbles, one under another, are a talk whatever is said. */
const BY_SHAPE = 2.5;
/** On one side alone a single sentence that people say is a program's, too. */
const FEWEST = 2;
/** As much as two sides say sentences at the pace of bubbles. */
const PACED = 3;
/** Over each message a line says who wrote it: more than labels and numbers in it can say. */
const HEADED = 12;

/**
 * How much a page looks like a talk.
 * @param ofForm whether numbers, sums and times stand on it as on a form, so that its columns are no sides
 */
export function chatWeight(page: Page, ofForm = false): number {
  if (mailHeadOf(page)) return 0;
  if (headedTalk(page)) return HEADED;
  if (numberedFrom(page) !== undefined || isSetInParagraphs(page)) return 0;
  // A form has labels; who talks writes none, but for the number of an order now and then.
  if (formLabels(page) >= FORM_LABELS) return 0;
  // Nobody says what stands on buttons side by side.
  const buttons = new Set(page.rows.filter(isOfButtons).flat());
  const bubbles = readBubbles(page).filter(
    ({ message, cells }) =>
      message.side !== 'system' && cells.every(isRead) && !(cells[0] && cells.every((cell) => buttons.has(cell))),
  );
  // A number under or beside its label, or the label, is nobody's message.
  const said = saidIn(bubbles);
  const talking = said.filter(({ message: { text } }) => TALK.test(text) && !DIALOG_BUTTON.test(text.trim())).length;
  const sides = new Set(said.map(({ message }) => message.side));
  const both = sides.has('buyer') && sides.has('other') && sideBySide(page) < PAIRS;
  const clocks = page.rows.filter((row) => row.length === 1 && isCentredClock(row[0]!, page.width)).length;
  // An hour over them speaks for a third one.
  const shaped = !ofForm && both && said.length + Math.min(1, clocks) >= 3 && standsInBubbles(page);
  const paced = talking >= FEWEST && isPaced(page);
  if (talking === 0 && !shaped) return 0;
  if (sides.size === 1 && clocks === 0 && isAtMargin(said, page) && partnerOf(page) === undefined) return 0;
  return (
    Math.min(4, talking * 1.3) +
    (both && !ofForm ? 3 : paced ? PACED : 0) +
    (said.length >= 3 ? 1.5 : 0) +
    (shaped ? BY_SHAPE : 0) +
    (both ? Math.min(3, clocks * 1.5) : 0)
  );
}

/** So near to the edge of a screen, as a share of its width, no bubble has room for its rim and a face. */
const AT_MARGIN = 0.08;
/** Nobody's name above, no hour, no second side, and no room for a bubble: it is a page of text. */
const isAtMargin = (said: readonly Bubble[], { width }: Page): boolean =>
  width !== undefined && said.every(({ cells }) => cells.every(({ place }) => place && place.x < width * AT_MARGIN));

/** Lines that the recogniser made out no better say nothing: whatever a picture shows, such signs look like talk. */
const MADE_OUT = 0.75;
const isRead = ({ line }: Cell): boolean => (line.confidence ?? 1) >= MADE_OUT;

/** A number, a code, or what an account is called: letters and digits with no space. */
const BARE_VALUE = /^(?=[\w*.@-]*\d)[\w*.@-]{5,}$/;
const isLabel = (text: string): boolean => labelRow(text) !== undefined || /[:：]\s*$/.test(text);

/** Of what may be a bubble: no value, no label, no sign, no title of a dialog, and no button under it all. */
function saidIn(bubbles: readonly Bubble[]): Bubble[] {
  const last = bubbles.findLastIndex(({ message: { text } }) => !isButton(text));
  return bubbles
    .slice(0, last + 1)
    .filter(({ message: { text } }) => !BARE_VALUE.test(text.trim()) && !isLabel(text) && !isOfPage(text));
}

const isOfPage = (text: string): boolean => !/[\p{L}\p{N}？?！!]/u.test(text) || DIALOG_TITLE.test(text.trim());

function formLabels(page: Page): number {
  const cells = page.rows.flat();
  // Behind a colon at its end somebody counts what there is to ask.
  const inline = cells.filter(
    ({ text }) => !isTold(text.trim()) && hasInlineLabel(text, LABEL_TABLE) && !/[:：]\s*$/.test(text),
  ).length;
  return cells.filter((cell) => labelRow(cell.text)).length + (inline >= FORM_LABELS ? inline : 0);
}

/** What a program says to whoever talks, and asks them before a list: a colon in it ends no label. */
const isTold = (text: string): boolean => OF_CHAT.test(text) || /[您你].{4,}[:：]$/.test(text);

/** Two never speak in one row; labels and values stand so. */
const sideBySide = ({ rows }: Page): number =>
  rows.slice(1).filter((row) => withoutHours(row).filter(({ text }) => text.trim().length > 2).length > 1).length;
const PAIRS = 2;

const isOfButtons = (row: Row): boolean =>
  row.length > 1 && row.every(({ text }) => /^[\p{L} ，,|｜/]{2,16}$/u.test(text.trim()));

/** Each line of a talk stands alone in its row; forms, lists, goods and pairs of buttons have rows of several. */
function standsInBubbles(page: Page): boolean {
  const said = page.rows
    .slice(1)
    .map(withoutHours)
    .filter((row) => row.some(({ text }) => text.trim().length > 2));
  return (
    page.width !== undefined &&
    !page.rows.some(isOfButtons) &&
    said.every((row) => row.filter(({ text }) => text.trim().length > 2).length === 1)
  );
}

/** Lines that stand one under another with so much room between them, in heights of a line, are bubbles. */
const ROOM = 1.3;
const SAME_EDGE = 0.4;

/**
 * Do sentences stand alone, one under another with the room of bubbles between, two of them from one edge though of
 * different lengths? What somebody says there is no message of a program.
 */
export function isPaced({ rows, width }: Page): boolean {
  if (width === undefined) return false;
  const blocks: Box[][] = [];
  for (const row of rows.slice(1)) {
    const [cell, ...more] = withoutHours(row).filter(({ text }) => text.trim().length > 2);
    if (!cell?.place || more.length > 0 || isOfPage(cell.text) || leadsOn(cell.text)) continue;
    const above = blocks.at(-1)?.at(-1);
    if (above && cell.place.y - (above.y + above.height) < above.height * SAME_BLOCK) blocks.at(-1)!.push(cell.place);
    else blocks.push([cell.place]);
  }
  const spaced = blocks.filter(([first], i) => {
    const above = blocks[i - 1]?.at(-1);
    return above === undefined || first!.y - (above.y + above.height) > first!.height * ROOM;
  });
  const lefts = spaced.map(([first]) => first!);
  const heights = lefts.map(({ height }) => height).toSorted((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  if (heights.filter((height) => Math.abs(height - usual) > usual * ONE_SIZE).length > lefts.length * (1 - MOSTLY))
    return false;
  const sameEdge = lefts.some((one, i) =>
    lefts.some(
      (other, j) =>
        j > i &&
        Math.abs(one.x - other.x) < one.height * SAME_EDGE &&
        Math.abs(one.width - other.width) > one.height * 2 * SAME_EDGE,
    ),
  );
  return spaced.length >= 3 && spaced.length >= blocks.length * MOSTLY && sameEdge;
}

/** What leads elsewhere is no bubble. */
const leadsOn = (text: string): boolean => /[>›＞❯]$/.test(text.trim());

const SAME_BLOCK = 0.62;
/** All who talk write in one size: a heading, its sentence and what stands small below them are a page's. */
const ONE_SIZE = 0.12;
const MOSTLY = 0.7;

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
