import { findRule, ruleValue } from '../../law/rules/index.ts';
import { KamengError } from '../../model/errors.ts';
import { formatYuan } from '../../model/money.ts';
import { chinaDay, showDay } from '../../model/moment.ts';
import { type Values, yuan } from '../values/context-values.ts';
import { matterOf, placedLaws } from '../values/matter.ts';
import { type Draft, type Drafter } from './draft.ts';
import { platformAnswers } from './respondent.ts';
import { nameRespondent } from './offices.ts';
import { nameDemand } from '../story/demands.ts';
import { sayEvent } from '../story/event.ts';
import { onPage, tellStanding } from '../story/story.ts';

/** Service over time is a service contract; what is delivered once is a sale (FRM-16). */
function causeOf(values: Values): string {
  const service =
    ['membership', 'wallet'].includes(values.raw('goods') ?? '') || matterOf(values).respondent === 'platform';
  return service ? '网络服务合同纠纷' : '信息网络买卖合同纠纷';
}

/** Sex and birthday stand in the number of an identity card. */
function readIdNo(values: Values): { sex: string; born: string } {
  const id = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dXx]$/.exec(values.raw('buyerIdNo') ?? '');
  if (!id || values.redacted) return { sex: '[ ] 男 [ ] 女', born: '' };
  const born = showDay(`${id[1]}-${id[2]}-${id[3]}`);
  values.count(born, '证件号码');
  const man = Number(id[4]) % 2 === 1;
  return { sex: `[${man ? 'x' : ' '}] 男 [${man ? ' ' : 'x'}] 女`, born };
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
    values.count(showDay(from), '利息起算日');
    claims.push(
      `判令被告以${yuan(claim.left)}为基数，支付自${showDay(from)}起至实际付清之日止的利息，按起诉时一年期贷款市场报价利率计算；`,
    );
  }
  claims.push('本案诉讼费用由被告负担。');
  const total = claim && claim.left > 0 ? `${yuan(claim.left)}${from !== undefined ? '（不含利息）' : ''}` : '';
  if (claim && claim.left > 0) values.count(yuan(claim.left), '标的总额');
  // Threefold damages need fraud; without recorded signs of it they are not even an alternative.
  const price = claim?.paid ?? 0;
  if (values.raw('signs') === undefined || price === 0 || !findRule('PUN-01', values.snapshot.today))
    return { claims, alternative: '', total };
  const multiple = ruleValue('PUN-01', 'multiple') * price;
  const minimum = ruleValue('PUN-01', 'minimum');
  const added = Math.max(multiple, minimum);
  values.count(yuan(multiple), '价款的三倍');
  values.count(yuan(minimum), '增加赔偿的最低数额');
  const how =
    multiple < minimum
      ? `价款${yuan(price)}的三倍为${yuan(multiple)}，不足${formatYuan(minimum)}元，按${formatYuan(minimum)}元计`
      : `价款${yuan(price)}的三倍`;
  const law = draft.cite('triple');
  const alternative = `如法院认定被告的行为构成欺诈，判令被告依照${law?.article ?? ''}增加赔偿${yuan(added)}（${how}）。`;
  return { claims, alternative, total };
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
    `被告系“${values.show('platform') ?? ''}”的经营者。原告于${showDay(chinaDay(asked.writtenAt))}书面请求其提供商家${values.show('merchant') ? `“${values.show('merchant')}”` : ''}的真实名称、地址和有效联系方式，截至${context.writtenOn}未获提供。`;
  draft.cite('platform_discloses');
}

/** The complaint to a court in the element form: each element has its line, unknown ones stay open. */
export const draftCourt: Drafter = (draft) => {
  const { values, context, claim } = draft;
  nameDefendant(draft);
  const id = readIdNo(values);
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
    sex: id.sex,
    born: id.born,
    total: total && alternative ? `${total}（不含备选请求）` : total,
    home: home ? `依据${home.article}，${home.says}。` : '',
    formed: `${values.show('orderedAt') ?? values.show('paidAt') ?? ''}，原告${platform ? `在“${platform}”` : ''}提交订单，双方以电子方式订立合同，无书面合同${values.show('orderNo') ? `；订单号${values.show('orderNo')}` : ''}。`,
    parties: `出卖人（服务提供者）为被告，买受人（接受服务者）为原告${values.show('purpose') ? `，购买用途为${values.show('purpose')}` : ''}。`,
    subject: `“${values.show('product') ?? ''}”${Number(values.raw('quantity') ?? 1) > 1 ? `，数量${values.raw('quantity')}` : ''}`,
    price: claim ? yuan(claim.paid) : '',
    paid: `${values.show('paidAt') ?? ''}，原告${values.raw('paidBy') ? `通过${values.show('paidBy')}` : ''}付款${claim ? yuan(claim.paid) : ''}${values.show('tradeNo') ? `，交易单号${values.show('tradeNo')}` : ''}。`,
    returned: claim && claim.refunded > 0 ? `被告已退还${yuan(claim.refunded)}，尚余${yuan(claim.left)}未退。` : '',
    promise: values.show('promise') && onPage(values, 'promise') ? `“${values.show('promise')}”` : '',
    trouble: [...said(draft.trouble ? [draft.trouble] : []), tellStanding(values)].filter(Boolean).join(''),
    urged: said(draft.events.filter((event) => event !== draft.purchase && event !== draft.trouble)),
    rescinded:
      letters.length > 0
        ? `原告已于${letters.map((letter) => showDay(chinaDay(letter.writtenAt))).join('、')}书面通知被告解除合同。`
        : '',
    damages:
      claim && claim.left > 0
        ? `实付${yuan(claim.paid)}${claim.refunded > 0 ? `，减去已退${yuan(claim.refunded)}` : ''}，请求${yuan(claim.left)}。`
        : '',
    signs: values.show('signs') ? values.show('signs')!.split('、') : [],
  });
};
