import type { DocumentId } from '../../model/dispute.ts';
import { KamengError } from '../../model/errors.ts';
import { FACTS, factSpec, type FactKey, standingValue } from '../../model/facts.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { draftPublic, draftRescission, draftSettlement, draftWithdrawal } from './closing.ts';
import { draftCollect, draftServiceAddress } from './collect.ts';
import { draftCourt } from './court.ts';
import { draftJoint } from './joint.ts';
import type { Drafter } from './draft.ts';
import { draftIdentity, draftOperator, draftPayment } from './inside.ts';
import { draftEscalate, draftUrge } from './urging.ts';
import { draftPolice, draftReport } from './offices.ts';
import { draftAdminReview } from './admin-review.ts';
import { draftPoliceWriting, draftReconsider, draftReview, draftSupervision } from './police-remedies.ts';
import { matterOf } from '../values/matter.ts';
import { GUARDED } from './relation.ts';
import type { TemplateSettings } from './settings.ts';
import { draftResubmission } from './resubmission.ts';

/** What a document adds to the facts, demands and evidence that all have, where its settings cannot say it. */
export const DRAFTERS: Partial<Record<DocumentId, Drafter>> = {
  platform_operator: draftOperator,
  payment: draftPayment,
  report: draftReport,
  police: draftPolice,
  court: draftCourt,
  public: draftPublic,
  urge: draftUrge,
  escalate: draftEscalate,
  resubmit: draftResubmission,
  identity: draftIdentity,
  rescission: draftRescission,
  settlement: draftSettlement,
  withdrawal: draftWithdrawal,
  joint: draftJoint,
  collect: draftCollect,
  service_address: draftServiceAddress,
  police_writing: draftPoliceWriting,
  police_reconsider: draftReconsider,
  police_review: draftReview,
  supervision: draftSupervision,
  admin_review: draftAdminReview,
};

function known(snapshot: CaseSnapshot, key: FactKey): boolean {
  if (key === 'dispute' && snapshot.dispute) return true;
  return standingValue(snapshot.facts, key) !== undefined;
}

/** The facts without which this document would say nothing to its reader. */
export function requiredFacts(snapshot: CaseSnapshot, settings: TemplateSettings): FactKey[] {
  const required = new Set(settings.required as FactKey[]);
  const matter = matterOf(snapshot);
  // Asked for on a terminal; elsewhere a refund is taken for it, and the letter tells.
  required.delete('demand');
  // What was agreed in a chat, or paid from person to person, has no order; its trade number finds it.
  const noOrder = snapshot.facts.paidBy?.value === 'personal_transfer' || snapshot.facts.site?.value === 'private_chat';
  if (required.has('orderNo') && !known(snapshot, 'orderNo') && noOrder) {
    required.delete('orderNo');
    required.add('tradeNo');
  }
  // A bank's message of a transfer shows no number: whom the money went to finds it as well.
  const fromAccount = ['personal_transfer', 'bank'].includes(snapshot.facts.paidBy?.value ?? '');
  if (fromAccount && required.has('tradeNo') && !known(snapshot, 'tradeNo')) {
    required.delete('tradeNo');
    if (!known(snapshot, 'payeeAccount')) required.add('payee');
  }
  // Nor has it a platform.
  if (snapshot.facts.site?.value === 'private_chat') required.delete('platform');
  const ownShop =
    ['own_site', 'self_operated'].includes(snapshot.facts.site?.value ?? '') || matter.respondent === 'platform';
  if (settings.audience !== 'merchant' && ownShop && known(snapshot, 'platform')) required.delete('merchant');
  if (required.size > 0 && !settings.redacted && snapshot.facts.buyer?.value === 'minor')
    for (const key of GUARDED) required.add(key);
  if (required.has('dispute')) for (const key of matter.requires ?? []) required.add(key);
  return [...required];
}

function sample(key: FactKey): string {
  const spec = factSpec(key);
  if (spec.choices) return spec.choices.length <= 5 ? spec.choices.join('|') : '…';
  return spec.type === 'money' ? '96.50' : spec.type === 'moment' ? '2026-09-01' : '…';
}

/**
 * Stops a document that lacks facts, naming all of them.
 * @throws KamengError FACT_MISSING (or FACT_CONFLICT when values only stand against each other)
 */
export function refuseMissing(snapshot: CaseSnapshot, keys: readonly FactKey[]): void {
  const missing = [...new Set(keys)].filter((key) => !known(snapshot, key));
  if (missing.length === 0) return;
  const conflicts = missing.filter((key) => snapshot.facts[key]?.status === 'conflict');
  const absent = missing.filter((key) => !conflicts.includes(key));
  const named = (list: FactKey[]): string => list.map((key) => `${FACTS[key].label}（${key}）`).join('、');
  const hints =
    absent.length > 0 ? [`补上：kameng facts ${absent.map((key) => `${key}=${sample(key)}`).join(' ')}`] : [];
  for (const key of conflicts) {
    const values = (snapshot.facts[key]?.candidates ?? []).map(
      (one) => `${one.value}（${one.sources.map((source) => `证据${source.exhibit}`).join('、') || '手工填写'}）`,
    );
    if (values.length === 1) {
      hints.push(`${FACTS[key].label}像是${values[0]}，对的话写上：kameng facts ${key}=…`);
      continue;
    }
    hints.push(
      `${FACTS[key].label}有不同的值：${values.join('、')}；选定证据上的一个：kameng facts ${key}=…`,
      `你填的对就写明为什么：kameng facts ${key}=… --against-exhibits "理由"`,
    );
  }
  const parts = [
    absent.length > 0 ? named(absent) : '',
    conflicts.length > 0 ? `${named(conflicts)}还没有定下来` : '',
  ].filter(Boolean);
  const lead = absent.length > 0 ? `还差 ${absent.length} 项` : '还不能写';
  throw new KamengError(absent.length > 0 ? 'FACT_MISSING' : 'FACT_CONFLICT', `${lead}：${parts.join('；')}`, {
    hints,
    about: missing,
  });
}
