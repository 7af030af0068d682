import { type Contact } from '../model/contact.ts';
import { type Channel } from '../model/dispute.ts';
import { chinaDay, epochOf } from '../model/moment.ts';
import { letterTime, type Values } from './context-values.ts';
import { type StoryEvent } from './sections-event.ts';

/** Whom the buyer turned to, as the object of a sentence; null: not told to others. */
const PARTIES: Record<Channel, { turned: string; filed: string } | null> = {
  merchant: { turned: '联系商家', filed: '向商家提出投诉' },
  platform: { turned: '联系平台客服', filed: '向平台提交投诉' },
  platform_operator: { turned: '联系平台经营者', filed: '向平台经营者提交投诉' },
  payment: { turned: '联系支付机构', filed: '向支付机构提交投诉' },
  regulator: { turned: '联系12315', filed: '通过12315提交投诉' },
  report: { turned: '联系12315', filed: '通过12315提交举报' },
  association: { turned: '联系消费者协会', filed: '向消费者协会提交投诉' },
  mediation: { turned: '联系调解组织', filed: '向调解组织申请调解' },
  police: { turned: '联系公安机关', filed: '向公安机关报案' },
  court: { turned: '联系人民法院', filed: '向人民法院提交起诉材料' },
  public: null,
};

const trimmed = (text: string): string => text.replace(/[。．.；;，,\s]+$/u, '');

function answerOf(contact: Contact, values: Values): string {
  const said = contact.said ? `“${trimmed(values.literal(contact.said))}”` : '';
  const who = contact.with ? `（${values.redacted ? '经办人' : values.literal(contact.with)}）` : '';
  switch (contact.result) {
    case 'none':
      return said ? `未获明确答复，记录为${said}` : '未获答复';
    case 'vague':
      return said ? `对方${who}答复${said}，未说明处理时限` : `对方${who}未说明处理时限`;
    case 'promise': {
      const by = contact.promisedBy ?? contact.reading.promise?.by;
      return `对方${who}${said ? `答复${said}` : '承诺处理'}${by ? `，期限为${letterTime(by)}` : ''}`;
    }
    case 'refused':
      return said ? `对方${who}未予支持，答复为${said}` : `对方${who}未予支持`;
    case 'accepted':
      return said ? `对方${who}已受理，答复${said}` : `对方${who}已受理`;
    case 'settled':
      return said ? `对方${who}答复${said}，该次联系达成处理意见` : `该次联系达成处理意见`;
  }
}

/** One contact as an event of the story; undefined when its channel is not told to others. */
export function tellContact(contact: Contact, values: Values): StoryEvent | undefined {
  const party = PARTIES[contact.channel];
  if (!party) return undefined;
  const filed = contact.filedOn !== undefined;
  const number = contact.reference ? `（编号${values.literal(contact.reference)}）` : '';
  // A filing and the answer to it days later are logged as one contact: both days are told.
  const later = filed && chinaDay(contact.at) !== contact.filedOn;
  const answered = contact.result === 'none' ? '' : later ? `；${letterTime(contact.at)}，` : '，';
  const answer = contact.result === 'none' && later ? `；截至${letterTime(contact.at)}${answerOf(contact, values)}` : `${answered || '，'}${answerOf(contact, values)}`;
  return {
    at: later ? contact.filedOn! : contact.at,
    what: (proof) => `本人${filed ? party.filed : party.turned}${number}${answer}${proof}。`,
    exhibits: contact.exhibits,
  };
}

/** The contacts at these channels, oldest first. */
export function tellContacts(values: Values, channels: readonly Channel[]): StoryEvent[] {
  return values.snapshot.contacts
    .filter((contact) => channels.includes(contact.channel))
    .sort((a, b) => epochOf(a.at) - epochOf(b.at) || a.no - b.no)
    .flatMap((contact) => tellContact(contact, values) ?? []);
}
