import { nobodyOnOwnSite, nobodyToName } from './offices.ts';
import { always, type ChannelRow, SETTLED } from './row.ts';

/** Police, court, and the public: the heavy doors. */
export const POLICE: readonly ChannelRow[] = [
  SETTLED,
  {
    when: (s) => s.open('police'),
    status: 'done',
    reasons: [{ rule: 'POL-04', text: '已经报案；没拿到受案回执的，回去要一份' }],
  },
  {
    when: (s) => s.refused('police') || s.ended('police'),
    status: 'later',
    reasons: [
      { rule: 'POL-06', text: '不予立案要给书面通知书，没收到就去要' },
      { rule: 'POL-07', text: '收到通知书七日内可以申请复议' },
      { rule: 'POL-08', text: '也可以请检察院要求公安机关说明不立案的理由' },
    ],
    needs: ['refusal_notice'],
  },
  {
    when: (s) => s.fraudSigns && s.fresh,
    status: 'now',
    reasons: [
      { rule: 'POL-13', text: '钱刚转出去，不论多少，马上打 110 或 96110，请求紧急止付' },
      { rule: 'POL-03', text: '够不够得上刑事案件由公安机关判断；诈骗的治安处罚没有金额门槛' },
      { rule: 'POL-10', text: '你所在地的公安机关就有管辖权' },
    ],
    needs: ['id_card', 'seller_clue'],
  },
  {
    when: (s) => s.fraudSigns,
    status: 'now',
    reasons: [
      { rule: 'POL-04', text: '收款后失联、假身份、多人受骗，是要请公安核查的事实；报案应当立即接受，并给受案回执' },
      { rule: 'POL-03', text: '看事实不看金额：够不够得上刑事案件由公安机关判断，诈骗的治安处罚没有金额门槛' },
      { rule: 'POL-10', text: '你所在地的公安机关就有管辖权' },
    ],
    needs: ['id_card', 'seller_clue'],
  },
  {
    when: always,
    status: 'later',
    reasons: [
      {
        rule: 'POL-14',
        text: '目前像是合同纠纷，公安机关不管退款。出现收款后拉黑、假身份、多人受骗等事实再报案，只说事实',
      },
    ],
    needs: ['id_card'],
  },
];

const HOME_COURT = { rule: 'CT-02', text: '网上买、网上交付的，你的住所地法院就能管；合同另有约定的从约定' };

export const COURT: readonly ChannelRow[] = [
  SETTLED,
  {
    when: (s) => s.open('court') || s.ended('court'),
    status: 'done',
    reasons: [{ rule: 'CT-19', text: '已经起诉；开庭要到，原告无正当理由不到庭按撤诉处理' }],
  },
  {
    when: (s) => s.refused('court'),
    status: 'later',
    reasons: [{ rule: 'CT-20', text: '上次没有立案。补上明确的被告、具体的请求和事实理由再递交' }],
    needs: ['refusal_notice', 'new_proof'],
  },
  {
    when: nobodyOnOwnSite,
    status: 'blocked',
    reasons: [
      { rule: 'CT-20', text: '起诉要有明确的被告，现在还不知道卖家是谁' },
      { rule: 'REQ-ID', text: '从网站公示的营业执照、备案号和账单里的收款方全称查' },
    ],
    needs: ['seller_identity'],
  },
  {
    when: nobodyToName,
    status: 'blocked',
    reasons: [
      { rule: 'CT-20', text: '起诉要有明确的被告，现在还不知道卖家是谁' },
      { rule: 'PLT-01', text: '先要求平台提供卖家信息；平台不能提供的，可以要求平台赔偿' },
    ],
    needs: ['seller_identity'],
  },
  {
    when: (s) => s.overLimitForCourt,
    status: 'blocked',
    reasons: [
      { rule: 'SUB-14', text: '已超过三年的诉讼时效' },
      { rule: 'SUB-15', text: '中间向对方提出过履行请求的，时效从那时重新起算；有凭据就先找律师核对' },
    ],
  },
  {
    when: (s) => s.situation.purpose === 'resale',
    status: 'now',
    reasons: [
      { rule: 'CT-20', text: '进货转卖不走 12315，按买卖合同起诉；有明确的被告、请求和事实就可以' },
      HOME_COURT,
    ],
    needs: ['evidence_list'],
  },
  {
    when: (s) => s.fraudSigns && !s.tried,
    status: 'later',
    reasons: [{ rule: 'CT-08', text: '先报案、先找人：一方下落不明的不适用小额诉讼程序，送达也难' }, HOME_COURT],
    needs: ['evidence_list'],
  },
  {
    when: (s) => s.tried || s.sellerGone,
    status: 'now',
    reasons: [HOME_COURT, { rule: 'CT-12', text: '没有最低金额；一万元以下的案件受理费五十元，适用简易程序的减半' }],
    needs: ['evidence_list'],
  },
  {
    when: always,
    status: 'later',
    reasons: [
      { rule: 'PLT-11', text: '没有必须先走别处的规定；先书面要求一次，被拒绝或没有回音再起诉更有据' },
      HOME_COURT,
    ],
    needs: ['evidence_list'],
  },
];

export const PUBLIC: readonly ChannelRow[] = [
  SETTLED,
  {
    when: always,
    status: 'later',
    reasons: [
      { rule: 'TRP-09', text: '最后一步。据解读，只写亲历的事实、不下“骗子”之类的断语，才不易侵害名誉' },
      { rule: 'TRP-10', text: '据解读，公开对方电话、证件、头像可能侵害隐私；发之前全部遮住' },
    ],
  },
];
