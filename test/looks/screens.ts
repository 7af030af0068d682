import type { Draw } from './draw.ts';
import { moneyOf, pad, parts, timeOf } from './forms.ts';
import { esc, playing, type Row } from './layout-parts.ts';
import { listOf, themeOf, widthOf } from './layouts.ts';
import type { Trouble, Words } from './words.ts';

/** A drawn screen and what a careful person reads off it. */
export interface Look {
  name: string;
  kind: string;
  width: number;
  html: string;
  /** By fact key, in the form that facts carry; only what stands on the screen. */
  fields: Record<string, string>;
  /** The same as it is written on the screen, where that is another form. */
  written?: Record<string, string>;
}

export interface LookDispute {
  name: string;
  looks: Look[];
  /** What is true of the dispute; several values where each of them is right. */
  facts: Record<string, string[]>;
  /** What is true as well, and only half to be seen: no fault when it is said, none when it isn't. */
  half?: Record<string, string[]>;
}

interface Deal {
  trouble: Trouble;
  platform?: string;
  shop: string;
  company: string;
  product: string;
  fen: number;
  orderNo: string;
  tillNo: string;
  tradeNo: string;
  orderedAt: Date;
  paidAt: Date;
  card?: string;
  account?: string;
  failure: string;
}

const LETTERS = 'ACDEFGHJKLMNPQRTUVWXY34679';

function dealOf(draw: Draw, words: Words): Deal {
  const paidAt = new Date(
    Date.UTC(2026, draw.int(7, 10), draw.int(1, 26), draw.int(8, 22), draw.int(0, 55), draw.int(1, 59)),
  );
  const orderedAt = new Date(paidAt.getTime() - draw.int(8, 80) * 1000);
  const [y, m, d, h, min, s] = parts(orderedAt);
  const orderNo = draw.pick([
    () => `${y}${m}${d}${h}${min}${s}${draw.digits(draw.int(4, 8))}`,
    () => draw.digits(draw.int(14, 19)),
    () => `${draw.code('DSKXT', 2)}${y}${m}${d}${draw.digits(8)}`,
    () => `${draw.code('ADSNXW', 2)}-${y}${m}${d}-${draw.digits(6)}`,
  ])();
  const trouble = draw.pick(['card_invalid', 'not_delivered', 'account_banned', 'not_as_described'] as const);
  return {
    trouble,
    ...(draw.chance(0.7) ? { platform: draw.pick(words.platforms) } : {}),
    shop: draw.pick(words.shops.first) + draw.pick(words.shops.second),
    company: draw.pick(words.companies),
    product: draw.pick(words.products),
    fen: draw.chance(0.4) ? draw.int(5, 300) * 100 : draw.int(800, 138000),
    orderNo,
    tillNo: `T${draw.digits(3)}P${draw.digits(18)}`,
    tradeNo: draw.chance(0.5)
      ? `4200002${draw.digits(3)}${y}${m}${d}${draw.digits(10)}`
      : `${y}${m}${d}2200149${draw.digits(13)}`,
    orderedAt,
    paidAt,
    ...(trouble === 'card_invalid' || trouble === 'not_as_described'
      ? {
          card: draw.chance(0.6)
            ? [4, 4, 4, 4].map((n) => draw.code(LETTERS, n)).join('-')
            : draw.code(LETTERS, 15) + '7',
        }
      : { account: draw.chance(0.5) ? draw.digits(9) : `${draw.code('abcdefghkmnpqrstuvwxyz', 5)}${draw.digits(4)}` }),
    failure: draw.pick(words.failures[trouble]),
  };
}

/** Words to be drawn as they are, or as HTML that is ready. */
type Drawn = string | { html: string };
const htmlOfWords = (words: Drawn): string => (typeof words === 'string' ? esc(words) : words.html);
const centred = (words: Drawn, size: number, css = ''): string =>
  `<div style="text-align:center;font-size:${size}px;margin:22px 0;${css}">${htmlOfWords(words)}</div>`;
const plain = (words: Drawn, size: number, css = ''): string =>
  `<div style="font-size:${size}px;margin:18px 30px;${css}">${htmlOfWords(words)}</div>`;
/** Words around a name, as `% 版权所有`. */
const around = (pattern: string, name: string, part: string): { html: string } => ({
  html: pattern.split('%').map(esc).join(playing(part, name)),
});

