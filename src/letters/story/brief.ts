import { type LetterLength } from '../../model/letter.ts';
import { letterTime, yuan } from '../values/context-values.ts';
import { type Draft } from '../documents/draft.ts';
import { showPlain } from '../template/marks.ts';
import { nameDemand } from './demands.ts';
import { unstopped } from './story.ts';

/** Characters that fit into the text box of a form, punctuation counted. */
const LIMITS: Record<Exclude<LetterLength, 'full'>, number> = { short: 200, medium: 500 };

const clip = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/**
 * The complaint in few characters: who sold what for how much under which number,
 * what is wrong, what was answered, what is wanted. Less important sentences go
 * first when it does not fit; names are cut before numbers ever are.
 */
export function writeBrief(draft: Draft, length: Exclude<LetterLength, 'full'>): string {
  const { values, events, trouble, purchase, context } = draft;
  const most = LIMITS[length];
  const say = (key: Parameters<typeof values.show>[0], room: number): string =>
    clip(showPlain(values.show(key) ?? ''), room);
  const bare = (text: string): string => showPlain(text).replace(/（证据[\d、证据]+）/g, '');
  const sentence = (event: (typeof events)[number]): string =>
    bare(`${event.at ? `${letterTime(event.at)}，` : ''}${event.what('')}`);
  for (const room of length === 'short' ? [24, 16, 10] : [80, 40, 20]) {
    const order = values.show('orderNo')
      ? `，订单号${showPlain(values.show('orderNo')!)}`
      : values.show('tradeNo')
        ? `，交易单号${showPlain(values.show('tradeNo')!)}`
        : '';
    const seller =
      length === 'medium' && values.show('platform') && values.show('merchant') ? `向“${say('merchant', room)}”` : '';
    const opening = `${values.show('paidAt') ? `${values.show('paidAt')}，` : ''}本人在“${say('platform', room) || say('merchant', room)}”${seller}购买“${say('product', room)}”，实付${values.show('amount') ?? ''}${order}。`;
    const wrong = trouble
      ? bare(trouble.what('')).replace(/“([^”]*)”/g, (_, words: string) => `“${clip(words, room * 2)}”`)
      : '';
    const wanted = `请求${unstopped(bare(nameDemand(values, draft.claim, values.demand ?? 'refund', false))).replace(/“([^”]*)”/g, (_, words: string) => `“${clip(words, room)}”`)}。`;
    const still = bare(context.outcome.join(''));
    // Without the promise before it, that it ran out says nothing.
    const alone = still.replace(/(?:对方|贵方)承诺的期限已过，/, '');
    const later = events.filter((event) => event !== purchase && event !== trouble).map(sentence);
    let text = '';
    // From the fullest telling down: the newest answers stay longest.
    for (let drop = 0; drop <= later.length + 1; drop++) {
      const middle = drop > later.length ? '' : `${later.slice(drop).join('')}${drop === 0 ? still : alone}`;
      text = `${opening}${wrong}${middle}${wanted}`;
      if (text.length <= most) return text;
    }
  }
  const amount = draft.claim ? yuan(draft.claim.paid) : '';
  return clip(
    `${values.show('paidAt') ?? ''}购买商品实付${amount}，订单号${showPlain(values.show('orderNo') ?? '')}。请求${bare(nameDemand(values, draft.claim, 'refund', false))}。`,
    most,
  );
}
