import type { LetterLength } from '../../model/letter.ts';
import { clipMarked, lengthOf, POINTERS, PROOFS, unstopped } from '../values/marks.ts';
import { nameDemand } from '../story/demands.ts';
import type { StoryEvent } from '../story/event.ts';
import type { Draft } from './draft.ts';
import { sayMinor } from './relation.ts';

/** Characters that fit into the text box of a form, punctuation counted. */
const LIMITS: Record<Exclude<LetterLength, 'full'>, number> = { short: 200, medium: 500 };

/** Clips what stands in quotation marks; two values never stand in one pair. */
const clipQuotes = (text: string, room: number): string =>
  text.replace(/“([^”]*)”/g, (_, words: string) => `“${clipMarked(words, room)}”`);
const bare = (text: string): string => text.replace(POINTERS, '').replace(PROOFS, '');

/**
 * The complaint in few characters: who sold what for how much under which number,
 * what is wrong, what was answered, what is wanted. Less important sentences go
 * first when it does not fit; names are cut before numbers ever are.
 * @returns marked text
 */
export function writeBrief(draft: Draft, length: Exclude<LetterLength, 'full'>): string {
  const { values, events, trouble, purchase, context } = draft;
  const most = LIMITS[length];
  const say = (key: Parameters<typeof values.show>[0], room: number): string =>
    clipMarked(values.show(key) ?? '', room);
  const sentence = (event: StoryEvent): string => bare(`${event.when ? `${event.when}，` : ''}${event.what('')}`);
  for (const room of length === 'short' ? [24, 16, 10] : [80, 40, 20]) {
    const order = values.show('orderNo')
      ? `，订单号${values.show('orderNo')}`
      : values.show('tradeNo')
        ? `，交易单号${values.show('tradeNo')}`
        : '';
    // Who is written to is no third person.
    const written = values.voice.merchant === '贵方';
    const named = length === 'medium' && values.show('merchant') ? `向“${say('merchant', room)}”` : '';
    const seller = values.show('platform') ? (written ? `向${values.voice.merchant}` : named) : '';
    const opening = `${values.show('paidAt') ? `${values.show('paidAt')}，` : ''}${values.voice.buyer ?? values.voice.self}在“${say('platform', room) || say('merchant', room)}”${seller}购买“${say('product', room)}”，实付${values.show('amount') ?? ''}${order}。${sayMinor(values)}`;
    const told = trouble ? clipQuotes(bare(trouble.what('')), room * 2) : '';
    // That there is a film as well says nothing to whom it is not shown.
    const wrong = length === 'short' ? told.replace(/另有[^。]*。/u, '') : told;
    const demand = nameDemand(values, draft.claim, values.demand, false);
    // What is pasted into the chat sets the same day as the letter, which waits for it.
    const by = context.demands.some((one) => one.includes(context.deadline)) ? `请于${context.deadline}前` : '请求';
    const wanted = `${by}${clipQuotes(unstopped(bare(demand)), room)}。`;
    const still = bare(context.outcome.join(''));
    // Without the promise before it, that it ran out says nothing; where room is short, its day says it.
    const alone = still.replace(/(?:对方|贵方)承诺的期限已过，/, '');
    const later = events.filter((event) => event !== purchase && event !== trouble);
    // From the fullest telling down: a promise that ran out stays longest, then the newest answers.
    const weighs = (event: StoryEvent): number => Number(still !== alone && event.promise === true);
    const leaving = later.toSorted((a, b) => weighs(a) - weighs(b));
    for (let drop = 0; drop <= later.length + 1; drop++) {
      const kept = later.filter((event) => leaving.indexOf(event) >= drop);
      const ending = length === 'medium' && kept.some(({ promise }) => promise) ? still : alone;
      const middle = drop > later.length ? '' : `${kept.map(sentence).join('')}${ending}`;
      const text = `${opening}${wrong}${middle}${wanted}`;
      if (lengthOf(text) <= most) return text;
    }
  }
  const amount = draft.claim ? values.sum('amount') : '';
  return clipMarked(
    `${values.show('paidAt') ?? ''}购买商品实付${amount}，订单号${values.show('orderNo') ?? ''}。请求${bare(nameDemand(values, draft.claim, 'refund', false))}。`,
    most,
  );
}
