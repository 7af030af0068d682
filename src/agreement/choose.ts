import { DISPUTE_TRAITS } from '../knowledge/built/disputes.ts';
import type { Dispute } from '../model/dispute.ts';
import type { Fact, FactKey, FactSource } from '../model/facts.ts';
import { differInLooksOnly } from '../reading/page/alike-letters.ts';
import type { Candidate } from './candidates.ts';
import { exhibitsOf, groupsOf, onlyWallets, sourcesOf, type Group, type Mentions } from './groups.ts';
import { isMisreadAlike, isPoorCopyOf, WORDS } from './poor-copies.ts';
import { isBeheaded, isMisreadingOf, namesMeet } from './same-value.ts';
import { isBehindWallet, isOverDoor, isPayeeOnly } from './wallet-names.ts';

/** Names that others may write without a label, and numbers that nobody else has so. */
const MENTIONED = new Set<FactKey>([
  'platform',
  'merchant',
  'product',
  'orderNo',
  'cardCode',
  'payee',
  'account',
  'amount',
]);

export interface Choice {
  fact?: Fact;
  /** Values seen that may not stand unasked, with their places. */
  unread: FactSource[];
}

/** Facts of which a purchase has one: two certain values stand against each other. */
const SINGLE = new Set<FactKey>([
  'orderNo',
  'tradeNo',
  'amount',
  'paidAt',
  'cardCode',
  'merchant',
  'platform',
  'account',
  'contactPhone',
]);

/**
 * The value that several exhibits give a fact. What is certain and says itself
 * which part it has, or what two exhibits give independently, counts; what only
 * its place speaks for is asked, the rest shown as not read.
 * @param shopPages whether a shop's page or a talk is among the exhibits: then a
 *   name that only the wallet has is whom the money went to, and asked
 */
export function choose(
  key: FactKey,
  candidates: readonly Candidate[],
  mentions: Mentions = () => false,
  shopPages = false,
): Choice {
  const groups = groupsOf(key, candidates);
  const counted = groups.filter(
    (group) =>
      stands(key, group, mentions) &&
      !(key === 'orderNo' && onlyWallets(group)) &&
      !(key === 'merchant' && (isBehindWallet(group, groups) || (shopPages && isPayeeOnly(group, groups, mentions)))),
  );
  const rest = groups.filter((group) => !counted.includes(group));
  const better = counted.filter((group) => !isPoorCopyOf(key, group, counted));
  const unread = rest.flatMap(({ members }) => members.map((member) => member.source));
  if (counted.length === 0) return asked(key, rest) ?? { unread };
  const ranked = better.toSorted((a, b) => rank(b) - rank(a) || a.members[0]!.exhibit - b.members[0]!.exhibit);
  const best =
    key === 'dispute'
      ? (ranked.find(isGoneFor(ranked[0]!.value)) ?? ranked[0]!)
      : key === 'product'
        ? wholeName(ranked)
        : ranked[0];
  const rivals =
    key === 'dispute'
      ? otherDisputes(best!, groups)
      : [
          ...ranked.filter((group) => group !== best && standsAgainst(key, best!, group)),
          ...rest.filter((group) => lacksBeginning(key, best!, group) || namesAnother(key, best!, group)),
        ];
  if (rivals.length > 0) {
    const sides = [best!, ...rivals].map(({ value, members }) => ({
      value,
      sources: members.map((member) => member.source),
    }));
    return {
      fact: { value: '', status: 'conflict', sources: sides.flatMap(({ sources }) => sources), candidates: sides },
      unread,
    };
  }
  return { fact: { value: best!.value, status: 'read', sources: sourcesOf(best!) }, unread };
}

/**
 * What two exhibits give, whatever the second reader takes it for: of shops and goods that it denied on every exhibit,
 * one of which gave it by more than a guess, 29 were right and none wrong.
 */
const SAID_TWICE = new Set<FactKey>(['merchant', 'product']);

