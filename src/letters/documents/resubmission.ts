import type { Contact } from '../../model/contact.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { CHANNELS, type Channel } from '../../model/dispute.ts';
import { KamengError } from '../../model/errors.ts';
import { FACTS, type FactKey } from '../../model/facts.ts';
import { chinaDay, epochOf } from '../../model/moment.ts';
import { answerToRefusal, newSinceRefusal, standingRefusal } from '../../law/refusals/refusals.ts';
import { countedExhibits, type CaseSnapshot, type ExhibitSummary } from '../../model/snapshot.ts';
import { unstopped } from '../values/marks.ts';
import type { Values } from '../values/values.ts';
import type { Drafter } from './draft.ts';
import { officeOf } from './open-filings.ts';
import { nameRespondent } from './offices.ts';
import { nameDemand } from '../story/demands.ts';
import { shownAccount } from '../story/purchase.ts';
import { sayEvent } from '../story/event.ts';
import { nameExhibit } from '../story/exhibits.ts';
import { tellContact } from '../story/contacts.ts';
import { FINAL_GROUNDS, replyTo } from './resubmission-replies.ts';

const isOffice = (channel: Channel): boolean => CHANNEL_TRAITS[channel].side === 'office';

/** What the case has now that the refused complaint did not have. */
interface NewMaterial {
  exhibits: ExhibitSummary[];
  facts: FactKey[];
  contacts: Contact[];
}

/** The filing that a refusal answers: the same entry, or an earlier one at the same door. */
function filingOf(snapshot: CaseSnapshot, contact: Contact): Contact | undefined {
  if (contact.filedOn !== undefined) return contact;
  return snapshot.contacts.findLast(
    (one) => one.channel === contact.channel && one.filedOn !== undefined && epochOf(one.at) <= epochOf(contact.at),
  );
}

/** Exhibits and facts by the rulebook's own measure, with what was said since. */
function newSince(snapshot: CaseSnapshot, contact: Contact): NewMaterial {
  const found = newSinceRefusal(snapshot, contact);
  const filedOn = filingOf(snapshot, contact)?.filedOn ?? chinaDay(contact.at);
  return {
    exhibits: countedExhibits(snapshot).filter((exhibit) => found.exhibits.includes(exhibit.no)),
    facts: found.facts,
    contacts: snapshot.contacts.filter((one) => one.no !== contact.no && chinaDay(one.at) > filedOn),
  };
}

function material(values: Values, found: NewMaterial): string[] {
  const shown = (key: FactKey): string =>
    key === 'failure' ? `“${values.show(key)}”` : key === 'account' ? shownAccount(values) : values.show(key)!;
  return [
    ...found.facts.map((key) => `补充${FACTS[key].label}：${shown(key)}。`),
    ...found.exhibits.map((exhibit) => `新增${values.exhibit(exhibit.no)}：${nameExhibit(values, exhibit).text}。`),
    ...found.contacts.flatMap((contact) => {
      const event = tellContact(contact, values);
      return event ? [`新增沟通情况：${sayEvent(values, event)}`] : [];
    }),
  ];
}

/** How a second complaint at this door asks. */
function demandsAt(channel: Channel, main: string, deadline: string, merchant: string): string[] {
  if (channel === 'payment')
    return [`请重新核实该笔交易，并于${deadline}前协助联系收款方${main}。`, '仍不支持的，请说明事实、理由和依据。'];
  if (isOffice(channel)) return [`请求被投诉人${main}。`, '请求对本次投诉重新审查，依法受理并组织调解。'];
  if (channel === 'merchant') return [`请于${deadline}前${main}。`, '仍不同意的，请书面说明事实、理由和依据。'];
  return [`请对该争议重新核查，并于${deadline}前督促${merchant}${main}。`, '仍不支持的，请书面说明事实、理由和依据。'];
}

/**
 * The refusal that a second complaint can answer.
 * @throws KamengError NOTHING_REFUSED, RESUBMIT_BARRED
 */
