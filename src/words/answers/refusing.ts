import { type Clause } from '../clauses.ts';
import { anyOf } from './pattern.ts';

/** How people say no, one way a line. */
const REFUSES: readonly RegExp[] = [
  // The remedy is denied: 不能给您退款, 无法支持您的诉求, 不好受理.
  anyOf('{cannot}{gap}{remedy}(?!{news})|不好(?:受理|退|办|弄|处理|立案|赔|给)'),
  // Any other 不 before what only a refusal denies: 不对其承担任何责任, 不设人工售后.
  anyOf(
    '不(?!用|要|需|必|影响|是|论|管|仅|但|光|只|妨|如|急|同|少|错|知|清|确|太|了解|过|止|排除|代表|等于|意味|好意思|耽误|放心)' +
      '(?:(?!不|没|会|将|就|可以|才|但|时间).){0,8}?(?:退款|退货|退钱|退费|赔偿|赔付|售后|责任|负责|受理|补发|换货|立案|担保|背锅|锅$|买单)(?!{news})',
  ),
  // Nothing that would oblige or enable: 没有退款的义务, 没有先例.
  anyOf(
    '(?:没有?|无|毫无)[^,]{0,8}(?:义务|依据|先例|必要|道理)(?!{news})|没有?[^,]{0,4}(?:退款|退换|售后|退货|赔付)[^,]{0,2}(?:按钮|入口|功能|渠道|选项|政策|一说)',
  ),
  // It is named first and denied after: 退款的话确实没有办法, 全额是不可能的.
  anyOf('(?:{remedy}|全额|钱|三倍|3倍|十倍|赔偿)[^,]{0,10}?{flatNo}{tail}'),
  // The deed cannot be done: 退不了, 赔不起, 立不了案.
  anyOf(
    '(?:退|换|赔|补|处理|解决|管|办|弄|帮|受理|追|查|改|搞|给|介入|修|补救|立|撤|调解|支持|满足|强制)不' +
      '(?:起|着|了|到{you}|来|鸟|掉|成)(?!解|多|主)',
  ),
  // Short denials: 不退, 概不负责, 拒绝.
  anyOf(
    '概不|恕不|拒绝|驳回|拒退|拒赔|拒收|恕难',
    '不予(?!以?公开)',
    '不退(?!出|回?原|还(?=有)|货(?:也|退款|直接|就))|不换(?!成)|不赔|不补(?!充)|不给(?=$|了)',
    '不保证(?:能用|可用|质量|售后|不封|时长)|不保(?!证|密|存|留)|不包(?:售后|退|换|赔|封)|不售后',
    '不负责|不承担|不担责|不受理|不立案|不管(?=$|了|的|这|售|你|退)',
    '不(?:处理|办理|介入|调解|解决)(?!好|完|了?的话|掉|不|当|及时)',
    '不支持(?=$|的|哦|了|呢|亲|此|该|这|退|换|{you})|不同意(?!.{0,4}请)',
    '没有?[^,]{0,4}(?:无理由|退款服务|退换服务|售后服务|质保|退货服务)|无售后|没有?售后',
  ),
  // An application has failed, or its door is shut.
  anyOf(
    '(?:审核|申请|投诉|申诉|退款|售后|工单|仲裁|诉求|举报|请求|要求)[^,]{0,6}' +
      '(?:未通过|不通过|没通过|没有通过|未能通过|被拒|失败|不成立|未获支持|未予|已(?:被)?(?:驳回|拒绝|关闭|撤销))',
    '(?:售后|投诉|申诉|维权|退款|退货|退换)(?:通道|入口|渠道|服务|功能|权限|期|时间|窗口)[^,]{0,4}(?:关|结束|截止|过期|停|限制)',
    '(?:已|被)(?:限制|关闭|停用|取消)[^,]{0,6}(?:售后|退款|投诉)|(?:予以|已|将)撤销(?:{you}的|该)?投诉|(?:工单|售后单)已?关闭',
  ),
  // Outside what they do.
  anyOf(
    '不(?:符合|满足)[^,]{0,12}(?:条件|规则|要求|规定|标准|范围|政策|情形)|不在[^,]{0,10}范围',
    '不属于[^,]{0,12}(?:范围|职责|职权|管辖|情形|责任|问题)|不归[^,]{0,8}(?:管|负责)|(?:够|达|构)不(?:上|到|成)',
  ),
  // The buyer is left with it.
  anyOf(
    '爱莫能助|难以从命|无能为力|帮不(?:了|到|上)|满足不了|没(?:得|法)(?:退|商量|谈|搞)|没商量|自认倒霉|后果自负|风险自(?:负|担)',
    '(?:损失|责任|后果)由?{you}?(?:自行|自己)(?:承担|负责|解决)|{you}?(?:自行|自己)(?:承担|负责|解决|处理|想办法|认栽)',
    '不可能(?:给{you})?(?:退|给|赔|换|的|了)|免谈|没门|想都别想|别想(?:退|拿)|做梦|无力(?:偿还|赔|退|承担)|^不存在的?$|超(?:出|过)了?[^,]{0,8}(?:能力|权限|职责)|过期(?:不候|作废|不补|不换|不管|不退)',
    '没有这(?:个|种|项)?(?:说法|服务|规定|道理|先例)|要退没有|要钱没有|一分钱?(?:也|都)?(?:不(?!少)|没|别)|做不到|没有先例',
    '(?:与|跟|和|同){we}[^,]{0,4}(?:没有?|无)[^,]{0,2}(?:关系|干系|相干|关$)|不关{we}[^,]{0,3}事|责任不在{we}',
  ),
  // The talk is over, or the buyer is the one to blame.
  anyOf(
    '(?:最多|顶多|至多|只能|仅能|只)(?:给{you})?(?:退|赔|补|打)[^,]{0,6}(?:成|半|元|块|%|折)',
    '别再?(?:问|发|烦|骚扰|纠缠)|别再(?:来|找|打|联系|投诉)|{you}[^,]{0,8}(?:恶意|找茬|碰瓷|讹)|^(?:已经|太|都)?晚了{tail}',
  ),
  // Sent away in so many words: 随便你告, 找我没用.
  anyOf(
    '(?:随便|随|任|爱|去|尽管|{you})(?:您|你)?(?:怎么)?(?:去)?(?:投诉?|告|举报|曝光)(?:去)?(?:吧|就|好了|啊|呗|随|我$|$)',
    '爱(?:咋|怎么|找谁|去哪|上哪)|(?:跟|找|和)(?:我|我们|客服)(?:说|讲|们)?(?:也)?(?:没|冇|无)用|(?:说什么|找谁|找哪)(?:也|都)没用|(?:找|投诉|告|闹|骂)[^,]{0,6}(?:没|无)用',
  ),
  // An office or the platform has decided against the buyer.
  anyOf(
    '终止(?:本次)?调解|(?:调解|投诉|处理)终止|不作处理|结案不处理|维持原?(?:判定?|决定|处理|结果)|不构成(?:犯罪|诈骗|刑事)',
    '(?:判定?|认定|属于?)(?:为|由)?(?:{you}的?)(?:责任|全责|败诉|承担|原因)|判定?为?(?:商家|卖家)(?:无责|胜诉)|支持(?:商家|卖家|商户)(?!会|发货|退|的退)',
  ),
  // A no and nothing else: 不行的哦亲.
  anyOf(
    '^(?:这个|那个|这边|这|那|真的?|肯定|恐怕|应该|实在|也|还是|对不起|抱歉|亲|您好){0,4}' +
      '(?:不行|不可以|不能|不支持|不给|不退|退不了|没有?办法|没戏|不好意思不行){tail}',
  ),
];

