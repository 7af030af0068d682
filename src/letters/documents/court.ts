import { rescissionEnds } from './closing.ts';
import { DOCUMENT_SETTINGS } from '../../knowledge/built/documents.ts';
import { sayNumbers } from '../../law/rules/numbers.ts';
import { handedOverOn } from '../../model/contact.ts';
import { KamengError } from '../../model/errors.ts';
import { addDays } from '../../model/moment.ts';
import { matterOf, placedLaws } from '../values/matter.ts';
import { damagesOn } from '../values/reckoning.ts';
import { proofMark, type Values } from '../values/values.ts';
import { describeBuyer } from './buyer.ts';
import type { Draft, Drafter } from './draft.ts';
import { platformAnswers } from './respondent.ts';
import { nameRespondent } from './offices.ts';
import { sayWord } from '../story/cited-law.ts';
import { letterName, sayService } from '../story/contacts.ts';
import { nameDemand, sayLeft } from '../story/demands.ts';
import { sayEvent } from '../story/event.ts';
import { answersTo, servedLetters, type Served } from '../story/service.ts';
import { onPage, tellStanding } from '../story/story.ts';

/**
 * Who is sued for what: the seller from the sale; the platform for its own service; or the platform in the place of a
 * seller whose name it does not give, for the loss (消法第四十四条) and not from the sale.
 */
type Suit = 'seller' | 'service' | 'standsIn';

/** Service over time is a service contract; what is delivered once is a sale (FRM-16). */
function causeOf(values: Values, suit: Suit): string {
  const service = suit !== 'seller' || ['membership', 'wallet'].includes(values.raw('goods') ?? '');
  return service ? '网络服务合同纠纷' : '信息网络买卖合同纠纷';
}

/**
 * Threefold damages need fraud by a seller of a consumer: they are not asked for without recorded signs of it, of a
 * platform, or by one who bought to sell again. A court decides on definite sums, so the claim has no condition.
 */
function askDamages(draft: Draft, suit: Suit): string {
  const { values } = draft;
  const on = values.snapshot.today;
  if (suit !== 'seller' || values.raw('signs') === undefined || values.raw('purpose') === 'resale') return '';
  const damages = damagesOn(values.snapshot, on);
  const law = damages && draft.cite('triple');
  if (!law) return '';
  const price = values.sum('amount');
  const least = values.count({ how: 'least', on });
  const times = sayWord(values, 'triple', sayNumbers('{PUN-01.multiple}', values.snapshot.today));
  const how =
    damages.multiple < damages.least
      ? `价款${price}的${times}为${values.count({ how: 'multiple', on })}，不足${least}，按${least}计`
      : `价款${price}的${times}`;
  return `判令被告依照${law.article}增加赔偿${values.count({ how: 'added', on })}（${how}）；`;
}

/** A notice of rescission that is logged as sent, and how far it got. */
interface Notice extends Served {
  /** It arrived, and the period that it may have set is over (民法典第五百六十五条). */
  effective: boolean;
}

function noticeOf(values: Values): Notice | undefined {
  const { snapshot } = values;
  const sent = servedLetters(snapshot, 'rescission');
  const served = sent.findLast(({ contact }) => contact.arrivedOn !== undefined) ?? sent.at(-1);
  if (!served) return undefined;
  const { letter, contact } = served;
  const dated = ['never', 'beside'].includes(matterOf(values).delivery ?? '');
  const arrived = contact.arrivedOn !== undefined;
  const over = !dated || (letter.replyBy !== undefined && letter.replyBy < snapshot.today);
  return { ...served, effective: arrived && over };
}

function sayNotice(values: Values, { contact, letter, effective }: Notice): string {
  const service = sayService(contact, values) || `提交《${letterName(letter.document)}》`;
  const how = `原告向被告${service}${proofMark(values, contact.exhibits)}`;
  const on = values.told(contact, contact.sentOn ? 'sentOn' : contact.filedOn ? 'filedOn' : 'arrivedOn');
  const sofar = contact.arrivedOn === undefined ? '，尚无送达记录' : effective ? '' : '，通知载明的期限尚未届满';
  return values.told(contact, 'act', `${on}，${how}${sofar}。`);
}

