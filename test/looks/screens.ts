import { apartChat, apartFailure, apartOrder, apartOther, apartPayment, onKnownSite } from './apart-screens.ts';
import { dealOf, type Deal } from './deal.ts';
import type { Draw } from './draw.ts';
import { moneyOf, parts, timeOf } from './forms.ts';
import { goodsIn } from './frames.ts';
import { playing, type Row } from './layout-parts.ts';
import { listOf, themeOf, widthOf } from './layouts.ts';
import { around, centred, type Context, type Look, plain, STATUS, titleOf } from './pieces.ts';
import { chatLook, failureLook, otherLook } from './screens-told.ts';
import type { Layout, Words } from './words.ts';

export interface LookDispute {
  name: string;
  looks: Look[];
  /** What is true of the dispute; several values where each of them is right. */
  facts: Record<string, string[]>;
  /** What is true as well, and only half to be seen: no fault when it is said, none when it isn't. */
  half?: Record<string, string[]>;
}

/** Of these words those in the tongue of the page: an English page has English titles where a set has any. */
function spokenOn(words: Words, all: readonly string[], layout: Layout): readonly string[] {
  const english = words.tops && layout.startsWith('english') ? all.filter((one) => !/\p{Script=Han}/u.test(one)) : [];
  return english.length > 0 ? english : all;
}

/** Takes a part of what stands above or below, as screens are cropped; never what the truth names. */
function orderLook(context: Context): Look {
  const { draw, words, deal } = context;
  const theme = themeOf(draw);
  const layout = draw.pick(words.layouts);
  const fields: Record<string, string> = {};
  const written: Record<string, string> = {};
  const label = (key: keyof Words['labels']): string => draw.pick(words.labels[key]);
  const rows: Row[] = [];
  const put = (key: keyof Words['labels'], text: string, value = text, fact: string = key): void => {
    rows.push({ label: label(key), value: text, part: key });
    fields[fact] = value;
    written[fact] = text;
  };
  const card = layout !== 'headRow' && draw.chance(0.45);
  put('orderNo', deal.orderNo);
  if (!card) put('product', deal.product);
  const yuan = (deal.fen / 100).toFixed(2);
  put('amount', moneyOf(draw, deal.fen), yuan);
  const shopRow = card && draw.chance(0.6);
  if (!shopRow && draw.chance(0.8)) put('merchant', deal.shop);
  const ordered = timeOf(draw, deal.orderedAt);
  put('orderedAt', ordered.text, ordered.value);
  if (draw.chance(0.5)) {
    const paid = timeOf(draw, deal.paidAt);
    put('paidAt', paid.text, paid.value);
  }
  if (draw.chance(0.4)) put('quantity', '1');
  if (draw.chance(0.5))
    rows.push({ label: label('oldPrice'), value: `¥${((deal.fen + draw.int(1, 20) * 100) / 100).toFixed(2)}` });
  if (deal.account && draw.chance(0.8)) put('account', deal.account);
  if (deal.card && draw.chance(0.7)) put('cardCode', deal.card);
  for (const [name, value] of draw.some(words.others, layout === 'headRow' ? 1 : draw.int(0, 3)))
    rows.push({ label: name, value });
  const shown = layout === 'headRow' ? rows.slice(0, 7) : rows;
  if (layout === 'headRow')
    for (const key of Object.keys(fields))
      if (
        !shown.some(({ value }) => value === fields[key]) &&
        key !== 'amount' &&
        key !== 'orderedAt' &&
        key !== 'paidAt'
      )
        delete fields[key];
  if (layout === 'headRow')
    for (const [i, key] of (['paidAt'] as const).entries())
      if (!shown.some((row) => words.labels[key].includes(row.label)) && i === 0) delete fields[key];

  let top = STATUS(draw);
  const cropped = draw.chance(0.2);
  if (!cropped) {
    const header =
      deal.platform && draw.chance(0.7) ? around(draw.pick(words.headers), deal.platform, 'platform') : undefined;
    if (header) {
      top += titleOf(context, header, theme.size + 4);
      fields['platform'] = deal.platform!;
    } else top += titleOf(context, draw.pick(spokenOn(words, words.orderTitles, layout)), theme.size + 4);
    if (draw.chance(0.6))
      top += plain(draw.pick(spokenOn(words, words.states, layout)), theme.size + draw.int(0, 8), 'font-weight:bold');
    if (draw.chance(0.4)) top += plain(draw.pick(words.banners), theme.size - 4, 'color:#b60');
  }
  if (card) {
    if (shopRow) {
      top += plain(around(draw.pick(['%', '% >', '% ›']), deal.shop, 'merchant'), theme.size);
      fields['merchant'] = deal.shop;
    }
    const [name, price] = [playing('product', deal.product), playing('amount', `¥${yuan}`)];
    top += words.goods
      ? goodsIn(draw.pick(words.goods), { name, price }, theme.size)
      : `<div style="display:flex;margin:20px 30px;font-size:${theme.size}px"><div style="width:150px;height:150px;background:#ddd"></div><div style="margin-left:24px;flex:1"><div>${name}</div><div style="margin-top:24px;color:#e40">${price}</div></div><div style="color:#888;font-size:${theme.size - 4}px">x1</div></div>`;
    fields['product'] = deal.product;
  }
  let bottom = '';
  if (draw.chance(0.5))
    bottom += `<div style="display:flex;justify-content:flex-end;gap:40px;margin:30px;font-size:${theme.size - 2}px">${draw
      .some(words.buttons, draw.int(1, 3))
      .map((one) => `<span style="border:1px solid #aaa;padding:6px 18px;border-radius:20px">${one}</span>`)
      .join('')}</div>`;
  if (deal.platform && draw.chance(0.3)) {
    bottom += centred(around(draw.pick(words.footers), deal.platform, 'platform'), theme.size - 8, 'color:#999');
    fields['platform'] = deal.platform;
  } else if (draw.chance(0.25)) bottom += centred(draw.pick(words.banners), theme.size - 8, 'color:#999');
  if (words.feet && draw.chance(0.5)) bottom += draw.pick(words.feet);
  return {
    name: 'order',
    kind: 'order',
    width: widthOf(layout),
    html: top + listOf(draw.chance(0.5) ? shown : draw.shuffle(shown), layout, theme) + bottom,
    fields,
    written,
  };
}