function refusalToAnswer(values: Values): Contact {
  const contact = standingRefusal(values.snapshot);
  if (!contact) {
    throw new KamengError('NOTHING_REFUSED', '案卷里没有被拒绝、还没有再交过的投诉', {
      hints: [
        '被拒绝了先记下来：kameng followup --channel platform --result refused --said "对方的理由"',
        '没有回音的，用 kameng letter --to urge 催办',
      ],
    });
  }
  const { ground } = contact.reading;
  if (ground !== undefined && FINAL_GROUNDS[ground] !== undefined) {
    throw new KamengError('RESUBMIT_BARRED', `${FINAL_GROUNDS[ground]}，向同一处再交一次不会有不同结果`, {
      hints: ['看看别的途径：kameng route'],
    });
  }
  if (!CHANNEL_TRAITS[contact.channel].again) {
    throw new KamengError(
      'RESUBMIT_BARRED',
      `${CHANNELS[contact.channel].label}的决定有自己的复议、申诉程序，不能用再次投诉代替`,
      { hints: ['看看怎么走：kameng route'] },
    );
  }
  return contact;
}

/** What was filed, what was answered, and that this answers it. */
function sayRefusal(values: Values, contact: Contact): string {
  const filing = filingOf(values.snapshot, contact);
  const numbered = filing?.reference ? filing : contact;
  const number = numbered.reference ? `（编号${values.told(numbered, 'reference')}）` : '';
  const filed = filing
    ? values.told(
        filing,
        'act',
        `本人于${values.told(filing, 'filedOn')}就${values.show('orderNo') ? `订单${values.show('orderNo')}` : '同一交易'}提交投诉${number}，`,
      )
    : '本人就该交易提出的请求，';
  const said = contact.said ? `收到答复“${unstopped(values.told(contact, 'said'))}”` : '未获支持';
  const how = contact.inWriting ? '书面' : '';
  const answered = values.told(
    contact,
    'act',
    `${chinaDay(contact.at) === filing?.filedOn ? '' : values.told(contact, 'at')}${how}${said}。`,
  );
  return `${filed}${answered}现就上述理由补充材料，再次提出投诉。`;
}

/**
 * The second complaint after a refusal: it takes up the ground of the refusal and
 * names what is new. The same text is never sent twice.
 */
export const draftResubmission: Drafter = (draft) => {
  const { values, context } = draft;
  const contact = refusalToAnswer(values);
  const { ground } = contact.reading;
  const found = newSince(values.snapshot, contact);
  const answer = answerToRefusal(ground, values.snapshot);
  if (found.exhibits.length === 0 && found.facts.length === 0) {
    throw new KamengError('NOTHING_NEW', '和上次被拒绝的投诉相比没有新的材料，原样再交不会有不同结果', {
      hints: [
        answer.missing.length > 0 ? `先补上：${answer.missing.join('、')}` : '先补上对方指出缺少的材料',
        '补材料：kameng add 文件；补信息：kameng facts sellerAddress=…',
        '材料已经齐了的，看看别的途径：kameng route',
      ],
    });
  }
  Object.assign(
    values.voice,
    contact.channel === 'platform' || contact.channel === 'platform_operator'
      ? { platform: '贵平台' }
      : contact.channel === 'merchant'
        ? { merchant: '贵方', other: '贵方' }
        : {},
  );
  const points = material(values, found);
  const reply = replyTo(ground, values);
  for (const law of reply.laws) draft.cite(law);
  context.more['answers'] = reply.lines;
  draft.door = contact.channel;
  context.more['office'] = officeOf(values, draft.door);
  context.more['statement'] = sayRefusal(values, contact);
  context.more['points'] = points;
  draft.retell();
  // What stands above, the refusal and what has been said since, is not told a second time.
  const told = new Set(
    [contact, ...found.contacts].flatMap((one) => {
      const event = tellContact(one, values);
      return event ? [sayEvent(values, event)] : [];
    }),
  );
  const story = draft.events.map((event) => sayEvent(values, event));
  context.story = [...story.filter((sentence) => !told.has(sentence)), ...context.outcome];
  if (isOffice(contact.channel)) {
    nameRespondent(draft);
    draft.missing.push('buyerName', 'buyerPhone');
    context.buyer['phone'] = values.show('buyerPhone') ?? '';
  }
  context.demands = demandsAt(
    contact.channel,
    nameDemand(values, draft.claim, values.demand, contact.channel === 'merchant' || contact.channel === 'platform'),
    context.deadline,
    values.voice.merchant,
  );
};
