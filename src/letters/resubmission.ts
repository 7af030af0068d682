import { type Contact } from '../model/contact.ts';
import { type Channel } from '../model/dispute.ts';
import { KamengError } from '../model/errors.ts';
import { FACTS, type FactKey } from '../model/facts.ts';
import { chinaDay, epochOf, showDay } from '../model/moment.ts';
import { countedExhibits, type CaseSnapshot, type ExhibitSummary, type LetterSummary } from '../model/snapshot.ts';
import { letterTime, type Values } from './context-values.ts';
import { type Drafter } from './documents-draft.ts';
import { officeOf } from './documents-inside.ts';
import { nameRespondent } from './documents-offices.ts';
import { nameDemand } from './sections-demands.ts';
import { sayEvent } from './sections-event.ts';
import { nameExhibit } from './sections-exhibits.ts';
import { tellContact } from './sections-contacts.ts';
import { unstopped } from './sections-story.ts';

/** Facts whose absence offices and platforms refuse for; worth saying when they are new. */
const SUPPLIED: readonly FactKey[] = ['orderNo', 'tradeNo', 'merchantOrderNo', 'sellerName', 'sellerAddress', 'sellerPhone', 'platformOperator', 'platformAddress', 'platformPhone', 'failure', 'failedAt', 'account'];

export interface Refusal {
  contact: Contact;
  /** What was handed in and refused, where the case has it. */
  letter?: LetterSummary;
}

/** The newest refusal of something that was handed in. */
export function latestRefusal(snapshot: CaseSnapshot): Refusal | undefined {
  const refused = snapshot.contacts.filter((contact) => contact.result === 'refused' || contact.reading.refusal);
  const contact = refused.sort((a, b) => epochOf(a.at) - epochOf(b.at) || a.no - b.no).at(-1);
  if (!contact) return undefined;
  const before = (letter: LetterSummary): boolean => chinaDay(letter.writtenAt) <= chinaDay(contact.filedOn ?? contact.at);
  const own = snapshot.letters.find((letter) => letter.no === contact.letter);
  const letter = own ?? snapshot.letters.filter((one) => one.document === contact.channel && before(one)).at(-1);
  return { contact, letter };
}

export interface NewMaterial {
  exhibits: ExhibitSummary[];
  facts: FactKey[];
  contacts: Contact[];
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** What the case has now that the refused complaint did not have. */
export function newSince(snapshot: CaseSnapshot, refusal: Refusal): NewMaterial {
  const { contact, letter } = refusal;
  const filedOn = contact.filedOn ?? (letter ? chinaDay(letter.writtenAt) : chinaDay(contact.at));
  const exhibits = countedExhibits(snapshot).filter((exhibit) => (letter ? !letter.exhibits.includes(exhibit.no) : chinaDay(exhibit.takenInAt) > filedOn));
  const told = bare(letter?.text ?? '');
  const facts = letter
    ? SUPPLIED.filter((key) => {
        const fact = snapshot.facts[key];
        if (!fact || fact.status === 'conflict' || fact.value === '') return false;
        const shown = key === 'failedAt' ? letterTime(fact.value) : fact.value;
        return !told.includes(bare(shown));
      })
    : [];
  const contacts = snapshot.contacts.filter((one) => one.no !== contact.no && chinaDay(one.at) > filedOn);
  return { exhibits, facts, contacts };
}

function material(values: Values, found: NewMaterial): string[] {
  const shown = (key: FactKey): string => (key === 'failure' ? `“${values.show(key)}”` : values.show(key)!);
  return [
    ...found.facts.map((key) => `补充${FACTS[key].label}：${shown(key)}。`),
    ...found.exhibits.map((exhibit) => `新增证据${exhibit.no}：${nameExhibit(values, exhibit).text}。`),
    ...found.contacts.flatMap((contact) => {
      const event = tellContact(contact, values);
      return event ? [`新增沟通情况：${sayEvent(values, event)}`] : [];
    }),
  ];
}

/** How a second complaint at this door asks. */
function demandsAt(channel: Channel, main: string, deadline: string): string[] {
  if (channel === 'regulator') return [`请求被投诉人${main}。`, '请求对本次投诉重新审查，依法受理并组织调解。'];
  if (channel === 'merchant') return [`请于${deadline}前${main}。`, '仍不同意的，请书面说明事实、理由和依据。'];
  return [`请对该争议重新核查，并于${deadline}前督促商家${main}。`, '仍不支持的，请书面说明事实、理由和依据。'];
}

/**
 * The second complaint after a refusal: it takes up the ground of the refusal and
 * names what is new. The same text is never sent twice.
 */
export const draftResubmission: Drafter = (draft) => {
  const { values, context } = draft;
  const refusal = latestRefusal(values.snapshot);
  if (!refusal) {
    throw new KamengError('NOTHING_REFUSED', '案卷里没有被拒绝的投诉，不需要再次投诉', {
      hints: ['被拒绝了先记下来：kameng followup --channel platform --result refused --said "对方的理由"', '没有回音的，用 kameng letter --to urge 催办'],
    });
  }
  const found = newSince(values.snapshot, refusal);
  const points = material(values, found);
  if (points.length === 0) {
    throw new KamengError('NOTHING_NEW', '和上次被拒绝的投诉相比没有新的材料，原样再交不会有不同结果', {
      hints: ['先补上对方指出缺少的材料：kameng add 文件', '缺的是信息就补上：kameng facts sellerAddress=…', '材料已经齐了的，看看别的途径：kameng route'],
    });
  }
  const { contact } = refusal;
  const number = contact.reference ? `（编号${values.literal(contact.reference)}）` : '';
  const filed = contact.filedOn !== undefined ? `本人于${showDay(contact.filedOn)}就${values.show('orderNo') ? `订单${values.show('orderNo')}` : '同一交易'}提交投诉${number}，` : '本人就该交易提出的请求，';
  const said = contact.said ? `收到答复“${unstopped(values.literal(contact.said))}”` : '未获支持';
  context.more['office'] = officeOf(values, contact.channel);
  context.more['statement'] = `${filed}${chinaDay(contact.at) === contact.filedOn ? '' : `${letterTime(contact.at)}`}${said}。现就上述理由补充材料，再次提出投诉。`;
  context.more['points'] = points;
  const told = tellContact(contact, values);
  context.story = [...draft.events.filter((event) => !told || sayEvent(values, event) !== sayEvent(values, told)).map((event) => sayEvent(values, event)), ...context.outcome];
  if (contact.channel === 'regulator') nameRespondent(draft);
  context.demands = demandsAt(contact.channel, nameDemand(values, draft.claim, values.demand ?? 'refund', contact.channel !== 'regulator'), context.deadline);
};
