import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { DISPUTE_TRAITS } from '../../knowledge/built/disputes.ts';
import { type Channel, CHANNEL_IDS } from '../../model/dispute.ts';
import { chinaDay, type Day, daysBetween } from '../../model/moment.ts';
import { addMonths } from '../../calendar/calendar.ts';
import { ruleOf } from '../rules/index.ts';
import { type Filing, isOpen, type Situation } from './situation.ts';

/** A written demand that is ignored longer than this counts as refused. */
export const IGNORED_DAYS = ruleOf('PLT-12').clocks![0]!.n;
/** The hours for a first reply are over for certain on this day after filing, whatever the time of day it was. */
export const SILENT_DAYS = Math.ceil(ruleOf('PDEF-02').clocks![0]!.n / 24) + 1;
const OFFICE_YEARS = ruleOf('REG-05').clocks![0]!.n;
const COURT_YEARS = ruleOf('SUB-14').clocks![0]!.n;
const RESCISSION_YEARS = ruleOf('SUB-10').clocks![0]!.n;
/** A transfer so young that stopping the money may still work is reported by telephone at once. */
const FRESH_DAYS = 3;

/** What a situation means for the choice of a door: the words in which the channel tables are written. */
export interface Standing {
  situation: Situation;
  /** The last word in the matter is an agreement or a refund. */
  settled: boolean;
  latest(channel: Channel): Filing | undefined;
  open(channel: Channel): boolean;
  refused(channel: Channel): boolean;
  ended(channel: Channel): boolean;
  /** That office took the matter up or has dealt with it. */
  taken(channel: Channel): boolean;
  /** Is it the site operator itself that is complained of: its own fault, or it sells itself? */
  platformIsRespondent: boolean;
  /** The platform was told in writing and refused, or let the time pass. */
  noticeIgnored: boolean;
  platformSilent: boolean;
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
  /** The last day of the one-year right to rescind, when known. */
  rescissionEndsOn: Day | undefined;
}

const yearsLater = (day: Day, years: number): Day => addMonths(day, 12 * years);

const OUTSIDERS = CHANNEL_IDS.filter((channel) => CHANNEL_TRAITS[channel].triesTheMatter);

export function standingOf(situation: Situation): Standing {
  const { today, filings, dispute, site, seller } = situation;
  const signs = situation.signs ?? [];
  const latest = (channel: Channel): Filing | undefined =>
    filings
      .filter((filing) => filing.channel === channel)
      .reduce<Filing | undefined>((last, filing) => (last && last.on > filing.on ? last : filing), undefined);
  const status = (channel: Channel, ...wanted: Filing['status'][]): boolean => {
    const filing = latest(channel);
    return filing !== undefined && wanted.includes(filing.status);
  };
  const shut = (channel: Channel): boolean => status(channel, 'refused', 'ended');
  const waited = (channel: Channel): number => {
    const filing = latest(channel);
    return filing?.status === 'filed' ? daysBetween(filing.on, today) : -1;
  };
  const settledOn = filings
    .filter((filing) => filing.status === 'settled')
    .map((filing) => filing.answeredOn ?? filing.on)
    .toSorted()
    .at(-1);
  const settled =
    settledOn !== undefined && !filings.some((filing) => filing.status !== 'settled' && filing.on > settledOn);
  const knownAt = situation.knownAt ?? situation.paidAt;
  const knownOn = knownAt === undefined ? undefined : chinaDay(knownAt);
  // A demand restarts the limitation (SUB-15); the office's three years know no restart.
  const demandedOn = filings
    .map((filing) => filing.on)
    .toSorted()
    .at(-1);
  const runsFrom =
    knownOn !== undefined &&
    demandedOn !== undefined &&
    demandedOn > knownOn &&
    demandedOn <= yearsLater(knownOn, COURT_YEARS)
      ? demandedOn
      : knownOn;
  const merchantClosed = shut('merchant') || waited('merchant') > IGNORED_DAYS;
  const noticeIgnored = (['platform', 'platform_operator'] as const).some(
    (channel) => shut(channel) || waited(channel) > IGNORED_DAYS,
  );
  const matter = dispute === undefined ? undefined : DISPUTE_TRAITS[dispute];
  const vanished = matter?.sellerGone === true || signs.includes('vanished') || signs.includes('blocked_buyer');
  return {
    situation,
    settled,
    latest,
    noticeIgnored,
    merchantClosed,
    knownOn,
    open: (channel) => {
      const filing = latest(channel);
      return filing !== undefined && isOpen(filing);
    },
    refused: (channel) => status(channel, 'refused'),
    ended: (channel) => status(channel, 'ended'),
    taken: (channel) => status(channel, 'accepted', 'ended', 'settled'),
    platformIsRespondent: matter?.respondent === 'platform' || site === 'self_operated',
    platformSilent: waited('platform') >= SILENT_DAYS,
    sellerGone: vanished || seller === 'unreachable',
    fraudSigns: vanished || signs.includes('fake_identity') || signs.includes('many_victims'),
    fresh: situation.paidAt === undefined || daysBetween(chinaDay(situation.paidAt), today) <= FRESH_DAYS,
    tried: merchantClosed || noticeIgnored || OUTSIDERS.some(shut),
    overLimitForOffice: knownOn !== undefined && today > yearsLater(knownOn, OFFICE_YEARS),
    overLimitForCourt: runsFrom !== undefined && today > yearsLater(runsFrom, COURT_YEARS),
    rescissionEndsOn: knownOn === undefined ? undefined : yearsLater(knownOn, RESCISSION_YEARS),
  };
}
