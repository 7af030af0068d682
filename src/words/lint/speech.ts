import { LINT_RULES } from '../../knowledge/built/lint.ts';
import { named, everyNamed } from './patterns.ts';

/** Stands for one unit that is not the writer's; no rule matches it. */
export const MASK = '\u25a1';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’', '"': '"', '〝': '〞' };
const MAX_QUOTE = 600;
const MAX_TITLE = 80;
/** A quotation of this length without a word that brings speech is still a sentence somebody said. */
const SENTENCE = 9;
const REACH = 30;

/**
 * The text with everything that the writer does not say himself replaced, unit
 * by unit: titles of laws and works, names behind their labels, quoted and
 * attributed speech of the other side, and their lines of a chat.
 * A single word in quotation marks without a word of speech is the writer's own
 * (`你们这帮"骗子"`).
 */
export function ownWords(text: string): string {
  const units = text.split('');
  const hide = (start: number, end: number): void => {
    for (let i = start; i < end; i++) if (units[i] !== '\n') units[i] = MASK;
  };
  hideTitles(text, hide);
  hideChat(text, hide);
  hideQuotes(text, hide);
  hideLabelled(text, hide);
  hideAttributed(units.join(''), hide);
  return units.join('');
}

type Hide = (start: number, end: number) => void;

function hideTitles(text: string, hide: Hide): void {
  for (const title of text.matchAll(/《[^《》\n]{1,80}》/g)) {
    if (title[0].length <= MAX_TITLE) hide(title.index, title.index + title[0].length);
  }
}

function hideLabelled(text: string, hide: Hide): void {
  for (const label of text.matchAll(everyNamed('name-label'))) {
    const start = label.index + label[0].length;
    const end = start + text.slice(start, start + MAX_TITLE).search(/[,;。!?\n]|$/);
    hide(start, end);
  }
}

function hideQuotes(text: string, hide: Hide): void {
  const nextClosing = new Map<string, number>();
  for (let open = 0; open < text.length; open++) {
    const closing = CLOSING[text[open]!];
    if (closing === undefined) continue;
    // One forward search a mark and kind, so that a text full of opening marks stays linear.
    let close = nextClosing.get(closing) ?? -2;
    if (close !== -1 && close <= open) nextClosing.set(closing, (close = text.indexOf(closing, open + 1)));
    if (close < 0 || close - open > MAX_QUOTE) continue;
    const content = text.slice(open + 1, close);
    if (content.includes('\n\n')) continue;
    const near = text.slice(Math.max(0, open - REACH), open);
    if (isOthers(near.slice(near.lastIndexOf('\n') + 1), content, text.slice(close + 1, close + 9)))
      hide(open + 1, close);
    open = close;
  }
}

function isOthers(before: string, content: string, after: string): boolean {
  if (named('name-before').test(before) || named('name-after').test(after)) return true;
  const clause = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('!'), before.lastIndexOf(';')) + 1);
  const own = named('own-speech').exec(clause);
  if (own && !named('received').test(clause)) {
    // 我问了，客服说：“…”: the later speaker has the word.
    if (
      !named('speech-before').test(clause.slice(own.index + own[0].length)) ||
      !named('others-named').test(clause.slice(clause.lastIndexOf(',') + 1).replace(own[0], ''))
    )
      return false;
    if (!clause.slice(own.index).includes(',')) return false;
  }
  return named('speech-before').test(clause) || named('speech-after').test(after) || content.length >= SENTENCE;
}

function hideChat(text: string, hide: Hide): void {
  let at = 0;
  let speaker: 'other' | undefined;
  for (const line of text.split('\n')) {
    const end = at + line.length;
    const header = named('chat-header').exec(line);
    if (line.trim() === '') speaker = undefined;
    else if (header)
      speaker = named('own-speaker').test((header.groups!['name'] ?? header.groups!['caller'])!) ? undefined : 'other';
    else {
      const head = named('chat-line').exec(line.slice(0, 80));
      const name = head?.groups!['name'];
      const stamped = head !== null && /\d{1,2}:\d{2}/.test(head[0].slice(0, -1));
      const quoted = head !== null && /^\s*["“「『‘]/.test(line.slice(head[0].length));
      if (name !== undefined && named('own-speaker').test(name)) speaker = undefined;
      else if (
        name !== undefined &&
        (stamped ? !/^\d+$/.test(name) : named('other-speaker').test(name)) &&
        !named('form-label').test(name) &&
        !quoted
      ) {
        hide(at + head![0].length, end);
      } else if (speaker === 'other') hide(at, end);
    }
    at = end + 1;
  }
}

/** What they say the writer is; a hard word behind it is theirs as well. */
const CALLED = /(?:我|你|您)(?:就|才|真|明明)?(?:是|算)/;

/** Does a clause behind reported speech belong to the writer: by how it begins, or as nothing but a hard word about them? */
function isWriterAgain(rest: string, isCallingNames: boolean): boolean {
  return named('back-to-writer').test(rest.slice(0, 8)) || (!isCallingNames && isBareJudgement(rest));
}

let judgements: ReadonlySet<string> | undefined;
/** 客服说不退,骗子: names and judgements; what is shouted at somebody (滚) may be theirs. */
function isBareJudgement(rest: string): boolean {
  judgements ??= new Set(
    LINT_RULES.flatMap((rule) =>
      'words' in rule && (rule.kind === 'accusation' || rule.kind === 'insult') && rule.id !== 'curse-words'
        ? rule.words
        : [],
    ),
  );
  const clause = /^[^,]*/.exec(rest)![0].trim();
  const bare = clause.replace(named('judgement-opens'), '').replace(named('judgement-closes'), '');
  return judgements.has(bare);
}

function hideAttributed(text: string, hide: Hide): void {
  for (const said of text.matchAll(everyNamed('attribution'))) {
    const start = said.index + said[0].length;
    const clause = text.slice(Math.max(0, said.index - 14), said.index);
    if (/(?:我|本人)[^,。!?\n]{0,6}[对跟和向给同找问来去到在](?:你们|贵)?$/.test(clause)) continue;
    const rest = text.slice(start, start + MAX_QUOTE);
    const sentence = rest.search(/[。!?;\n]/);
    const stop = sentence < 0 ? rest.length : sentence;
    if (/^\s*["“「『‘]/.test(rest)) continue;
    if (said.groups!['mark'] === ':') {
      hide(start, start + stop);
      continue;
    }
    if (!/(?:我|本人)$/.test(said[0]) && named('judged').test(rest)) continue;
    const isCallingNames = said.groups!['attack'] !== undefined || CALLED.test(said[0].slice(-2) + rest.slice(0, stop));
    let end = rest.slice(0, stop).indexOf(',');
    while (end >= 0 && end < stop && !isWriterAgain(rest.slice(end + 1, stop), isCallingNames)) {
      const next = rest.slice(end + 1, stop).indexOf(',');
      end = next < 0 ? stop : end + 1 + next;
    }
    hide(start, start + (end < 0 ? stop : end));
  }
  for (const attack of text.matchAll(everyNamed('attacked'))) {
    if (/(?:我|本人)$/.test(text.slice(0, attack.index).slice(-2))) continue;
    const start = attack.index + attack[0].length;
    hide(start, start + text.slice(start, start + MAX_QUOTE).search(/[,。!?;\n]|$/));
  }
}
