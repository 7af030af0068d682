import type { Contact } from '../../model/contact.ts';
import { readAnswer } from '../../words/answers/read-answer.ts';
import { standingRefusals } from '../../law/refusals/refusals.ts';
import { sayNumbers } from '../../law/rules/numbers.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import type { Kind } from '../../model/evidence.ts';
import { chinaDay, epochOf, showDay } from '../../model/moment.ts';
import { countedExhibits } from '../../model/snapshot.ts';
import { matterOf } from '../values/matter.ts';
import { proofMark, sourcesOf, type Values } from '../values/values.ts';
import { sayWord } from '../story/cited-law.ts';
import type { GroundKey } from '../story/law.ts';
import { isAddressed } from '../story/purchase.ts';
import { firstComplaint } from '../story/talk.ts';
import { reasonOf } from '../story/trouble.ts';

interface Reply {
  /** What is said to the ground, as far as the case can show it; empty leaves the sentence out. */
  says: (values: Values) => string;
  laws: readonly GroundKey[] | ((values: Values) => readonly GroundKey[]);
}

function proofOf(values: Values, ...kinds: Kind[]): string {
  return proofMark(
    values,
    countedExhibits(values.snapshot)
      .filter((exhibit) => kinds.includes(exhibit.kind))
      .map((exhibit) => exhibit.no),
  );
}

function firstDay(values: Values, contact: Contact): string {
  if (contact.filedOn !== undefined) return values.told(contact, 'filedOn');
  return values.mark(showDay(chinaDay(contact.at)), { from: 'contact', no: contact.no, part: 'at' });
}

function firstTold(values: Values): string {
  const first = values.snapshot.contacts
    .filter((contact) => contact.channel === 'merchant' || contact.channel === 'platform')
    .sort((a, b) => epochOf(a.at) - epochOf(b.at))[0];
  const said = firstComplaint(values);
  if (said && (!first || epochOf(said.at) < epochOf(first.filedOn ?? first.at)))
    return `本人首次反馈问题是在${said.when}${proofMark(values, [said.exhibit])}。`;
  if (!first) return '';
  return `本人首次反馈问题的日期为${firstDay(values, first)}${proofMark(values, first.exhibits)}。`;
}

/** Was it bought inside a platform that others sell on? */
const onPlatform = (values: Values): boolean =>
  ['marketplace', 'social_shop', 'second_hand'].includes(values.raw('site') ?? '');

/** The law for what did not come, or came otherwise than agreed. */
const lawOfTrouble = (values: Values): GroundKey =>
  matterOf(values).delivery === 'never' ? 'deliver_as_promised' : 'nonconforming';

/**
 * The reason the trade gave for refusing: that of a refusal that stands, whoever is complained of before the others,
 * else that of the words in an exhibit. Reasons of offices are answered where the complaint is made again.
 */
export function groundGiven(values: Values): string | undefined {
  const refused = standingRefusals(values.snapshot).filter(({ channel }) => CHANNEL_TRAITS[channel].side === 'trade');
  const itself = matterOf(values).respondent === 'platform';
  const others = refused.filter(({ channel }) => channel !== 'merchant');
  // What a shop said is no excuse of a platform that is itself at fault.
  if (itself && refused.length > 0 && others.length === 0) return undefined;
  const shop = refused.filter(({ channel }) => channel === 'merchant');
  const grounds = (itself ? others : [...shop, ...others]).flatMap(({ channel, reading: { ground } }) =>
    // To be sent to the shop is no excuse of the shop.
    ground === undefined || (ground === 'contact_other' && !itself && channel !== 'merchant') ? [] : ground,
  );
  const words = values.raw('refusal');
  const ground = grounds[0] ?? (words === undefined ? undefined : readAnswer(words, values.snapshot.today).ground);
  return ground !== undefined && EXCUSES.has(ground) ? ground : undefined;
}

/** The words in which the trade refused, wherever they stand. */
const wordsOfRefusal = (values: Values): string =>
  [values.raw('refusal') ?? '', ...standingRefusals(values.snapshot).map(({ said }) => said ?? '')].join('');

/** What sellers and platforms say to be rid of a complaint. */
const EXCUSES = new Set([
  'virtual_goods',
  'seven_days',
  'past_window',
  'code_used',
  'buyer_operation',
  'contact_other',
  'third_party',
  'voluntary',
  'delivered',
  'account_risk',
  'platform_rule',
]);

/** Who reads it is who said so; an office or a court is told what is asked of them. */
const isPutToThem = ({ voice }: Values): boolean => voice.merchant === '贵方' || voice.platform === '贵平台';

/** Who sold, as this reader knows it, and what follows; empty while nobody has said who it was. */
function saySold(values: Values, follows: (seller: string) => string): string {
  const addressed = isAddressed(values);
  const name = addressed ? '贵方' : values.show('merchant') ? `“${values.show('merchant')}”` : '';
  if (name === '') return '';
  return `该订单由${name}出售${proofOf(values, 'order', 'payment', 'bill')}，${follows(addressed ? '贵方' : '其')}。`;
}

