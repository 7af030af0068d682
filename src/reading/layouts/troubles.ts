import { type Dispute } from '../../model/dispute.ts';
import { anyOf } from '../../knowledge/patterns.ts';

export interface Trouble {
  dispute: Dispute;
  words: RegExp;
  /** How surely the words mean this; they add up. */
  weight: number;
}

const CARD = `(?:${[
  // What it is called.
  '卡密|卡号|卡片|点卡|充值卡|礼品卡|该卡|此卡',
  '激活码|兑换码|礼品码|礼包码|充值码|券码|密钥|激活密钥|序列号',
  // As Apple and Microsoft say it, and in English.
  '产品代码|激活代码|兑换代码|CDK(?:EY)?|key|code',
].join('|')})`;
const ACCOUNT = '(?:账号|帐号|账户|帐户|角色|会员|号|微信|QQ|account)';

/** What is said of a card that does not work. */
const CARD_FAILS = [
  // It is none.
  '无效|错误|有误|不存在|不正确|格式不|invalid',
  // It was one.
  '失效|过期|作废|已锁定|expired',
  // Someone had it before.
  '已被?(?:.{1,8})?(?:使用|兑换|激活|绑定|领取)|被别人|已在.{1,12}(?:激活|使用|登录|兑换|绑定)|被用过?|用过了?|使用过|已绑定|已兑换|already|(?<!be )used',
  // It cannot be used.
  '用不了|不能用|不可用',
].join('|');

/** What is done to an account that was sold. */
const ACCOUNT_LOST = [
  // By the game or site.
  '封(?:号|禁|停|了)|被封|冻结|停用|禁用|限制登录|注销|异常|banned|suspended|disabled|locked|deactivated|terminated|restricted',
  // By whoever had it before.
  '找回|被盗|被收回|回收',
].join('|');