const STATUS = (draw: Draw): string =>
  draw.chance(0.6)
    ? `<div style="display:flex;justify-content:space-between;font-size:22px;padding:12px 30px"><span>${pad(draw.int(7, 23))}:${pad(draw.int(0, 59))}</span><span>${draw.pick(['5G 87%', '4G 62%', 'WLAN 45%'])}</span></div>`
    : '';

interface Context {
  draw: Draw;
  words: Words;
  deal: Deal;
}

/** Takes a part of what stands above or below, as screens are cropped; never what the truth names. */
function orderLook({ draw, words, deal }: Context): Look {
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
      top += centred(header, theme.size + 4);
      fields['platform'] = deal.platform!;
    } else top += centred(draw.pick(words.orderTitles), theme.size + 4);
    if (draw.chance(0.6)) top += plain(draw.pick(words.states), theme.size + draw.int(0, 8), 'font-weight:bold');
    if (draw.chance(0.4)) top += plain(draw.pick(words.banners), theme.size - 4, 'color:#b60');
  }
  if (card) {
    if (shopRow) {
      top += plain(around(draw.pick(['%', '% >', '% ›']), deal.shop, 'merchant'), theme.size);
      fields['merchant'] = deal.shop;
    }
    top += `<div style="display:flex;margin:20px 30px;font-size:${theme.size}px"><div style="width:150px;height:150px;background:#ddd"></div><div style="margin-left:24px;flex:1"><div>${playing('product', deal.product)}</div><div style="margin-top:24px;color:#e40">${playing('amount', `¥${yuan}`)}</div></div><div style="color:#888;font-size:${theme.size - 4}px">x1</div></div>`;
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
  return {
    name: 'order',
    kind: 'order',
    width: widthOf(layout),
    html: top + listOf(draw.chance(0.5) ? shown : draw.shuffle(shown), layout, theme) + bottom,
    fields,
    written,
  };
}

