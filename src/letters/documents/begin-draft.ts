import type { Channel } from '../../model/dispute.ts';
import type { Kind } from '../../model/evidence.ts';
import { standingValue } from '../../model/facts.ts';
import type { OtherBuyer } from '../../model/letter.ts';
import type { Day } from '../../model/moment.ts';
import { route } from '../../law/route/route.ts';
import { situationOf } from '../../law/route/situation-of.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { countClaim } from '../values/claims.ts';
import { bareObject, PLAIN_VOICE, readValues, shownFacts, type Values, type Voice } from '../values/values.ts';
import { citeOn, type Cited } from '../story/cited-law.ts';
import { tellDemands } from '../story/demands.ts';
import { sayEvent } from '../story/event.ts';
import { namedExhibits, nameExhibits } from '../story/exhibits.ts';
import type { GroundKey } from '../story/law.ts';
import { tellOutcome, tellStory } from '../story/story.ts';
import type { Draft, LetterContext } from './draft.ts';
import { citeMatter, onlyReturn, sayGuardian } from './relation.ts';
import { platformAnswers } from './respondent.ts';
import { groundGiven, replyTo } from './resubmission-replies.ts';
import type { TemplateSettings } from './settings.ts';

function buyerOf(values: Values, settings: TemplateSettings): Record<string, string> {
  const buyer = bareObject<Record<string, string>>({});
  const order = values.show('orderNo');
  const name = settings.buyer.includes('name') ? values.show('buyerName') : undefined;
  buyer['name'] = name ?? (order ? `订单${order}购买人` : '');
  buyer['phone'] =
    (settings.buyer.includes('phone') && (values.show('buyerPhone') ?? values.show('contactPhone'))) || '';
  buyer['address'] = (settings.buyer.includes('address') && values.show('buyerAddress')) || '';
  buyer['guardian'] =
    (values.basis.represents === 'guardian' && settings.buyer.includes('name') && values.show('guardianName')) || '';
  buyer['idNo'] = (settings.buyer.includes('idNo') && values.show('buyerIdNo')) || '';
  return buyer;
}

/** A letter speaks to its reader; an office is told of the others. For a minor who paid its guardian speaks. */
function voiceOf(settings: TemplateSettings, snapshot: CaseSnapshot): Voice {
  const minor = standingValue(snapshot.facts, 'buyer') === 'minor';
  // Who sells his own used things, or in a chat, need not be a merchant.
  const person = ['second_hand', 'private_chat'].includes(standingValue(snapshot.facts, 'site') ?? '');
  const voice: Voice = {
    ...PLAIN_VOICE,
    ...(person ? { merchant: '卖家' } : {}),
    ...(minor ? { self: '付款人一方', buyer: '付款人' } : {}),
  };
  if (settings.audience === 'court') return { ...voice, self: '原告', buyer: '原告' };
  if (settings.audience === 'merchant') return { ...voice, merchant: '贵方', other: '贵方' };
  if (settings.audience === 'platform' || settings.audience === 'operator') return { ...voice, platform: '贵平台' };
  return voice;
}

/** What may be announced: only doors that are not barred to this buyer. */
function waysLeft(values: Values, audience: TemplateSettings['audience']): string {
  const { channels } = route(situationOf(values.snapshot));
  const open = (id: Channel): boolean =>
    channels.some((one) => one.id === id && one.status !== 'blocked' && one.status !== 'done');
  const platform = audience === 'merchant' && values.raw('platform') !== undefined && open('platform');
  const ways = [
    platform ? '平台投诉' : '',
    values.basis.consumer && open('regulator') ? '12315投诉' : '',
    '诉讼',
  ].filter(Boolean);
  return [ways.slice(0, -1).join('、'), ways.at(-1)].filter(Boolean).join('或者');
}

