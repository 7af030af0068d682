import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { DISPUTE_TRAITS } from '../../knowledge/built/disputes.ts';
import { BASIS_FILE } from '../../knowledge/built/route.ts';
import type { Contract } from '../../knowledge/schema/condition.ts';
import { type Channel, CHANNEL_IDS, type DocumentId } from '../../model/dispute.ts';
import { chinaDay, type Day, daysBetween } from '../../model/moment.ts';
import { lastDay } from '../deadlines/period.ts';
import { clockOf, type LawDays } from '../rules/numbers.ts';
import type { StartEvent } from '../rules/rule.ts';
import { isContradicted, limitationOf } from './limitation.ts';
import { type Filing, isOpen, type Situation } from './situation.ts';

/** The last day of a period that started on a day, by the version that governs it. */
const endOf = (rule: string, clock: string, start: Day, today: Day): Day =>
  lastDay(clockOf(rule, clock, start, today), start);
/** A transfer so young that stopping the money may still work is reported by telephone at once. */
const FRESH_DAYS = 3;

/** What a situation means for the choice of a door: the words in which the channel tables are written. */
export interface Standing {
  situation: Situation;
  /** The last word in the matter is an agreement or a refund. */
  settled: boolean;
  latest(channel: Channel): Filing | undefined;
  /** The newest step of this kind against what a door answered; no complaint by itself. */
  step(stage: DocumentId): Filing | undefined;
  open(channel: Channel): boolean;
  refused(channel: Channel): boolean;
  ended(channel: Channel): boolean;
  /** That office took the matter up or has dealt with it. */
  taken(channel: Channel): boolean;
  /** The last answer there came on paper. */
  inWriting(channel: Channel): boolean;
  /** Refused there for a ground that the case itself shows to be false. */
  contradicted(channel: Channel): boolean;
  /** What kind of contract the purchase made; undefined while what was bought is not known. */
  contract: Contract | undefined;
  /** Is it the site operator itself that is complained of: its own fault, or it sells itself? */
  platformIsRespondent: boolean;
  /** The platform was told in writing and refused, or let the time pass. */
  noticeIgnored: boolean;
  /** The platform's company, which is asked who sold, refused or let the time pass; its service desk is not asked. */
  operatorSilent: boolean;
  platformSilent: boolean;
  /** The police have had the report longer than the time for verifying leads, and have not said what becomes of it. */
  policeSilent: boolean;
  /** The seller was asked and refused, or let the time pass. */
  merchantClosed: boolean;
  sellerGone: boolean;
  /** Facts of fraud, whatever the amount. */
  fraudSigns: boolean;
  fresh: boolean;
  /** Some door has been tried and has shut. */
  tried: boolean;
  knownOn: Day | undefined;
  overLimitForOffice: boolean;
  overLimitForCourt: boolean;
  /** The last day of the limitation, started anew by what interrupts it; when known. */
  limitationEndsOn: Day | undefined;
  /** The last day of the right to rescind, when known. */
  rescissionEndsOn: Day | undefined;
  /** Whose law the texts about this situation mean. */
  lawDays: LawDays;
}

const OUTSIDERS = CHANNEL_IDS.filter((channel) => CHANNEL_TRAITS[channel].triesTheMatter);

/** When the clocks that texts name have started, as far as the situation shows it. */
function lawDaysFrom(
  { today, paidAt }: Situation,
  latest: Standing['latest'],
  { knownOn, runsFrom }: { knownOn: Day | undefined; runsFrom: Day | undefined },
): LawDays {
  const paidOn = paidAt === undefined ? undefined : chinaDay(paidAt);
  const regulator = latest('regulator');
  const started: Partial<Record<StartEvent, Day | undefined>> = {
    demanded: (latest('merchant') ?? latest('platform_operator') ?? latest('platform'))?.on,
    platform_filed: latest('platform')?.on,
    received: regulator?.on,
    accepted: regulator?.status === 'accepted' ? regulator.answeredOn : undefined,
    harm_known: knownOn,
    breach_known: knownOn,
    fraud_known: knownOn,
    obligor_known: runsFrom,
    paid: paidOn,
    prepaid: paidOn,
  };
  return { today, startedOn: (event) => started[event] };
}