function paymentLook(context: Context): Look {
  const { draw, words, deal } = context;
  const theme = themeOf(draw);
  const layout = draw.pick(words.layouts.filter((one) => one !== 'headRow'));
  const fields: Record<string, string> = {};
  const label = (key: keyof Words['labels']): string => draw.pick(words.labels[key]);
  const yuan = (deal.fen / 100).toFixed(2);
  const name = draw.pick([deal.shop, deal.shop, deal.company]);
  const rows: Row[] = [];
  const headed = draw.chance(0.65);
  let top = STATUS(draw) + titleOf(context, draw.pick(spokenOn(words, words.voucherTitles, layout)), theme.size + 2);
  const nameAbove = headed && draw.chance(0.5);
  if (headed) {
    if (nameAbove) top += centred(around('%', name, 'payee'), theme.size + 4);
    top += centred(
      around('%', draw.pick([`-${yuan}`, `-¥${yuan}`, `¥${yuan}`]), 'amount'),
      theme.size + 28,
      'font-weight:bold',
    );
    if (draw.chance(0.4)) top += centred(draw.pick(['支付成功', '交易成功']), theme.size - 4);
  } else rows.push({ label: label('amount'), value: moneyOf(draw, deal.fen), part: 'amount' });
  fields['amount'] = yuan;
  if (!nameAbove || draw.chance(0.5)) rows.push({ label: label('payee'), value: name, part: 'payee' });
  fields['merchant'] = name;
  const paid = timeOf(draw, deal.paidAt);
  const written = { paidAt: paid.text };
  rows.push({ label: label('paidAt'), value: paid.text, part: 'paidAt' });
  fields['paidAt'] = paid.value;
  rows.push({ label: label('tradeNo'), value: deal.tradeNo, part: 'tradeNo' });
  fields['tradeNo'] = deal.tradeNo;
  if (draw.chance(0.6)) {
    const own = draw.chance(0.5);
    rows.push({ label: label('merchantOrderNo'), value: own ? deal.orderNo : deal.tillNo, part: 'merchantOrderNo' });
    fields['merchantOrderNo'] = own ? deal.orderNo : deal.tillNo;
  }
  if (draw.chance(0.5)) {
    rows.push({ label: label('product'), value: deal.product, part: 'product' });
    fields['product'] = deal.product;
  }
  if (draw.chance(0.5)) rows.push({ label: label('paidBy'), value: draw.pick(words.wallets), part: 'paidBy' });
  for (const [one, value] of draw.some(words.others, draw.int(0, 2))) rows.push({ label: one, value });
  const html = top + listOf(rows, layout, theme);
  return { name: 'payment', kind: 'payment', width: widthOf(layout), html, fields, written };
}

