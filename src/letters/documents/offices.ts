import { lastDay } from '../../law/deadlines/period.ts';
import { clockOf } from '../../law/rules/numbers.ts';
import type { DocumentTraits } from '../../knowledge/schema/document.ts';
import { DISPUTE_TOLD } from '../../knowledge/built/disputes.ts';
import { KamengError } from '../../model/errors.ts';
import type { Draft, Drafter } from './draft.ts';
import { describeBuyer } from './buyer.ts';
import { matterOf } from '../values/matter.ts';
import { respondentOf, type Respondent } from './respondent.ts';
import { nameDemand, sayLeft } from '../story/demands.ts';
import { tabulate } from '../story/event.ts';
import { onPage } from '../story/talk.ts';
import { unstopped } from '../values/marks.ts';
import { proofMark, sourcesOf } from '../values/values.ts';
import { countedExhibits } from '../../model/snapshot.ts';

/** Puts the other party where the forms of offices want it, and says which of its facts are missing. */
export function nameRespondent(draft: Draft): Respondent {
  const found = respondentOf(draft.values);
  const { name, address, phone, note, missing } = found;
  draft.missing.push(...missing);
  // The number and the head of a company are known of the seller only.
  const own = name !== '' && name === draft.values.show('sellerName');
  draft.context.more['respondent'] = {
    name,
    address,
    phone,
    code: own ? (draft.values.show('creditCode') ?? '') : '',
    head: own ? (draft.values.show('legalRepresentative') ?? '') : '',
  };
  draft.context.more['respondentNote'] = note;
  return found;
}

/** What the settings of a document say of its other party and its demands. */
export function drawUp(draft: Draft, { namesRespondent, demands }: DocumentTraits): void {
  const respondent = namesRespondent ? nameRespondent(draft) : undefined;
  draft.context.more['issue'] =
    (draft.values.dispute && DISPUTE_TOLD[draft.values.dispute].issue) ?? draft.values.show('dispute') ?? '';
  draft.context.more['troubleOn'] = draft.values.show('failedAt') ?? draft.values.show('paidAt') ?? '';
  if (!demands) return;
  if (respondent?.standsIn) {
    draft.cite('platform_discloses');
    const { values, claim, context } = draft;
    context.demands = [
      '请求被投诉人提供该店铺的真实名称、地址和有效联系方式。',
      ...(claim && claim.left > 0 ? [`不能提供的，请求被投诉人赔偿本人的损失${sayLeft(values, claim)}。`] : []),
      ...demands.filter((one) => !one.includes('{demand}')),
    ];
    return;
  }
  const demand = nameDemand(draft.values, draft.claim, draft.values.demand, true);
  draft.context.demands = demands.map((one) => one.replace('{demand}', () => demand));
}

interface Lead {
  /** What may have been violated, never more than may. */
  suspicion: string;
  facts: string;
}

/**
 * What was said of the goods and what came instead. That the two differ is a lead only with both (办法第二十八条).
 * @returns empty when the case does not show them
 */
function sayMismatch({ values }: Draft): string {
  const { promise, failure } = { promise: values.show('promise'), failure: values.show('failure') };
  const pages = countedExhibits(values.snapshot).filter(({ kind }) => kind === 'promise' || kind === 'rule_page');
  const said =
    promise && onPage(values, 'promise')
      ? `商品页面写明“${promise}”${proofMark(values, sourcesOf(values, 'promise'))}`
      : pages.length > 0
        ? `商品页面的说明见${proofMark(
            values,
            pages.map(({ no }) => no),
          ).slice(1, -1)}`
        : '';
  if (said === '' || failure === undefined) return '';
  return `${said}，实际为“${unstopped(failure)}”${proofMark(values, sourcesOf(values, 'failure'))}，两者不符。`;
}

