import { KamengError } from '../../model/errors.ts';
import type { Values } from '../values/values.ts';
import type { Drafter } from './draft.ts';
import { operator, platformAnswers } from './respondent.ts';
import { serviceOf } from './wallet-of.ts';

/** Who holds something that the buyer cannot get, in the form in which the court wants it said (证据规定第二十条、第四十五条). */
interface Holder {
  name: string;
  address: string;
  what: string;
  proves: string;
  clue: string;
  /** The holder is a party: the court orders it to produce; else the court collects. */
  party: boolean;
}

function platformHolds(values: Values): Holder | undefined {
  const site = values.raw('site');
  if (site === undefined || site === 'own_site' || site === 'private_chat') return undefined;
  const { name, address, missing } = operator(values);
  if (missing.includes('platformOperator')) return undefined;
  const party = platformAnswers(values) || (values.basis.pleads.includes('platform_liability') && missing.length === 0);
  const seller = values.raw('sellerName') === undefined ? '，以及该订单卖家的真实名称、地址和有效联系方式' : '';
  return {
    name,
    address,
    what: `该订单的原始合同、商品页面、交易和交付记录、沟通记录${seller}`,
    proves: '合同的内容、付款和交付的经过',
    clue: values.show('orderNo') ? `订单号${values.show('orderNo')}` : '',
    party,
  };
}

/** A name that a register has once. */
const OF_COMPANY = /(?:公司|合伙企业|合作社)$/;

function paymentHolds(values: Values): Holder | undefined {
  if (values.raw('tradeNo') === undefined || values.raw('paidBy') === 'crypto') return undefined;
  // Where the voucher itself names the company that sold, nothing is left that only the service could tell. Of a person
  // a name is not enough: many have it.
  const payee = values.raw('payee');
  if (payee !== undefined && payee === values.raw('sellerName') && OF_COMPANY.test(payee)) return undefined;
  return {
    name: serviceOf(values).replace(/客服$/, ''),
    address: '',
    what: '该笔交易的收款方名称、收款账户和实名登记信息',
    proves: '收款的是谁，款项的去向',
    clue: `交易单号${values.show('tradeNo')}`,
    party: false,
  };
}

/** The application to have evidence collected, or produced by a party that holds it. */
export const draftCollect: Drafter = (draft) => {
  const { values, context } = draft;
  const holders = [platformHolds(values), paymentHolds(values)].filter((one) => one !== undefined);
  if (holders.length === 0)
    throw new KamengError('NOTHING_TO_COLLECT', '案卷里看不出谁手里有你拿不到的证据', {
      hints: ['记下平台经营者或者交易单号：kameng facts platformOperator=… tradeNo=…'],
    });
  context.more['holders'] = holders;
  if (holders.some(({ party }) => !party)) draft.cite('court_collects');
  if (holders.some(({ party }) => party)) {
    draft.cite('court_orders');
    draft.cite('court_orders_data');
  }
  context.demands = holders.map(({ name, what, party }) =>
    party ? `请求责令${name}提交${what}。` : `请求向${name}调取${what}。`,
  );
};

/** The address at which the court's papers reach the plaintiff. */
export const draftServiceAddress: Drafter = (draft) => {
  draft.cite('service_address');
};
