import { type Contact, endsMediation, handedOverOn } from '../../model/contact.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import { type Channel, CHANNEL_IDS, type DocumentId, type OwnStep } from '../../model/dispute.ts';
import { type FactKey, type Facts, standingValue } from '../../model/facts.ts';
import { chinaDay, epochOf } from '../../model/moment.ts';
import { rememberedOf } from '../../model/remembered.ts';
import { type CaseSnapshot, documentOf, type LetterSummary } from '../../model/snapshot.ts';
import { isClaim, isRefundShown } from './money-shown.ts';
import {
  type Buyer,
  type Filing,
  type Goods,
  type GoodsLawful,
  isOpen,
  type PaidBy,
  type Purpose,
  type SellerState,
  type Sign,
  type Site,
  type Situation,
} from './situation.ts';

const mediated = (contact: Contact): boolean =>
  CHANNEL_TRAITS[contact.channel].side === 'office' && endsMediation(contact);

function answered(filing: Filing, contact: Contact, refundShown: boolean): void {
  const { result } = contact;
  const on = chinaDay(contact.at);
  const claimed = isClaim(contact) && !refundShown;
  // What hangs on the buyer's own word is owed by nobody yet.
  const promised = result === 'promise' && (contact.promisedBy !== undefined || !contact.reading.promise?.offer);
  if (promised || claimed) filing.promisedOn = on < filing.on ? filing.on : on;
  if (contact.inWriting !== undefined && result !== 'none') filing.inWriting = contact.inWriting;
  // Said to be settled, and then they were asked again: it was not.
  if (filing.status === 'settled' && result !== 'settled') filing.status = 'filed';
  if (claimed) return;
  if (result === 'accepted') filing.status = 'accepted';
  else if (result === 'settled') filing.status = 'settled';
  // A refusal after acceptance is a mediation that came to nothing, and so is the seller's own no that an office tells.
  else if (result === 'refused')
    filing.status = filing.status === 'accepted' || mediated(contact) ? 'ended' : 'refused';
  else return;
  filing.answeredOn = on < filing.on ? filing.on : on;
  if (contact.reading.ground !== undefined) filing.ground = contact.reading.ground;
}

/** A filing with the contacts that opened and answered it, in the order of time. */
export interface LoggedFiling {
  filing: Filing;
  contacts: Contact[];
}

/** The doors at which a step can be taken: where no door is said, wherever a complaint can be taken back. */
export function doorsOf(step: OwnStep): readonly Channel[] {
  const { against, handedTo } = DOCUMENT_TRAITS[step];
  if (against) return against;
  return handedTo === undefined ? CHANNEL_IDS.filter((id) => CHANNEL_TRAITS[id].withdrawable) : [handedTo];
}

/** The step against a refusal that a contact is about: that of the document it names. */
export function stageOf(
  contact: Pick<Contact, 'letter' | 'step' | 'channel'>,
  letters: readonly LetterSummary[],
): DocumentId | undefined {
  const document = documentOf(contact, letters);
  return document !== undefined && DOCUMENT_TRAITS[document].against?.includes(contact.channel) ? document : undefined;
}

/** Was it no complaint that was handed in, but a request for the seller's name, or a notice to the other side? */
export function isRequest(contact: Contact, letters: readonly LetterSummary[]): boolean {
  const document = documentOf(contact, letters);
  if (document === undefined) return false;
  const { handedTo, against, readAt } = DOCUMENT_TRAITS[document];
  return handedTo !== undefined && against === undefined && readAt === undefined;
}

/** Was it taken back, as the log says? */
export function isWithdrawn(
  { channel, on }: Pick<Filing, 'channel' | 'on'>,
  { contacts, letters }: CaseSnapshot,
): boolean {
  return contacts.some(
    (contact) =>
      contact.channel === channel &&
      documentOf(contact, letters) === 'withdrawal' &&
      (handedOverOn(contact) ?? '') >= on,
  );
}

/** What a talk that names no letter is about: the complaint while it is open, else the newest step that is. */
function answeredBy(filings: readonly Filing[], contact: Contact): Filing | undefined {
  const whole = filings.filter(({ stage }) => stage === undefined || !DOCUMENT_TRAITS[stage].asksForAnswer);
  const complaint = whole.findLast(({ stage }) => stage === undefined);
  if (!complaint || isOpen(complaint)) return complaint ?? whole.at(-1);
  // The paper that follows a refusal by word of mouth is of the complaint: no step is decided before it.
  if (contact.inWriting && complaint.status === 'refused' && complaint.inWriting !== true) return complaint;
  return whole.findLast(isOpen) ?? whole.at(-1);
}

/**
 * The filings that the logged contacts come to, by channel in the order of time:
 * a contact with a filing day opens one, later contacts at that door answer it. A step against a refusal is a
 * filing of its own; what is answered without naming a letter answers the newest.
 * @param options.refundShown an exhibit or the buyer shows that the money came back
 */
