import { DOCUMENT_SETTINGS } from '../../knowledge/built/document-settings.ts';
import { handedOverOn } from '../../model/contact.ts';
import { KamengError } from '../../model/errors.ts';
import { addDays } from '../../model/moment.ts';
import { matterOf } from '../values/matter.ts';
import { proofMark, type Values } from '../values/values.ts';
import type { Draft } from './draft.ts';
import { nameRespondent } from './offices.ts';
import { operator, platformAnswers } from './respondent.ts';
import { answersTo, servedDocuments } from '../story/service.ts';

/**
 * Who is sued for what: the seller from the contract; the platform for its own service; the platform in the place of a
 * seller whose name it does not give, for the loss (消法第四十四条) and not from the contract; or whoever was charged
 * because the buyer typed the wrong account.
 */
export type Suit = 'seller' | 'service' | 'standsIn' | 'recipient';

/** Words of an answer that speak of who the seller is. */
const OF_IDENTITY = /名称|姓名|地址|住所|联系方式|电话|身份|资料|信息|营业执照/;

/**
 * How the platform answered when it was asked who the seller is: by a logged refusal, or not at all within the time
 * that the request had set. A request that was only written says nothing.
 */
function sayUndisclosed(values: Values): string | undefined {
  const { snapshot } = values;
  const shop = values.show('merchant') ? `“${values.show('merchant')}”` : '';
  const what = `商家${shop}的真实名称、地址和有效联系方式`;
  for (const served of servedDocuments(snapshot, 'identity').toReversed()) {
    const { contact, letter } = served;
    const on = values.told(contact, contact.sentOn ? 'sentOn' : contact.filedOn ? 'filedOn' : 'arrivedOn');
    const asked = `原告于${on}书面请求其提供${what}${proofMark(values, contact.exhibits)}`;
    const answer = answersTo(snapshot, served).at(-1);
    if (answer?.result === 'refused') return values.told(contact, 'act', `${asked}，${sayAnswer(values, answer)}`);
    const by = letter?.replyBy ?? addDays(handedOverOn(contact)!, DOCUMENT_SETTINGS.identity.replyDays);
    if (!answer && by < snapshot.today) return values.told(contact, 'act', `${asked}，截至${values.today()}未获提供。`);
  }
  const refusal = snapshot.contacts.findLast(
    (contact) =>
      (contact.channel === 'platform_operator' || contact.channel === 'platform') &&
      contact.result === 'refused' &&
      OF_IDENTITY.test(contact.said ?? ''),
  );
  return refusal && values.told(refusal, 'act', `原告请求其提供${what}，${sayAnswer(values, refusal)}`);
}

function sayAnswer(values: Values, contact: Parameters<Values['told']>[0]): string {
  const said = contact.said ? `“${values.told(contact, 'said')}”，` : '';
  const how = contact.inWriting ? '书面' : '';
  return `其于${values.told(contact, 'at')}${how}答复${said}未予提供${proofMark(values, contact.exhibits)}。`;
}

function unknownDefendant(values: Values): KamengError {
  const written = values.snapshot.letters.findLast((letter) => letter.document === 'identity');
  return new KamengError('DEFENDANT_UNKNOWN', '还没有明确的被告：不知道商家的真实名称和地址', {
    hints: [
      ...(written
        ? [
            `第 ${written.no} 号文书（经营者信息请求函）写好了，还没有记发出`,
            `发出的记下来：kameng followup --letter ${written.no} --sent 日期`,
            '平台拒绝了就记下原话：kameng followup --channel platform_operator --result refused --said "…"',
            '过了期限没有回音，再写起诉状',
          ]
        : ['先要求平台提供：kameng letter --to identity，发出以后记下来：kameng followup --letter 编号 --sent 日期']),
      '已经知道的就补上：kameng facts sellerName=… sellerAddress=…',
    ],
  });
}

/** Puts whoever was charged by mistake where the defendant stands. */
function nameRecipient({ values, context, missing }: Draft): void {
  missing.push(...(['recipientName', 'recipientAddress'] as const).filter((key) => values.raw(key) === undefined));
  const [name, address] = [values.show('recipientName') ?? '', values.show('recipientAddress') ?? ''];
  Object.assign(context.more, { respondent: { name, address, phone: '', code: '', head: '' }, respondentNote: '' });
}