/** Letters and part are both sure in one place, or two exhibits say the same, one of them by more than a guess. */
function stands(key: FactKey, { value, members }: Group, mentions: Mentions): boolean {
  if (members.some((member) => member.certain && member.sayPart)) return true;
  const exhibits = exhibitsOf(members);
  if (exhibits.length > 1 && !isMisreadAlike(key, members))
    return (
      members.some((member) => member.by !== 'guess' && (!isDenied(key, member) || SAID_TWICE.has(key))) ||
      exhibitsOf(members.filter((one) => one.sureAlone)).length > 1
    );
  return (
    MENTIONED.has(key) &&
    members.some(
      (member) =>
        (member.by !== 'guess' || member.sureAlone) && !isDenied(key, member) && (member.certain || member.unclear),
    ) &&
    mentions(key, value, exhibits[0]!, !members.some((member) => member.certain))
  );
}

/** Of platforms the second reader knows too few for its no to count against what a page's own title says. */
const isDenied = (key: FactKey, { denied, by }: Candidate): boolean =>
  denied && !(key === 'platform' && (by === 'title' || by === 'label'));

/** Counted and guessed at together with others; nobody is asked for them alone. */
const UNASKED = new Set<FactKey>(['quantity', 'orderedAt', 'paidBy', 'promise', 'promisedBy', 'refusal']);

/** More of them help nobody choose. */
const MOST_ASKED = 3;

/**
 * Read for certain, but only its place says what it is, or the two readers take it otherwise; or read so off a poor
 * picture: shown for a yes, with what else the same exhibit may say.
 */
function asked(key: FactKey, groups: readonly Group[]): Choice | undefined {
  const seen = groups
    .filter(
      ({ members }) =>
        members.some((member) => member.certain || member.mended || member.unclear) &&
        !(key === 'orderNo' && onlyWallets({ members, value: '' })),
    )
    .toSorted((a, b) => rank(b) - rank(a));
  const [best] = seen;
  if (!best || UNASKED.has(key)) return undefined;
  const place = exhibitsOf(best.members);
  const shown = seen
    .filter(({ members }) => place.length === 1 && exhibitsOf(members).every((exhibit) => exhibit === place[0]))
    .slice(0, MOST_ASKED);
  const candidates = (shown.length > 0 ? shown : [best]).map((group) => ({
    value: group.value,
    sources: sourcesOf(group),
  }));
  return {
    fact: { value: '', status: 'conflict', sources: candidates.flatMap(({ sources }) => sources), candidates },
    unread: groups
      .filter(({ value }) => !candidates.some((one) => one.value === value))
      .flatMap(({ members }) => members.map((member) => member.source)),
  };
}

function rank({ members }: Group): number {
  const authority = Math.max(...members.map((member) => member.authority));
  return authority * 10 + exhibitsOf(members).length * 3 + Math.max(...members.map((member) => member.confidence));
}

/** Does the other value stand against the chosen one, or is it the same thing said or read worse? */
function standsAgainst(key: FactKey, best: Group, other: Group): boolean {
  const certain = other.members.some((member) => member.certain);
  if (WORDS.has(key) && differInLooksOnly(best.value, other.value)) return true;
  if (key === 'product') return isOtherGoods(best, other);
  if (!SINGLE.has(key)) return false;
  if (lacksBeginning(key, best, other) || namesAnother(key, best, other)) return true;
  if (key === 'amount' && isBeforeReductions(best, other)) return false;
  if (!certain && isMisreadingOf(best.value, other.value)) return false;
  if (key === 'orderNo') return !other.members.every((member) => member.authority <= WALLET_AUTHORITY);
  if (key === 'merchant' || key === 'platform')
    return (
      !namesMeet(best.value, other.value) &&
      (other.members.some((member) => NAMES_SHOP.has(member.kind)) || saidTwice(best, other))
    );
  return true;
}

/**
 * Two pages of orders with goods of which neither name holds the other, each known by its place: a list of orders shows
 * what else was bought.
 */
function isOtherGoods(best: Group, other: Group): boolean {
  const onOrder = ({ kind, by }: Candidate): boolean => kind === 'order' && by === 'position';
  return (
    best.members.every(onOrder) &&
    other.members.some((member) => onOrder(member) && member.certain && member.sayPart) &&
    !namesMeet(best.value, other.value)
  );
}

