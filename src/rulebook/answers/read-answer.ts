import { type AnswerReading } from '../../model/contact.ts';
import { type Day, type Moment } from '../../model/moment.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { GROUNDS } from './grounds.ts';
import { timesIn } from './times.ts';
import {
  ARRIVED_BY_RECORD, ASKS_BUYER, BUYER_WINDOW, DEEDS, DENIED_REFUSAL, FOR_NOW, GIVEN_BACK, LATER, NOT_DONE, NOT_DONE_AFTER,
  PARTLY, REFUSES, SETTLES, STALLS, TAKEN_UP, TROUBLE, UNSURE,
} from './words.ts';

/** A line of talk beyond this length is no answer that a person reads. */
const LONGEST_QUOTE = 200;

/** Does the clause refuse, or say outright that it does not (不是不退)? */
function refusalIn(clause: Clause): 'refuses' | 'denies' | undefined {
  if (clause.question || (clause.conditional && !/一[经旦]/.test(clause.text))) return undefined;
  const text = clause.text.replace(TROUBLE, '');
  const matches = REFUSES.map((words) => words.exec(text)).filter((match) => match !== null);
  if (matches.length === 0) return undefined;
  const denied = matches.some((match) => DENIED_REFUSAL.test(text.slice(Math.max(0, match.index - 12), match.index)));
  return denied ? 'denies' : 'refuses';
}

const refusesIn = (clause: Clause): boolean => refusalIn(clause) === 'refuses';

function settlesIn(clause: Clause): boolean {
  if (clause.question || clause.conditional || PARTLY.test(clause.text)) return false;
  if (ARRIVED_BY_RECORD.test(clause.text) && !GIVEN_BACK.test(clause.text)) return false;
  return SETTLES.some((words) => {
    const match = words.exec(clause.text);
    if (!match) return false;
    const before = clause.text.slice(Math.max(0, match.index - 8), match.index);
    return !NOT_DONE.test(before) && !NOT_DONE_AFTER.test(clause.text.slice(match.index + match[0].length));
  });
}

interface Sentence {
  clauses: Clause[];
  text: string;
}

function sentencesOf(clauses: readonly Clause[]): Sentence[] {
  const sentences = new Map<number, Clause[]>();
  for (const clause of clauses) sentences.set(clause.sentence, [...(sentences.get(clause.sentence)?.slice(-20) ?? []), clause]);
  return [...sentences.values()].map((own) => ({ clauses: own, text: own.map(({ text }) => text).join('，') }));
}

/** The first time that somebody binds himself to: a time ahead with a deed of his own in the same sentence. */
function promiseIn(sentences: readonly Sentence[], at: Day | Moment): AnswerReading['promise'] {
  for (const { clauses, text } of sentences) {
    if (UNSURE.test(text) || BUYER_WINDOW.test(text)) continue;
    for (const [place, clause] of clauses.entries()) {
      if (clause.question || refusesIn(clause) || settlesIn(clause)) continue;
      const [time] = timesIn(clause.text, at);
      if (!time) continue;
      const around = [clauses[place - 1]?.text, clause.text, clauses[place + 1]?.text].filter((one) => one !== undefined);
      // 请您在48小时内提供凭证 is the buyer's time; a deed of theirs before or after it still binds them.
      if (ASKS_BUYER.test(clause.text) || !around.some((one) => DEEDS.test(one) && !ASKS_BUYER.test(one))) continue;
      return { by: time.by, text: text.slice(0, LONGEST_QUOTE) };
    }
  }
  return null;
}

/** A deed promised plainly, without saying when: 会给您退款的. */
const PLAIN_PROMISE = /(?:会|将|就|同意|可以|答应|已(?:经)?(?:安排|提交|发起|申请|办理|同意))(?:给|为|帮|向|您|你|全额|原路|办理|进行|直接|马上|立即|立刻|第一时间|重新|把|将|钱|款|\d+元?|这边|尽快|安排|后台|财务|一定){0,6}(?:退款|退(?:给|还|回|钱|全款|您|你|$)|补发|补(?:给)?(?:您|你|一张|单)|换(?:一|新|货)|更换|赔(?:付|偿|您|你|给)|重发|重新发|解封|恢复)|^(?:我|我们|这边|这就|马上|那){0,2}给(?:您|你)(?:退|补|换)(?:款|钱|货|一[张个])?(?:吧|了吧|哈|的)?$/;

