import type { ChatMessage } from '../../../model/reading.ts';
import { isFreeMail, type Writer } from '../../page/mail/writer.ts';
import { isShop } from '../chat/sides.ts';

/** Mailboxes that are no person's. */
const OF_SHOP = new RegExp(
  `^(?:${[
    'support|help|help-?desk|services?|cs|care|contact|info|hello|customer[\\w.-]*',
    'sales|orders?|billing|refunds?|returns?|payments?|receipts?|invoices?|accounts?',
    'no-?_?reply|do-?not-?reply|notifications?|news|newsletter|mailer|system',
    'kefu|shouhou|fuwu|admin|team|store|shop',
  ].join('|')})(?:[+.\\-_\\d].*)?@`,
  'i',
);
const SHOP_WORDS = /\b(?:support|help|customer|team|store|shop|service|sales|billing|official|no-?reply)\b/i;

/** Is this a shop's mailbox, by its own name or the name before it? */
export const isShopMail = ({ name, address }: Writer): boolean =>
  OF_SHOP.test(address) || isShop(name) || SHOP_WORDS.test(name);
export interface Letters {
  from: Writer;
  to: readonly Writer[];
  /** A program wrote it, or it went to many. */
  automatic: boolean;
}

/** Whose letter is it: the shop's, the buyer's, or nobody can tell? */
export function sideOfLetter({ from, to, automatic }: Letters): ChatMessage['side'] {
  if (automatic || isShopMail(from)) return 'other';
  const toShop = to.some((one) => isShopMail(one) || (one.address !== '' && !isFreeMail(one)));
  if (isFreeMail(from)) return toShop ? 'buyer' : 'unknown';
  return from.address !== '' && to.length > 0 && to.every(isFreeMail) ? 'other' : 'unknown';
}

/** Whose a letter within is: by who is named in it, else by whom it is answered. */
export function sideWithin(who: Writer, outer: ChatMessage['side'], { from, to }: Letters): ChatMessage['side'] {
  const same = (one: Writer): boolean =>
    who.address === '' ? who.name !== '' && who.name === one.name : who.address === one.address;
  const opposite = outer === 'other' ? 'buyer' : outer === 'buyer' ? 'other' : 'unknown';
  if (isShopMail(who)) return 'other';
  if (same(from) && !to.some(same)) return outer;
  if (to.some(same) && !same(from)) return opposite;
  if (who.address === '') return opposite;
  return isFreeMail(who) ? opposite : 'other';
}