interface Screens {
  order(context: Context): Look;
  payment(context: Context): Look;
  chat(context: Context): Look;
  failure(context: Context): Look;
  other(context: Context): Look;
}
const ROWS: Screens = {
  order: orderLook,
  payment: paymentLook,
  chat: chatLook,
  failure: failureLook,
  other: otherLook,
};
const WHOLE: Screens = {
  order: apartOrder,
  payment: apartPayment,
  chat: apartChat,
  failure: apartFailure,
  other: apartOther,
};

/** What a page may show of a deal without a word that says what it is: a day without its year, a name beside a face. */
function alsoTrue({ paidAt, platform, shop, product }: Deal, looks: readonly Look[]): Record<string, string[]> {
  const [y, m, d, h, min, s] = parts(paidAt);
  return {
    paidAt: [`${y}-${m}-${d}T${h}:${min}:${s}+08:00`, `${y}-${m}-${d}`],
    merchant: [shop, ...looks.flatMap(({ written }) => written?.['payee'] ?? [])],
    product: [product],
    quantity: ['1'],
    ...(platform ? { platform: [platform] } : {}),
  };
}

/** A dispute of three to five screens with the truth. */
export function disputeOf(draw: Draw, words: Words, name: string): LookDispute {
  const drawn = dealOf(draw, words);
  const deal = words.whole ? onKnownSite(draw, drawn) : drawn;
  const context: Context = { draw, words, deal };
  const screens = words.whole ? WHOLE : ROWS;
  const looks = [
    screens.order(context),
    screens.payment(context),
    draw.chance(0.85) ? screens.chat(context) : screens.failure(context),
  ];
  if (looks[2]!.kind === 'chat' && draw.chance(0.85)) looks.push(screens.failure(context));
  if (draw.chance(0.3)) looks.push(screens.other(context));
  const shops = looks.flatMap((look) => look.fields['merchant'] ?? []);
  const shown = (key: string): string[] => looks.flatMap((look) => look.fields[key] ?? []);
  const facts: Record<string, string[]> = {};
  for (const key of [
    'dispute',
    'platform',
    'product',
    'orderNo',
    'tradeNo',
    'amount',
    'paidAt',
    'cardCode',
    'account',
    'failure',
  ])
    if (shown(key).length > 0) facts[key] = [...new Set(shown(key))];
  if (shops.length > 0) facts['merchant'] = shops.includes(deal.shop) ? [deal.shop] : [...new Set(shops)];
  facts['amount'] = [(deal.fen / 100).toFixed(2)];
  return { name, looks, facts, ...(words.whole ? { half: alsoTrue(deal, looks) } : {}) };
}
