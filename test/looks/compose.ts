import { OTHERS, type Parts } from './compose-others.ts';
import type { Draw } from './draw.ts';
import type { Words } from './words.ts';

type LabelKey = keyof Words['labels'];

/**
 * How shops, wallets and games in China put their labels together: what it belongs to, what it is of, what it is. An
 * empty word stands for a part that is left out.
 */
const GRAMMAR: Record<LabelKey, readonly Parts[]> = {
  orderNo: [
    [
      ['', '', '平台', '商城', '系统', '网店', '我的', '购买', '充值', '本次', '当前', '商品', '本站', '卡密', '自助'],
      [
        '订单',
        '订单',
        '订单',
        '购物',
        '下单',
        '业务',
        '服务',
        '提货',
        '定单',
        '买单',
        '消费',
        '购买',
        '取货',
        '申购',
        '子订单',
        '主订单',
        '原订单',
        '交易订单',
      ],
      ['号', '编号', '编码', '单号', 'ID', '代码', '序号', '流水号', '号码', '流水', '标识', '查询号', '凭证号'],
    ],
    [['单号', '单据号', '订单', '订单No', 'Order No', 'Order ID', '查单码', '提货单号', '票号']],
  ],
  product: [
    [
      [
        '',
        '',
        '购买',
        '订单',
        '充值',
        '所购',
        '兑换',
        '开通',
        '下单',
        '已购',
        '虚拟',
        '订购',
        '购入',
        '本次',
        '所选',
        '选购',
        '下单的',
      ],
      ['商品', '商品', '产品', '套餐', '服务', '权益', '卡券', '道具', '会员', '宝贝', '礼包', '物品', '卡种', '货品'],
      ['', '名称', '名称', '标题', '信息', '详情', '内容', '描述', '名', '规格', '说明', '类型', '项目', '全称'],
    ],
    [
      ['购买', '充值', '订购', '开通', '兑换', '消费', '交易', '缴费', '下单'],
      ['项目', '内容', '事项', '品种', '面额', '种类', '名目'],
    ],
  ],
  amount: [
    [
      ['', '', '订单', '本次', '最终', '总共', '实际', '您的', '本单'],
      ['实付', '应付', '支付', '付款', '结算', '扣款', '成交', '消费', '需付', '已付', '缴费', '交易', '实收', '应收'],
      ['金额', '金额', '款', '总额', '价格', '费用', '数额', '金额(元)', '总价', '价', '合计', '款项', '额'],
    ],
    [
      ['总价', '总额', '共计', '合计', '总金额', '到手价', '成交价', '应收', '总计', '实付', '金额', '付款', '共付'],
      ['', '', '(元)', '（含税）'],
    ],
  ],
  merchant: [
    [
      ['', '', '所属', '下单', '发货', '本单', '购买', '交易', '订单', '商品', '当前', '所购'],
      [
        '店铺',
        '店铺',
        '商家',
        '卖家',
        '店家',
        '商铺',
        '卖方',
        '供货商',
        '服务商',
        '售卖方',
        '网店',
        '小店',
        '号主',
        '商户',
        '卖号方',
        '店主',
        '掌柜',
        '站点',
      ],
      ['', '', '名称', '昵称', '名', '信息', '全称', '店名', '账号', '简称', 'ID'],
    ],
    [
      ['销售', '出售', '发货', '供应', '供货', '经营', '发卡', '售卖', '提供'],
      ['方', '商', '者', '商家', '店铺', '人', '单位'],
      ['', '', '名称', '昵称'],
    ],
  ],
  orderedAt: [
    [
      ['', '', '', '订单', '商品', '您的', '买家'],
      ['下单', '创建', '提交', '拍下', '购买', '生成', '订购', '成单', '建单', '开单', '预订', '订单'],
      ['时间', '时间', '日期', '时刻', '于', '成功时间', '完成时间', '日'],
    ],
  ],
  paidAt: [
    [
      ['', '', '', '订单', '实际', '款项', '买家', '用户'],
      ['支付', '付款', '扣款', '缴费', '转账', '结账', '打款', '扣费'],
      ['时间', '时间', '日期', '时刻', '完成时间', '成功时间', '于', '日', '成功日期', '完成于'],
    ],
  ],
  tradeNo: [
    [
      ['', '', '微信', '支付宝', '银行', '第三方', '渠道', '钱包', '资金', '云闪付'],
      ['支付', '交易', '付款', '扣款', '转账', '缴费', '结算'],
      [
        '单号',
        '流水号',
        '流水',
        '编号',
        '凭证号',
        '序号',
        '序列号',
        '识别码',
        '参考号',
        '号',
        '号码',
        '凭证',
        '流水编号',
        '回单号',
        '回执号',
      ],
    ],
  ],
  merchantOrderNo: [
    [
      ['商户', '商家', '外部', '收单方', '商户侧', '商户系统', '商铺', '收款商户'],
      ['单号', '订单号', '订单编号', '流水号', '内部单号', '自编号', '订单', '单据号', '参考号'],
    ],
  ],
  payee: [
    [
      ['收款', '收钱', '入账', '对方', '转入', '收单', '交易', '付给'],
      ['方', '人', '商户', '商家', '店铺', '单位', '账户', '户名', '主体', '企业', '对象', '机构', '对方', '公司'],
      ['', '', '名称', '全称', '姓名', '信息', '户名'],
    ],
    [
      ['商户', '商家', '对方'],
      ['全称', '名称', '户名', '简称', '昵称'],
    ],
  ],
  quantity: [
    [
      ['', '购买', '商品', '下单', '充值', '兑换', '卡密', '订单'],
      ['数量', '件数', '份数', '个数', '张数', '次数'],
    ],
  ],
  account: [
    [
      [
        '充值',
        '充入',
        '到账',
        '游戏',
        '玩家',
        '角色',
        '用户',
        '会员',
        '登录',
        '绑定',
        '接收',
        '直充',
        '代充',
        '开通',
        '我的',
        'Steam',
        '战网',
        '微信',
        '被充',
        '收号',
        '登陆',
      ],
      ['账号', '账号', '帐号', '账户', 'ID', 'UID', 'QQ', 'QQ号', '号码', '昵称', '编号', '手机号', '名', '对象'],
    ],
  ],
  cardCode: [
    [
      ['兑换', '激活', '卡券', '充值', '礼品', '礼包', '会员', '电子', '提货', '授权', '产品', '点卡', '游戏', '数字'],
      ['码', '卡密', '密码', '密钥', '券码', '序列号', 'CDK', '代码', 'KEY', '卡号', '凭码'],
      ['', '', '', '信息', '内容'],
    ],
  ],
  paidBy: [
    [
      ['', '', '订单', '实际'],
      ['支付', '付款', '扣款', '结算', '缴费'],
      ['方式', '渠道', '工具', '途径', '类型', '账户', '通道', '手段'],
    ],
  ],
  oldPrice: [
    [
      ['', '', '商品', '官方', '专柜', '店铺', '活动前'],
      ['原价', '划线价', '市场价', '参考价', '标价', '单价', '面值', '零售价', '指导价', '吊牌价', '定价', '门市价'],
    ],
  ],
};

