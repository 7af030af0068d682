import { parseTime } from '../../../model/moment.ts';
import { readMoment } from '../../page/values/moment.ts';

/** A letter, or one that it holds within: quoted below an answer, or sent on. */
export interface Part {
  /** As its head has it: a name, an address, or both. */
  who?: string;
  /** In China; none where the head says no clock that can be told. */
  at?: string;
  lines: string[];
}

/** `On Tue, Nov 3, 2026 at 9:15 PM Wen <wen@…> wrote:`, in one line or broken over two. */
const ZONE = String.raw`(?:\s?[+-]\d{4})?(?:\s?\(?(?:GMT|UTC|[ECMP][SD]?T|CES?T|BST|[JK]ST)\b\)?)?`;
const WROTE = new RegExp(
  [
    String.raw`^(?:On|At)\s(?<when>.{4,50}?20\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2})?`,
    String.raw`(?:[,\s]+(?:at\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?${ZONE})?)`,
    String.raw`[,\s]+(?<who>(?!at\s|\d)"?[^",]{1,60}"?\s*(?:<[^<>]{3,80}>)?)\s*wrote\s?[:：]$`,
  ].join(''),
  'i',
);
/** `在 2026-09-14 10:20:31，"雨林" <a@…> 写道：`, `乔 <a@…> 于2026年9月13日周日 21:12写道：`. */
const WROTE_CHINESE: readonly RegExp[] = [
  /^在\s?(?<when>20\d\d.{4,24}?)[,，、\s]+(?<who>.{2,80}?)\s?写道\s?[:：]$/,
  /^(?<who>.{2,80}?)\s?[于在]\s?(?<when>20\d\d.{4,24}?)\s?写道\s?[:：]$/,
];
/** A rule with words in it: what stands below is another letter, with a head of its own. */
const RULE = new RegExp(
  [
    String.raw`^[-_=\s]*(?:Original Message|Forwarded message|原始邮件|转发的?邮件(?:信息)?|原邮件|转发邮件)[-_=\s]*$`,
    '^Begin forwarded message[:：]?$',
  ].join('|'),
  'i',
);
const LABELS = 'From|发件人|Sent|Date|发送时间|日期|时间|To|收件人|Cc|抄送|Subject|主题|Reply-To';
const HEAD_LINE = new RegExp(String.raw`^\*?(${LABELS})\*?\s*[:：]\s*\*?\s*(.*?)\s*[;；]?$`, 'i');
const QUOTED = /^\s?((?:>\s?)+)/;
/** A head has no more lines than this. */
const MOST_HEAD = 8;

/**
 * The letter and those within it, the newest first; what is answered between the quoted lines stays with the answer.
 * @param inChina whether the clock of whoever wrote the outer letter hangs in China: such heads have no zone
 */
export function partsOfMail(body: string, inChina: boolean): Part[] {
  const lines = body.split('\n').map((line) => {
    const quote = QUOTED.exec(line)?.[1] ?? '';
    return {
      depth: quote.replace(/\s/g, '').length,
      text: line.slice(quote === '' ? 0 : QUOTED.exec(line)![0].length).trim(),
    };
  });
  const parts: (Part & { depth: number })[] = [{ lines: [], depth: 0 }];
  for (let i = 0; i < lines.length; i += 1) {
    const { depth, text } = lines[i]!;
    const head = headAt(
      lines.map((line) => line.text),
      i,
    );
    if (head) {
      if (!inChina && !/\p{Script=Han}/u.test(text)) delete head.told.at;
      const next = lines.slice(head.next).find((line) => line.text !== '');
      parts.push({ ...head.told, lines: [], depth: Math.max(depth, next?.depth ?? depth) });
      i = head.next - 1;
      continue;
    }
    let last = parts.at(-1)!;
    if (depth > last.depth && text !== '') parts.push((last = { lines: [], depth }));
    // Words between or below what is quoted are the answer's.
    const own = depth < last.depth ? (parts.findLast((part) => part.depth <= depth) ?? parts[0]!) : last;
    own.lines.push(text);
  }
  return parts
    .filter(({ lines: own }, i) => i === 0 || own.some((line) => line !== ''))
    .map(({ who, at, lines: own }) => ({
      ...(who === undefined ? {} : { who }),
      ...(at === undefined ? {} : { at }),
      lines: own,
    }));
}

/** What says whose the lines below are; `next`: the first of them. */
function headAt(texts: readonly string[], i: number): { told: Omit<Part, 'lines'>; next: number } | undefined {
  const text = texts[i]!;
  const two = texts[i + 1] === undefined ? text : `${text} ${texts[i + 1]!}`;
  for (const [words, next] of [
    [text, i + 1],
    [two, i + 2],
  ] as const) {
    if (words.length > 240 || !/(?:wrote|写道)\s?[:：]$/.test(words)) continue;
    const wrote = [WROTE, ...WROTE_CHINESE].map((one) => one.exec(words)?.groups).find(Boolean);
    if (wrote) return { told: { who: wrote['who']!.trim(), at: momentOf(wrote['when']!) }, next };
  }
  const first = RULE.test(text) ? i + 1 : /^\*?(?:From|发件人)\*?\s*[:：]/i.test(text) ? i : undefined;
  return first === undefined ? undefined : headOfLines(texts, first);
}

function headOfLines(texts: readonly string[], first: number): ReturnType<typeof headAt> {
  const told: Omit<Part, 'lines'> = {};
  let found = 0;
  let at = first;
  for (; at < texts.length && at - first < MOST_HEAD + 2; at += 1) {
    const text = texts[at]!;
    const [, label, value] = HEAD_LINE.exec(text) ?? [];
    if (label === undefined) {
      // An empty line may stand between the rule and the head, and ends it.
      if (text === '' && found === 0) continue;
      break;
    }
    found += 1;
    if (/^(?:from|发件人)$/i.test(label)) told.who = value!.replace(/\[mailto:([^\]]+)\]/i, '<$1>').trim();
    if (/^(?:sent|date|发送时间|日期|时间)$/i.test(label)) told.at = momentOf(value!);
  }
  return found >= 2 && told.who !== undefined ? { told, next: at } : undefined;
}

/** The clock of whoever wrote the letter around it. */
function momentOf(words: string): string | undefined {
  const plain = words
    .normalize('NFKC')
    .replace(/[(（]?\s*(?:星期|周)[一二三四五六日天]\s*[)）]?/g, ' ')
    .replace(/,?\s+at\s+/i, ' ')
    .replace(/(20\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)\s*[,，]\s*/, '$1 ');
  const value = readMoment({ text: plain, scores: [], cells: [] })?.value;
  return value !== undefined && parseTime(value)?.moment ? value : undefined;
}
