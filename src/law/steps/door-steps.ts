import { type Channel, CHANNEL_IDS } from '../../model/dispute.ts';
import { type FactKey, standingValue } from '../../model/facts.ts';
import { holdsWhen } from '../route/conditions.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { handItIn, writeIt } from './hand-in.ts';
import { dueOf, type Outlook, type Step, unsentLetter, URGENCY } from './step.ts';

const status = ({ route }: Outlook, channel: Channel) => route.channels.find(({ id }) => id === channel)!;

/** Write to this door, or, when the letter lies ready, hand it in and log it. */
function tell(outlook: Outlook, channel: Channel, urgency: number, why: string, due: string | null): Step[] {
  const route = status(outlook, channel);
  if (route.status !== 'now') return [];
  const written = unsentLetter(outlook.snapshot, channel);
  const action = written === undefined ? writeIt(channel) : handItIn(channel, written, channel);
  return [{ urgency, door: channel, action, why, due, rule: route.reasons[0]!.rule }];
}

/** What leads to somebody who is known from a chat alone. */
const CLUES: readonly FactKey[] = ['sellerWechat', 'sellerQQ', 'payeeAccount'];

/** Nobody can be named: the platform has to say who sold it. */
function identitySteps(outlook: Outlook): Step[] {
  const { situation, standing, snapshot } = outlook;
  if (situation.seller !== 'unknown' || standing.platformIsRespondent) return [];
  if (situation.site === 'private_chat') {
    // What is noted is not asked for again; who it is the police find out.
    if (CLUES.some((key) => standingValue(snapshot.facts, key) !== undefined)) return [];
    return [
      {
        urgency: URGENCY.tell,
        due: null,
        rule: 'JUR-07',
        action: '留好找得到卖家的线索（微信号、QQ号、收款账号）：kameng facts sellerWechat=… sellerQQ=… payeeAccount=…',
        why: '聊天软件不是这笔交易的平台；没有对方的名称和地址，12315 投诉和起诉都立不起来',
      },
    ];
  }
  if (situation.site === 'own_site') {
    return [
      {
        urgency: URGENCY.tell,
        due: null,
        rule: 'REQ-ID',
        action:
          '查清卖家是谁：看网站底部公示的营业执照、备案号，账单里的收款方全称；填进来：kameng facts sellerName=… sellerAddress=…',
        why: '没有对方名称和地址，12315 投诉和起诉都立不起来',
      },
    ];
  }
  if (standing.latest('platform_operator')) return [];
  const written = unsentLetter(snapshot, 'identity');
  return [
    {
      urgency: URGENCY.tell,
      due: null,
      rule: 'PLT-01',
      door: 'platform_operator',
      action:
        written === undefined
          ? '向平台要卖家的名称、地址、联系方式：kameng letter --to identity'
          : handItIn('identity', written, 'platform_operator'),
      why: '没有被投诉人的名称和地址，12315 不予受理；平台不能提供的，可以要求平台赔偿',
    },
  ];
}

/** Does the matter lie where days are set? Who sues is sent to no door that he has left behind; the route has them. */
const isSued = ({ standing }: Outlook): boolean =>
  CHANNEL_IDS.some((id) => CHANNEL_TRAITS[id].appoints !== undefined && standing.open(id));

/** The doors to knock on first: seller, platform, payment provider. */
export function insideSteps(outlook: Outlook): Step[] {
  const { deadlines } = outlook;
  if (isSued(outlook)) return [];
  if (outlook.coverage.transaction === 'missing') return identitySteps(outlook);
  const window = dueOf(deadlines, 'PDEF-01');
  return [
    // The chat of the order is open whoever the seller may be; the route says so too.
    ...tell(outlook, 'merchant', URGENCY.tell, '先给商家一份写明日期的要求，期限从这天起算', window),
    ...identitySteps(outlook),
    ...tell(outlook, 'platform', URGENCY.tell, '平台收到有日期的通知，就不能再说不知道', window),
    ...(outlook.standing.platformIsRespondent
      ? tell(outlook, 'platform_operator', URGENCY.tell, '由平台经营者自己负责', null)
      : []),
  ];
}

/** When each door is worth going to, besides its being open. */
const STEPS = CHANNEL_IDS.flatMap((channel) => {
  const { step } = CHANNEL_TRAITS[channel];
  return step ? [{ ...step, channel, when: holdsWhen(step.when) }] : [];
});

/** The doors that come when the first are shut; one office at a time. */
export function climbSteps(outlook: Outlook): Step[] {
  if (isSued(outlook)) return [];
  return STEPS.filter(({ when }) => when(outlook.standing)).flatMap(({ channel, why, before }) =>
    tell(outlook, channel, URGENCY.climb, why, before === undefined ? null : dueOf(outlook.deadlines, before)),
  );
}
