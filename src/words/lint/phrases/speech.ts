/**
 * How a text shows that words are not the writer's: who may be speaking, the
 * verbs that bring speech, and the labels after which a name stands. All
 * patterns run over folded text (half-width punctuation, lower case).
 */

import { anyOf, everyOf, glued } from './alternatives.ts';

/** The other side and its voices. */
export const OTHERS =
  '客服|商家|对方|卖家|店家|店主|店长|平台|老板|他们|她们|他|她|工作人员|系统|页面|界面|上家|代理商?|群主|掌柜|管理员|商户|被告|被投诉人|经营者|' +
  '官方|机器人|店铺|公告|规则|协议|说明|详情页?|卖方|贵方|人工|经理|主管|专员|小二|号主|号商|发卡方|对面|商品描述|弹窗|短信|邮件|官网|网站|接待|售后|聊天记录|截图|第\\d{1,3}条|办法|条例|解释';

const SAYING =
  '回复|答复|表示|回应|回答|答|称|声称|说|讲|告知|告诉|承诺|写着|写明|写道|显示|提示|注明|标注|载明|宣称|宣传|辩称|坚称|反问|发来|留言|强调|指出|警告|通知|解释|规定|约定';
/** Verbs that always aim at someone; what follows is theirs to the end of the sentence. */
const ATTACKING = '辱骂|谩骂|骂|威胁|恐吓|嘲讽|讽刺|诬陷|诬称|诬蔑|污蔑|指责|反咬|挖苦';

/** Before a quotation mark: words that bring speech, or a colon. */
export const SPEECH_BEFORE = new RegExp(
  `(?:${SAYING}|${ATTACKING}|问|道|骂|发送|弹出|报错|原话|内容[为是]|如下|公告|评论|备注|评价|明确|台词|名言|写有|印有|收到|以)[^。!?;\\n]{0,8}$|:\\s*$`,
);
/** After a quotation mark. */
export const SPEECH_AFTER = anyOf(
  String.raw`^(?:的?(?:回复|答复|说法|字样|提示|态度|评价|评论|话语|承诺|通知|公告|短信|消息|留言|言论|弹窗|报错)|等语|等字样|等回复|等话|等言|的话[,。]|这句话|这样的话|为由|为借口|等理由|字样)`,
);
/** Before a quotation mark: what follows is a name. */
export const NAME_BEFORE = anyOf(
  glued(
    String.raw`(?:名为|名叫|叫做?|昵称|店名|店铺|商品|游戏|产品|购买了?|买了?|下单了?|充值了?|兑换了?|型号|书名|标题|微信名|群名|网名|用户名|账号名|id|激活码|专辑|歌曲|电影|动漫|小说|软件|app|剧本杀?|`,
    String.raw`皮肤|角色)(?:为|是|名称|名)?:?\s*$`,
  ),
);
/** After a quotation mark: what stood in it was a name. */
export const NAME_AFTER = anyOf(
  glued(
    String.raw`^(?:的?(?:游戏|激活码|兑换码|卡密|cdk|会员|皮肤|账号|商品|店铺|店内|小店|专营店|旗舰店|充值卡|点卡|这款|这个游戏|一书|一案|app|软件|道具|英雄|皮肤|角色|武器|卡牌|坐骑|勋章|称号|头像|专辑|`,
    String.raw`歌曲|剧本|关卡|副本|主题|系列|同名|套餐|礼包))`,
  ),
);
/** The writer said it to someone: it stays the writer's. */
export const OWN_SPEECH =
  /(?:我方|我们|我|本人|买家)[^,。!?;\n]{0,4}?(?:对|跟|和|向|给|问|回了?|回复|骂|怼|告诉|说|表示|写|留言|警告|发|喊|吼)/;
/** …unless it came to the writer. */
export const RECEIVED =
  /(?:收到|看到|接到|听到|被|遭|遭到|等来|得到|截图|让我|骂我|威胁我|告诉我|对我|跟我|给我|回我|叫我)/;
export const OTHERS_NAMED = new RegExp(`(?:${OTHERS}|你们|你方|贵店|贵司)`);

/** Speech without quotation marks: `客服回复：…`, `对方骂我…`. Group 1: what is said begins after it. */
export const ATTRIBUTION = everyOf(
  glued(
    `(?:${OTHERS}|你们|你方|贵店|贵司)[^,。!?;:\\n"“”]{0,8}?(?:(${ATTACKING})|(?:${SAYING}))(?!谎|话|法|明书|明了|辞|到做|好的|好了|大话|瞎话|假话|`,
    `鬼话)(?:(?:我|本人|了|过|道|到|的是|说|称)){0,2}(:|,?)`,
  ),
);
/** 骂我…: theirs, whoever they are. */
export const ATTACKED = new RegExp(`(?:${ATTACKING})(?:我|本人|原告)(?:们|是|为|说)?`, 'g');
/** After the verb these make it a judgement about the speech, not the speech: 客服说的都是骗人的. */
export const JUDGED = /^(?:的|都|全|是|根本|纯|完全|就|不算|很|太|真|一套|一堆|得)/;
/** A clause that begins so is the writer's again. */
export const BACK_TO_WRITER =
  /^(?:我|本人|你|您|这|那|真|简直|现在|今天|所以|但|可是?|于是|结果|太|气|实在|明明|就是|分明|典型|什么|一群|一帮|原告|投诉人|贵)/;

/** Who writes at the head of a chat line. */
export const OTHER_SPEAKER = anyOf(
  String.raw`^(?:[^:\s]{0,6}(?:客服|对方|卖家|店主|店长|群主|机器人|掌柜|老板|号商|号主|上家|售后|店家|商户)[^:\s]{0,4}|商家|平台|代理|系统|系统消息|店铺)$`,
);
export const OWN_SPEAKER = /^(?:我|本人|买家|顾客|消费者|投诉人|申请人|原告|自己|客户|用户|me|buyer)/;
/** Words at the head of a line that are labels of a form, not speakers. */
export const FORM_LABEL =
  /(?:名称|名|账号|账户|地址|电话|姓名|信息|微信|编号|责任|问题|诉求|请求|事实|证据|要求|态度|情况|说明|网址|回复时间|方式)$/;
export const CHAT_LINE = anyOf(
  String.raw`^[ \t>*\-\[\]()\d.:/年月日]*?((?!\d+\s*:)[^\s:,。!?;"“”「『<>()[\]]{1,16})(?:[([][^)\]\n]{0,20}[)\]])?\s*(?:[([]?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?\s*\d{1,2}:\d{2}(?::\d{2})?[)\]]?)?\s*:(?!\/\/)`,
);
/** A line that only names speaker and time; what follows is theirs. */
export const CHAT_HEADER = anyOf(
  String.raw`^\s*(?:[[(]?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+([^\s:,。]{1,16})|([^\s:,。]{1,16})\s+[[(]?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?[\])]?)\s*$`,
);
export const STAMPED = /\d{1,2}:\d{2}/;

/** After these labels stands a name, whatever it says. */
export const NAME_LABEL = everyOf(
  String.raw`(?:(?:皮肤|道具|角色|礼包|装备|服务|会员|主题)(?:名称|名)|角色名?|商品(?:名称?|标题)?|产品(?:名称)?|游戏(?:名称?)?|店铺(?:名称?)?|店名|昵称|网名|书名|歌名|标题|套餐|品名|规格|用户名|群名|微信名|文件名?|附件)\s*:\s*`,
);
