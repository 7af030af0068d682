import { type AnswerReading } from '../model/contact.ts';
import { type Day, type Moment } from '../model/moment.ts';
import { type Clause } from './clauses.ts';
import { anyOf } from './answers/pattern.ts';
import { refusesIn } from './answers/refusing.ts';
import { settlesIn } from './answers/settling.ts';
import { timesIn, type TimeFound } from './times.ts';

/** A line of talk beyond this length is no answer that a person reads. */
const LONGEST_QUOTE = 200;

export interface Sentence {
  clauses: Clause[];
  text: string;
}

/** The buyer is asked to do it: no promise. */
export const ASKS_BUYER = anyOf(
  '(?<!{seller})(?:请|需|麻烦|烦请|劳烦|需要|要求|务必|须|望|必须|建议|限)(?:{you}|双方)?(?:尽快|务必|及时|先|再|在|于|自[^,]{0,10}起)?[^,]{0,20}' +
    '(?:提供|上传|提交|补充|补齐|补正|发送|发一下|发下|发来|出示|带上|带好|来(?:所|院|局|一趟)|配合|回传|填写|描述|联系(?!您|你)|拨打|确认收货|登录|申请|举证|完善|携带|前往|' +
    '到场|付款|支付|缴|预交|交费|拍|录|输入|点击|选择|回复(?=\\d|数字)|发(?:个|张|下|一下|给|过来|来|我)|截(?:个|张|图)|说明(?:一下|下)|重新(?:提交|上传))|补正(?:以?后|' +
    '再|好|齐)|^(?:退回)?补(?:充|正)(?:材料|资料)',
  '(?:订单号?|单号|截图|账号|录屏|视频|卡号|卡密|凭证|号码|照片|图|收款码|二维码)[^,]{0,3}(?:发|报|给|提供|传|截|说)(?:一?下|来|我|过来|给|个)',
  '带(?:上|好|齐)[^,]{0,8}(?:来|到)|^(?:{you}|先|再){0,3}(?:录|拍|截|传|发)(?:个|一?下|张|段|一?遍)|^(?:或|并)?回复\\d',
);
/** 可在3天内申请介入: what the buyer may do, and until when. */
const BUYER_MAY = anyOf(
  '(?:{you}|仍|也|还|不服|异议|^)可以?(?:自行|自|在|于|选择|依法|随时)?[^,]{0,16}(?:申请|补充|提交|举证|发起|提出|投诉|起诉|上诉|申诉|复议)',
);
/** 发货后24小时内反馈: a window in which the buyer must act. */
const BUYER_WINDOW = anyOf(
  '(?:购买|付款|下单|发货|签收|收货|发卡|售出|交易|拿到|收到)(?:商品|卡密|货|成功|完成|之日)?(?:之?后|起)[^。]{0,20}' +
    '(?:反馈|申请|提出|联系|售后|质保|投诉|报|检查|验|兑换|使用)',
  '(?:联系|反馈|申请|提出|投诉)(?:我们|客服|平台|售后)?[^,]{0,6}(?:有效|才|方可)',
);
/** The speaker will not be held to it. */
const UNSURE = anyOf(
  '(?:不能|无法|不敢|没法|不好|难以|不)(?:保证|承诺|确定|确认|肯定|预估|预计)|没有?(?:说|答应|承诺)|不一定|不确定|说不准|说不好',
  '看(?:情况|运气)|可能(?:需要|要)?(?:更|很)(?:久|长)|视[^,]{0,6}而定',
);
/** 财务今天不在, 五一放假: how things stand on that day, not what will be done. */
const STANDS = anyOf(
  '给{seller}(?:打|去)电话',
  '不在|[没不未]上班|不(?:打款|退款|发货|处理|办公|营业)|放假|休息|休假|在忙|(?<!帮)忙',
  '没空|今天[^,前内]{2,8}了$|开会|出差|咨询量|双休|是(?:周|星期|节|假|休)|再(?:说|来|问|联系|打)|不行|来不及|赶不|周转|转不|没法|无法',
);
/** A day that is set as a limit binds whatever stands by it. */
const LIMIT_BEFORE =
  /(?:最[晚迟慢多长]|不晚于|不迟于|不超过|预计|大概|大约|估计|争取|保证|肯定|一定|务必|必须?|将)(?:会|能|在|于|到|就|也)?$/;
