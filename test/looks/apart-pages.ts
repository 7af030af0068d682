import { BILLS } from './apart-bills.ts';
import { CARD_SHOPS, TRADES } from './apart-card-shops.ts';
import type { ApartBill, ApartOrder } from './apart-names.ts';
import { MALLS } from './apart-malls.ts';
import type { Page } from './apart-page.ts';
import { WEB } from './apart-web.ts';

/** All pages of the set `apart` on which something was bought or paid. */
const ORDERS: Record<ApartOrder, (page: Page) => string> = { ...MALLS, ...CARD_SHOPS, ...TRADES, ...WEB };
/** Pages as a screen shows them; the others are a phone's. */
const WIDE: Partial<Record<ApartOrder | ApartBill, number>> = {
  cardShopTable: 1240,
  cardShopPanel: 1000,
  gameCoins: 1080,
  mallWeb: 1080,
  bankSlip: 1000,
};
export const widthOfPage = (name: ApartOrder | ApartBill): number => WIDE[name] ?? 720;

/** Pages that have a head of their own, or are no page of an app. */
const HEADED = new Set<ApartOrder | ApartBill>([
  'cardShopQuery',
  'cardShopPaid',
  'cardShopTable',
  'cardShopPanel',
  'gameCoins',
  'mallWeb',
  'keyMail',
  'keyMailEnglish',
  'storeEnglish',
  'bankMessages',
  'payNotice',
  'justPaid',
  'bankSlip',
]);
export const isHeaded = (name: ApartOrder | ApartBill): boolean => HEADED.has(name);
const MAILS = new Set<ApartOrder>(['keyMail', 'keyMailEnglish']);
/** A mail that brings an order is as much the one as the other. */
export const kindOfOrder = (name: ApartOrder): string => (MAILS.has(name) ? '' : 'order');

export const orderPage = (name: ApartOrder, page: Page): string => ORDERS[name](page);
export const billPage = (name: ApartBill, page: Page): string => BILLS[name](page);
