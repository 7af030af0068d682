import type { Channel } from '../../model/dispute.ts';
import type { Kind } from '../../model/evidence.ts';
import type { Day } from '../../model/moment.ts';
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
  buyer['idNo'] = (settings.buyer.includes('idNo') && values.show('buyerIdNo')) || '';
  return buyer;
}

/** A letter speaks to its reader; an office is told of the others. */
function voiceOf(settings: TemplateSettings): Voice {
  if (settings.audience === 'merchant') return { ...PLAIN_VOICE, merchant: '贵方', other: '贵方' };
  if (settings.audience === 'platform' || settings.audience === 'operator')
    return { ...PLAIN_VOICE, platform: '贵平台' };
  return settings.audience === 'court' ? { ...PLAIN_VOICE, self: '原告' } : PLAIN_VOICE;
}

/** Laws that protect consumers only; PLT-02 speaks of their rights. */
const FOR_CONSUMERS = (law: Cited): boolean =>
  law.statute === 'consumer' || law.statute === 'penalties' || law.rule === 'PLT-02';

/** What may be announced: only doors that are open to this buyer. */
function waysLeft(values: Values, audience: TemplateSettings['audience']): string {
  if (values.raw('purpose') === 'resale') return '诉讼';
  const platform =
    audience === 'merchant' && values.raw('platform') !== undefined && values.raw('site') !== 'own_site'
      ? '平台投诉、'
      : '';
  return `${platform}12315投诉或者诉讼`;
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
}

/** Gathers what a document says, before its own part is added and its template filled. Pure. */
export function beginDraft(snapshot: CaseSnapshot, settings: TemplateSettings, options: DraftOptions): Draft {
  const redacted = options.redacted || settings.redacted;
  const clearCode = settings.cardCode && snapshot.facts.redeemed?.value === 'yes';
  const values = readValues(snapshot, { redacted, clearCode, voice: { ...voiceOf(settings) } });
  const claim = countClaim(values);
  const deadline = values.count({ how: 'replyBy', on: snapshot.today, days: settings.replyDays });
  const channels = settings.contacts as Channel[];
  const story = tellStory(values, channels);
  const outcome = tellOutcome(values, channels);
  const keys = [...(settings.laws.always ?? []), ...((values.dispute && settings.laws[values.dispute]) || [])];
  const audience = settings.audience === 'platform' && platformAnswers(values) ? 'operator' : settings.audience;
  const told = [...story.events.map((event) => sayEvent(values, event)), ...outcome];
  const context: LetterContext = bareObject({
    no: values.count({ how: 'letterNo', no: options.no }),
    writtenOn: values.today(),
    title: '',
    addressee: '',
    facts: shownFacts(values),
    story: told,
    outcome,
    demands: tellDemands(values, claim, audience === 'court' ? 'office' : audience, deadline),
    deadline,
    ways: waysLeft(values, settings.audience),
    exhibits: listExhibits(values, settings, told),
    laws: [],
    lawLines: [],
    asides: [],
    buyer: buyerOf(values, settings),
    more: bareObject<Record<string, unknown>>({}),
  } satisfies LetterContext);
  const cite = (key: GroundKey, aside = false): Cited | undefined => {
    const law = citeOn(values, key);
    // Who buys to sell again is no consumer (REF-03).
    if (law && FOR_CONSUMERS(law) && values.raw('purpose') === 'resale') return undefined;
    const list = aside ? context.asides : context.laws;
    if (law && !list.some((one) => one.article === law.article)) list.push(law);
    return law;
  };
  for (const key of new Set(keys)) cite(key);
  if (settings.answersExcuse) context.story.push(...answerExcuse(values, cite));
  const draft: Draft = {
    values,
    claim,
    cite,
    ...story,
    missing: [],
    context,
    retell: () => {
      Object.assign(draft, tellStory(values, channels));
      context.outcome = tellOutcome(values, channels);
      context.story = [...draft.events.map((event) => sayEvent(values, event)), ...context.outcome];
    },
    options: { interestFrom: options.interestFrom },
  };
  return draft;
}