export function logOfFilings(
  contacts: readonly Contact[],
  { letters = [], refundShown = false }: { letters?: readonly LetterSummary[]; refundShown?: boolean } = {},
): LoggedFiling[] {
  const inOrder = contacts.toSorted((a, b) => epochOf(a.at) - epochOf(b.at) || a.no - b.no);
  const filings: Filing[] = [];
  const logged = new Map<Filing, Contact[]>();
  const talks = new Set<Filing>();
  for (const contact of inOrder) {
    const { channel } = contact;
    const filed = contact.filedOn !== undefined;
    const about = stageOf(contact, letters);
    const stage = about !== undefined && !filed && DOCUMENT_TRAITS[about].asksForAnswer ? undefined : about;
    const here = filings.filter((other) => other.channel === channel);
    let filing =
      filed || stage !== undefined ? here.findLast((other) => other.stage === stage) : answeredBy(here, contact);
    // Nothing can answer a step that was never taken.
    if (stage !== undefined && !filing && !filed) continue;
    // With a party of the trade a plain talk already is the complaint; an office needs a filing.
    const talk =
      CHANNEL_TRAITS[channel].side === 'trade' ||
      contact.result === 'accepted' ||
      contact.result === 'refused' ||
      contact.result === 'settled';
    // What began as a talk and was then handed in is one filing, from the day it was handed in.
    if (filing && contact.filedOn !== undefined && talks.delete(filing)) filing.on = contact.filedOn;
    const anew = contact.filedOn !== undefined && (!filing || contact.filedOn > filing.on);
    // A talk at a door that refused before is about that refusal, not a new filing.
    if (anew || (!filing && talk)) {
      if (filing && isOpen(filing)) filing.status = 'ended';
      filing = {
        channel,
        on: contact.filedOn ?? chinaDay(contact.at),
        status: 'filed',
        ...(stage === undefined ? {} : { stage }),
      };
      filings.push(filing);
      logged.set(filing, []);
      if (contact.filedOn === undefined) talks.add(filing);
    }
    if (!filing) continue;
    logged.get(filing)!.push(contact);
    if (contact.acceptedOn !== undefined && filing.status === 'filed') {
      filing.status = 'accepted';
      filing.answeredOn = contact.acceptedOn;
    }
    answered(filing, contact, refundShown);
  }
  return filings.map((filing) => ({ filing, contacts: logged.get(filing)! }));
}

/** The filings alone, see `logOfFilings`. */
export const filingsOf = (...log: Parameters<typeof logOfFilings>): Filing[] =>
  logOfFilings(...log).map(({ filing }) => filing);

/** The filings of a case, as its log and what it shows of money tell them. */
export const caseFilings = (snapshot: CaseSnapshot): Filing[] => caseLog(snapshot).map(({ filing }) => filing);

/**
 * The same with the contacts of each. Who the seller is was asked and is known: nothing is waited for at that door, and
 * no complaint lies there. Of a long log it takes its time, and rules, deadlines and steps all ask for it.
 */
export const caseLog = rememberedOf((snapshot: CaseSnapshot): readonly LoggedFiling[] => {
  const { contacts, letters, facts } = snapshot;
  const log = logOfFilings(contacts, { letters, refundShown: isRefundShown(snapshot) });
  if (sellerStateOf(facts) !== 'known') return log;
  return log.filter(
    ({ filing, contacts: [opening] }) => filing.status !== 'filed' || !opening || !isRequest(opening, letters),
  );
});

/**
 * What is known of the seller. That nobody knew him is over once his name and a way to him stand in the case; that he
 * cannot be reached is not.
 */
export function sellerStateOf(facts: Facts): SellerState | undefined {
  const said = standingValue(facts, 'seller') as SellerState | undefined;
  const reach = standingValue(facts, 'sellerAddress') ?? standingValue(facts, 'sellerPhone');
  const named = standingValue(facts, 'sellerName') !== undefined && reach !== undefined;
  return named && said !== 'unreachable' ? 'known' : said;
}

/** The situation of a case: its facts that stand without conflict, and its logged contacts. */
export function situationOf(snapshot: CaseSnapshot): Situation {
  const value = (key: FactKey): string | undefined => standingValue(snapshot.facts, key);
  const situation: Situation = { today: snapshot.today, filings: caseFilings(snapshot) };
  const dispute = snapshot.dispute;
  if (dispute) situation.dispute = dispute;
  const amount = value('amount');
  if (amount) situation.amount = amount;
  const paidAt = value('paidAt') ?? value('orderedAt');
  if (paidAt) situation.paidAt = paidAt;
  const knownAt = value('failedAt');
  if (knownAt) situation.knownAt = knownAt;
  const product = value('product');
  if (product) situation.product = product;
  const quantity = Number(value('quantity'));
  if (Number.isSafeInteger(quantity) && quantity > 0) situation.quantity = quantity;
  const paidBy = value('paidBy') as PaidBy | undefined;
  if (paidBy) situation.paidBy = paidBy;
  const site = value('site') as Site | undefined;
  if (site) situation.site = site;
  const seller = sellerStateOf(snapshot.facts);
  if (seller) situation.seller = seller;
  const purpose = value('purpose') as Purpose | undefined;
  if (purpose) situation.purpose = purpose;
  const goods = value('goods') as Goods | undefined;
  if (goods) situation.goods = goods;
  const goodsLawful = value('goodsLawful') as GoodsLawful | undefined;
  if (goodsLawful) situation.goodsLawful = goodsLawful;
  const buyer = value('buyer') as Buyer | undefined;
  if (buyer) situation.buyer = buyer;
  for (const key of ['abroad', 'ownMistake'] as const) {
    const said = value(key);
    if (said !== undefined) situation[key] = said === 'yes';
  }
  const signs = value('signs');
  // Asked and answered: none.
  if (signs !== undefined) situation.signs = signs.split(',').filter((sign) => sign !== 'none') as Sign[];
  return situation;
}
