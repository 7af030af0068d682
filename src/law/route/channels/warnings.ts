import { type RuleText } from '../../../model/outcome.ts';
import { addDays, showDay } from '../../../model/moment.ts';
import { type Standing } from '../standing.ts';

interface WarningRow {
  rule: string;
  when: (standing: Standing) => boolean;
  text: string | ((standing: Standing) => string);
}

/** A right that ends within this many days is worth a warning. */
const NEAR = 60;
/** So many pieces of one thing look like stock, not like use. */
const BULK = 10;

const digital = (s: Standing): boolean => ['code', 'topup', 'membership'].includes(s.situation.goods ?? '');
const account = (s: Standing): boolean =>
  s.situation.goods === 'account' || (s.situation.goods === undefined && s.situation.dispute === 'account_banned');
const said = (s: Standing, words: RegExp): boolean => words.test(s.situation.product ?? '');
const rescission = (s: Standing): number | undefined => {
  const ends = s.rescissionEndsOn;
  if (ends === undefined) return undefined;
  return s.situation.today > ends ? -1 : addDays(s.situation.today, NEAR) >= ends ? 1 : 0;
};
const regulatorOpen = (s: Standing): boolean =>
  !s.latest('regulator') && s.situation.purpose !== 'resale' && !s.overLimitForOffice;
const quarrel = (s: Standing): boolean => s.tried || s.fraudSigns || s.merchantClosed;