/** Words of a failed exchange that the buyer is asked to show: 上传兑换失败录屏. */
const SHOWN = /(?:失败|无法[^,]{2,4}|报错)(?:的|时的)?(?:录屏|截图|视频|页面|提示|记录)/g;

/** No in the form of a question: 凭什么退, 拿什么赔你, 还退什么退. */
const SCORNS = anyOf(
  '(?:凭|拿|靠)(?:什么|啥|毛)(?:来|给|要|让|我)?[^,]{0,4}(?:退|赔|换|补|还)|(退|赔|换|补)个?(?:什么|啥)\\1',
  '(?:退|赔)个?(?:屁|毛|锤|鬼|球)|哪(?:来|有)的?[^,]{0,4}(?:钱|退|赔)|(?:怎么可能|咋可能|哪能|岂能)[^,]{0,8}(?:退|赔|换)(?!不)|还想要?(?:退|赔|钱)',
  '有(?:啥|什么)好(?:退|赔|换|补)|(?:退|赔)你(?:妹|大爷|个|吗|马)|泼出去的水|别做梦|(?:是|看){you}自?己?的(?:事|问题)情?了?$|^滚|滚(?:蛋|开|远)',
  '不(?:要|行|同意)就?(?:拉倒|算了)|爱(?:要|信|退)不',
);

