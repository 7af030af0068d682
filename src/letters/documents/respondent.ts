import type { FactKey } from '../../model/facts.ts';
import type { Values } from '../values/values.ts';
import { matterOf } from '../values/matter.ts';

/** Against whom a document is directed, as offices want to know it. */
export interface Respondent {
  name: string;
  address: string;
  phone: string;
  /** Facts without which the office cannot know whom to turn to. */
  missing: FactKey[];
  /** Why the seller's own address does not stand here. */
  note: string;
  /** The platform, in the place of a seller whose name it does not give. */
  standsIn?: true;
}

/** Is the platform itself the other party: its own fault, or its own sale? */
export function platformAnswers(values: Values): boolean {
  return matterOf(values).respondent === 'platform' || values.raw('site') === 'self_operated';
}

/** The operator of the platform, as far as it is known. */
export function operator(values: Values): Respondent {
  const missing = (['platformOperator', 'platformAddress'] as const).filter((key) => values.raw(key) === undefined);
  return {
    name: values.show('platformOperator') ?? '',
    address: values.show('platformAddress') ?? '',
    phone: values.show('platformPhone') ?? '',
    missing,
    note: '',
  };
}

/**
 * The respondent of complaints to offices. A seller on a marketplace whose
 * address is not published is named without one, with the platform's beside it:
 * the bureau where the platform lives is then competent (办法第十三条第三款).
 */
export function respondentOf(values: Values): Respondent {
  if (platformAnswers(values)) return operator(values);
  const show = values.show;
  if (values.raw('site') === 'own_site') {
    const bySeller = values.raw('sellerName') !== undefined || values.raw('platformOperator') === undefined;
    if (!bySeller) return operator(values);
    const missing: FactKey[] = [
      ...(values.raw('sellerName') ? [] : ['sellerName' as const]),
      ...((values.raw('sellerAddress') ?? values.raw('platformAddress')) ? [] : ['sellerAddress' as const]),
    ];
    return {
      name: show('sellerName') ?? show('merchant') ?? show('platform') ?? '',
      address: show('sellerAddress') ?? show('platformAddress') ?? '',
      phone: show('sellerPhone') ?? '',
      missing,
      note: '',
    };
  }
  // In a chat, and where people sell their own used things, no platform stands in for the seller or publishes where he is.
  const site = values.raw('site');
  if (site === 'private_chat' || (site === 'second_hand' && values.raw('seller') === 'unknown'))
    return {
      name: show('sellerName') ?? '',
      address: show('sellerAddress') ?? '',
      phone: show('sellerPhone') ?? '',
      missing: (['sellerName', 'sellerAddress'] as const).filter((key) => values.raw(key) === undefined),
      note: '',
    };
  // Nobody can be summoned by a shop's name alone: the complaint is against who has his own (消法第四十四条).
  if (values.raw('seller') === 'unknown' && values.raw('sellerName') === undefined) {
    const shop = show('merchant');
    return {
      ...operator(values),
      note: `订单由平台内店铺${shop ? `“${shop}”` : ''}出售，本人未能从平台页面获知其真实名称、地址和联系方式。`,
      standsIn: true,
    };
  }
  const name = show('sellerName') ?? show('merchant') ?? '';
  const address = show('sellerAddress');
  if (address !== undefined) {
    // The order shows the shop: without it nobody sees that the company and the shop are one.
    const shop = show('merchant');
    const note = shop && name !== shop && site !== 'self_operated' ? `本次交易的店铺名称为“${shop}”。` : '';
    return { name, address, phone: show('sellerPhone') ?? '', missing: name ? [] : ['sellerName'], note };
  }
  if (values.raw('seller') !== 'unreachable')
    return { name, address: '', phone: '', missing: ['sellerAddress'], note: '' };
  const platform = operator(values);
  return {
    name,
    address: '通过平台公示的地址无法取得联系',
    phone: show('sellerPhone') ?? '',
    missing: platform.missing,
    note: `该商家系平台内商家，平台经营者为${platform.name}，地址为${platform.address}。`,
  };
}
