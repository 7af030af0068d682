import type { Contact } from '../../src/model/contact.ts';
import type { Dispute } from '../../src/model/dispute.ts';
import { KINDS, type Kind } from '../../src/model/evidence.ts';
import { FACT_KEYS, type FactKey, type Facts } from '../../src/model/facts.ts';
import type { FieldReading, Reading } from '../../src/model/reading.ts';
import type { CaseSnapshot, ExhibitSummary } from '../../src/model/snapshot.ts';

/** Disputes for the tests of letters: nobody in them exists. */

type Fields = Partial<Record<FactKey, string>>;

const fieldOf = (key: FactKey, value: string): FieldReading => ({
  key,
  value,
  text: value,
  confidence: 1,
  certain: true,
});

function exhibit(
  no: number,
  file: string,
  kind: Kind,
  mediaType: string,
  fields: Fields,
  extra: Partial<Reading> = {},
): ExhibitSummary {
  const read = Object.entries(fields).map(([key, value]) => fieldOf(key as FactKey, value));
  const lines = Object.values(fields).map((text) => ({ text }));
  return {
    no,
    file,
    kind,
    category: KINDS[kind].category,
    labelledByUser: false,
    confidence: 0.98,
    mediaType,
    bytes: 182_330 + no,
    sha256: String(no).padStart(2, '0').repeat(32),
    takenInAt: '2026-09-05T10:00:00+08:00',
    reading: {
      reader: 'picture',
      version: '1',
      status: 'read',
      mediaType,
      category: KINDS[kind].category,
      kind,
      confidence: 0.98,
      fields: read,
      notes: [],
      lines,
      ...extra,
    },
  };
}

function facts(given: Fields, exhibits: ExhibitSummary[]): Facts {
  const all: Facts = {};
  for (const key of FACT_KEYS) {
    const value = given[key];
    if (value === undefined) continue;
    const sources = exhibits.flatMap((one) =>
      one.reading!.fields.some((field) => field.key === key && field.value === value)
        ? [{ exhibit: one.no, text: value }]
        : [],
    );
    all[key] = { value, status: sources.length > 0 ? 'read' : 'given', sources };
  }
  return all;
}

function contact(no: number, given: Partial<Contact> & Pick<Contact, 'channel' | 'at' | 'result'>): Contact {
  return {
    no,
    exhibits: [],
    reading: { vague: given.result === 'vague', refusal: given.result === 'refused', promise: null, settled: false },
    loggedAt: `${given.at.slice(0, 10)}T21:00:00+08:00`,
    ...given,
  };
}

function snapshot(
  title: string,
  dispute: Dispute,
  today: string,
  given: Fields,
  exhibits: ExhibitSummary[],
  contacts: Contact[],
  rest: Partial<CaseSnapshot> = {},
): CaseSnapshot {
  return {
    id: `case-${dispute}`,
    title,
    file: `${dispute}.kameng`,
    openedAt: `${today}T09:00:00+08:00`,
    today,
    now: `${today}T10:30:00+08:00`,
    dispute,
    facts: facts({ dispute, ...given }, exhibits),
    exhibits,
    contacts,
    letters: [],
    platformRules: [],
    ...rest,
  };
}

