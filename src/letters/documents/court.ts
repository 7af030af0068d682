import { sayNumbers } from '../../law/rules/numbers.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaDay, showDay } from '../../model/moment.ts';
import type { LetterSummary } from '../../model/snapshot.ts';
import { matterOf, placedLaws } from '../values/matter.ts';
import { damagesOn, readIdNo } from '../values/reckoning.ts';
import type { Values } from '../values/values.ts';
import type { Draft, Drafter } from './draft.ts';
import { platformAnswers } from './respondent.ts';
import { nameRespondent } from './offices.ts';
import { sayWord } from '../story/cited-law.ts';
import { nameDemand, sayLeft } from '../story/demands.ts';
import { sayEvent } from '../story/event.ts';
import { onPage, tellStanding } from '../story/story.ts';

/** Service over time is a service contract; what is delivered once is a sale (FRM-16). */
function causeOf(values: Values): string {
  const service =
    ['membership', 'wallet'].includes(values.raw('goods') ?? '') || matterOf(values).respondent === 'platform';
  return service ? '网络服务合同纠纷' : '信息网络买卖合同纠纷';
}

/** The day a letter was written, as a document says it. */
function sayWrittenOn(values: Values, letter: LetterSummary): string {
  return values.mark(showDay(chinaDay(letter.writtenAt)), { from: 'letter', no: letter.no, part: 'writtenAt' });
}

/** Sex and birthday stand in the number of an identity card. */
function describeBuyer(values: Values): { sex: string; born: string } {
  const id = readIdNo(values.raw('buyerIdNo') ?? '');
  if (!id || values.redacted) return { sex: '[ ] 男 [ ] 女', born: '' };
  const [man, woman] = id.man ? ['x', ' '] : [' ', 'x'];
  return { sex: `[${man}] 男 [${woman}] 女`, born: values.count({ how: 'born' }) };
}

/** Threefold damages need fraud; without recorded signs of it they are not even an alternative. */
function askDamages(draft: Draft): string {
  const { values } = draft;
  const on = values.snapshot.today;
  const damages = values.raw('signs') === undefined ? undefined : damagesOn(values.snapshot, on);
  if (!damages) return '';
  const law = draft.cite('triple');
  const price = values.sum('amount');
  const least = values.count({ how: 'least', on });
  const times = sayWord(values, 'triple', sayNumbers('{PUN-01.multiple}', values.snapshot.today));
  const how =
    damages.multiple < damages.least
      ? `价款${price}的${times}为${values.count({ how: 'multiple', on })}，不足${least}，按${least}计`
      : `价款${price}的${times}`;
  return `如法院认定被告的行为构成欺诈，判令被告依照${law?.article ?? ''}增加赔偿${values.count({ how: 'added', on })}（${how}）。`;
}

function sumUp(draft: Draft): { claims: string[]; alternative: string; total: string } {
  const { values, claim } = draft;
  const demand = values.demand ?? 'refund';
  const rescinded = values.snapshot.letters.some((letter) => letter.document === 'rescission');
  const order = values.show('orderNo') ? `订单${values.show('orderNo')}` : `购买“${values.show('product') ?? '商品'}”`;
  const claims: string[] = [];
  if (demand === 'refund')
    claims.push(
      `${rescinded ? '确认原告与被告就' : '解除原告与被告就'}${order}订立的合同${rescinded ? '已经解除' : ''}；`,
    );
  claims.push(`判令被告${nameDemand(values, claim, demand, false)}；`);
  const from = draft.options.interestFrom;
  if (from !== undefined && claim && claim.left > 0) {
    claims.push(
      `判令被告以${sayLeft(values, claim)}为基数，支付自${values.count({ how: 'interestFrom', on: from })}起至实际付清之日止的利息，按起诉时一年期贷款市场报价利率计算；`,
    );
  }
  claims.push('本案诉讼费用由被告负担。');
  const total = claim && claim.left > 0 ? `${sayLeft(values, claim)}${from !== undefined ? '（不含利息）' : ''}` : '';
  return { claims, alternative: askDamages(draft), total };
}

/**
 * A court needs a defendant with a name and an address (民诉法第一百二十二条). A seller who
 * cannot be found leaves the platform, once it was asked for his identity.
 * @throws KamengError DEFENDANT_UNKNOWN
 */
