import { pad, parts } from './forms.ts';
import { listOf, themeOf, widthOf } from './layouts.ts';
import { chatIn, failureIn } from './frames.ts';
import {
  around,
  bubble,
  centred,
  type Context,
  type Drawn,
  htmlOfWords,
  type Look,
  plain,
  STATUS,
  titleOf,
} from './pieces.ts';

/** A chat with the shop: somebody greets, the buyer complains, the shop answers, and may promise something. */
export function chatLook({ draw, words, deal }: Context): Look {
  const size = draw.pick([26, 28, 30]);
  const fields: Record<string, string> = {};
  const status = STATUS(draw);
  const titled = draw.chance(0.7);
  const title = titled ? around(`%${draw.pick(words.chatExtras)}`, deal.shop, 'merchant') : undefined;
  if (titled) fields['merchant'] = deal.shop;
  const system = draw.chance(0.4) ? draw.pick(words.system) : undefined;
  const [y, m, d] = parts(deal.paidAt);
  const at = draw.chance(0.6)
    ? draw.pick([`${y}年${Number(m)}月${Number(d)}日 23:${pad(draw.int(10, 59))}`, `23:${pad(draw.int(10, 59))}`])
    : undefined;
  const said: { side: 'other' | 'buyer'; words: Drawn }[] = [];
  const first = draw.pick(['other', 'buyer'] as const);
  const greetings = first === 'other' ? (words.hostGreetings ?? words.greetings) : words.greetings;
  said.push({ side: first, words: draw.pick(greetings) });
  const complaint = draw.pick(words.complaints[deal.trouble]);
  said.push({ side: 'buyer', words: complaint });
  fields['dispute'] = deal.trouble;
  if (draw.chance(0.5)) {
    const before = `${draw.pick(['订单号', '单号', '订单编号：'])}${draw.pick(['', ' ', '是'])}%`;
    said.push({ side: 'buyer', words: around(before, deal.orderNo, 'orderNo') });
    fields['orderNo'] = deal.orderNo;
  }
  for (const text of draw.some(words.answers, draw.int(1, 2))) said.push({ side: 'other', words: text });
  if (draw.chance(0.6)) {
    const text = draw.pick(words.promises);
    said.push({ side: 'other', words: text });
    fields['promise'] = text;
  }
  const look = { name: 'chat', kind: 'chat', width: 720, fields, written: { dispute: complaint } };
  if (words.chats) {
    const of = {
      ...(title ? { title: htmlOfWords(title) } : {}),
      ...(system ? { system } : {}),
      names: { other: titled ? deal.shop : draw.pick(['客服', '店家', 'Support']), buyer: `me_${draw.digits(4)}` },
      day: `${y}-${m}-${d}`,
      hour: draw.int(9, 22),
      said: said.map(({ side, words: text }) => ({ side, html: htmlOfWords(text) })),
    };
    return { ...look, html: status + chatIn(draw.pick(words.chats), of, size) };
  }
  const html = [
    status,
    title ? centred(title, size + 4) : '',
    system ? centred(system, size - 6, 'color:#999') : '',
    at ? centred(at, size - 6, 'color:#999') : '',
    ...said.map(({ side, words: text }) => bubble(side, text, size)),
  ];
  return { ...look, html: html.join('') };
}

/** A page or a dialog that says that something did not work. */
export function failureLook(context: Context): Look {
  const { draw, words, deal } = context;
  const theme = themeOf(draw);
  const fields: Record<string, string> = { failure: deal.failure, dispute: deal.trouble };
  let html = STATUS(draw);
  if (draw.chance(0.6)) html += titleOf(context, draw.pick(words.failurePages), theme.size + 2);
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
  const failed = around('%', deal.failure, 'failure');
  if (words.failureForms && draw.chance(0.7)) {
    const of = { failure: failed.html, title: draw.pick(words.dialogTitles), button: draw.pick(words.dialogButtons) };
    html += failureIn(draw.pick(words.failureForms), of, theme.size);
    return { name: 'failure', kind: 'failure', width: 720, html, fields, written: { dispute: deal.failure } };
  }
  const dialog = draw.chance(0.7);
  if (dialog) {
    html += `<div style="margin:160px 90px 60px;background:#fff;border:1px solid #ddd;border-radius:16px;padding:24px">${draw.chance(0.7) ? centred(draw.pick(words.dialogTitles), theme.size + 2) : ''}${centred(failed, theme.size)}${centred(draw.pick(words.dialogButtons), theme.size, 'color:#07c')}</div>`;
  } else html += centred(failed, theme.size + draw.int(0, 4), 'margin:90px 20px');
  return { name: 'failure', kind: 'failure', width: 720, html, fields, written: { dispute: deal.failure } };
}

/** A page that shows several orders, a code to be paid by, a failed login: of no use, and never to be taken for something. */
export function otherLook({ draw, words }: Context): Look {
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
