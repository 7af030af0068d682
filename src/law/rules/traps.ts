import { type Rule } from './rule.ts';

/**
 * Where letters and buyers go wrong, beyond what the other tables say. The
 * number is the trap's in the fact base, whose own notes on these articles are
 * summaries: they are stated as reported.
 */
export const TRAPS: readonly Rule[] = [
  {
    id: 'TRP-08',
    cites: [
      ['extortion_interpretation', '第一条'],
      ['extortion_interpretation', '第三条'],
    ],
    says: '以曝光、举报要挟对方付超出应得的钱，可能构成敲诈勒索，入罪金额从二千元至五千元起；和解以后不要再次索要。',
    inForceFrom: null,
    sources: ['S3'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
  {
    id: 'TRP-09',
    cites: [
      ['civil_code', '第一千零二十四条'],
      ['civil_code', '第一千零二十五条'],
      ['public_security', '第五十条'],
    ],
    says: '公开称对方骗子、诈骗犯可能侵害名誉权；捏造、歪曲事实或者使用侮辱性言辞的不受保护，写“涉嫌”“请求核查”。',
    inForceFrom: null,
    sources: ['S3', 'S4'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
  {
    id: 'TRP-10',
    cites: [
      ['civil_code', '第一千零三十二条'],
      ['civil_code', '第一千零三十四条'],
      ['public_security', '第五十六条'],
      ['personal_information', ''],
    ],
    says: '公开卖家的电话、证件、账号和聊天头像可能侵害隐私和个人信息；公开和交给平台的材料都要遮盖。',
    inForceFrom: null,
    sources: ['S3', 'S4'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
  {
    id: 'TRP-11',
    cites: [
      ['anti_telecom_fraud', '第三十一条'],
      ['civil_code', '第一百五十七条'],
      ['civil_code', '第九百八十五条'],
    ],
    says: '禁止非法买卖、出租、出借支付账户和互联网账号；账号买卖合同是否有效，法院看法不一，先主张返还价款，不要求继续履行。',
    inForceFrom: null,
    sources: ['S3', 'S10'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
  {
    id: 'TRP-12',
    cites: [['criminal', '第三百一十二条']],
    says: '涉及赌博、外挂、盗刷卡的商品，投诉可能反过来牵连自己；明知来路不明而购买另有刑事风险。',
    inForceFrom: null,
    sources: ['S3'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
  {
    id: 'TRP-18',
    cites: [['civil_code', '第一百九十九条']],
    quote: '不适用有关诉讼时效中止、中断和延长的规定',
    says: '解除权、撤销权的一年不会因为催款而中断或者延长。',
    inForceFrom: null,
    sources: ['S3'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
  {
    id: 'TRP-22',
    cites: [],
    says: '搜索结果里有假的报警、追款网站；只认 12315.cn、cyberpolice.mps.gov.cn 等官方网址和 110、96110、12315、12345，没有正规机构收费追款。',
    inForceFrom: null,
    sources: ['S10'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
  {
    id: 'TRP-23',
    cites: [['measures', '第十条']],
    quote: '对所提供材料内容的真实性负责',
    says: '投诉人要对所提供材料的真实性负责，没有的事实不能写。',
    inForceFrom: '2026-04-15',
    sources: ['S1'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
];
