import type { AskedFact, Condition, ConditionName, DoorState, StepState } from '../../knowledge/schema/condition.ts';
import { DISPUTE_TRAITS } from '../../knowledge/built/disputes.ts';
import type { DisputeTraits } from '../../knowledge/schema/dispute.ts';
import { type Channel, CHANNEL_IDS, type DocumentId } from '../../model/dispute.ts';
import { pastRest } from '../../calendar/calendar.ts';
import { addDays } from '../../model/moment.ts';
import { lastDay } from '../deadlines/period.ts';
import { clockOf } from '../rules/numbers.ts';
import type { Standing } from './standing.ts';

export type Holds = (standing: Standing) => boolean;

/** A right that ends within this many days is worth a warning. */
const NEAR = 60;

const traits = ({ situation }: Standing): Partial<DisputeTraits> =>
  situation.dispute === undefined ? {} : DISPUTE_TRAITS[situation.dispute];
const rescissionOver: Holds = ({ rescissionEndsOn, situation }) =>
  rescissionEndsOn !== undefined && situation.today > rescissionEndsOn;
/** Sold on the seller's own site or in a chat: there is no platform that could answer or be asked. */
const noPlatform: Holds = ({ situation: { site } }) => site === 'own_site' || site === 'private_chat';
/** The platform was asked who sold, and did not say: it can be named instead (PLT-01), but not for a private seller. */
const platformStandsIn: Holds = (s) =>
  s.situation.seller === 'unknown' && !noPlatform(s) && s.situation.site !== 'second_hand' && s.operatorSilent;
/** Nobody is named that a complaint could be against, and the platform cannot yet stand in. */
const nobodyToName: Holds = (s) => s.situation.seller === 'unknown' && !s.platformIsRespondent && !platformStandsIn(s);
/** A contract of a grown buyer over what may be sold, carried out as it was ordered. */
const contractStands: Holds = ({ situation: { buyer, goodsLawful, ownMistake } }) =>
  buyer !== 'minor' && goodsLawful !== 'no' && goodsLawful !== 'doubtful' && ownMistake !== true;

/** What the named conditions of `knowledge/channels` and `knowledge/route` mean. */
const NAMED: Record<ConditionName, Holds> = {
  always: () => true,
  settled: (s) => s.settled,
  platformAtFault: (s) => traits(s).respondent === 'platform',
  platformIsRespondent: (s) => s.platformIsRespondent,
  platformStandsIn,
  platformSilent: (s) => s.platformSilent,
  noticeIgnored: (s) => s.noticeIgnored,
  policeSilent: (s) => s.policeSilent,
  merchantClosed: (s) => s.merchantClosed,
  sellerGone: (s) => s.sellerGone,
  disputeIsSellerGone: (s) => traits(s).sellerGone === true,
  nobodyToName,
  // On the seller's own site there is no platform to ask.
  nobodyOnOwnSite: (s) => nobodyToName(s) && s.situation.site === 'own_site',
  fraudSigns: (s) => s.fraudSigns,
  paidJustNow: (s) => s.fresh,
  tried: (s) => s.tried,
  // The trade itself has been tried, or cannot be, or the matter is none for consumers.
  readyForOffices: (s) => s.tried || s.sellerGone || s.situation.purpose === 'resale',
  takenForReturn: (s) => traits(s).takenForReturn === true,
  tooLateForOffice: (s) => s.overLimitForOffice,
  tooLateForCourt: (s) => s.overLimitForCourt,
  rescissionEndsSoon: (s) =>
    s.rescissionEndsOn !== undefined && !rescissionOver(s) && addDays(s.situation.today, NEAR) >= s.rescissionEndsOn,
  rescissionOver,
  noPlatform,
  neverCame: (s) => traits(s).delivery === 'never',
  contractStands,
  // 民诉法解释20 speaks of sales made and delivered online; of services art. 18 does (CT-22).
  homeCourt: (s) => s.contract === 'sale' && contractStands(s) && s.situation.abroad !== true,
};

