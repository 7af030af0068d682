import { describe, expect, it } from 'vitest';
import { labelRow } from '../../src/reading/page/labels/labels.ts';
import { readMoment } from '../../src/reading/page/values/moment.ts';
import { readFields, screen, SIZE } from './lines.ts';

describe('English labels put together from their parts', () => {
  it.each([
    ['Your order number', 'orderNo'],
    ['Purchase ref.', 'orderNo'],
    ['Booking reference', 'orderNo'],
    ["Seller's order no.", 'merchantOrderNo'],
    ['Merchant reference', 'merchantOrderNo'],
    ['Wallet transaction no.', 'tradeNo'],
    ['Payment reference', 'tradeNo'],
    ['Date of payment', 'paidAt'],
    ['Paid on', 'paidAt'],
    ['Transaction date & time', 'paidAt'],
    ['When you paid', 'paidAt'],
    ['Purchased on', 'orderedAt'],
    ['Date & time of order', 'orderedAt'],
    ['Order placed at', 'orderedAt'],
    ['Order creation time', 'orderedAt'],
    ['Total charged', 'amount'],
    ['You paid', 'amount'],
    ['Order grand total', 'amount'],
    ['Final price', 'amount'],
    ['Amount refunded', 'refunded'],
    ['Fulfilled by', 'merchant'],
    ['Seller nickname', 'merchant'],
    ['Shop name', 'merchant'],
    ['Beneficiary name', 'payee'],
    ['Item description', 'product'],
    ['What you bought', 'product'],
    ['Name of the item', 'product'],
    ['No. of copies', 'quantity'],
    ['Order qty', 'quantity'],
    ['Your gift card code', 'cardCode'],
    ['Software license key', 'cardCode'],
    ['Top-up account', 'account'],
    ['Game UID', 'account'],
    ['In-game character name', 'account'],
    ['Recharge to', 'account'],
    ['Method of payment', 'paidBy'],
    ['Paid using', 'paidBy'],
    ['Mobile no.', 'contactPhone'],
    ['Failure reason', 'failure'],
    // Not this, but what is easily taken for it.
    ['Order subtotal', 'none'],
    ['List price', 'none'],
    ['You saved', 'none'],
    ['Coupon applied', 'none'],
    ['Delivery date', 'none'],
    ['Code valid until', 'none'],
    ['Payment status', 'none'],
    ['Points earned', 'none'],
    ['Seller rating', 'none'],
    ['Store credit used', 'none'],
  ])('%s is of %s', (label, means) => expect(labelRow(label)?.means).toBe(means));

  it.each([
    'Thank you',
    'Order',
    'Please wait',
    'Gift',
    'Your account was charged twice',
    'Play now',
    'Game Pass',
    'of',
  ])('%s is none', (words) => expect(labelRow(words)).toBeUndefined());
});

describe('days with the English names of months', () => {
  const read = (text: string): string | undefined => readMoment({ text, scores: [], cells: [] })?.value;

  it.each([
    ['Nov 3, 2026, 12:41 PM', '2026-11-03T12:41+08:00'],
    ['November 3, 2026 at 9:05 PM', '2026-11-03T21:05+08:00'],
    ['Sept. 14th 2026 00:07:09', '2026-09-14T00:07:09+08:00'],
    ['3 May 2026', '2026-05-03'],
    ['Tue, 24 Feb 2026 18:30', '2026-02-24T18:30+08:00'],
    ['24-Feb-2026', '2026-02-24'],
    ['Jun1,2026 8:15AM', '2026-06-01T08:15+08:00'],
    ['Aug 8, 2026 20:00 (UTC+8)', '2026-08-08T20:00+08:00'],
  ])('%s', (text, moment) => expect(read(text)).toBe(moment));

  it.each([
    'Feb 30, 2026',
    'Marvel 3, 2026',
    'Aug 8, 2026 20:00 PST',
    '2026-08-08 20:00 (UTC)',
    '03/11/2026',
    'May 2026',
  ])('%s tells no time in China', (text) => expect(read(text)).toBeUndefined());
});

// The second reader gave the number without its sign, and dollars stood as yuan.
it.each(['US$52.10', '$52.10', 'USD 52.10', '52.10 USD', 'HK$410.00', '€12.50', '£9.99', '52.10美元', '410.00 港币'])(
  'takes %s for no sum in yuan',
  (sum) => {
    const page = [
      'Order details',
      'Order number | 88120039447001',
      'Item | Steam Wallet Code',
      `Total charged | ${sum}`,
    ];
    expect(readFields(screen(page), 'order', SIZE).map(({ key }) => key)).not.toContain('amount');
  },
);