/**
 * A court needs a defendant with a name and an address (民诉法第一百二十二条). A seller who
 * cannot be found leaves the platform, once it was asked for his identity and did not give it.
 * @throws KamengError DEFENDANT_UNKNOWN
 */
export function nameDefendant(draft: Draft): Suit {
  const { values, context } = draft;
  if (values.basis.id === 'unjust_enrichment') {
    nameRecipient(draft);
    return 'recipient';
  }
  const { standsIn } = nameRespondent(draft);
  if (platformAnswers(values)) return matterOf(values).respondent === 'platform' ? 'service' : 'seller';
  if (!standsIn && values.raw('sellerName') !== undefined && values.raw('sellerAddress') !== undefined) return 'seller';
  const hidden = values.raw('seller') === 'unreachable' || values.raw('seller') === 'unknown';
  // Only consumers may turn to the platform for a seller it does not name, and only where there is one.
  const noPlatform = ['own_site', 'private_chat', 'second_hand'].includes(values.raw('site') ?? '');
  if (!hidden || noPlatform || !values.basis.pleads.includes('consumer_law')) {
    draft.missing.push(...(['sellerName', 'sellerAddress'] as const).filter((key) => values.raw(key) === undefined));
    return 'seller';
  }
  const undisclosed = sayUndisclosed(values);
  if (undisclosed === undefined) throw unknownDefendant(values);
  const { missing, ...party } = operator(values);
  draft.missing.push(...missing);
  context.more['respondent'] = { ...party, code: '', head: '' };
  context.more['respondentNote'] = `被告系“${values.show('platform') ?? ''}”的经营者。${undisclosed}`;
  return 'standsIn';
}

/**
 * The platform beside the seller, where the log shows that it was told and did nothing (消法第四十四条第二款): a second
 * defendant. A third party without a claim against it joins by itself or is called by the court (民诉法第五十九条第二款).
 * @returns its name; undefined where it is not liable with the seller, or nobody knows its name and address
 */
export function nameCoDefendant({ values, context }: Draft, suit: Suit): string | undefined {
  if (suit !== 'seller' || !values.basis.pleads.includes('platform_liability')) return undefined;
  const { missing, name, address, phone } = operator(values);
  if (missing.length > 0) return undefined;
  context.more['second'] = { name, address, phone };
  return name;
}

/**
 * A party has one name from the first page to the last, in what was done before the suit, too.
 * Who talked in a chat stays the other side; nobody has shown who sat there.
 */
export function callParties(draft: Draft, suit: Suit, platform: string | undefined): void {
  const { values, context } = draft;
  if (suit === 'recipient') return;
  const voice =
    suit === 'seller' && platform !== undefined
      ? { merchant: '被告一', platform: '被告二' }
      : suit !== 'seller'
        ? { platform: '被告' }
        : platformAnswers(values)
          ? { merchant: '被告', platform: '被告' }
          : { merchant: '被告' };
  Object.assign(values.voice, voice);
  // What answers the other side's reason stands behind the story, and no party is named in it.
  const reply = context.story.slice(draft.events.length + context.outcome.length);
  draft.retell();
  context.story.push(...reply);
}

/** What each party is to the other. */
export function sayParties(values: Values, suit: Suit, platform: string | undefined): string {
  const use = values.show('purpose') ? `，购买用途为${values.show('purpose')}` : '';
  const shop = values.show('merchant') ? `“${values.show('merchant')}”` : '';
  if (suit === 'recipient') return `原告为付款人，被告为收到该笔充值的人，双方没有合同关系。`;
  if (suit === 'standsIn') return `被告为网络交易平台经营者，原告为在该平台内店铺${shop}购买商品的买受人${use}。`;
  if (suit === 'service') return `被告为网络交易平台经营者，原告为该平台的用户${use}。`;
  const [first, second] = platform === undefined ? ['被告', ''] : ['被告一', '；被告二为交易所在平台的经营者'];
  return values.basis.contract === 'service'
    ? `服务提供者为${first}，接受服务者为原告${use}${second}。`
    : `出卖人为${first}，买受人为原告${use}${second}。`;
}