function paymentLook({ draw, words, deal }: Context): Look {
  const theme = themeOf(draw);
  const layout = draw.pick(words.layouts.filter((one) => one !== 'headRow'));
  const fields: Record<string, string> = {};
  const label = (key: keyof Words['labels']): string => draw.pick(words.labels[key]);
  const yuan = (deal.fen / 100).toFixed(2);
  const name = draw.pick([deal.shop, deal.shop, deal.company]);
  const rows: Row[] = [];
  const headed = draw.chance(0.65);
  let top = STATUS(draw) + centred(draw.pick(words.voucherTitles), theme.size + 2);
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

export function bubble(side: 'other' | 'buyer', words: Drawn, size: number): string {
  const face = '<div style="width:72px;height:72px;background:#bbb;flex:none"></div>';
  const box = `<div style="max-width:460px;padding:16px 20px;margin:0 20px;background:${side === 'buyer' ? '#9e6' : '#fff'};font-size:${size}px">${htmlOfWords(words)}</div>`;
  return `<div style="display:flex;margin:24px 20px;${side === 'buyer' ? 'justify-content:flex-end' : ''}">${side === 'buyer' ? box + face : face + box}</div>`;
}

function chatLook({ draw, words, deal }: Context): Look {
  const size = draw.pick([26, 28, 30]);
  const fields: Record<string, string> = {};
  let html = STATUS(draw);
  const titled = draw.chance(0.7);
  if (titled) {
    html += centred(around(`%${draw.pick(words.chatExtras)}`, deal.shop, 'merchant'), size + 4);
    fields['merchant'] = deal.shop;
  }
  if (draw.chance(0.4)) html += centred(draw.pick(words.system), size - 6, 'color:#999');
  const [y, m, d] = parts(deal.paidAt);
  if (draw.chance(0.6))
    html += centred(
      draw.pick([`${y}年${Number(m)}月${Number(d)}日 23:${pad(draw.int(10, 59))}`, `23:${pad(draw.int(10, 59))}`]),
      size - 6,
      'color:#999',
    );
  html += bubble(draw.pick(['other', 'buyer'] as const), draw.pick(words.greetings), size);
  const complaint = draw.pick(words.complaints[deal.trouble]);
  html += bubble('buyer', complaint, size);
  fields['dispute'] = deal.trouble;
  if (draw.chance(0.5)) {
    html += bubble(
      'buyer',
      around(`${draw.pick(['订单号', '单号', '订单编号：'])}${draw.pick(['', ' ', '是'])}%`, deal.orderNo, 'orderNo'),
      size,
    );
    fields['orderNo'] = deal.orderNo;
  }
  for (const text of draw.some(words.answers, draw.int(1, 2))) html += bubble('other', text, size);
  if (draw.chance(0.6)) {
    const text = draw.pick(words.promises);
    html += bubble('other', text, size);
    fields['promise'] = text;
  }
  return { name: 'chat', kind: 'chat', width: 720, html, fields, written: { dispute: complaint } };
}

function failureLook({ draw, words, deal }: Context): Look {
  const theme = themeOf(draw);
  const fields: Record<string, string> = { failure: deal.failure, dispute: deal.trouble };
  let html = STATUS(draw);
  if (draw.chance(0.6)) html += centred(draw.pick(words.failurePages), theme.size + 2);
  const fact = deal.card ? 'cardCode' : 'account';
  const value = deal.card ?? deal.account;
  if (value && draw.chance(0.6)) {
    html += listOf(
      [{ label: draw.pick(words.labels[fact]), value, part: fact }],
      draw.pick(words.layouts.filter((one) => widthOf(one) === 720)),
      theme,
    );
    fields[fact] = value;
  }
  const dialog = draw.chance(0.7);
  if (dialog) {
    html += `<div style="margin:160px 90px 60px;background:#fff;border:1px solid #ddd;border-radius:16px;padding:24px">${draw.chance(0.7) ? centred(draw.pick(words.dialogTitles), theme.size + 2) : ''}${centred(around('%', deal.failure, 'failure'), theme.size)}${centred(draw.pick(words.dialogButtons), theme.size, 'color:#07c')}</div>`;
  } else html += centred(around('%', deal.failure, 'failure'), theme.size + draw.int(0, 4), 'margin:90px 20px');
  return { name: 'failure', kind: 'failure', width: 720, html, fields, written: { dispute: deal.failure } };
}

/** A page that shows several orders, a code to be paid by, a failed login: of no use, and never to be taken for something. */
function otherLook({ draw, words }: Context): Look {
  const size = 28;
  const which = draw.pick(['list', 'code', 'login'] as const);
  let html = STATUS(draw);
  if (which === 'code') {
    html +=
      centred(draw.pick(['向商家付款', '扫一扫付款', '收款码']), 34) +
      `<div style="width:360px;height:360px;background:#222;margin:60px auto"></div>` +
      centred(draw.pick(['推荐使用微信支付', '打开支付宝扫一扫', '保存图片']), size);
    return { name: 'code', kind: '', width: 720, html, fields: {} };
  }
  if (which === 'login') {
    html +=
      centred(draw.pick(words.loginFailures), size, 'margin-top:300px') +
      centred(draw.pick(words.dialogButtons), size, 'color:#07c');
    return { name: 'login', kind: '', width: 720, html, fields: {} };
  }
  html += centred(draw.pick(['全部订单', '我的订单', '订单列表']), 34);
  html += `<div style="display:flex;justify-content:space-around;font-size:26px">${['全部', '待付款', '待发货', '待评价'].map((tab) => `<span>${tab}</span>`).join('')}</div>`;
  const shops = draw.some(words.shops.first, 3).map((first) => first + draw.pick(words.shops.second));
  for (const shop of shops) {
    html += `<div style="display:flex;justify-content:space-between;margin:34px 30px 10px;font-size:28px"><span>${shop}</span><span>${draw.pick(words.states)}</span></div>`;
    html +=
      plain(draw.pick(words.products), 26, 'margin-left:200px') +
      plain(`¥${draw.int(5, 90)}.${pad(draw.int(0, 99))}`, 26, 'margin-left:200px');
  }
  return { name: 'list', kind: '', width: 720, html, fields: {} };
}

/** A dispute of three to five screens with the truth. */
export function disputeOf(draw: Draw, words: Words, name: string): LookDispute {
  const context: Context = { draw, words, deal: dealOf(draw, words) };
  const { deal } = context;
  const looks = [
    orderLook(context),
    paymentLook(context),
    draw.chance(0.85) ? chatLook(context) : failureLook(context),
  ];
  if (looks[2]!.kind === 'chat' && draw.chance(0.85)) looks.push(failureLook(context));
  if (draw.chance(0.3)) looks.push(otherLook(context));
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
  facts['merchant'] = shops.includes(deal.shop) ? [deal.shop] : [...new Set(shops)];
  facts['amount'] = [(deal.fen / 100).toFixed(2)];
  return { name, looks, facts };
}
