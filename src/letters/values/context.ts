import { type Channel } from '../../model/dispute.ts';
import { type Kind } from '../../model/evidence.ts';
import { addDays, showDay, type Day } from '../../model/moment.ts';
import { type CaseSnapshot } from '../../model/snapshot.ts';
import { countClaim } from './claims.ts';
import { bareObject, PLAIN_VOICE, readValues, shownFacts, type Values, type Voice, yuan } from './context-values.ts';
import { type Draft, type LetterContext } from '../documents/draft.ts';
import { platformAnswers } from '../documents/respondent.ts';
import { type TemplateSettings } from '../template/settings.ts';
import { tellDemands } from '../story/demands.ts';
import { sayEvent } from '../story/event.ts';
import { namedExhibits, nameExhibits } from '../story/exhibits.ts';
import { lawDaysOf } from '../../law/route/law-days.ts';
import { citeGround, type CitedLaw, type GroundKey } from '../story/law.ts';
import { tellOutcome, tellStory } from '../story/story.ts';

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
const FOR_CONSUMERS = (law: CitedLaw): boolean =>
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
  const deadline = addDays(snapshot.today, settings.replyDays);
  const channels = settings.contacts as Channel[];
  const story = tellStory(values, channels);
  const outcome = tellOutcome(values, channels);
  const keys = [...(settings.laws.always ?? []), ...((values.dispute && settings.laws[values.dispute]) || [])];
  const audience = settings.audience === 'platform' && platformAnswers(values) ? 'operator' : settings.audience;
  values.count(`第${options.no}号`, '文书编号');
  values.count(showDay(snapshot.today), '写信日');
  values.count(showDay(deadline), `写信日起${settings.replyDays}日`);
  if (claim && claim.left !== claim.paid) values.count(yuan(claim.left), '实付减已退');
  const told = [...story.events.map((event) => sayEvent(values, event)), ...outcome];
  const context: LetterContext = bareObject({
    no: String(options.no),
    writtenOn: showDay(snapshot.today),
    title: '',
    addressee: '',
    facts: shownFacts(values),
    story: told,
    outcome,
    demands: tellDemands(values, claim, audience === 'court' ? 'office' : audience, deadline),
    deadline: showDay(deadline),
    ways: waysLeft(values, settings.audience),
    exhibits:
      settings.exhibits === 'none'
        ? []
        : nameExhibits(values, settings.exhibits as 'all' | Kind[], namedExhibits(told.join(''))),
    laws: [],
    lawLines: [],
    asides: [],
    buyer: buyerOf(values, settings),
    more: bareObject<Record<string, unknown>>({}),
  } satisfies LetterContext);
  const days = lawDaysOf(snapshot);
  const cite = (key: GroundKey, aside = false): CitedLaw | undefined => {
    const law = citeGround(key, days);
    // Who buys to sell again is no consumer (REF-03).
    if (law && FOR_CONSUMERS(law) && values.raw('purpose') === 'resale') return undefined;
    const list = aside ? context.asides : context.laws;
    if (law && !list.some((one) => one.article === law.article)) list.push(law);
    return law;
  };
  for (const key of new Set(keys)) cite(key);
  const draft: Draft = {
    values,
    claim,
    deadline,
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