/** Some of all words, the same for a seed: those that one may learn with, or those that are kept for measuring. */
export type Fold = (word: string) => boolean;

/** Words of a fold: `true` for about a `share` of all words, by the word alone. */
export function foldOf(share: number, seed: number): Fold {
  return (word) => {
    let h = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
    for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    return ((h ^ (h >>> 13)) >>> 0) / 4294967296 < share;
  };
}

const TRIES = 40;
const LONGEST = 9;

function put(draw: Draw, parts: Parts, allowed: Fold): string | undefined {
  for (let i = 0; i < TRIES; i++) {
    const word = parts.map((part) => draw.pick(part)).join('');
    if (word.length > 1 && word.length <= LONGEST && !/(..)\1/.test(word) && allowed(word)) return word;
  }
  return undefined;
}

/** A label for this part, put together anew; none where no allowed word was met. @param allowed which may be drawn */
export function composedLabel(draw: Draw, key: LabelKey, allowed: Fold): string | undefined {
  const said = GRAMMAR[key].length > 1 && draw.chance(0.25) ? GRAMMAR[key].at(-1)! : GRAMMAR[key][0]!;
  return put(draw, said, allowed) ?? put(draw, GRAMMAR[key][0]!, allowed);
}

/** A label that gives no fact, and its value. */
export function composedOther(draw: Draw, allowed: Fold): [string, string] {
  const [parts, value] = draw.pick(OTHERS);
  return [put(draw, parts, allowed) ?? '备注', value(draw)];
}
