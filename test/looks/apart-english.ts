import { listed } from './sealed-labels.ts';
import type { Trouble } from './words.ts';

/** What is said in a live chat abroad, in the set `apart`. */
export const APART_ENGLISH: {
  greetings: readonly string[];
  complaints: Record<Trouble, readonly string[]>;
  answers: readonly string[];
  promises: readonly string[];
} = {
  greetings: listed(`
    Hello, anyone there?
    Hi, I need some help with my order
    Hey
    Good evening`),
  complaints: {
    card_invalid: listed(`
      The key you sent me is already used
      My code does not work, it says invalid code
      I tried to redeem the gift card but it was already redeemed
      The activation key is invalid`),
    not_delivered: listed(`
      I paid two days ago and still have not received anything
      Where is my code? Nothing was delivered
      I never got the key by email
      The top-up has not arrived in my account`),
    account_banned: listed(`
      The account I bought from you got banned
      My account was suspended one day after your top-up
      The account is permanently banned, I can not log in
      It says the account has been disabled`),
    not_as_described: listed(`
      This is not what you described, I ordered the full version
      The key is for another region, I can not use it here
      You sent a one month plan but I bought a year
      The account has none of the skins from the listing`),
  },
  answers: listed(`
    Could you send me your order number please?
    Let me check that for you
    Please try it again in another browser
    Digital goods are non refundable
    Can you share a screenshot?
    Thank you for your patience`),
  promises: listed(`
    We will send you a new key within 24 hours
    You will get your money back within 3 business days
    I will refund you by tomorrow`),
};