function sumUp(
  draft: Draft,
  suit: Suit,
  notice: Notice | undefined,
): { claims: string[]; added: boolean; total: string } {
  const { values, claim } = draft;
  const demand = values.demand ?? 'refund';
  const order = values.show('orderNo') ? `订单${values.show('orderNo')}` : `购买“${values.show('product') ?? '商品'}”`;
  const ends = rescissionEnds(values);
  const barred = !notice?.effective && ends !== undefined && ends < values.snapshot.today;
  const claims: string[] = [];
  const loss = claim && claim.left > 0 ? sayLeft(values, claim) : '';
  if (suit === 'standsIn') {
    claims.push(`判令被告赔偿原告的损失${loss}；`);
  } else if (demand === 'refund' && barred && suit === 'seller') {
    // The right to rescind has ended (SUB-10); what the breach cost has not.
    claims.push(`判令被告赔偿原告因其违约受到的损失${loss}；`);
    draft.cite('breach');
  } else {
    if (demand === 'refund' && suit === 'seller')
      claims.push(
        notice?.effective
          ? values.told(notice.contact, 'act', `确认原告与被告就${order}订立的合同已经解除；`)
          : `解除原告与被告就${order}订立的合同；`,
      );
    claims.push(`判令被告${nameDemand(values, claim, demand, false).replaceAll('本人', '原告')}；`);
  }
  const from = draft.options.interestFrom;
  if (from !== undefined && claim && claim.left > 0) {
    const on = values.snapshot.today;
    const interest = values.count({ how: 'interest', from, on });
    const sofar = interest ? `（暂计至${values.count({ how: 'interestTo', from, on })}为${interest}）` : '';
    claims.push(
      `判令被告以${sayLeft(values, claim)}为基数，支付自${values.count({ how: 'interestFrom', on: from })}起至实际付清之日止的利息，按同期一年期贷款市场报价利率计算${sofar}；`,
    );
  }
  const added = askDamages(draft, suit);
  if (added) claims.push(added);
  claims.push('本案诉讼费用由被告负担。');
  if (demand === 'refund' && suit === 'seller' && !barred) draft.cite('rescind');
  if (suit === 'seller' && demand === 'refund' && !barred)
    draft.cite(notice?.effective ? 'rescind_notice' : 'rescind_suit');
  const sum = added ? values.count({ how: 'claimed', on: values.snapshot.today }) : loss;
  return { claims, added: added !== '', total: loss && `${sum}${from !== undefined ? '（不含利息）' : ''}` };
}

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
  for (const served of servedLetters(snapshot, 'identity').toReversed()) {
    const { contact, letter } = served;
    const on = values.told(contact, contact.sentOn ? 'sentOn' : contact.filedOn ? 'filedOn' : 'arrivedOn');
    const asked = `原告于${on}书面请求其提供${what}${proofMark(values, contact.exhibits)}`;
    const answer = answersTo(snapshot, served).at(-1);
    if (answer?.result === 'refused') return values.told(contact, 'act', `${asked}，${sayAnswer(values, answer)}`);
    const by = letter.replyBy ?? addDays(handedOverOn(contact)!, DOCUMENT_SETTINGS.identity.replyDays);
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

/**
 * A court needs a defendant with a name and an address (民诉法第一百二十二条). A seller who
 * cannot be found leaves the platform, once it was asked for his identity and did not give it.
 * @throws KamengError DEFENDANT_UNKNOWN
 */
function nameDefendant(draft: Draft): Suit {
  const { values, context } = draft;
  const { standsIn } = nameRespondent(draft);
  if (platformAnswers(values)) return matterOf(values).respondent === 'platform' ? 'service' : 'seller';
  if (!standsIn && values.raw('sellerName') !== undefined && values.raw('sellerAddress') !== undefined) return 'seller';
  const hidden = values.raw('seller') === 'unreachable' || values.raw('seller') === 'unknown';
  if (!hidden || values.raw('site') === 'own_site') {
    draft.missing.push(...(['sellerName', 'sellerAddress'] as const).filter((key) => values.raw(key) === undefined));
    return 'seller';
  }
  const undisclosed = sayUndisclosed(values);
  if (undisclosed === undefined) {
    const written = values.snapshot.letters.findLast((letter) => letter.document === 'identity');
    throw new KamengError('DEFENDANT_UNKNOWN', '还没有明确的被告：不知道商家的真实名称和地址', {
      hints: [
        ...(written
          ? [
              `第 ${written.no} 号文书（请求提供经营者信息）写好了，还没有记发出`,
              `发出的记下来：kameng followup --channel platform_operator --letter ${written.no} --sent 日期`,
              '平台拒绝了就记下原话：kameng followup --channel platform_operator --result refused --said "…"',
              '过了期限没有回音，再写起诉状',
            ]
          : ['先要求平台提供：kameng letter --to identity，发出以后记下来：kameng followup --letter 编号 --sent 日期']),
        '已经知道的就补上：kameng facts sellerName=… sellerAddress=…',
      ],
    });
  }
  draft.missing.push(
    ...(['platformOperator', 'platformAddress'] as const).filter((key) => values.raw(key) === undefined),
  );
  context.more['respondent'] = {
    name: values.show('platformOperator') ?? '',
    address: values.show('platformAddress') ?? '',
    phone: values.show('platformPhone') ?? '',
    code: '',
    head: '',
  };
  context.more['respondentNote'] = `被告系“${values.show('platform') ?? ''}”的经营者。${undisclosed}`;
  return 'standsIn';
}

function sayParties(values: Values, suit: Suit): string {
  const use = values.show('purpose') ? `，购买用途为${values.show('purpose')}` : '';
  const shop = values.show('merchant') ? `“${values.show('merchant')}”` : '';
  if (suit === 'standsIn') return `被告为网络交易平台经营者，原告为在该平台内店铺${shop}购买商品的买受人${use}。`;
  if (suit === 'service') return `被告为网络交易平台经营者，原告为该平台的用户${use}。`;
  return `出卖人（服务提供者）为被告，买受人（接受服务者）为原告${use}。`;
}

/** The complaint to a court in the element form: each element has its line, unknown ones stay open. */
export const draftCourt: Drafter = (draft) => {
  const { values, context, claim } = draft;
  const suit = nameDefendant(draft);
  const buyer = describeBuyer(values);
  if (suit === 'standsIn') draft.cite('platform_discloses');
  else for (const ground of placedLaws('court', values)) draft.cite(ground);
  const notice = suit === 'seller' ? noticeOf(values) : undefined;
  const { claims, added, total } = sumUp(draft, suit, notice);
  const cause = causeOf(values, suit);
  const home = cause === '信息网络买卖合同纠纷' ? draft.cite('court_home', true) : undefined;
  const said = (events: Draft['events']): string[] => events.map((event) => sayEvent(values, event));
  context.demands = claims;
  const platform = values.show('platform');
  const seller = suit === 'seller' ? '双方' : '原告与该店铺';
  Object.assign(context.more, {
    cause,
    sex: buyer.sex,
    born: buyer.born,
    total,
    home: home ? `依据${home.article}，${home.says}。` : '',
    formed: `${values.show('orderedAt') ?? values.show('paidAt') ?? ''}，原告${platform ? `在“${platform}”` : ''}提交订单，${suit === 'service' ? '' : `${seller}以电子方式订立合同，`}无书面合同${values.show('orderNo') ? `；订单号${values.show('orderNo')}` : ''}。`,
    parties: sayParties(values, suit),
    subject: `“${values.show('product') ?? ''}”${Number(values.raw('quantity') ?? 1) > 1 ? `，数量${values.show('quantity')}` : ''}`,
    price: claim ? values.sum('amount') : '',
    paid: `${values.show('paidAt') ?? ''}，原告${values.raw('paidBy') ? `通过${values.show('paidBy')}` : ''}付款${claim ? values.sum('amount') : ''}${values.show('tradeNo') ? `，交易单号${values.show('tradeNo')}` : ''}。`,
    returned: claim && claim.refunded > 0 ? `已退还${values.sum('refunded')}，尚余${sayLeft(values, claim)}未退。` : '',
    promise: values.show('promise') && onPage(values, 'promise') ? `“${values.show('promise')}”` : '',
    trouble: [...said(draft.trouble ? [draft.trouble] : []), tellStanding(values)].filter(Boolean).join(''),
    urged: said(draft.events.filter((event) => event !== draft.purchase && event !== draft.trouble)),
    reply: context.story
      .slice(draft.events.length + context.outcome.length)
      .join('')
      .replaceAll('本人', '原告'),
    rescinded: notice ? sayNotice(values, notice) : '',
    asksRescission: suit === 'seller' && (values.demand ?? 'refund') === 'refund',
    damages:
      claim && claim.left > 0
        ? `实付${values.sum('amount')}${claim.refunded > 0 ? `，减去已退${values.sum('refunded')}` : ''}，请求${sayLeft(values, claim)}。`
        : '',
    signs: added ? values.showEach('signs') : [],
  });
};