/** A dead code with everything a buyer can have. */
export function cardInvalid(): CaseSnapshot {
  const order = {
    orderNo: '761072976091679384',
    amount: '96.50',
    paidAt: '2026-09-01T17:39:39+08:00',
    merchant: '青柠网络',
    product: 'Steam 充值卡 100元',
  };
  const exhibits = [
    exhibit(1, '订单_3327.png', 'order', 'image/png', { ...order, platform: '九州数卡', contactPhone: '13528208162' }),
    exhibit(2, '付款_6504.png', 'payment', 'image/png', {
      tradeNo: '2026090122001904146741483431',
      merchantOrderNo: '761072976091679384',
      amount: '96.50',
      paidAt: order.paidAt,
    }),
    exhibit(3, '聊天_9532.png', 'chat', 'image/png', { refusal: '虚拟商品一经售出概不退换' }),
    exhibit(4, '报错_8729.png', 'failure', 'image/png', {
      cardCode: 'RAMXZ-D5G34-2T76B',
      failure: '该卡密无效或已被使用',
    }),
    exhibit(
      5,
      '录屏_4227.mp4',
      'recording',
      'video/mp4',
      {},
      { media: { durationMs: 42_000, recordedAt: '2026-09-01T18:02:10+08:00' } },
    ),
    exhibit(
      6,
      '客服聊天.txt',
      'chat_log',
      'text/plain',
      { promise: '承诺48小时内退款到原支付账户' },
      {
        fields: [
          fieldOf('promise', '承诺48小时内退款到原支付账户'),
          { ...fieldOf('dispute', 'card_invalid'), text: '订单 761072976091679384 卡密无效，请处理' },
        ],
        messages: [
          {
            at: '2026-09-01T18:09:39+08:00',
            side: 'buyer',
            sender: '我',
            text: '订单 761072976091679384 卡密无效，请处理',
          },
          { at: '2026-09-01T18:12:39+08:00', side: 'other', sender: '青柠网络', text: '承诺48小时内退款到原支付账户' },
          { at: '2026-09-03T22:59:39+08:00', side: 'other', sender: '青柠网络', text: '还在处理，请耐心等待' },
        ],
      },
    ),
  ];
  const given: Fields = {
    ...order,
    platform: '九州数卡',
    tradeNo: '2026090122001904146741483431',
    merchantOrderNo: '761072976091679384',
    quantity: '1',
    paidBy: 'alipay',
    goods: 'code',
    cardCode: 'RAMXZ-D5G34-2T76B',
    redeemed: 'unknown',
    failure: '该卡密无效或已被使用',
    failedAt: '2026-09-01T18:02:10+08:00',
    contactPhone: '13528208162',
    promise: '承诺48小时内退款到原支付账户',
    promisedBy: '2026-09-03T18:12:39+08:00',
    refusal: '虚拟商品一经售出概不退换',
    demand: 'refund',
    site: 'marketplace',
    seller: 'known',
    purpose: 'own_use',
    signs: 'false_claims',
    sellerName: '成都青柠网络科技有限公司',
    sellerAddress: '成都市高新区天府三街18号',
    sellerPhone: '028-85123380',
    platformOperator: '杭州九州数卡信息技术有限公司',
    platformAddress: '杭州市西湖区文三路90号',
    platformPhone: '0571-88120066',
    buyerName: '林晓雯',
    buyerPhone: '13528208162',
    buyerAddress: '南京市鼓楼区中山北路45号',
    buyerIdNo: '320106199404121246',
  };
  return snapshot('Steam 充值卡', 'card_invalid', '2026-09-08', given, exhibits, [
    contact(1, {
      channel: 'platform',
      at: '2026-09-04T10:20:00+08:00',
      filedOn: '2026-09-04',
      reference: 'TS20260904118',
      result: 'vague',
      said: '已转交商家核实，请耐心等待',
      exhibits: [6],
    }),
  ]);
}

/** Nothing came and the seller is gone; little is known of him. */
export function notDelivered(): CaseSnapshot {
  const exhibits = [
    exhibit(1, 'alipay_record_20261014.csv', 'bill', 'text/csv', {
      tradeNo: '4200377600202610147953955831',
      amount: '615.00',
      paidAt: '2026-10-14T14:43:52+08:00',
    }),
    exhibit(2, '报错_2631.png', 'failure', 'image/png', { failure: '充值处理中，当前余额 0.00' }),
    exhibit(3, '聊天_4360.png', 'chat', 'image/png', { orderNo: 'KM202610141443529492' }),
  ];
  const given: Fields = {
    platform: '云端发卡网',
    merchant: '大白卡铺',
    product: '王者荣耀点券 6480',
    amount: '615.00',
    paidAt: '2026-10-14T14:43:52+08:00',
    orderNo: 'KM202610141443529492',
    tradeNo: '4200377600202610147953955831',
    paidBy: 'wechat',
    payee: '王大白',
    goods: 'topup',
    account: 'kk_2231',
    failure: '充值处理中，当前余额 0.00',
    demand: 'refund',
    site: 'marketplace',
    seller: 'unreachable',
    platformOperator: '合肥云端网络服务有限公司',
    platformAddress: '合肥市蜀山区黄山路66号',
    purpose: 'own_use',
    signs: 'vanished,blocked_buyer',
    buyerName: '周航',
    buyerPhone: '13095230281',
    buyerAddress: '武汉市洪山区珞喻路129号',
    buyerIdNo: '420111199803027718',
  };
  return snapshot('点券', 'not_delivered', '2026-10-21', given, exhibits, [
    contact(1, {
      channel: 'merchant',
      at: '2026-10-14T19:43:00+08:00',
      result: 'vague',
      said: '我们会尽快处理的，请耐心等待',
      exhibits: [3],
    }),
    contact(2, { channel: 'merchant', at: '2026-10-17', result: 'none' }),
  ]);
}

