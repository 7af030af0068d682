import { lprInterest } from '../../law/interest.ts';
import type { Channel } from '../../model/dispute.ts';
import { findRule, ruleValue } from '../../law/rules/index.ts';
import { standingValue } from '../../model/facts.ts';
import { parseFen, type Fen } from '../../model/money.ts';
import { addDays, daysBetween, showDay } from '../../model/moment.ts';
import type { Reckoning } from '../../model/origin.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { printable } from './marks.ts';
import { yuan } from './show.ts';

function moneyOf(snapshot: CaseSnapshot, key: 'amount' | 'refunded'): Fen | undefined {
  return parseFen(standingValue(snapshot.facts, key) ?? '');
}

/** How often the buyer talked with them. An answer to a letter that was handed in is no talk of its own. */
export function talksWith({ contacts }: CaseSnapshot, channels: readonly Channel[]): number {
  return contacts.filter(
    ({ channel, letter, step, result, filedOn, sentOn, arrivedOn }) =>
      channels.includes(channel) &&
      ((letter ?? step) === undefined || result === 'none' || (filedOn ?? sentOn ?? arrivedOn) !== undefined),
  ).length;
}

/** Birthday and sex stand in the number of an identity card. @returns undefined for any other number */
export function readIdNo(idNo: string): { born: string; man: boolean } | undefined {
  const id = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dXx]$/.exec(idNo);
  return id ? { born: showDay(`${id[1]}-${id[2]}-${id[3]}`), man: Number(id[4]) % 2 === 1 } : undefined;
}

/** What is added to the price for fraud (PUN-01), in 分. @returns undefined without a price, or a rule on that day */
export function damagesOn(snapshot: CaseSnapshot, on: string): { multiple: Fen; least: Fen; added: Fen } | undefined {
  const price = moneyOf(snapshot, 'amount');
  if (price === undefined || price === 0 || !findRule('PUN-01', on)) return undefined;
  const multiple = ruleValue('PUN-01', 'multiple', on) * price;
  const least = ruleValue('PUN-01', 'minimum', on);
  return { multiple, least, added: Math.max(multiple, least) };
}

/**
 * Counts a value out of the case, as the text of a letter shows it.
 * @returns undefined when the case does not have what it is counted from
 */
export function reckon(reckoning: Reckoning, snapshot: CaseSnapshot): string | undefined {
  switch (reckoning.how) {
    case 'letterNo':
      return String(reckoning.no);
    case 'writtenOn':
    case 'interestFrom':
      return showDay(reckoning.on);
    case 'replyBy':
      return showDay(addDays(reckoning.on, reckoning.days));
    case 'left': {
      const paid = moneyOf(snapshot, 'amount');
      return paid === undefined ? undefined : yuan(Math.max(0, paid - (moneyOf(snapshot, 'refunded') ?? 0)));
    }
    case 'multiple':
    case 'least':
    case 'added': {
      const damages = damagesOn(snapshot, reckoning.on);
      return damages && yuan(damages[reckoning.how]);
    }
    case 'claimed': {
      const [paid, damages] = [moneyOf(snapshot, 'amount'), damagesOn(snapshot, reckoning.on)];
      if (paid === undefined || !damages) return undefined;
      return yuan(Math.max(0, paid - (moneyOf(snapshot, 'refunded') ?? 0)) + damages.added);
    }
    case 'daysSince': {
      const filedOn = snapshot.contacts.find((contact) => contact.no === reckoning.contact)?.filedOn;
      return filedOn === undefined ? undefined : String(daysBetween(filedOn, reckoning.on));
    }
    case 'setBy': {
      const by = snapshot.letters.find((letter) => letter.no === reckoning.letter)?.replyBy;
      return by === undefined ? undefined : showDay(by);
    }
    case 'talks':
      return String(talksWith(snapshot, reckoning.channels));
    case 'born':
      return readIdNo(standingValue(snapshot.facts, 'buyerIdNo') ?? '')?.born;
    case 'interest':
    case 'interestTo': {
      const paid = moneyOf(snapshot, 'amount');
      const left = paid === undefined ? undefined : Math.max(0, paid - (moneyOf(snapshot, 'refunded') ?? 0));
      const found = left === undefined ? undefined : lprInterest(left, reckoning.from, reckoning.on);
      return found && (reckoning.how === 'interest' ? yuan(found.fen) : showDay(found.through));
    }
    case 'payWithin':
      return '三日内';
    case 'copies':
      return `${reckoning.defendants}份`;
    case 'listed':
      return printable(reckoning.value);
    case 'listedCount':
      return String(reckoning.n);
    case 'listedTotal':
      return yuan(reckoning.amounts.reduce((sum, one) => sum + (parseFen(one) ?? 0), 0));
  }
}

/** How a value was counted, for people: `写信日起 7 日`. */
export function explainReckoning(reckoning: Reckoning): string {
  switch (reckoning.how) {
    case 'letterNo':
      return '文书编号';
    case 'writtenOn':
      return '写信日';
    case 'interestFrom':
      return '利息起算日';
    case 'replyBy':
      return `写信日起${reckoning.days}日`;
    case 'left':
      return '实付减已退';
    case 'multiple':
      return '价款的倍数';
    case 'least':
      return '增加赔偿的最低数额';
    case 'added':
      return '增加赔偿的数额';
    case 'claimed':
      return '未退货款加增加赔偿';
    case 'daysSince':
      return `联系${reckoning.contact}提交之日至${showDay(reckoning.on)}`;
    case 'setBy':
      return `第${reckoning.letter}号文书定的日期`;
    case 'talks':
      return '与商家、平台联系的次数';
    case 'born':
      return '证件号码';
    case 'interest':
      return '按各期利率分段计算';
    case 'interestTo':
      return '利率表里有数据的最后一日，或写信日';
    case 'payWithin':
      return '通知里定的付款期限';
    case 'copies':
      return '被告人数';
    case 'listed':
      return `名单第${reckoning.row}人`;
    case 'listedCount':
      return '名单的人数';
    case 'listedTotal':
      return '各投诉人实付金额之和';
  }
}