/** By the id of the refusal's ground in the rulebook. */
const REPLIES: Readonly<Record<string, Reply>> = {
  virtual_goods: {
    says: (values) =>
      `本人请求的理由不是无理由退货，而是${reasonOf(values)}${proofOf(values, 'failure', 'recording')}。`,
    laws: (values) => [lawOfTrouble(values), 'terms_void'],
  },
  seven_days: {
    says: (values) =>
      `本人请求的理由不是${sayWord(values, 'quality_return', sayNumbers('{SUB-06.window}', values.snapshot.today))}无理由退货，而是${reasonOf(values)}${proofOf(values, 'failure', 'recording')}。`,
    laws: ['quality_return'],
  },
  // How long goods are warranted is no period in which they have to be looked at (民法典第六百二十二条).
  past_window: {
    says: firstTold,
    laws: (values) => (/[质只]保|保修|过保/.test(wordsOfRefusal(values)) ? [lawOfTrouble(values)] : ['short_window']),
  },
  code_used: {
    says: (values) =>
      isPutToThem(values)
        ? '如认为卡密已由本人使用，请提供兑换时间、兑换账号和兑换渠道的记录。'
        : '主张卡密已由本人使用的，应提供兑换时间、兑换账号和兑换渠道的记录。',
    laws: ['platform_records'],
  },
  buyer_operation: {
    says: (values) =>
      `${proofOf(values, 'recording') ? `操作过程见录屏${proofOf(values, 'recording')}。` : ''}${isPutToThem(values) ? '如认为操作有误，请' : '认为操作有误的，应'}指明具体步骤并说明依据。`,
    laws: (values) => [lawOfTrouble(values)],
  },
  proof_insufficient: {
    says: () => '就答复所称材料不足的问题，补充材料如下；由平台保存的交易记录，请由平台提供。',
    laws: ['platform_records'],
  },
  contact_other: {
    says: (values) => saySold(values, (seller) => `由${seller}向本人履行合同`),
    laws: ['third_party'],
  },
  // Whoever it was behind him, the seller is who owes it.
  third_party: {
    says: (values) => saySold(values, (seller) => `第三人的原因不影响${seller}向本人承担责任`),
    laws: ['third_party'],
  },
  not_ours: {
    says: (values) =>
      proofOf(values, 'order', 'payment', 'bill')
        ? `订单和付款的情况见${proofOf(values, 'order', 'payment', 'bill').slice(1, -1)}。`
        : '',
    laws: [],
  },
  not_consumer: {
    says: (values) =>
      values.raw('purpose') === 'own_use'
        ? `本人购买该商品用于个人使用${values.raw('quantity') ? `，数量${values.show('quantity')}` : ''}。`
        : '',
    laws: [],
  },
  // The office where the platform lives is the right one then, and only where there is a platform.
  address_not_found: {
    says: (values) => {
      const [name, address] = [values.show('platformOperator'), values.show('platformAddress')];
      if (!onPlatform(values) || !name || !address) return '现补充能联系被投诉人的信息如下。';
      return `被投诉人系平台内经营者，平台经营者为${name}，住所地为${address}，请由该住所地的市场监督管理部门处理。`;
    },
    laws: (values) => (onPlatform(values) ? ['complaint_place'] : []),
  },
  no_jurisdiction: { says: () => '现补充确定处理部门所需的信息如下。', laws: [] },
  identity_missing: { says: () => '现补充被投诉人的信息如下。', laws: ['complaint_content'] },
  duplicate: { says: () => '本次投诉与上次相比，新增内容如下。', laws: [] },
  voluntary: { says: (values) => `本人付款是为购买该商品；${reasonOf(values)}，与付款是否自愿无关。`, laws: [] },
  // Of what came and is not right nobody denies that it came.
  delivered: {
    says: (values) =>
      matterOf(values).delivery === 'came'
        ? `本人请求的理由不是没有收到商品，而是${reasonOf(values)}${proofOf(values, 'failure', 'recording')}。`
        : `${isPutToThem(values) ? '如认为已经交付，请' : '主张已经交付的，应'}提供交付的时间、方式和可以检索识别的记录。`,
    laws: (values) => [matterOf(values).delivery === 'came' ? lawOfTrouble(values) : 'delivery_online'],
  },
  no_fault: { says: () => '请说明作出上述认定所依据的事实和规则。', laws: [] },
  account_risk: {
    says: (values) =>
      `${reasonOf(values)}${proofOf(values, 'failure', 'recording')}，由买方自行承担封禁风险的约定不能免除出售方的责任。`,
    laws: ['terms_void'],
  },
  too_late: {
    says: (values) =>
      values.show('failedAt')
        ? `本人发现问题的时间为${values.show('failedAt')}${proofMark(values, sourcesOf(values, 'failedAt'))}。`
        : '',
    laws: [],
  },
  platform_rule: { says: () => '请提供购买时有效的规则版本，并指明所依据的条款。', laws: ['rule_versions'] },
};

/** Grounds against which saying it again at the same door is no use. */
export const FINAL_GROUNDS: Readonly<Record<string, string>> = {
  other_office: '别的机构已经受理同一争议',
  mediation_refused: '对方不接受调解',
};

/** The sentences that answer a refusal, and the laws they rest on. */
export function replyTo(ground: string | undefined, values: Values): { lines: string[]; laws: readonly GroundKey[] } {
  const reply = ground === undefined ? undefined : REPLIES[ground];
  if (!reply) return { lines: ['请写明不予支持所依据的事实和规则；本人补充材料如下。'], laws: [] };
  const laws = typeof reply.laws === 'function' ? reply.laws(values) : reply.laws;
  return { lines: [reply.says(values)].filter(Boolean), laws };
}

/** Ids of grounds that have a reply of their own, for the test that walks the rulebook's grounds. */
export const REPLIED_GROUNDS: readonly string[] = [...Object.keys(REPLIES), ...Object.keys(FINAL_GROUNDS)];