/** The exhibits this reader is shown, and whatever the story names. */
function listExhibits(values: Values, settings: TemplateSettings, told: readonly string[]): LetterContext['exhibits'] {
  if (settings.exhibits === 'none') return [];
  const kinds = settings.exhibits as 'all' | Kind[];
  return nameExhibits(values, kinds, namedExhibits(told.join(''))).map((exhibit) => ({
    ...exhibit,
    no: values.mark(String(exhibit.no), { from: 'exhibit', no: exhibit.no, part: 'no' }),
  }));
}

/** One sentence to the reason that was given for a refusal, with the law it rests on. */
function answerExcuse(values: Values, cite: Draft['cite']): string[] {
  const ground = groundGiven(values);
  if (ground === undefined) return [];
  const { lines, laws } = replyTo(ground, values);
  for (const law of laws) cite(law);
  return lines;
}

export interface DraftOptions {
  no: number;
  redacted: boolean;
  interestFrom?: Day;
  buyers?: readonly OtherBuyer[];
}

/** Gathers what a document says, before its own part is added and its template filled. Pure. */
export function beginDraft(snapshot: CaseSnapshot, settings: TemplateSettings, options: DraftOptions): Draft {
  const redacted = options.redacted || settings.redacted;
  const clearCode = settings.cardCode && snapshot.facts.redeemed?.value === 'yes';
  const values = readValues(snapshot, { redacted, clearCode, voice: { ...voiceOf(settings, snapshot) } });
  const claim = countClaim(values);
  const deadline = values.count({ how: 'replyBy', on: snapshot.today, days: settings.replyDays });
  const channels = settings.contacts as Channel[];
  const story = tellStory(values, channels);
  const outcome = tellOutcome(values, channels);
  const audience = settings.audience === 'platform' && platformAnswers(values) ? 'operator' : settings.audience;
  const told = [...story.events.map((event) => sayEvent(values, event)), ...outcome];
  const asksHelp = values.basis.id === 'unjust_enrichment';
  const context: LetterContext = bareObject({
    no: values.count({ how: 'letterNo', no: options.no }),
    writtenOn: values.today(),
    title: '',
    addressee: '',
    opening: settings.buyer.includes('name') ? sayGuardian(values) : '',
    facts: shownFacts(values),
    story: told,
    outcome,
    demands: tellDemands(values, claim, audience === 'court' ? 'office' : audience, deadline),
    deadline,
    // Who did what was ordered is asked, and nothing is announced to them.
    ways: asksHelp ? '' : waysLeft(values, settings.audience),
    exhibits: listExhibits(values, settings, told),
    laws: [],
    lawLines: [],
    asides: [],
    buyer: buyerOf(values, settings),
    more: bareObject<Record<string, unknown>>({ asksHelp, sells: values.raw('site') === 'self_operated' }),
  } satisfies LetterContext);
  const cite = (key: GroundKey, aside = false): Cited | undefined => {
    const law = citeOn(values, key);
    const list = aside ? context.asides : context.laws;
    if (law && !list.some((one) => one.article === law.article)) list.push(law);
    return law;
  };
  for (const key of new Set(settings.laws.always ?? [])) cite(key);
  citeMatter(values, [...new Set((values.dispute && settings.laws[values.dispute]) || [])], cite);
  // Whose contract is void, or was made by a child, does not answer what was said to the contract.
  if (settings.answersExcuse && !onlyReturn(values)) context.story.push(...answerExcuse(values, cite));
  const draft: Draft = {
    values,
    claim,
    cite,
    ...story,
    missing: [],
    context,
    retell: (keep) => {
      Object.assign(draft, tellStory(values, channels, keep));
      context.outcome = tellOutcome(values, channels);
      context.story = [...draft.events.map((event) => sayEvent(values, event)), ...context.outcome];
      if (keep) context.exhibits = listExhibits(values, settings, context.story);
    },
    options: { interestFrom: options.interestFrom, buyers: options.buyers },
  };
  return draft;
}