const AT_DOOR: Record<DoorState, (standing: Standing, channel: Channel) => boolean> = {
  filed: (s, channel) => s.latest(channel) !== undefined,
  open: (s, channel) => s.open(channel),
  accepted: (s, channel) => s.latest(channel)?.status === 'accepted',
  refused: (s, channel) => s.refused(channel),
  ended: (s, channel) => s.ended(channel),
  taken: (s, channel) => s.taken(channel),
  inWriting: (s, channel) => s.inWriting(channel),
  contradicted: (s, channel) => s.contradicted(channel),
};

const AT_STEP: Record<StepState, (standing: Standing, step: DocumentId) => boolean> = {
  waits: (s, step) => ['filed', 'accepted'].includes(s.step(step)?.status ?? ''),
  denied: (s, step) => ['refused', 'ended'].includes(s.step(step)?.status ?? ''),
};

/** Has a clock run out that the answer at a door, or at a step against it, has started? */
function hasLapsed(standing: Standing, [rule, clock]: string[], at: Channel | DocumentId): boolean {
  const filing = CHANNEL_IDS.includes(at as Channel) ? standing.latest(at as Channel) : standing.step(at);
  const from = filing?.answeredOn;
  if (from === undefined) return false;
  const { today } = standing.situation;
  const counted = clockOf(rule!, clock!, from, today);
  const last = lastDay(counted, from);
  return today > (counted.moves === 'none' ? last : pastRest(last));
}

/** What is known of a fact; what was bought may follow from the type of dispute. */
function valuesOf(standing: Standing, fact: AskedFact): readonly (string | undefined)[] {
  const { situation } = standing;
  if (fact === 'signs') return situation.signs ?? [];
  if (fact === 'abroad' || fact === 'ownMistake') {
    const said = situation[fact];
    return [said === undefined ? undefined : said ? 'yes' : 'no'];
  }
  return [fact === 'goods' ? (situation.goods ?? traits(standing).goods) : situation[fact]];
}

/** A condition of the files as a function; it is put together when it is first asked, and most never are. */
export function holdsWhen(condition: Condition): Holds {
  let holds: Holds | undefined;
  return (standing) => (holds ??= holdsOf(condition))(standing);
}

function holdsOf(condition: Condition): Holds {
  if (typeof condition === 'string') return NAMED[condition];
  if ('all' in condition) {
    const parts = condition.all.map(holdsWhen);
    return (s) => parts.every((part) => part(s));
  }
  if ('any' in condition) {
    const parts = condition.any.map(holdsWhen);
    return (s) => parts.some((part) => part(s));
  }
  if ('not' in condition) {
    const part = holdsWhen(condition.not);
    return (s) => !part(s);
  }
  if ('lapsed' in condition) {
    const { lapsed, at } = condition;
    return (s) => hasLapsed(s, lapsed.split('.'), at);
  }
  if ('for' in condition) {
    const { refused, for: grounds } = condition;
    return (s) => s.refused(refused) && grounds.includes(s.latest(refused)?.ground ?? '');
  }
  if ('ground' in condition) {
    const { ground: grounds, at } = condition;
    return (s) =>
      grounds.includes(at.map((channel) => s.latest(channel)?.ground).find((one) => one !== undefined) ?? '');
  }
  if ('unsaid' in condition) {
    const { unsaid } = condition;
    return (s) => s.situation[unsaid] === undefined;
  }
  if ('contract' in condition) {
    const { contract } = condition;
    return (s) => s.contract === contract;
  }
  if ('piecesFrom' in condition) {
    const { piecesFrom } = condition;
    return (s) => (s.situation.quantity ?? 1) >= piecesFrom;
  }
  if ('product' in condition) {
    const words = condition.product.split('|');
    return ({ situation: { product = '' } }) => words.some((word) => product.includes(word));
  }
  const [key, value] = Object.entries(condition)[0]! as [DoorState | AskedFact, string | string[]];
  const ask = AT_DOOR[key as DoorState];
  if (ask) return (s) => ask(s, value as Channel);
  const step = AT_STEP[key as StepState];
  if (step) return (s) => step(s, value as DocumentId);
  const values = [value].flat();
  return (s) => valuesOf(s, key as AskedFact).some((one) => one !== undefined && values.includes(one));
}
