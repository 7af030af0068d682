import type { WholePages } from './apart-names.ts';
import type { Chat, FailureForm, Goods, Top } from './frames.ts';
import type { FreshLayout } from './layouts-fresh.ts';
import type { SealedLayout } from './layouts-sealed.ts';
import type { UnseenLayout } from './layouts-unseen.ts';
import type { WideSetLayout } from './layouts-wide.ts';
import type { VeiledLayout } from './veiled-layouts.ts';

/** The kinds of dispute that screens are drawn of. */
export type Trouble = 'card_invalid' | 'not_delivered' | 'account_banned' | 'not_as_described';

/**
 * Layouts that nobody wrote down: put together by chance of where a value stands, what marks a label, what stands
 * between and behind. The number says which one; those that are `held` have choices that the others never make.
 */
export type MadeLayout = `made:${number}` | `held:${number}`;

export type Layout =
  | FreshLayout
  | MadeLayout
  | SealedLayout
  | UnseenLayout
  | VeiledLayout
  | WideSetLayout
  | 'spread'
  | 'colon'
  | 'bordered'
  | 'stacked'
  | 'bracket'
  | 'pairs'
  | 'headRow'
  | 'bracketRun'
  | 'columns'
  | 'tiles'
  | 'grid'
  | 'tight'
  | 'fixed'
  | 'leader'
  | 'dash'
  | 'pipe'
  | 'numbered'
  | 'arrow'
  | 'underlined'
  | 'threes'
  | 'ledger'
  | 'copied'
  | 'narrow'
  | 'twoInLine'
  | 'equals'
  | 'indented'
  | 'boxed'
  | 'valueFirst'
  | 'quoted'
  | 'striped'
  | 'receipt';

/**
 * What a set of screens is drawn from. Two sets share no word, label or layout:
 * rules are written with one and measured with the other.
 */
export interface Words {
  layouts: readonly Layout[];
  /** Pages drawn as a whole, where a set has such and no layouts. */
  whole?: WholePages;
  /** How pages are titled, chats, failures and goods drawn, where a set has its own ways; else all look alike. */
  tops?: readonly Top[];
  chats?: readonly Chat[];
  failureForms?: readonly FailureForm[];
  goods?: readonly Goods[];
  /** What stands below some orders, whole, where a set has such. */
  feet?: readonly string[];
  labels: Record<
    | 'orderNo'
    | 'product'
    | 'amount'
    | 'merchant'
    | 'orderedAt'
    | 'paidAt'
    | 'tradeNo'
    | 'merchantOrderNo'
    | 'payee'
    | 'quantity'
    | 'account'
    | 'cardCode'
    | 'paidBy'
    | 'oldPrice',
    readonly string[]
  >;
  /** Labels that give no fact, with what stands beside them. */
  others: readonly (readonly [string, string])[];
  shops: { first: readonly string[]; second: readonly string[] };
  companies: readonly string[];
  platforms: readonly string[];
  products: readonly string[];
  /** Names of pages, states, notices, buttons, tabs. */
  orderTitles: readonly string[];
  states: readonly string[];
  banners: readonly string[];
  buttons: readonly string[];
  voucherTitles: readonly string[];
  /** Where a page says whose it is; `%` stands for the platform. */
  headers: readonly string[];
  footers: readonly string[];
  failures: Record<Trouble, readonly string[]>;
  dialogTitles: readonly string[];
  dialogButtons: readonly string[];
  /** What a failed login says; no account was banned. */
  loginFailures: readonly string[];
  failurePages: readonly string[];
  greetings: readonly string[];
  /** What only a shop says first, where a set tells the two apart. */
  hostGreetings?: readonly string[];
  complaints: Record<Trouble, readonly string[]>;
  answers: readonly string[];
  promises: readonly string[];
  system: readonly string[];
  chatExtras: readonly string[];
  wallets: readonly string[];
}
