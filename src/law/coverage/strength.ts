import { type Kind, KINDS } from '../../model/evidence.ts';
import { type FactKey } from '../../model/facts.ts';
import { type ExhibitSummary } from '../../model/snapshot.ts';

export type Strength = 'strong' | 'fair' | 'weak';

export interface ProofStrength {
  level: Strength;
  why: string;
  /** How it becomes stronger; absent when nothing is to be mended. */
  better?: string;
  rule: string;
}

interface StrengthRow {
  level: Strength;
  why: string;
  better?: string;
  rule: string;
  /** What should stand on it; without any of it the exhibit is one step weaker. */
  shows?: { fields: readonly FactKey[]; lack: string; better: string };
}

/** How far each kind carries by itself, as an office or a court would look at it. */
const STRENGTH: Record<Kind, StrengthRow> = {
  bill: { level: 'strong', why: '账单出自支付机构，不由买卖双方控制', rule: 'EV-04' },
  payment: {
    level: 'strong',
    why: '支付记录出自支付机构',
    rule: 'EV-04',
    shows: {
      fields: ['tradeNo', 'merchantOrderNo', 'orderNo'],
      lack: '看不到交易单号',
      better: '点开账单详情，连交易单号一起截',
    },
  },
  order: {
    level: 'strong',
    why: '订单是平台正常经营中形成的交易记录',
    rule: 'EV-04',
    shows: {
      fields: ['orderNo', 'merchantOrderNo', 'tradeNo'],
      lack: '看不到订单号',
      better: '重新整屏截图，带上订单号和时间',
    },
  },
  refund: { level: 'fair', why: '退款记录说明对方退过多少', rule: 'EV-01' },
  chat: {
    level: 'fair',
    why: '聊天截图要和手机里的原始记录对得上',
    better: '保留手机里的聊天，补一段从对方账号页翻到聊天的录屏',
    rule: 'EV-03',
  },
  chat_log: {
    level: 'fair',
    why: '导出的聊天文字可以被改动，要有原始记录佐证',
    better: '同时留聊天截图和手机里的原始记录',
    rule: 'EV-07',
  },
  call: {
    level: 'fair',
    why: '通话录音能说明说过的话',
    better: '记下对方号码、通话时间，保留原始录音文件',
    rule: 'EV-03',
  },
  email: {
    level: 'fair',
    why: '邮件是电子数据，邮件头能说明来源和时间',
    better: '保留邮箱里的原件，不要只留截图',
    rule: 'EV-01',
  },
  promise: { level: 'strong', why: '对方自己的承诺，对它不利，可以照着要求履行', rule: 'EV-04' },
  reply: { level: 'strong', why: '对方或官方的书面答复', rule: 'EV-04' },
  failure: {
    level: 'fair',
    why: '报错截图直接说明用不了',
    better: '补一段一镜到底的录屏',
    rule: 'EV-07',
    shows: {
      fields: ['failure', 'cardCode', 'account'],
      lack: '看不清报的是什么错、是哪一张卡或哪个账号',
      better: '重截一张，卡密或账号、系统提示、时间在同一画面',
    },
  },
  recording: { level: 'strong', why: '连续录屏能看出每一步，不易被说成剪接', rule: 'EV-03' },
  rule_page: { level: 'fair', why: '规则页说明平台自己怎么规定', rule: 'PLT-07' },
  filing_receipt: { level: 'strong', why: '受理回执说明哪天提交、由谁收下', rule: 'EV-04' },
  identity: { level: 'strong', why: '执照和公示信息说明卖家是谁', rule: 'REG-11' },
  other: {
    level: 'weak',
    why: '还不知道它能证明什么',
    better: '用 kameng evidence 编号 --as 类别 说明它是什么',
    rule: 'EV-06',
  },
};

const WEAKER: Record<Strength, Strength> = { strong: 'fair', fair: 'weak', weak: 'weak' };

/**
 * How strong one exhibit is by itself and what would make it stronger.
 * A file that could not be read keeps the strength of its label; nobody but the user has seen it.
 */
export function proofStrength(exhibit: ExhibitSummary): ProofStrength {
  const row = STRENGTH[exhibit.kind];
  const { shows } = row;
  const read = exhibit.reading && exhibit.reading.status !== 'failed' && exhibit.reading.status !== 'unread';
  if (shows && read && !exhibit.reading!.fields.some((field) => shows.fields.includes(field.key))) {
    return {
      level: WEAKER[row.level],
      why: `${KINDS[exhibit.kind].label}里${shows.lack}`,
      better: shows.better,
      rule: row.rule,
    };
  }
  const { level, why, better, rule } = row;
  return { level, why, rule, ...(better === undefined ? {} : { better }) };
}