function nameDefendant(draft: Draft): void {
  const { values, context } = draft;
  nameRespondent(draft);
  if (platformAnswers(values) || (values.raw('sellerName') !== undefined && values.raw('sellerAddress') !== undefined))
    return;
  const asked = values.snapshot.letters.find((letter) => letter.document === 'identity');
  const hidden = values.raw('seller') === 'unreachable' || values.raw('seller') === 'unknown';
  if (!hidden || values.raw('site') === 'own_site') {
    draft.missing.push(...(['sellerName', 'sellerAddress'] as const).filter((key) => values.raw(key) === undefined));
    return;
  }
  if (!asked) {
    throw new KamengError('DEFENDANT_UNKNOWN', '还没有明确的被告：不知道商家的真实名称和地址', {
      hints: [
        '先要求平台提供：kameng letter --to identity',
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
  };
  context.more['respondentNote'] =
    `被告系“${values.show('platform') ?? ''}”的经营者。原告于${sayWrittenOn(values, asked)}书面请求其提供商家${values.show('merchant') ? `“${values.show('merchant')}”` : ''}的真实名称、地址和有效联系方式，截至${context.writtenOn}未获提供。`;
  draft.cite('platform_discloses');
}

/** The complaint to a court in the element form: each element has its line, unknown ones stay open. */
export const draftCourt: Drafter = (draft) => {
  const { values, context, claim } = draft;
  nameDefendant(draft);
  const buyer = describeBuyer(values);
  for (const ground of placedLaws('court', values)) draft.cite(ground);
  draft.cite('rescind');
  const { claims, alternative, total } = sumUp(draft);
  const sale = causeOf(values) === '信息网络买卖合同纠纷';
  const home = sale ? draft.cite('court_home', true) : undefined;
  const letters = values.snapshot.letters.filter((letter) => letter.document === 'rescission');
  const said = (events: Draft['events']): string[] => events.map((event) => sayEvent(values, event));
  context.demands = [...claims, ...(alternative ? [`备选请求：${alternative}`] : [])];
  const platform = values.show('platform');
  Object.assign(context.more, {
    cause: causeOf(values),
    sex: buyer.sex,
    born: buyer.born,
    total: total && alternative ? `${total}（不含备选请求）` : total,
    home: home ? `依据${home.article}，${home.says}。` : '',
    formed: `${values.show('orderedAt') ?? values.show('paidAt') ?? ''}，原告${platform ? `在“${platform}”` : ''}提交订单，双方以电子方式订立合同，无书面合同${values.show('orderNo') ? `；订单号${values.show('orderNo')}` : ''}。`,
    parties: `出卖人（服务提供者）为被告，买受人（接受服务者）为原告${values.show('purpose') ? `，购买用途为${values.show('purpose')}` : ''}。`,
    subject: `“${values.show('product') ?? ''}”${Number(values.raw('quantity') ?? 1) > 1 ? `，数量${values.show('quantity')}` : ''}`,
    price: claim ? values.sum('amount') : '',
    paid: `${values.show('paidAt') ?? ''}，原告${values.raw('paidBy') ? `通过${values.show('paidBy')}` : ''}付款${claim ? values.sum('amount') : ''}${values.show('tradeNo') ? `，交易单号${values.show('tradeNo')}` : ''}。`,
    returned:
      claim && claim.refunded > 0 ? `被告已退还${values.sum('refunded')}，尚余${sayLeft(values, claim)}未退。` : '',
    promise: values.show('promise') && onPage(values, 'promise') ? `“${values.show('promise')}”` : '',
    trouble: [...said(draft.trouble ? [draft.trouble] : []), tellStanding(values)].filter(Boolean).join(''),
    urged: said(draft.events.filter((event) => event !== draft.purchase && event !== draft.trouble)),
    rescinded:
      letters.length > 0
        ? `原告已于${letters.map((letter) => sayWrittenOn(values, letter)).join('、')}书面通知被告解除合同。`
        : '',
    damages:
      claim && claim.left > 0
        ? `实付${values.sum('amount')}${claim.refunded > 0 ? `，减去已退${values.sum('refunded')}` : ''}，请求${sayLeft(values, claim)}。`
        : '',
    signs: values.showEach('signs'),
  });
};
