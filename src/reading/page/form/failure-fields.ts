import { DISPUTE_TRAITS } from '../../../knowledge/built/disputes.ts';
import type { Kind } from '../../../model/evidence.ts';
import { disputeOf, saysFailure, type Trouble } from '../../layouts/troubles.ts';
import { failureOf, type FailureMessage } from './failure.ts';
import { isLogin } from './login.ts';
import { isLastLetters } from './paragraph.ts';
import { foundOf, type Found } from '../found.ts';
import { UNREACHABLE } from '../names.ts';
import { boxOf, part, type Cell, type Page, type Row } from '../page.ts';
import { decisive, join, joinLines } from '../values/joined.ts';
import { readValue } from '../values/read-value.ts';

/** The error's words and which kind of dispute they speak of. */
export function readFailure(page: Page, found: readonly Found[], kind: Kind): Found[] {
  const labelled = found.find((field) => field.key === 'failure');
  const stated = kind === 'failure' ? failureOf(page) : undefined;
  const message = stated && isLogin(stated.cells.map((cell) => cell.text).join('')) ? undefined : stated;
  if (stated && !message && !labelled) return [];
  const fields: Found[] = [];
  let text = labelled?.value;
  let cells = labelled?.cells ?? [];
  if (message && (message.inDialog || !labelled)) {
    cells = withoutLabel(wordsOnly(message.cells));
    const joined = joinLines(cells);
    text = joined.text.trim();
    const field = foundOf(
      'failure',
      {
        value: text,
        text,
        cells,
        scores: decisive(joined.text, joined.scores),
        doubtful: holdsOther(text, found) || mayHoldTitle(cells, page),
      },
      givenBy(message, text, isBounded(cells, page)),
      -1,
    );
    // Where nothing but its shape says what it is, it is asked, whoever takes it for something else.
    fields.push(message.byShape ? { ...field, spokenFor: true } : field);
  }
  // 封禁原因：数据异常 says what failed only with its label.
  const told = labelled && !message?.inDialog ? (labelledWhole(labelled) ?? behindLabel(labelled)) : undefined;
  if (told) fields.push({ ...labelled!, ...told, rank: -1 });
  const around = page.rows
    .flat()
    .map((cell) => cell.text)
    .join('\n');
  const said = told?.value ?? text;
  const dispute = (said ? supposed(disputeOf(said), said) : undefined) ?? guessOf(supposed(disputeOf(around), around));
  if (dispute) {
    const field = disputeField(dispute, said ?? '', cells);
    fields.push(UNDER_WAY.test(said ?? '') && !message?.inDialog ? { ...field, by: 'guess' } : field);
  }
  return fields;
}

/**
 * How words that say what failed are known for it: in a dialog, or where room around them shows that they are all of
 * it, what says a trouble stands as a heading does.
 */
function givenBy({ inDialog, byShape }: FailureMessage, text: string, bounded: boolean): Found['by'] {
  if (inDialog) return disputeOf(text) ? 'title' : 'position';
  if (saysWhy(text)) return bounded ? 'title' : 'sentence';
  return bounded && !byShape && !UNDER_WAY.test(text) && saysFailure(text) ? 'sentence' : 'guess';
}

/** In heights of a line: with so much room above and below, or beside letters of another size, it is whole. */
const ROOM = 0.75;
const OTHER_SIZE = 0.14;

/** A page with more rows says much else: a few words of it that something is not so are hardly what it is there for. */
const MOST_ROWS = { short: 14, long: 24 };
const LONG = 20;

/** Do its lines end where they do because nothing more belongs to them? At the edge of a picture nobody knows. */
function isBounded(cells: readonly Cell[], { rows, height, laid }: Page): boolean {
  const letters = cells.reduce((sum, { text }) => sum + text.length, 0);
  if (laid || height === undefined || rows.length > MOST_ROWS[letters < LONG ? 'short' : 'long']) return false;
  const own = rows.filter((row) => row.some((cell) => cells.some(({ line }) => line === cell.line)));
  const [first, last] = [cells[0]?.place, cells.at(-1)?.place];
  if (!first || !last || own.some((row) => row.length > 1)) return false;
  const [above, below] = [rows[rows.indexOf(own[0]!) - 1], rows[rows.indexOf(own.at(-1)!) + 1]];
  const room = { above: first.y - endOf(above), below: (below?.[0]?.place?.y ?? height) - last.y - last.height };
  const isOther = (row: Row | undefined, size: number): boolean =>
    row?.[0]?.place !== undefined && Math.abs(row[0].place.height - size) > OTHER_SIZE * size;
  return (
    (room.above > ROOM * first.height || isOther(above, first.height)) &&
    (room.below > ROOM * (below ? 1 : 2) * last.height || isOther(below, last.height))
  );
}

const endOf = (row: Row | undefined): number => {
  const place = row?.[0]?.place;
  return place ? place.y + place.height : 0;
};

/** Outside a dialog, what is still under way has not failed yet: another page says what did. */
const UNDER_WAY = /(?:处理|进行|提交|排队|审核|充值|发货|配送)中|请(?:您)?(?:耐心)?(?:稍[后候等]|等[待候])/;

const saysWhy = (text: string): boolean => disputeOf(text)?.by === 'sentence' && !UNDER_WAY.test(text);