/** Leads that the case can show; a report without any would be an empty accusation. */
function leadsOf(draft: Draft): Lead[] {
  const { values, context } = draft;
  const signs = (values.raw('signs') ?? '').split(',');
  const matter = matterOf(values);
  const leads: Lead[] = [];
  const add = (key: Parameters<Draft['cite']>[0], facts: string): void => {
    const law = draft.cite(key);
    if (law) leads.push({ suspicion: `涉嫌违反${law.article}（${law.says}）。`, facts });
  };
  if (signs.includes('fake_identity')) add('trader_published', '被举报人公示的身份信息核实不符。');
  const mismatch = sayMismatch(draft);
  if (mismatch && (signs.includes('false_claims') || matter.contradictsPage)) {
    // A page has to be true towards whoever reads it, consumers or not.
    add(values.basis.pleads.includes('consumer_law') ? 'fraud_statement' : 'truthful_page', mismatch);
  }
  const gone = signs.includes('vanished') || signs.includes('blocked_buyer') || matter.sellerGone;
  if (gone) {
    const how = [
      signs.includes('vanished') || matter.sellerGone ? '，此后无法取得联系' : '',
      signs.includes('blocked_buyer') ? '，并将本人拉黑' : '',
    ].join('');
    // Whether anything came is only known of what never did, and not of a seller who is just gone.
    if (matter.delivery === 'never' && !matter.sellerGone) add('fraud_taking', `被举报人收款后未交付商品${how}。`);
    else add('fraud_taking', `被举报人收款后未解决问题${how}。`);
  }
  const asked = values.snapshot.contacts.find(
    (contact) => contact.channel === 'merchant' && contact.filedOn !== undefined,
  );
  const { today } = values.snapshot;
  const filedOn = asked?.filedOn;
  const overdue = filedOn !== undefined && today > lastDay(clockOf('PLT-12', 'refuse', filedOn, today), filedOn);
  if (asked && overdue && draft.claim && draft.claim.left > 0) {
    const days = values.count({ how: 'daysSince', contact: asked.no, on: today });
    add(
      'refusal_overdue',
      `本人于${values.told(asked, 'filedOn')}向被举报人提出要求，截至${context.writtenOn}已${days}日，被举报人未退还${sayLeft(values, draft.claim)}。`,
    );
  }
  if (signs.includes('many_victims') && leads.length > 0)
    leads.push({ suspicion: '', facts: '另有其他买家反映相同情况。' });
  return leads;
}

export const draftReport: Drafter = (draft) => {
  const { name, address, phone } = nameRespondent(draft);
  // A report needs leads, not an address: the bureau can find the trader by them (办法第二十八条). Who has no other
  // name is reported by the one he trades under.
  draft.missing.length = 0;
  const { values } = draft;
  const known = name || values.show('merchant') || values.show('payee') || '名称不详';
  draft.context.more['respondent'] = { name: known, address, phone };
  const leads = leadsOf(draft);
  if (leads.length === 0) {
    throw new KamengError('NOTHING_TO_REPORT', '案卷里还没有可以举报的违法线索，只有合同争议', {
      hints: [
        '合同争议写 12315 投诉：kameng letter --to regulator',
        '有异常迹象的先记下来：kameng facts signs=vanished,fake_identity',
        '说明与实物不符的，先收入商品页面的截图：kameng add 截图 --kind promise',
        '再写清收到的是什么：kameng facts failure=…',
      ],
    });
  }
  draft.context.more['leads'] = leads.map((lead) => `${lead.facts}${lead.suspicion}`);
  draft.context.more['anonymous'] = draft.context.buyer['phone'] === '';
  draft.context.demands = ['请依法对上述线索予以核查。', '法律、法规、规章规定应当告知举报人处理结果的，请予告知。'];
};

export const draftPolice: Drafter = (draft) => {
  const { values, context } = draft;
  Object.assign(context.more, describeBuyer(values));
  context.more['rows'] = tabulate(values, draft.events);
  context.more['signs'] = values.showEach('signs').map((sign) => `${sign}。`);
  draft.cite('police_accepts');
  draft.cite('police_where');
  // Below the criminal sum it is a matter of public order; which of the two it is the police decide.
  draft.cite('police_public_order');
  context.demands = [
    '请接受本报案材料，并出具受案回执。',
    values.show('payee') ? '请依法核查上述收款方和相关人员的情况。' : '请依法核查收款方和相关人员的情况。',
    '请依法决定是否立案，并将决定书面告知本人；不予立案的，请出具不予立案通知书并说明理由。',
    '不够刑事立案标准的，请作为治安案件立案调查；认为不属于的，请书面告知并说明理由。',
    ...(draft.claim && draft.claim.left > 0 ? ['符合条件的，请对相关收款账户采取止付措施。'] : []),
  ];
  const left =
    draft.claim && draft.claim.refunded > 0
      ? `，已收到退款${values.sum('refunded')}，尚有${sayLeft(values, draft.claim)}未退`
      : '';
  context.more['loss'] = draft.claim ? `${values.sum('amount')}${left}` : '';
};