/** What goes wrong in cases like this one. Shown only where the situation calls for it. */
export const WARNINGS: readonly WarningRow[] = [
  {
    rule: 'POL-13',
    when: (s) => s.fraudSigns && s.fresh && !s.latest('police'),
    text: '刚转账就失联：先打 110 或 96110，再做别的',
  },
  {
    rule: 'TRP-22',
    when: (s) => s.fraudSigns,
    text: '据解读，搜索结果里有假的报警、追款网站。只认 12315.cn、cyberpolice.mps.gov.cn 和 110、96110、12315、12345；凡是先收费再“追回”的都不要信',
  },
  {
    rule: 'POL-02',
    when: (s) => s.fraudSigns,
    text: '据报道，电信网络诈骗三千元起追究刑事责任，二年内多次实施未经处理的累计计算；不够也可以报案，不要因为金额小就放弃',
  },
  {
    rule: 'REF-03',
    when: (s) => s.situation.purpose === 'resale',
    text: '进货转卖、工作室使用不算生活消费：不要投 12315，也不要在任何文书里说成自用',
  },
  {
    rule: 'REG-22',
    when: (s) => s.situation.purpose !== 'resale' && (s.situation.quantity ?? 1) >= BULK,
    text: '数量明显多于自用，12315 可能要你说明用途；备好自用的依据',
  },
  {
    rule: 'REF-02',
    when: (s) => regulatorOpen(s) && !s.taken('association') && !s.taken('court'),
    text: '不要同时或抢先投消协：消协受理过的同一争议，12315 不再受理',
  },
  {
    rule: 'SUB-06',
    when: (s) => digital(s) && ['card_invalid', 'not_as_described', 'service', undefined].includes(s.situation.dispute),
    text: '不要写“七日无理由退货”：在线下载或已拆封的数字化商品不适用。写没交付、用不了、和约定不符',
  },
  {
    rule: 'SUB-13',
    when: (s) =>
      ['past_window', 'seven_days'].includes(s.latest('platform')?.ground ?? s.latest('merchant')?.ground ?? ''),
    text: '“过了时限不售后”是平台或店铺自己的规定，不是法律；约定的检验期过短的，只当作对外观瑕疵提出异议的期限',
  },
  {
    rule: 'PUN-04',
    when: (s) =>
      s.situation.signs?.includes('false_claims') === true || s.situation.signs?.includes('fake_identity') === true,
    text: '惩罚性赔偿要证明对方故意欺诈，而且要排除合理怀疑；只是卡无效、发货晚，要求退款和赔偿实际损失',
  },
  {
    rule: 'PUN-06',
    when: (s) =>
      s.situation.signs?.includes('false_claims') === true || s.situation.signs?.includes('fake_identity') === true,
    text: '“退一赔十”“最低一千元”只用于食品等，不用于数字商品',
  },
  {
    rule: 'TRP-08',
    when: quarrel,
    text: '据解读，用曝光、举报换取超出应得的钱，可能被认定为敲诈勒索。只写“如未在某日前退款，我将依法投诉或起诉”',
  },
  {
    rule: 'TRP-09',
    when: quarrel,
    text: '据解读，公开称对方“骗子”“诈骗犯”可能侵害名誉；写“涉嫌”“请求核查”，只讲事实',
  },
  {
    rule: 'TRP-10',
    when: quarrel,
    text: '据解读，公开卖家的电话、证件、账号、头像可能违法；给平台和公开的材料都先遮盖',
  },
  {
    rule: 'TRP-11',
    when: account,
    text: '据解读，非法买卖支付账户、互联网账号被禁止，账号买卖是否有效各地法院看法不一；先要求返还价款，不要求继续履行，涉及实名、支付账号的先咨询律师',
  },
  {
    rule: 'TRP-12',
    when: (s) =>
      said(s, /赌|博彩|菠菜|棋牌|捕鱼|上分|下分|银商|外挂|辅助|脚本|破解|黑卡|盗刷|代付|套现|洗码|跑分|黑号|实名号/),
    text: '据解读，涉及赌博、外挂、盗刷或来路不明的商品，投诉可能牵连自己；先咨询律师，再决定怎么走',
  },
  {
    rule: 'SUB-20',
    when: (s) => s.situation.goods === 'wallet',
    text: '多次使用的储值余额适用预付式消费的规定；买一张一次性的卡密一般不算',
  },
  {
    rule: 'JUR-08',
    when: (s) => s.situation.goods === 'topup' && said(s, /话费|流量|宽带|移动|联通|电信/),
    text: '据解读，和运营商之间的话费、流量争议，先向运营商投诉，十五日内不答复或不满意的，向电信用户申诉受理中心申诉；和代充商家的争议仍按本页走',
  },
  {
    rule: 'SUB-10',
    when: (s) => rescission(s) === 1,
    text: (s) =>
      `解除合同的权利只有一年，约到 ${showDay(s.rescissionEndsOn!)}为止，催款不会让它重新起算；要解除就尽快发出书面通知`,
  },
  {
    rule: 'SUB-10',
    when: (s) => rescission(s) === -1,
    text: '从发现问题起已过一年，解除权可能已经消灭；改为要求赔偿损失或者返还，先咨询律师',
  },
  {
    rule: 'CT-08',
    when: (s) => s.sellerGone && !s.platformIsRespondent && (s.tried || s.situation.seller !== 'unknown'),
    text: '一方下落不明的案件不适用小额诉讼程序，审理会更久',
  },
  {
    rule: 'CT-04',
    when: (s) => s.tried && !s.overLimitForCourt,
    text: '网购不等于互联网法院：只有本来就归北京、杭州、广州辖区基层法院、又在清单内的案件才去；一般在你住所地的基层法院起诉',
  },
  {
    rule: 'CT-07',
    when: (s) => s.tried && !s.overLimitForCourt && !s.sellerGone,
    text: '小额诉讼一审终审；金额上限是本省上年度就业人员年平均工资的百分之五十，各省不同，以法院公布的为准',
  },
];

/** The warnings that this situation calls for, the most pressing first. */
export function warningsFor(standing: Standing): RuleText[] {
  return WARNINGS.filter((row) => row.when(standing)).map(({ rule, text }) => ({
    rule,
    text: typeof text === 'string' ? text : text(standing),
  }));
}
