/** The names of all that the set `apart` draws: pages on which something was bought or paid, tops, chats, pages that say no. */
export const APART_ORDERS = [
  'mallDetail',
  'groupDetail',
  'expressMall',
  'videoMall',
  'miniShop',
  'secondHandSold',
  'couponOrder',
  'membership',
  'cardShopQuery',
  'cardShopPaid',
  'cardShopTable',
  'cardShopPanel',
  'gameAccount',
  'gameCoins',
  'topUp',
  'playForMe',
  'mallWeb',
  'keyMail',
  'keyMailEnglish',
  'storeEnglish',
] as const;
export type ApartOrder = (typeof APART_ORDERS)[number];
export const APART_BILLS = [
  'greenBill',
  'blueBill',
  'bankDetail',
  'bankMessages',
  'justPaid',
  'payNotice',
  'transferBill',
  'bankSlip',
  'unionBill',
] as const;
export type ApartBill = (typeof APART_BILLS)[number];
export const APART_TOPS = [
  'plainBack',
  'capsuleLeft',
  'searchBar',
  'closeAndTitle',
  'pageTabs',
  'colourHead',
  'bare',
] as const;
export type ApartTop = (typeof APART_TOPS)[number];
export const APART_CHATS = [
  'platformTalk',
  'greenTalk',
  'blueTalk',
  'groupTalk',
  'robotTalk',
  'deskTalk',
  'secondTalk',
  'tradeRoom',
] as const;
export type ApartChat = (typeof APART_CHATS)[number];
export const APART_FAILURES = [
  'overGame',
  'toastOver',
  'redLine',
  'chargeRecord',
  'emptyBag',
  'punished',
  'errorPage',
  'wizard',
  'memberCentre',
  'sheetBelow',
] as const;
export type ApartFailure = (typeof APART_FAILURES)[number];

/** Of what a set is drawn that has whole pages and puts no rows into layouts. */
export interface WholePages {
  orders: readonly ApartOrder[];
  bills: readonly ApartBill[];
  tops: readonly ApartTop[];
  chats: readonly ApartChat[];
  failures: readonly ApartFailure[];
}
