import { showMoment, type Moment } from '../../model/moment.ts';
import type { SealOutcome } from '../../seal/judge.ts';
import { shortHead } from './anchor.ts';
import type { CheckedSeal } from './seal-case.ts';

/** What an outcome means, for the buyer. */
export const OUTCOME_WORDS: Readonly<Record<SealOutcome, string>> = {
  valid: '有效：时间戳机构确认，这一刻之前案卷已经是这样',
  expired_since: '有效：签发时证书在有效期内，之后证书到期了，时间戳不受影响',
  wrong_imprint: '不是给这个案卷的：时间戳盖在别的内容上',
  wrong_nonce: '不是对这次请求的回复：随机数对不上',
  untrusted: '签名是对的，但不认识签发的机构；拿到它的根证书后再核对：--trust 根证书.pem',
  bad_signature: '签名不对：回复被改动过，或者签发者无权签时间戳',
  refused: '机构没有盖时间戳',
  uncheckable: '这里核对不了它的算法（如国密 SM2、SM3），请机构提供的工具核对；回复已存进案卷',
};

/** Does it say that the case existed? */
export const isStanding = (outcome: SealOutcome): boolean => outcome === 'valid' || outcome === 'expired_since';

/** A timestamp in one sentence: which head it stands for, and what its replies are worth. */
export function sealLine({ no, head, replies }: CheckedSeal): string {
  const said = replies.map(({ outcome, at }) => `${at ? `${showMoment(at)} ` : ''}${OUTCOME_WORDS[outcome]}`);
  return `时间戳 ${no}（${shortHead(head)}）：${said.length > 0 ? said.join('；') : '还没有回复'}`;
}

/** Which heads existed by which moment, by the timestamps that stand. */
export const standingSeals = (seals: readonly CheckedSeal[]): { seq: number; at: Moment; signer: string }[] =>
  seals.flatMap(({ head, replies }) =>
    replies.flatMap(({ outcome, at, signer = '' }) =>
      isStanding(outcome) && at ? [{ seq: head.seq, at, signer }] : [],
    ),
  );

/** What there is where no timestamp stands: none, one that cannot be judged here, or none that is worth anything. */
export function unsealedWords(seals: readonly CheckedSeal[]): string {
  const outcomes = seals.flatMap(({ replies }) => replies.map(({ outcome }) => outcome));
  if (outcomes.length === 0) return '没有第三方的时间戳';
  if (outcomes.includes('untrusted')) return '有时间戳，但这里不认识签发的机构';
  if (outcomes.includes('uncheckable')) return '有时间戳，但这里核对不了它的算法';
  return '没有有效的第三方时间戳';
}

/** By when the case existed, for a paper: what the timestamps that stand say, or why nothing does. */
export function existedWords(seals: readonly CheckedSeal[]): string[] {
  const standing = standingSeals(seals);
  if (standing.length === 0) return [`${unsealedWords(seals)}：不能说明案卷在哪一天已经存在。`];
  return standing.map(
    ({ seq, at, signer }) =>
      `能说明：案卷第 ${seq} 条及以前的记录在 ${showMoment(at)} 已经存在（时间戳由 ${signer} 签发）。`,
  );
}
