import type { CaseFile } from '../../src/casefile/case-file.ts';
import { logContact } from '../../src/clerk/cases/log-contact.ts';
import { giveFact } from '../../src/clerk/intake/record-facts.ts';
import type { FactKey } from '../../src/model/facts.ts';
import { temporaryCase } from '../support/case.ts';

type Given = Partial<Record<FactKey, string>>;

/** A purchase of which all is known and nobody has been written to; nobody in it exists. */
const KNOWN: Given = {
  dispute: 'card_invalid',
  platform: '九州数卡',
  merchant: '青柠网络',
  product: '游戏点卡 100元',
  amount: '96.50',
  paidAt: '2026-09-01 17:39',
  orderNo: '761072976091679384',
  tradeNo: '2026090122001904146741483431',
  paidBy: 'alipay',
  goods: 'code',
  goodsLawful: 'yes',
  failure: '该卡密无效或已被使用',
  failedAt: '2026-09-01 18:02',
  demand: 'refund',
  site: 'marketplace',
  seller: 'known',
  purpose: 'own_use',
  buyer: 'adult',
  abroad: 'no',
  ownMistake: 'no',
  signs: 'false_claims',
  sellerName: '成都青柠网络科技有限公司',
  sellerAddress: '成都市高新区天府三街18号',
  platformOperator: '杭州九州数卡信息技术有限公司',
  platformAddress: '杭州市西湖区文三路90号',
  buyerName: '林晓雯',
  buyerPhone: '13528208162',
  buyerAddress: '南京市鼓楼区中山北路45号',
};

/** What each relation knows otherwise; an empty text is a fact that nobody has said. */
export const RELATIONS: Readonly<Record<string, Given>> = {
  sale: {},
  service: {
    dispute: 'service',
    goods: 'membership',
    product: '网盘会员年卡',
    failure: '会员权益未开通',
  },
  content: { dispute: 'not_delivered', goods: 'membership', product: '视频会员季卡', failure: '当前不是会员' },
  void: { goodsLawful: 'no', product: '对战辅助脚本' },
  doubtful: {
    goodsLawful: 'doubtful',
    goods: 'account',
    product: '共享账号',
    dispute: 'account_banned',
    failure: '账号已被冻结',
  },
  minor: {
    buyer: 'minor',
    goods: 'topup',
    dispute: 'not_delivered',
    failure: '充值处理中',
    buyerBorn: '2014-05-01',
    guardianName: '林建国',
  },
  infant: {
    buyer: 'minor',
    goods: 'topup',
    dispute: 'not_delivered',
    failure: '充值处理中',
    buyerBorn: '2020-05-01',
    guardianName: '林建国',
  },
  own_mistake: {
    ownMistake: 'yes',
    goods: 'topup',
    dispute: 'not_delivered',
    failure: '充值成功',
    account: 'kk_2231',
    recipientName: '周某某',
    recipientAddress: '合肥市蜀山区黄山路6号',
  },
  resale: { purpose: 'resale', quantity: '30' },
  foreign: { abroad: 'yes' },
  second_hand: {
    site: 'second_hand',
    merchant: '小林的闲置',
    sellerName: '林某某',
    sellerAddress: '苏州市姑苏区平江路8号',
  },
  private_chat: {
    site: 'private_chat',
    platform: '',
    merchant: '点卡小王',
    paidBy: 'personal_transfer',
    payee: '王小明',
    sellerWechat: 'xw_8812',
    sellerName: '王小明',
    sellerAddress: '苏州市姑苏区平江路8号',
    orderNo: '',
  },
  self_operated: { site: 'self_operated', merchant: '九州数卡' },
  platform_fault: {
    dispute: 'platform_fault',
    goods: 'wallet',
    failure: '余额被扣除',
    product: '平台余额',
    signs: 'none',
  },
  unknown: { goods: '', dispute: 'not_delivered', failure: '处理中', signs: 'none' },
};

/** The talks that an answered case has; a case without them has done nothing yet. */
function talk(file: CaseFile): void {
  logContact(file, {
    channel: 'merchant',
    at: '2026-09-02',
    filedOn: '2026-09-02',
    said: '虚拟商品一经售出概不退换',
    result: 'refused',
    exhibits: [],
  });
}

/** A real case of that relation. */
export function caseOf(relation: string, options: { talked?: boolean } = {}): CaseFile {
  const file = temporaryCase();
  file.write(() => {
    for (const [key, value] of Object.entries({ ...KNOWN, ...RELATIONS[relation] }))
      if (value !== '') giveFact(file, key as FactKey, value);
  });
  if (options.talked) talk(file);
  return file;
}