export function standingOf(situation: Situation): Standing {
  const { today, filings, dispute, site, seller } = situation;
  const signs = situation.signs ?? [];
  const newest = (of: (filing: Filing) => boolean): Filing | undefined =>
    filings
      .filter(of)
      .reduce<Filing | undefined>((last, filing) => (last && last.on > filing.on ? last : filing), undefined);
  const latest = (channel: Channel): Filing | undefined =>
    newest((filing) => filing.channel === channel && filing.stage === undefined);
  const status = (channel: Channel, ...wanted: Filing['status'][]): boolean => {
    const filing = latest(channel);
    return filing !== undefined && wanted.includes(filing.status);
  };
  const shut = (channel: Channel): boolean => status(channel, 'refused', 'ended');
  const waitingSince = (channel: Channel): Day | undefined => {
    const filing = latest(channel);
    return filing?.status === 'filed' ? filing.on : undefined;
  };
  /** Does the door still wait, longer than this period from the filing? */
  const waitsBeyond = (channel: Channel, rule: string, clock: string): boolean => {
    const since = waitingSince(channel);
    return since !== undefined && today > endOf(rule, clock, since, today);
  };
  // A written demand that is ignored so long counts as refused.
  const ignored = (channel: Channel): boolean => waitsBeyond(channel, 'PLT-12', 'refuse');
  const settledOn = filings
    .filter((filing) => filing.status === 'settled')
    .map((filing) => filing.answeredOn ?? filing.on)
    .toSorted()
    .at(-1);
  const settled =
    settledOn !== undefined && !filings.some((filing) => filing.status !== 'settled' && filing.on > settledOn);
  const knownAt = situation.knownAt ?? situation.paidAt;
  const knownOn = knownAt === undefined ? undefined : chinaDay(knownAt);
  const merchantClosed = shut('merchant') || ignored('merchant');
  const noticeIgnored = (['platform', 'platform_operator'] as const).some(
    (channel) => shut(channel) || ignored(channel),
  );
  const matter = dispute === undefined ? undefined : DISPUTE_TRAITS[dispute];
  const goods = situation.goods ?? matter?.goods;
  const platformIsRespondent = matter?.respondent === 'platform' || site === 'self_operated';
  const limitation =
    knownOn === undefined ? undefined : limitationOf(knownOn, filings, { today, platformOwes: platformIsRespondent });
  const vanished = matter?.sellerGone === true || signs.includes('vanished') || signs.includes('blocked_buyer');
  return {
    situation,
    settled,
    lawDays: lawDaysFrom(situation, latest, { knownOn, runsFrom: limitation?.from }),
    latest,
    // What came of it before the door answered anew is of an older refusal.
    step: (stage) => newest((filing) => filing.stage === stage && filing.on >= (latest(filing.channel)?.on ?? '')),
    noticeIgnored,
    operatorSilent: shut('platform_operator') || ignored('platform_operator'),
    merchantClosed,
    knownOn,
    open: (channel) => {
      const filing = latest(channel);
      return filing !== undefined && isOpen(filing);
    },
    refused: (channel) => status(channel, 'refused'),
    ended: (channel) => status(channel, 'ended'),
    taken: (channel) => status(channel, 'accepted', 'ended', 'settled'),
    platformIsRespondent,
    contract: matter?.contract ?? (goods === undefined ? undefined : BASIS_FILE.contracts[goods]),
    inWriting: (channel) => latest(channel)?.inWriting === true,
    contradicted: (channel) => {
      const filing = latest(channel);
      return filing?.status === 'refused' && isContradicted(filing, filings, knownAt);
    },
    policeSilent: waitsBeyond('police', 'POL-05', 'clues'),
    platformSilent: waitsBeyond('platform', 'PDEF-02', 'first_reply'),
    sellerGone: vanished || seller === 'unreachable',
    fraudSigns: vanished || signs.includes('fake_identity') || signs.includes('many_victims'),
    fresh: situation.paidAt === undefined || daysBetween(chinaDay(situation.paidAt), today) <= FRESH_DAYS,
    tried: merchantClosed || noticeIgnored || OUTSIDERS.some(shut),
    overLimitForOffice: knownOn !== undefined && today > endOf('REG-05', 'complain', knownOn, today),
    overLimitForCourt: limitation !== undefined && today > limitation.endsOn,
    limitationEndsOn: limitation?.endsOn,
    rescissionEndsOn: knownOn === undefined ? undefined : endOf('SUB-10', 'rescind', knownOn, today),
  };
}