/** What error messages and buyers say, and which kind of dispute it is. */
export const TROUBLES: readonly Trouble[] = [
  { dispute: 'card_invalid', weight: 3, words: new RegExp(`${CARD}.{0,12}(?:${CARD_FAILS})`, 'i') },
  {
    dispute: 'card_invalid',
    weight: 3,
    words: new RegExp(`(?:无效的?|错误的?|过期的?|invalid|expired|used).{0,8}(?:${CARD}|gift card|voucher)`, 'i'),
  },
  {
    dispute: 'card_invalid',
    weight: 2,
    words: /already (?:been )?(?:activated|redeemed|claimed|used)|has been (?:redeemed|claimed|used)/i,
  },
  {
    dispute: 'card_invalid',
    weight: 2,
    words: anyOf([
      '(?:兑换|激活|核销|绑定)(?:失败|不成功|不了|次数(?:已达|超过))',
      '已(?:经)?被?(?:其他|别的)?(?:用户|账号|人)?(?:兑换|激活|领取|使用)|重复(?:使用|兑换|激活)',
    ]),
  },

  { dispute: 'account_banned', weight: 3, words: new RegExp(`${ACCOUNT}.{0,14}(?:${ACCOUNT_LOST})`, 'i') },
  {
    dispute: 'account_banned',
    weight: 2,
    words: anyOf(
      [
        '封号|封禁|封停|解封(?:时间|申请)?|永久冻结|账号找回|号被找回',
        // Why.
        '违规处罚|涉嫌.{0,10}(?:违规|异常)|外挂|violat(?:ed|ion)|banned',
      ],
      'i',
    ),
  },
  {
    dispute: 'account_banned',
    weight: 2,
    words: /登录?不[上了]|无法登[录陆]|登录失败|密码(?:已被修改|错误|不对|被改)|被顶号|身份验证失败/,
  },

  {
    dispute: 'not_delivered',
    weight: 3,
    words: anyOf(
      [
        '(?:未|没(?:有)?|还没|尚未|迟迟未|一直没|一直不|不)(?:到账|到帐|发货|收到|充值成功|充上|出卡|发卡|到)|没收到|未收到|收不到',
        'not (?:been )?(?:received|delivered)|never (?:arrived|received)',
      ],
      'i',
    ),
  },
  {
    dispute: 'not_delivered',
    weight: 2.5,
    words: anyOf(
      [
        // It is still being done.
        '充值(?:处理)?中|处理中|排队中|待充值|等待(?:充值|发货|出卡|处理)|pending|processing',
        // It could not be done.
        '充值(?:失败|超时|异常)|库存不足|缺货|out of stock',
        // Nothing is there.
        '暂无(?:充值|到账|发货|兑换|订单|交易|购买|卡密)?(?:记录|信息|数据|卡密)',
        '(?:还|您|你|都|查)?没有?(?:任何)?(?:充值|到账|发货|兑换|购买)(?:的)?(?:记录|信息)',
        '(?:未|没有?)(?:查询|查|找)到.{0,10}(?:记录|信息|订单|充值)',
      ],
      'i',
    ),
  },
  { dispute: 'not_delivered', weight: 1.5, words: /(?:当前|账户|可用)?余额\s*[:：]?\s*[¥￥]?0(?:\.00?)?(?!\d)/ },

  {
    dispute: 'not_as_described',
    weight: 3,
    words: anyOf(
      [
        '(?:与|和|跟).{0,8}(?:描述|页面|介绍|宣传|说的|商品|承诺).{0,4}(?:不符|不一致|不一样|不同)',
        '描述不符|货不对板|功能(?:缺失|不全|不符|受限)|虚假宣传|缩水|not as described|different from',
      ],
      'i',
    ),
  },
  {
    dispute: 'not_as_described',
    weight: 2,
    words: anyOf(
      [
        // What it lacks.
        '不含|不包含|不包括|不支持|未包含|未开通|没有.{0,6}(?:权限|权益|功能)|无权(?:限|使用)|does not include|not (?:available|supported|included) (?:in|for)',
        // Where or how only it works.
        '仅(?:支持|限|可)|只能(?:用|在)|不(?:可|能)在|(?:您所在|当前)(?:的)?(?:地区|区域|国家)|region',
        // What is less than was said.
        '(?:地区|区域|区服|面额|面值|时长|版本|天数|有效期|剩余)(?:不符|不对|不一致|不支持|受限|限制|只有|仅剩|少了)',
        // What more must be bought.
        '请(?:先)?升级|upgrade (?:your|to)',
      ],
      'i',
    ),
  },
  // What the page said against what came.
  {
    dispute: 'not_as_described',
    weight: 2,
    words: anyOf([
      '(?:页面|详情页?|标题|介绍|商品|宣传|广告)上?(?:明明)?(?:写|说|标|承诺|显示)(?:的|着|明|了)?',
      '(?:买|付款|下单)(?:之?前|的时候)没(?:有)?说',
    ]),
  },
  // A place on earth where it may not be used.
  {
    dispute: 'not_as_described',
    weight: 2,
    words: anyOf(
      [
        '(?:地区|区域|国家|region|country).{0,8}(?:不能用|不可用|不支持|无法使用|用不了|限制|restrict|not)',
        '(?:not|n.t) (?:be )?(?:used|available|valid|redeemed|activated) in (?:your|this) (?:region|country)',
      ],
      'i',
    ),
  },

  {
    dispute: 'vanished',
    weight: 3,
    words: anyOf(
      [
        // The shop or its page.
        '(?:店铺|商家|卖家|该商品|网站|页面|商品).{0,6}(?:已?(?:关闭|下架|注销|停业|跑路|失联|不存在|被?删除|打不开)|找不到)|不再营业|shop (?:closed|not found)',
        // The person, as the chat program says it.
        '对方(?:已)?(?:拒绝接收|把你|开启了|不是你|将你|账号已注销)|被(?:对方|卖家|商家)(?:了)?(?:拒收|删除好友)|你(?:还)?不是(?:他|她|对方)(?:（她）)?(?:的)?(?:朋友|好友)',
        // The person, as the buyer says it.
        '被?拉黑|联系不上',
      ],
      'i',
    ),
  },
  {
    dispute: 'vanished',
    weight: 3,
    words: anyOf(
      [
        // Browsers.
        String.raw`无法访问(?:此|该)?(?:网站|网页|页面)|(?:找不到|无法连接)(?:到)?(?:服务器|网站|网页|页面)|(?<!\d)404(?!\d)`,
        'err_(?:name|connection)|dns_probe|this site can.t be reached|page not found|server not found',
        // Whoever runs the network.
        '域名(?:已)?(?:过期|失效|被冻结)|域名未备案|停止访问该网页',
      ],
      'i',
    ),
  },

  {
    dispute: 'platform_fault',
    weight: 3,
    words: anyOf(
      [
        // It took too much.
        '(?:重复|多次|自动|错误|异常)扣(?:款|费|了)|扣(?:了)?(?:两|2|多)次|charged twice|duplicate charge',
        // It keeps what is there.
        '平台余额.{0,8}(?:冻结|消失|清零|被扣)|余额.{0,4}(?:被冻结|被清零|不翼而飞)|提现(?:失败|被拒|冻结|不了|通道)',
        // It cannot be asked.
        '投诉(?:入口|功能|通道).{0,6}(?:关闭|暂停|停用|不可用|已下线)|系统(?:维护|升级)中',
      ],
      'i',
    ),
  },

  {
    dispute: 'service',
    weight: 1.5,
    words: anyOf([
      // Nobody answers.
      '客服.{0,8}(?:不回|不理|没人|无人|不处理|不在线|踢皮球)|(?:没人|无人|一直不|不)(?:回复|理我|处理)',
      // Nobody helps.
      '售后.{0,6}(?:不管|不处理|拒绝|推脱|没有)|拒绝(?:退款|退换|售后)',
      // What was promised was not done.
      '(?:答应|承诺|说好).{0,12}(?:没有?|未|不)(?:兑现|做到|退|补|处理|换)',
    ]),
  },
];

/** Words that only failures have, whatever the dispute: they make a line an error message. */
export const FAILURE_WORDS = anyOf(
  [
    // What was typed in is wrong.
    '失败|无效|错误|有误|异常|不存在|不正确|出错|invalid|error|fail',
    // It was good once.
    '失效|过期|作废|已被|已使用|已兑换|已激活|已绑定|expired|already|(?<!be )used',
    // Nothing came.
    String.raw`未到账|未发货|处理中|不足|超时|余额\s*0`,
    // Nothing is found.
    '暂无|没有.{0,6}记录|查不到|没查到|未查询到|没有查询到|未找到|找不到|not (?:found|available|supported|valid)',
    // It is not allowed or not contained.
    '无法|不能|不可|不支持|不含|不包含|请升级|受限|限制|仅支持|仅限|拒绝|denied|unable|cannot|can.t|declined',
    // It was taken away.
    '冻结|封禁|封停|停用|禁止|禁用|违规|关闭|下架|注销|banned|suspended|deactivated|terminated|disabled|locked',
  ],
  'i',
);

/** The dispute that a text speaks of, with the sum of weights; undefined when it speaks of none. */
export function disputeOf(text: string): { dispute: Dispute; weight: number; lead: number } | undefined {
  const sums = new Map<Dispute, number>();
  for (const { dispute, words, weight } of TROUBLES)
    if (words.test(text)) sums.set(dispute, (sums.get(dispute) ?? 0) + weight);
  const ranked = [...sums].toSorted((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  return first && { dispute: first[0], weight: first[1], lead: first[1] - (second?.[1] ?? 0) };
}