/** An account that was frozen; partly refunded, refused by the platform and by 12315. */
export function accountBanned(): CaseSnapshot {
  const order = {
    orderNo: 'KM202611061551150453',
    amount: '129.90',
    paidAt: '2026-11-06T15:51:15+08:00',
    product: '视频会员年卡账号',
    merchant: '飞鱼数字商行',
  };
  const exhibits = [
    exhibit(1, '订单_6850.jpg', 'order', 'image/jpeg', { ...order, platform: '极速充值城' }),
    exhibit(2, '电子凭证.pdf', 'payment', 'application/pdf', {
      tradeNo: '4200683274202611068985840763',
      amount: '129.90',
      paidAt: order.paidAt,
    }),
    exhibit(3, '聊天_4295.png', 'chat', 'image/png', {}),
    exhibit(4, '报错_0780.jpg', 'failure', 'image/jpeg', { failure: '账号因异常交易已被冻结，解封时间：永久' }),
    exhibit(5, '退款.png', 'refund', 'image/png', { refunded: '20.00' }),
    exhibit(6, '回执.png', 'filing_receipt', 'image/png', {}),
    {
      ...exhibit(7, '误传.png', 'other', 'image/png', {}),
      withdrawn: { at: '2026-11-10T10:00:00+08:00', why: '不是这笔订单' },
    },
    exhibit(8, '承诺页.png', 'promise', 'image/png', { promise: '质保一年，封号包赔' }),
  ];
  const given: Fields = {
    ...order,
    platform: '极速充值城',
    tradeNo: '4200683274202611068985840763',
    paidBy: 'wechat',
    goods: 'account',
    refunded: '20.00',
    failure: '账号因异常交易已被冻结，解封时间：永久',
    failedAt: '2026-11-06',
    promise: '质保一年，封号包赔',
    demand: 'refund',
    site: 'marketplace',
    seller: 'known',
    purpose: 'own_use',
    quantity: '2',
    platformOperator: '广州极速信息服务有限公司',
    platformAddress: '广州市天河区体育西路103号',
    sellerName: '飞鱼数字商行',
    sellerAddress: '广州市番禺区大石街12号',
    buyerName: '陈一诺',
    buyerPhone: '13211499306',
    buyerAddress: '长沙市岳麓区麓山南路2号',
    buyerIdNo: '430104199911053328',
  };
  return snapshot(
    '会员账号',
    'account_banned',
    '2026-11-22',
    given,
    exhibits,
    [
      contact(1, {
        channel: 'merchant',
        at: '2026-11-06T20:51:00+08:00',
        filedOn: '2026-11-06',
        result: 'promise',
        said: '会在三天内补一个新账号',
        promisedBy: '2026-11-09',
        exhibits: [3],
      }),
      contact(2, {
        channel: 'platform',
        at: '2026-11-12T09:05:00+08:00',
        filedOn: '2026-11-12',
        reference: 'JS-88213',
        result: 'refused',
        with: '客服8012',
        said: '账号类商品售出后封禁不属于平台售后范围',
        exhibits: [3],
      }),
      contact(3, {
        channel: 'regulator',
        at: '2026-11-19',
        filedOn: '2026-11-13',
        receivedOn: '2026-11-13',
        reference: '1440106002026111300217',
        result: 'refused',
        said: '投诉材料不足，未提供被投诉人的地址',
        exhibits: [6],
        letter: 3,
        reading: { vague: false, refusal: true, ground: 'identity_missing', promise: null, settled: false },
      }),
    ],
    {
      letters: [
        {
          no: 3,
          document: 'regulator',
          writtenAt: '2026-11-13T11:00:00+08:00',
          text: '本人于2026年11月6日购买视频会员年卡账号，实付129.90元，订单号KM202611061551150453，交易单号4200683274202611068985840763。页面提示“账号因异常交易已被冻结，解封时间：永久”。被投诉人：飞鱼数字商行。请求退还货款。',
          exhibits: [1, 2, 4],
          rules: ['REG-11'],
        },
      ],
    },
  );
}

export const CASES = { card_invalid: cardInvalid, not_delivered: notDelivered, account_banned: accountBanned };
