import { type Channel } from '../model/dispute.ts';
import { type Kind } from '../model/evidence.ts';
import { type ComputedValue } from '../model/letter.ts';
import { addDays, showDay, type Day } from '../model/moment.ts';
import { type CaseSnapshot } from '../model/snapshot.ts';
import { countClaim, type Claim } from './claims.ts';
import { readValues, shownFacts, type Values, yuan } from './context-values.ts';
import { type TemplateSettings } from './render-settings.ts';
import { tellContacts } from './sections-contacts.ts';
import { tellDemands } from './sections-demands.ts';
import { nameExhibits, type NamedExhibit } from './sections-exhibits.ts';
import { citeGround, type CitedLaw } from './sections-law.ts';
import { tellAnswers, tellPurchase, tellTrouble } from './sections-story.ts';

/** All that a template can see. Strings are safe to print: their markup is hidden. */
export interface LetterContext {
  no: string;
  writtenOn: string;
  title: string;
  addressee: string;
  facts: Record<string, string>;
  /** Purchase and trouble, then what was answered. */
  story: string[];
  contacts: string[];
  demands: string[];
  /** The day the demands name. */
  deadline: string;
  exhibits: NamedExhibit[];
  laws: CitedLaw[];
  /** The writer as this reader may know them. */
  buyer: Record<string, string>;
  /** What only this document has. */
  more: Record<string, unknown>;
}

export interface PreparedContext {
  context: LetterContext;
  values: Values;
  claim: Claim | undefined;
  deadline: Day;
  computed: ComputedValue[];
}

function buyerOf(values: Values, settings: TemplateSettings): Record<string, string> {
  const buyer: Record<string, string> = Object.create(null) as Record<string, string>;
  const order = values.show('orderNo');
  const name = settings.buyer.includes('name') ? values.show('buyerName') : undefined;
  buyer['name'] = name ?? (order ? `订单${order}购买人` : '');
  buyer['phone'] = (settings.buyer.includes('phone') && (values.show('buyerPhone') ?? values.show('contactPhone'))) || '';
  buyer['address'] = (settings.buyer.includes('address') && values.show('buyerAddress')) || '';
  buyer['idNo'] = (settings.buyer.includes('idNo') && values.show('buyerIdNo')) || '';
  return buyer;
}

/** Gathers what a document says, before any template is filled. Pure. */
export function prepareContext(snapshot: CaseSnapshot, settings: TemplateSettings, options: { no: number; redacted: boolean }): PreparedContext {
  const redacted = options.redacted || settings.redacted;
  const clearCode = settings.cardCode && snapshot.facts.redeemed?.value === 'yes';
  const values = readValues(snapshot, { redacted, clearCode });
  const claim = countClaim(values);
  const deadline = addDays(snapshot.today, settings.replyDays);
  const keys = [...(settings.laws.always ?? []), ...((values.dispute && settings.laws[values.dispute]) || [])];
  const audience = settings.audience === 'office' ? 'merchant' : settings.audience;
  const computed: ComputedValue[] = [
    { text: showDay(snapshot.today), from: '写信日' },
    { text: showDay(deadline), from: `写信日起 ${settings.replyDays} 日` },
    ...(claim ? [{ text: yuan(claim.left), from: '实付减已退' }] : []),
  ];
  const context: LetterContext = {
    no: String(options.no),
    writtenOn: showDay(snapshot.today),
    title: '',
    addressee: '',
    facts: shownFacts(values),
    story: [tellPurchase(values), tellTrouble(values), ...tellAnswers(values)].filter(Boolean),
    contacts: tellContacts(values, settings.contacts as Channel[]),
    demands: tellDemands(values, claim, audience, deadline),
    deadline: showDay(deadline),
    exhibits: settings.exhibits === 'none' ? [] : nameExhibits(values, settings.exhibits as 'all' | Kind[]),
    laws: [...new Set(keys)].map(citeGround),
    buyer: buyerOf(values, settings),
    more: Object.create(null) as Record<string, unknown>,
  };
  return { context: Object.assign(Object.create(null) as LetterContext, context), values, claim, deadline, computed };
}
