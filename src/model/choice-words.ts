import { WAYS_OF_PAYING } from '../knowledge/built/paid-by.ts';
import { CHANNELS, DEMANDS, DISPUTES, DOCUMENT_IDS, EXTRA_DOCUMENTS, OWN_STEPS, type DocumentId } from './dispute.ts';
import { factSpec, type FactKey } from './facts.ts';

type Words = Readonly<Record<string, string>>;

/** The label of each row of a table. */
export const labelsOf = (table: Readonly<Record<string, { label: string }>>): Words =>
  Object.fromEntries(Object.entries(table).map(([id, { label }]) => [id, label]));

/** What each choice of a fact is called. */
const CHOICE_WORDS: Partial<Record<FactKey, Words>> = {
  dispute: labelsOf(DISPUTES),
  demand: labelsOf(DEMANDS),
  paidBy: Object.fromEntries(WAYS_OF_PAYING.map(({ id, shown }) => [id, shown])),
  site: {
    marketplace: '有多个商家的平台',
    own_site: '商家自己的网站',
    self_operated: '平台自营',
    private_chat: '聊天里私下交易',
    second_hand: '二手平台',
    social_shop: '社交软件里的小店',
  },
  goodsLawful: { yes: '没有问题', doubtful: '说不清、共享或租用', no: '法律禁止的' },
  buyer: { adult: '成年人', minor: '未成年人' },
  abroad: { yes: '在境外', no: '在境内' },
  ownMistake: { yes: '是自己填错', no: '没有填错' },
  buyerSex: { male: '男', female: '女' },
  seller: { known: '公司和地址都知道', unreachable: '联系不上', unknown: '不知道公司和地址' },
  purpose: { own_use: '自用', resale: '转卖' },
  goods: { code: '卡密、兑换码', topup: '直充', membership: '会员', account: '账号', wallet: '余额、钱包' },
  signs: {
    vanished: '失联',
    fake_identity: '身份虚假',
    many_victims: '多人受害',
    blocked_buyer: '拉黑买家',
    false_claims: '虚假宣传',
    none: '没有',
  },
  redeemed: { yes: '已兑换', no: '未兑换', unknown: '不清楚' },
};

/** What each choice of a fact is called; undefined for a fact without choices. */
export const choiceWords = (key: FactKey): Words | undefined => CHOICE_WORDS[key];

/** What people say for an id, besides its label. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  refund: ['退钱', '退货退款', '要求退款'],
  replace: ['换货', '更换', '换一个', '补发'],
  deliver: ['交付', '发货', '到账'],
  compensate: ['赔偿', '赔钱', '赔付'],
  restore: ['恢复', '解封'],
  card_invalid: ['卡密不能用', '无法兑换', '兑换失败'],
  not_delivered: ['没到账', '未发货', '没发货', '没收到'],
  account_banned: ['封号', '账号找回'],
  not_as_described: ['货不对板', '描述不符'],
  service: ['售后'],
  vanished: ['失联', '跑路', '卖家跑路', '拉黑'],
  refused: ['拒绝', '被拒', '不同意'],
  accepted: ['受理'],
  settled: ['解决', '解决了'],
  merchant: ['卖家', '店铺', '店家'],
  platform: ['平台', '平台投诉'],
  platform_operator: ['平台公司'],
  payment: ['支付', '微信支付', '支付宝', '支付平台'],
  regulator: ['12315', '投诉', '12315投诉书', '工商', '市场监管'],
  report: ['举报', '12315举报书'],
  association: ['消协'],
  mediation: ['调解', '调解申请书'],
  police: ['警察', '报警', '公安', '派出所', '报案', '报案材料'],
  court: ['法院', '起诉', '起诉状', '诉讼'],
  public: ['公开', '发帖', '曝光', '公开说明'],
  urge: ['催办', '催'],
  escalate: ['升级'],
  resubmit: ['重新提交', '再次提交'],
  police_writing: ['书面答复'],
  police_reconsider: ['刑事复议'],
  police_review: ['刑事复核'],
  supervision: ['立案监督', '检察监督'],
  admin_review: ['行政复议'],
  withdrawal: ['撤回', '撤诉', '撤销投诉'],
  rescission: ['解除合同', '解除通知'],
  identity: ['身份', '卖家信息', '要卖家信息'],
  yes: ['是'],
  no: ['否', '不是', '没有'],
};

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * The id that a word means: itself, its label, or what people say for it.
 * @param labels what each id is called
 * @returns undefined where it means none or several
 */
export function meantId(word: string, labels: Words): string | undefined {
  const typed = bare(word);
  const ids = Object.keys(labels);
  const own = ids.find((id) => id === typed);
  if (own !== undefined) return own;
  const named = ids.filter((id) => [labels[id]!, ...(ALSO[id] ?? [])].some((name) => bare(name) === typed));
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const begun = typed.length > 1 ? ids.filter((id) => bare(labels[id]!).startsWith(typed)) : [];
  return begun.length === 1 ? begun[0] : undefined;
}

/** What each document is called, for a word that names one. */
export const DOCUMENT_WORDS: Words = Object.fromEntries(
  DOCUMENT_IDS.map((id: DocumentId) => [
    id,
    id in CHANNELS
      ? CHANNELS[id as keyof typeof CHANNELS].label
      : EXTRA_DOCUMENTS[id as keyof typeof EXTRA_DOCUMENTS].label,
  ]),
);

/** What each step is called that a buyer may take in his own words. */
export const STEP_WORDS: Words = Object.fromEntries(OWN_STEPS.map((id) => [id, EXTRA_DOCUMENTS[id].label]));

/** What each channel is called. */
export const CHANNEL_WORDS: Words = labelsOf(CHANNELS);

/** The fact that a word names: its key or its label. */
export function meantFactKey(word: string, keys: readonly FactKey[]): FactKey | undefined {
  const typed = bare(word);
  return keys.find((key) => bare(key) === typed || bare(factSpec(key).label) === typed);
}