const LIMIT_AFTER = /^(?:的时间)?(?:之?前|以前|之?内|以内|左右|之?后)/;
/** A deed the other side takes on itself. */
const DEEDS = anyOf(
  '退(?!换货?政策|出|订)|返还|返款|原路|处理(?!中)|答复|回复|回电|回访|致电|来电|联系{you}|(?:与|和|同|跟){you}(?:取得)?(?:联系|沟通)',
  '(?:给|把|帮|为){you}|反馈|补|重发|重新发|换|赔|解决|解封|解冻|恢复|审核|核实|核查|核对|查(?:清|询|看|实|明)|结果|打款|转(?:账|回)',
  '发货|到(?:$|货|手|的$|{you}的?(?:账|卡|零钱|余额))|发(?:给|到|过|{you})|充|弄(?!错)|搞(?!错)|到账|到位|入账|办(?:结|理|好)|完成|告知|通知|跟进|安排|整(?:好|改)|结清',
  '受理|决定|电话|落实|出具|送达|立案|调解|生效|修复|介入|上架|必回|回{you}|等(?:待|候)?|耐心|有(?:进展|消息|人)|开通|下发|发放|给$|审查|说法',
);
/** Is something named that the other side takes on itself? In a talk nothing else is a promise. */
export const namesDeed = (text: string): boolean => DEEDS.test(text);

/** 最快明天，最慢后天: of two times the later one is what they can be held to. */
const LATEST = /最[晚迟慢]|不晚于|不迟于/;

const asks = (text: string): boolean => ASKS_BUYER.test(text) || BUYER_MAY.test(text);

function bindingTime(clause: Clause, around: readonly string[], at: Day | Moment): TimeFound | undefined {
  if (clause.question || asks(clause.text) || STANDS.test(clause.text) || refusesIn(clause) || settlesIn(clause))
    return undefined;
  const [time] = timesIn(clause.text, at);
  if (!time) return undefined;
  const before = clause.text.slice(Math.max(0, time.index - 6), time.index);
  const after = clause.text.slice(time.index + time.text.length);
  const limited = LIMIT_BEFORE.test(before) || LIMIT_AFTER.test(after);
  // A named day is one they can be held to; a bare length of time (协商期7天) may be anything.
  return limited || time.named || around.some((one) => namesDeed(one) && !asks(one)) ? time : undefined;
}

/** The first time that somebody binds himself to: a time ahead that is a limit or has a deed of his own beside it. */
export function datedPromise(sentences: readonly Sentence[], at: Day | Moment): AnswerReading['promise'] {
  for (const { clauses, text } of sentences) {
    if (UNSURE.test(text) || BUYER_WINDOW.test(text)) continue;
    const found: { time: TimeFound; latest: boolean }[] = [];
    for (const [place, clause] of clauses.entries()) {
      const around = [clauses[place - 1], clause, clauses[place + 1]].flatMap((one) => (one ? [one.text] : []));
      const time = bindingTime(clause, around, at);
      if (time) found.push({ time, latest: LATEST.test(clause.text) });
    }
    const chosen = found.find(({ latest }) => latest) ?? found[0];
    if (chosen) return { by: chosen.time.by, text: text.slice(0, LONGEST_QUOTE) };
  }
  return null;
}

/** A deed promised plainly, without saying when: 会给您退款的. */
const PLAIN = anyOf(
  '(?:会|将|就|同意|愿意|(?<!{you})可以|答应|承诺|一定|肯定|保证|必须?|马上|立马|立刻|立即|现在|这就|秒|第一时间|已(?:经)?(?:安排|提交|发起|申请|办理|同意))' +
    '(?:会|给|为|帮|向|{you}|全额|原路|办理|进行|直接|马上|立即|立刻|现在|第一时间|重新|把|将|钱|款|\\d+元?|这边|尽快|安排|后台|财务|一定|系统|自动|扣款|并){0,6}' +
    '(?:退款|退(?:给|还|回|钱|全款|{you}|的?{tail})|补发|补(?:给)?(?:{you}|一张|单)|换(?:一|新|货)|更换|赔(?:付|偿|{you}|给)|重发|重新发|解封|恢复|转(?:账|给{you}|$))',
  '^直接(?:给{you})?(?:退|补|换|赔)(?:款|钱)?$',
  '^(?:退|赔){you}(?:全款|钱|款)$|^(?:算了|行吧?|好吧?){0,2}(?:退|补|换|赔){you}(?:吧|得了|就是了|好了)$',
  '^(?:我|我们|这边|这就|马上|现在|立刻|那|好|行|一定|肯定){0,3}给{you}(?:退|补|换|转|打)(?:款|钱|货|账|一[张个])?(?:吧|了吧|哈|的)?$|我(?:这边)?(?:来|会|就)?点?(?:同意|通过)$',
);
/** It hangs on something else, or is only tried for. */
const HANGS =
  /不会|不可以|尽量|争取|申请试试|才(?:能|会|可)|(?:通过|核实|确认|审核|查实|属实)[^,]{0,4}后|(退|换|补|赔)[^,]{0,3}就\1/;

export function plainPromise(sentences: readonly Sentence[]): AnswerReading['promise'] {
  for (const { clauses, text } of sentences) {
    const said = clauses.some(
      (clause) =>
        !clause.question &&
        !clause.conditional &&
        !refusesIn(clause) &&
        PLAIN.test(clause.text) &&
        !HANGS.test(clause.text),
    );
    if (said && !UNSURE.test(text)) return { by: null, text: text.slice(0, LONGEST_QUOTE) };
  }
  return null;
}