/** 你让我赔你五十? */
const DEMANDED = /(?:让|叫|要)我们?(?:退|赔|补(?!充))/;

/** 不是不退, 没有说不退, 不会不管: what looks like a refusal and is the contrary. */
const DENIED = new RegExp(
  '(?:不是|并不是|并非|不等于|没有?(?:人)?说(?:过)?|从(?:来)?没说(?:过)?|不会|不可能|不至于|怎么(?:会|可能|能)|哪(?:里|会|能)|谁说|又不是|' +
    '绝不|绝对不会|绝不会|不能|难道|不存在|未曾|从未|没有?|担心|害怕|怕|避免|防止|以免|不要|别|无需|不用|是否)' +
    '(?:我们|咱们|您|你|平台|商家|会|就|要|我|他们|说|讲|给您|给你|想|有){0,3}$|(?:不会|不能|不可能|绝不|从不)[^,不]{0,4}$',
);
/** A thing that only did not happen, and no refusal: 无法登录, 无法使用. */
const TROUBLE =
  /(?:无法|不能|不可以|没法)(?:正常)?(?:使用|登录|兑换|激活|打开|充值|访问|显示|识别|付款|绑定|进入|加载|接通)/g;

/** Does the clause refuse, or say outright that it does not (不是不退)? */
export function refusalIn(clause: Clause): 'refuses' | 'denies' | undefined {
  if (SCORNS.test(clause.text) || (clause.question && DEMANDED.test(clause.text))) return 'refuses';
  if (clause.question || (clause.conditional && !/一[经旦]/.test(clause.text))) return undefined;
  const text = clause.sense.replace(SHOWN, '').replace(TROUBLE, '');
  const matches = REFUSES.map((words) => words.exec(text)).filter((match) => match !== null);
  if (matches.length === 0) return undefined;
  const denied = matches.some((match) => DENIED.test(text.slice(Math.max(0, match.index - 12), match.index)));
  return denied ? 'denies' : 'refuses';
}

export const refusesIn = (clause: Clause): boolean => refusalIn(clause) === 'refuses';

/** 系统升级中，暂时处理不了: for now, and later it will be possible. */
const FOR_NOW = /暂时|暂无法|目前|当前|现在|这会儿?|此刻|夜间|周末|假期|今天/;
const LATER = /好了|恢复|升级|维护|修复|稍|马上|尽快|之后|以后|上班|明[天早]|等|再(?!次|发起|申请|提交|来)/;

/** Is the no of this clause only for the moment, since another clause speaks of later? */
export function passesSoon(clause: Clause, clauses: readonly Clause[]): boolean {
  return (
    FOR_NOW.test(clause.text) &&
    clauses.some((other) => LATER.test(other.text) && !FOR_NOW.test(other.text) && !refusesIn(other))
  );
}