function plainPromiseIn(sentences: readonly Sentence[]): AnswerReading['promise'] {
  for (const { clauses, text } of sentences) {
    const said = clauses.some(
      (clause) => !clause.question && !clause.conditional && !refusesIn(clause) && PLAIN_PROMISE.test(clause.text) && !/不会|不可以|尽量|争取|申请试试|才(?:能|会|可)|(?:通过|核实|确认|审核|查实|属实)[^,。]{0,4}后/.test(clause.text),
    );
    if (said && !UNSURE.test(text)) return { by: null, text: text.slice(0, LONGEST_QUOTE) };
  }
  return null;
}

function groundIn(clauses: readonly Clause[], sentences: readonly Sentence[]): { id: string; alone: boolean } | undefined {
  const told = sentences.map(({ clauses: own }) => own.filter((clause) => !clause.question).map(({ text }) => text).join(','));
  const found = GROUNDS.find(({ words }) => told.some((text) => words.test(text)));
  if (!found) return undefined;
  const certain = clauses.some((clause) => !clause.question && !clause.conditional && found.words.test(clause.text));
  return { id: found.id, alone: found.refusesAlone === true && certain };
}

/** 有什么可以帮您: a question that asks nothing of the matter. */
const GREETS = /有什么.{0,4}(?:帮|服务|效劳|问题)|^在(?:吗|么|不)?$/;

/** Words that show the matter is still being looked at, so that a bare ground is no refusal yet. */
const STILL_OPEN = /核实|核查|排查|帮(?:您|你)|处理|跟进|查(?:一下|询一下)|稍|尽快|介入|补发|联系(?:您|你)/;

/**
 * Nothing to hold the speaker to. Whatever is said without a result, a day or a
 * question for the buyer is that; a matter taken up is not, unless time is played for.
 */
function saysNothing(clauses: readonly Clause[]): boolean {
  if (clauses.some((clause) => refusalIn(clause) === 'denies')) return true;
  const asking = (clause: Clause): boolean => (clause.question && !GREETS.test(clause.text)) || ASKS_BUYER.test(clause.text);
  const told = clauses.filter((clause) => !asking(clause));
  if (told.some((clause) => STALLS.test(clause.text))) return true;
  if (clauses.some((clause) => TAKEN_UP.test(clause.text))) return false;
  return told.length > 0 && told.length === clauses.length;
}

/**
 * What an answer of a seller, a platform or an office is, by its words: does it
 * say nothing, refuse (and on what ground), promise (by when), or end the matter.
 * Time is linear in the length of the text.
 * @param text what was said, as typed or pasted; lines that begin with 我： are the buyer's and left out
 * @param at when it was said: a moment with its offset, or a day in China
 */
export function readAnswer(text: string, at: Moment | Day): AnswerReading {
  const clauses = clausesOf(text);
  const sentences = sentencesOf(clauses);
  const dated = promiseIn(sentences, at);
  const arriving = dated !== null && /到账|退|返|入账|补|充|解封|恢复/.test(dated.text);
  const done = clauses.some(settlesIn);
  const settled = done && !arriving && !clauses.some(refusesIn);
  const plain = done ? null : plainPromiseIn(sentences);
  const promise = settled ? null : (dated ?? plain);
  const ground = groundIn(clauses, sentences);
  const passing = clauses.some((clause) => LATER.test(clause.text) && !FOR_NOW.test(clause.text) && !refusesIn(clause));
  const denied = clauses.some((clause) => refusesIn(clause) && !(passing && FOR_NOW.test(clause.text)));
  const implied = ground?.alone === true && promise === null && !done && !clauses.some((clause) => STILL_OPEN.test(clause.text) && !GROUNDS.find(({ id }) => id === ground.id)!.words.test(clause.text));
  const refusal = !settled && (denied || implied);
  const definite = refusal || settled || (promise !== null && promise.by !== null);
  const vague = !definite && saysNothing(clauses);
  return { vague, refusal, ...(refusal && ground ? { ground: ground.id } : {}), promise, settled };
}