/**
 * A sum that only exhibits have which have the chosen one as well, and which is larger: what the order came to before
 * something was taken off. Nobody pays more than he was asked for.
 */
function isBeforeReductions(paid: Group, { value, members }: Group): boolean {
  const exhibits = exhibitsOf(paid.members);
  return (
    exhibits.length > 1 &&
    Number(value) > Number(paid.value) &&
    exhibitsOf(members).every((exhibit) => exhibits.includes(exhibit))
  );
}

/** Names are shortened at their end: one that lacks the first letter of what another exhibit has was not read whole. */
function lacksBeginning(key: FactKey, best: Group, { value, members }: Group): boolean {
  const elsewhere = members.some(({ by, exhibit }) => by !== 'guess' && !exhibitsOf(best.members).includes(exhibit));
  return (key === 'merchant' || key === 'platform') && elsewhere && isBeheaded(best.value, value);
}

/** A name that only one of the readers takes for one stands not against what a voucher has over a door. */
function namesAnother(key: FactKey, best: Group, other: Group): boolean {
  return (
    key === 'merchant' &&
    best.members.every(({ denied }) => denied) &&
    onlyWallets(other) &&
    other.members.some(({ certain, denied }) => certain && !denied) &&
    isOverDoor(other.value) &&
    !namesMeet(best.value, other.value)
  );
}

/**
 * Do exhibits of two kinds, none of which has the chosen value, say the other? What a voucher and a talk name
 * independently is shown beside the one page that has something else.
 */
function saidTwice(best: Group, { members }: Group): boolean {
  const speak = members.filter(
    (member) => member.by !== 'guess' && !best.members.some(({ exhibit }) => exhibit === member.exhibit),
  );
  return exhibitsOf(best.members).length < exhibitsOf(speak).length && new Set(speak.map(kindOf)).size > 1;
}

/** A talk is one source, as a picture or as an export; so is what wallets say. */
const kindOf = ({ kind }: Candidate): string => (kind === 'chat_log' ? 'chat' : kind === 'bill' ? 'payment' : kind);

/** A wallet passes on a number of the shop's till; where the shop itself says its number, that one is meant. */
const WALLET_AUTHORITY = 2;
/** A name of goods of which another exhibit has more was cut off. */
function wholeName([first, ...others]: readonly Group[]): Group {
  const whole = others.find(({ value }) => value.length > first!.value.length && namesMeet(value, first!.value));
  return whole ?? first!;
}

/**
 * What other exhibits take the dispute for. One sentence of a talk may be about anything: another exhibit that takes it
 * otherwise is shown beside it, a guess too. Where two agree, or an error page says it in its own words, only what is
 * said as well counts against it.
 */
function otherDisputes(best: Group, groups: readonly Group[]): Group[] {
  const firm = exhibitsOf(best.members).length > 1 || best.members.some(isErrorsOwn);
  const against = ({ exhibit, certain, by }: Candidate): boolean =>
    certain && !(firm && by === 'guess') && !best.members.some((one) => one.exhibit === exhibit);
  return groups.filter((group) => {
    if (group === best || !group.members.some(against)) return false;
    if (isGoneFor(best.value)(group) || isGoneFor(group.value)(best)) return false;
    return !firm || exhibitsOf(group.members).length >= exhibitsOf(best.members).length;
  });
}
const isErrorsOwn = ({ kind, by, certain }: Candidate): boolean => kind === 'failure' && by !== 'guess' && certain;

/** Who first did not deliver and then cannot be reached any more has vanished. */
function isGoneFor(first: string): (group: Group) => boolean {
  return ({ value, members }) =>
    DISPUTE_TRAITS[first as Dispute]?.yieldsToSellerGone &&
    DISPUTE_TRAITS[value as Dispute]?.sellerGone &&
    members.some((member) => member.certain);
}

/** A voucher shows the company, a chat whoever serves it; only shop pages name the shop. */
const NAMES_SHOP = new Set(['order', 'other']);