/** A telephone, an order's number or a balance beside the words of an error is no part of them. */
const NUMBER_ALONE = /^[+＋]?[\d\s*＊-]{7,}$/;
const NUMBERS: readonly string[] = ['orderNo', 'tradeNo', 'merchantOrderNo', 'contactPhone', 'account'];

function wordsOnly(cells: readonly Cell[]): Cell[] {
  const words = cells.filter((cell) => !NUMBER_ALONE.test(cell.text.trim()));
  return words.length > 0 ? words : [...cells];
}

/** `原因：`, `Reason:` before the words of an error; 封禁原因 says itself what happened, and stays. */
const LABEL = new RegExp(
  `^(?:${[
    String.raw`\p{Script=Han}{0,6}(?:原因|缘由|理由|提示|说明|信息|详情|结果|消息|描述|反馈|返回|通知|备注|情况)`,
    '[a-z ]{0,16}(?:reason|error|message|cause|details?)',
  ].join('|')})\\s*[:：]\\s*`,
  'iu',
);

function withoutLabel(cells: readonly Cell[]): Cell[] {
  const [first, ...rest] = cells;
  const label = first && LABEL.exec(first.text.trimStart())?.[0];
  if (!first || !label || disputeOf(label.replace(/[:：\s]+$/, ''))) return [...cells];
  const from = first.text.length - first.text.trimStart().length + label.length;
  const left = from < first.text.length ? [part(first, from, first.text.length), ...rest] : rest;
  return left
    .map(({ text }) => text)
    .join('')
    .trim().length >= SHORTEST
    ? left
    : [...cells];
}

const SHORTEST = 4;

/** `提示信息` over `原因：…`: the words behind the second label, where there are two. */
function behindLabel({ cells }: Found): Pick<Found, 'value' | 'text' | 'cells'> | undefined {
  const bare = withoutLabel(cells);
  const text = join(bare, '').text.trim();
  return bare[0]?.text === cells[0]?.text ? undefined : { value: text, text, cells: bare };
}

/** A label that itself says what is wrong, with its value, where both stand in one line. */
function labelledWhole({ value, cells }: Found): Pick<Found, 'value' | 'text'> | undefined {
  const line = cells[0]?.line.text.trim() ?? '';
  const label = line.endsWith(value) ? line.slice(0, -value.length).replace(/[:：\s]+$/, '') : '';
  return cells.length === 1 && label !== '' && disputeOf(label) && disputeOf(value)?.by !== 'sentence'
    ? { value: line, text: line }
    : undefined;
}

/** Did a number that the page gives in its own place run into the words? Then a person looks before it is quoted. */
function holdsOther(text: string, found: readonly Found[]): boolean {
  return found.some(({ key, value }) => NUMBERS.includes(key) && value.length >= 6 && text.includes(value));
}

/**
 * A line goes on in the next when there is no more room in it. Where the first of a message takes less than this of the
 * page, it may as well be the title over it: a person looks before both are quoted as one.
 */
const FULL_ENOUGH = 0.45;
/** And where it is set so much larger than the next. */
const LARGER = 1.15;

function mayHoldTitle([first, second]: readonly Cell[], { width }: Page): boolean {
  if (!first?.place || !second?.place || width === undefined || first.line === second.line) return false;
  const isRow = Math.abs(first.place.y - second.place.y) < first.place.height * 0.5;
  if (isRow || /[,，、;；]$/.test(first.text.trim())) return false;
  const isLarger = first.place.height > second.place.height * LARGER && !isLastLetters(second);
  return first.place.width < width * FULL_ENOUGH || isLarger;
}

/** What stands elsewhere on the page may be of something else. */
const guessOf = (trouble: Trouble | undefined): Trouble | undefined => trouble && { ...trouble, by: 'guess' };

/** That somebody is gone is only supposed where a page does not load, or somebody asks whether it is so. */
export function supposed(trouble: Trouble | undefined, said: string): Trouble | undefined {
  if (!trouble || !DISPUTE_TRAITS[trouble.dispute].sellerGone) return trouble;
  return UNREACHABLE.test(said) || /[?？]\s*$/.test(said) ? { ...trouble, by: 'guess' } : trouble;
}

/** Which kind of dispute some words speak of, as a value. */
export function disputeField({ dispute, weight, lead, by }: Trouble, text: string, cells: readonly Cell[]): Found {
  const box = boxOf(cells);
  const confidence = Math.min(0.95, 0.5 + 0.1 * weight + 0.05 * Math.min(lead, 3));
  return {
    key: 'dispute',
    value: dispute,
    text,
    ...(box ? { box } : {}),
    confidence,
    certain: lead >= 1 && weight >= 1.5,
    cells,
    scores: [],
    doubtful: false,
    rank: 0,
    by,
  };
}

/** A code typed into a field that has no name: groups of capitals and digits, or one long mixed run. */
const LONE_CODE = /^(?:[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){1,6}|(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{10,30})$/;

/** The only code on a page of failure. */
export function readLoneCode(page: Page): Found[] {
  const codes = page.rows.flatMap((row) =>
    row.length === 1 && LONE_CODE.test(row[0]!.text.trim()) && /[A-Z].*\d|\d.*[A-Z]/.test(row[0]!.text) ? row : [],
  );
  const value = codes.length === 1 ? readValue('cardCode', codes) : undefined;
  return value ? [{ ...foundOf('cardCode', value, 'position'), spokenFor: true }] : [];
}
