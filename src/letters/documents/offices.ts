import { lastDay } from '../../law/deadlines/period.ts';
import { clockOf } from '../../law/rules/numbers.ts';
import type { DocumentTraits } from '../../knowledge/schema/document.ts';
import { KamengError } from '../../model/errors.ts';
import type { Draft, Drafter } from './draft.ts';
import { matterOf } from '../values/matter.ts';
import { respondentOf } from './respondent.ts';
import { nameDemand, sayLeft } from '../story/demands.ts';
import { tabulate } from '../story/event.ts';

/** Puts the other party where the forms of offices want it, and says which of its facts are missing. */
export function nameRespondent(draft: Draft): void {
  const { name, address, phone, note, missing } = respondentOf(draft.values);
  draft.missing.push(...missing);
  draft.context.more['respondent'] = { name, address, phone };
  draft.context.more['respondentNote'] = note;
}

/** What the settings of a document say of its other party and its demands. */
export function drawUp(draft: Draft, { namesRespondent, demands }: DocumentTraits): void {
  if (namesRespondent) nameRespondent(draft);
  if (!demands) return;
  const demand = nameDemand(draft.values, draft.claim, draft.values.demand ?? 'refund', true);
  draft.context.demands = demands.map((one) => one.replace('{demand}', () => demand));
}

interface Lead {
  /** What may have been violated, never more than may. */
  suspicion: string;
  facts: string;
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
  if (signs.includes('false_claims') || matter.contradictsPage)
    add('fraud_statement', '商品页面的说明与实际收到的不符。');
  const gone = signs.includes('vanished') || signs.includes('blocked_buyer') || matter.sellerGone;
  if (gone) {
    const how = [
      signs.includes('vanished') || matter.sellerGone ? '，此后无法取得联系' : '',
      signs.includes('blocked_buyer') ? '，并将本人拉黑' : '',
    ].join('');
    // Whether anything came is only known of what never did, and not of a seller who is just gone.
    if (matter.delivery === 'never' && !matter.sellerGone) add('fraud_taking', `被举报人收款后未交付商品${how}。`);
    else add('fraud_taking', `被举报人收款后未解决订单问题${how}。`);
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
  nameRespondent(draft);
  // A report needs leads, not an address: the bureau can find the trader by them (办法第二十八条).
  draft.missing.length = 0;
  const leads = leadsOf(draft);
  if (leads.length === 0) {
    throw new KamengError('NOTHING_TO_REPORT', '案卷里还没有可以举报的违法线索，只有合同争议', {
      hints: [
        '合同争议写 12315 投诉：kameng letter --to regulator',
        '有异常迹象的先记下来：kameng facts signs=vanished,fake_identity',
      ],
    });
  }
  draft.context.more['leads'] = leads.map((lead) => `${lead.facts}${lead.suspicion}`);
  draft.context.more['anonymous'] = draft.context.buyer['phone'] === '';
  draft.context.demands = ['请依法对上述线索予以核查。', '法律、法规、规章规定应当告知举报人处理结果的，请予告知。'];
};

export const draftPolice: Drafter = (draft) => {
  const { values, context } = draft;
  context.more['rows'] = tabulate(values, draft.events);
  context.more['signs'] = values.showEach('signs').map((sign) => `${sign}。`);
  draft.cite('police_accepts');
  draft.cite('police_where');
  context.demands = [
    '请接受本报案材料，并出具受案回执。',
    values.show('payee') ? '请依法核查上述收款方和相关人员的情况。' : '请依法核查收款方和相关人员的情况。',
  ];
  const left =
    draft.claim && draft.claim.refunded > 0
      ? `，已收到退款${values.sum('refunded')}，尚有${sayLeft(values, draft.claim)}未退`
      : '';
  context.more['loss'] = draft.claim ? `${values.sum('amount')}${left}` : '';
};
