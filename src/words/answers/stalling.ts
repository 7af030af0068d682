import { type Clause } from '../clauses.ts';
import { anyOf } from './pattern.ts';
import { ASKS_BUYER } from '../promises.ts';
import { refusalIn } from './refusing.ts';

/** The matter was taken up: no result yet, and not nothing either. */
export const TAKEN_UP = /(?:已经?|决定|予以|准予|正式|依法)(?:予以|依法|正式|登记)?(?:立案|受理)|开庭/;
/** Time played for, which takes the edge off whatever else is said. */
const STALLS = anyOf(
  '尽快|尽早|尽量|尽力|稍(?:后|等|候|安|晚)|耐心|请等|再等|等(?:一下|下|等|一等|会|着|待|候|通知|消息|结果|排期)|反馈|上报|跟进|(?<!经)核(?:实|查|对)',
  '转(?:交|接|达|给|到|至)|(?:处理|审核|调查|介入|沟通|协调|升级|办理)中|在处理|回头|到时|届时|近期|过?几天|马上|正在|排队|加急|放心|别急|着急',
  '等[^,]{1,8}(?:通知|消息|回复|结果|处理|答复|电话|上班)|另行|研究(?:一下|下)',
);
/** 有什么可以帮您: a question that asks nothing of the matter. */
const GREETS = /有什么.{0,4}(?:帮|服务|效劳|问题)|^在(?:吗|么|不)?$|猜(?:您|你)想问/;

/** Words that show the matter is still being looked at, so that a bare ground is no refusal yet. */
export const STILL_OPEN = /核实|核查|排查|帮(?:您|你)|处理|跟进|查(?:一下|询一下)|稍|尽快|介入|补发|联系(?:您|你)/;

/** 不 that denies nothing: manners, not knowing, not being there, comfort. */
const DENIES = anyOf(
  '(?<![说定差对来做等看听想拿起])不(?!会|敢|容易|懂|太|明|理解|着急|急|慌|哭|方便接|在|清|知|确|是|好意思|便|仅|但|光|断|过|错|影响|耽误|妨碍|代表|等于|能(?:正常)?(?:登|用|' +
    '使|兑|激|打开|充|访|显)|久|少|要|用|必|需|了|论|管|得不|同|一定|够|妨|如|耐|止|及)',
);

/**
 * A plain 不 in an answer that neither plays for time nor asks is a no, whatever
 * it denies: 这锅我不背, 我们不做判定. Only for what nothing else explains.
 */
export function leansNo(clauses: readonly Clause[]): boolean {
  if (clauses.some((clause) => STALLS.test(clause.text) || refusalIn(clause) === 'denies')) return false;
  return clauses.some((clause) => !clause.question && !clause.conditional && DENIES.test(clause.sense));
}

/**
 * Nothing to hold the speaker to. Whatever is said without a result, a day or a
 * question for the buyer is that; a matter taken up is not, unless time is played for.
 */
export function saysNothing(clauses: readonly Clause[]): boolean {
  if (clauses.some((clause) => refusalIn(clause) === 'denies')) return true;
  const asking = (clause: Clause): boolean =>
    (clause.question && !GREETS.test(clause.text)) || ASKS_BUYER.test(clause.text);
  const told = clauses.filter((clause) => !asking(clause));
  if (told.some((clause) => STALLS.test(clause.text))) return true;
  if (clauses.some((clause) => TAKEN_UP.test(clause.text))) return false;
  return told.length > 0 && told.length === clauses.length;
}
