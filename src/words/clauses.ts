import { wordsOf } from './answer-words.ts';
import { plainWords } from './plain-words.ts';

/** A stretch of an answer between two marks of punctuation. */
export interface Clause {
  text: string;
  /** Its words with 够不够, 退不退 left open as 够否, 退否. */
  sense: string;
  /** Number of its sentence, from 0. */
  sentence: number;
  /** Asks instead of saying: 能退吗, 是否不予退款. */
  question: boolean;
  /** Only holds if something else does: 如果超过…, 逾期…. */
  conditional: boolean;
  /** What would follow then: 要是明天还没好，我就把钱给您退了. Nothing of it has been done. */
  consequent: boolean;
}

/** A longer stretch without punctuation is cut, so that no pattern meets more than this. */
const LONGEST = 160;

const SENTENCE_END = /((?:[。!?;\n\r]|\.{2,20})+)/;
const CLAUSE_END = /[,、\s]+|(?<!\d)[:~—]+|[:~—]+(?!\d)/;
/** 能不能, 可不可以, 退不退: a question whatever follows. */
const A_NOT_A = /(?<!说)([^不\d\w])不\1|有没有|(?:您|你|亲|请问)[^,]{0,6}是否|能否|可否|会否|请问|想问|咨询一下/;
const ASKS =
  /(?:吗|么|(?<!不)对吧|是吧|没错吧)$|(?<!还[^,。]{0,4})(?:怎么|什么|多少|哪(?:里|个|些|天|一|款|家|种|区)|几(?:号|点(?!前))|为何|为什么|几时).{0,12}$/;
/** 可以吗 at the end of an offer asks for assent, not for information. */
const ASSENT = /(?:您看|你看|这样)?(?:可以|好|行|方便|ok|成|同意|接受)(?:吗|么|嘛|不)$/;
/** 什么时候好我也说不准: the words of a question in the mouth of one who has no answer. */
const NO_ANSWER = /怎么样?[^,]{0,6}(?:不管|不负责|无关)|说不|不知|不清楚|不确定|不好(?:说|讲)|看情况/;
/** 看他怎么回复, 研究够不够立案: asked of others, not of the buyer. */
const ASKED_ELSEWHERE =
  /(?:(?<!您|你)看看?|研究|核实|确认|判断|判定|审查|决定|告知|答复|查看?|问问?|不知道?)[^,]{0,6}$/;
const SUPPOSES = new RegExp(
  [
    '如果|假如|倘若|万一|要是|若(?!干)|逾期|(?<!因|由于|已经?)超时(?=未|没|不)|除非|只有|只要|否则|凡是|(?<!(?:^|个|笔|单|种)(?:退款?|换货?|退货|赔偿|补偿))的话',
    '如(?=您|你|有|需|果|已|未|超|逾|属|因|商家|对方|核实|审核|确认|经|在|不|无|果)',
    // 没到账你再找我, 处理不好全额退: supposed without a word for it.
    '(?:没|未)(?:到账?|解决|处理好|弄好|搞定|收到)[^,]{0,4}(?:你|您|我|再|就|全额|可以|联系)',
    '(?<=处理|弄|搞|解决)不(?:好|了|掉)(?:就|全额|退|给|再)',
    // 明晚8点前不到账给你退款
    '不到账(?:的话)?(?:就|给|全额|直接|马上|再|你|您|我)',
  ].join('|'),
);

/** 三天内不解决我给你全额退: condition and promise in one breath. */
const IN_ONE_BREATH = wordsOf('would-do-behind');

/** What follows from the clause before; with 已经 or 刚 it was done all the same. */
const FOLLOWS = /^(?:那|那么|我|我们|这边|店里|平台|钱|款|卡|号|全部|给您){0,3}(?:就|则|便|再|会|立马|马上|直接|一定)/;
const DONE_ALREADY = /已|刚|早就|都(?:给|帮|为)您/;

const EITHER_WAY = /([^不\d\w])不\1/g;

function asksBuyer(clause: string): boolean {
  const found = NO_ANSWER.test(clause) ? null : (A_NOT_A.exec(clause) ?? ASKS.exec(clause));
  return found !== null && !ASKED_ELSEWHERE.test(clause.slice(0, found.index));
}

function pieces(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at += LONGEST) found.push(text.slice(at, at + LONGEST));
  return found;
}

/** The clauses of an answer, in order. Linear in the length of the text. */
export function clausesOf(text: string): Clause[] {
  const parts = plainWords(text).split(SENTENCE_END);
  const clauses: Clause[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const asked = (parts[i + 1] ?? '').includes('?');
    const texts = parts[i]!.split(CLAUSE_END)
      .flatMap(pieces)
      .filter((part) => part !== '');
    let supposed = false;
    texts.forEach((clause, place) => {
      const bare = clause.replace(ASSENT, '');
      const assent = bare !== clause;
      const last = place === texts.length - 1;
      const question = !assent && (asksBuyer(clause) || (asked && last));
      clauses.push({
        text: bare,
        sense: bare.replace(EITHER_WAY, '$1否'),
        sentence: i / 2,
        question,
        conditional: SUPPOSES.test(clause) || IN_ONE_BREATH.test(clause),
        consequent: supposed && FOLLOWS.test(clause) && !DONE_ALREADY.test(clause),
      });
      supposed = SUPPOSES.test(clause) || clauses.at(-1)!.consequent;
    });
  }
  return clauses.filter((clause) => clause.text !== '');
}
