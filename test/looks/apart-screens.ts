import { CHATS, englishTalk, type Told } from './apart-chats.ts';
import { APART_ENGLISH } from './apart-english.ts';
import { FAILURES } from './apart-failures.ts';
import { otherPage } from './apart-others.ts';
import type { WholePages } from './apart-names.ts';
import { Page, picture } from './apart-page.ts';
import { billPage, isHeaded, kindOfOrder, orderPage, widthOfPage } from './apart-pages.ts';
import { apartTop } from './apart-tops.ts';
import type { Deal } from './deal.ts';
import type { Draw } from './draw.ts';
import { EVERYDAY_PLATFORMS } from './everyday.ts';
import { esc, playing } from './layout-parts.ts';
import { around, type Context, type Look, STATUS } from './pieces.ts';

const ORDER_TITLES = ['订单详情', '订单详情', '订单信息', '我的订单', '订单查询', '交易详情'];
const BILL_TITLES = ['账单详情', '交易详情', '账单详情', '交易明细'];
/** A page is called by what everybody calls it so often; else by a name of the set's. */
const EVERYDAY_TITLE = 0.65;
const CUT = 0.15;

/** A set that draws whole pages. */
const wholeOf = ({ words }: Context): WholePages => {
  if (!words.whole) throw new Error('these words have no whole pages');
  return words.whole;
};

function topOf(page: Page, everyday: readonly string[], rare: readonly string[], siteShare: number): string {
  const { draw, words, deal } = page.context;
  const titled = draw.chance(EVERYDAY_TITLE) ? draw.pick(everyday) : draw.pick(rare);
  const site = deal.platform && draw.chance(siteShare) ? deal.platform : undefined;
  if (site) page.say('platform', site);
  const title = !site
    ? esc(titled)
    : draw.chance(0.5)
      ? around(draw.pick(words.headers), site, 'platform').html
      : draw.pick([
          `${playing('platform', site)}`,
          `${esc(titled)} - ${playing('platform', site)}`,
          `${esc(titled)}_${playing('platform', site)}`,
        ]);
  return apartTop(page, draw.pick(wholeOf(page.context).tops), title);
}

/** The deal of a dispute, at times on a site that everybody knows. */
export const onKnownSite = (draw: Draw, deal: Deal): Deal =>
  deal.platform && draw.chance(0.4) ? { ...deal, platform: draw.pick(EVERYDAY_PLATFORMS) } : deal;

const lookOf = (name: string, kind: string, width: number, page: Page, html: string): Look => ({
  name,
  kind,
  width,
  html,
  fields: page.fields,
  written: page.written,
});

export function apartOrder(context: Context): Look {
  const { draw, words } = context;
  const page = new Page(context);
  const name = draw.pick(wholeOf(context).orders);
  const top = isHeaded(name) || draw.chance(CUT) ? '' : topOf(page, ORDER_TITLES, words.orderTitles, 0.45);
  const html = `${widthOfPage(name) === 720 ? STATUS(draw) : ''}${top}${orderPage(name, page)}`;
  return lookOf(name, kindOfOrder(name), widthOfPage(name), page, html);
}

export function apartPayment(context: Context): Look {
  const { draw, words } = context;
  const page = new Page(context);
  const name = draw.pick(wholeOf(context).bills);
  const top = isHeaded(name) || draw.chance(CUT) ? '' : topOf(page, BILL_TITLES, words.voucherTitles, 0);
  const html = `${widthOfPage(name) === 720 ? STATUS(draw) : ''}${top}${billPage(name, page)}`;
  return lookOf(name, 'payment', widthOfPage(name), page, html);
}

const THIRD = {
  groupTalk: ['有人在吗 同问', '顶一下', '群主呢', '这群还有人管吗'],
  tradeRoom: ['请双方在群内沟通', '请卖家看到后尽快回复', '客服已收到双方消息'],
};
/** One chat in so many is with somebody abroad. */
const ABROAD = 0.08;

export function apartChat(context: Context): Look {
  const { draw, words, deal } = context;
  const page = new Page(context);
  const abroad = draw.chance(ABROAD);
  const tongue = abroad
    ? { ...APART_ENGLISH, hostGreetings: APART_ENGLISH.answers }
    : { ...words, hostGreetings: words.hostGreetings ?? words.greetings };
  const form = draw.pick(wholeOf(context).chats);
  const told: Told[] = [];
  const says = (side: Told['side'], text: string): void => void told.push({ side, html: esc(text) });
  if (!abroad && draw.chance(0.4)) says('other', draw.pick(tongue.hostGreetings));
  if (draw.chance(0.6)) says('buyer', draw.pick(tongue.greetings));
  const complaint = draw.pick(tongue.complaints[deal.trouble]);
  says('buyer', complaint);
  page.fields['dispute'] = deal.trouble;
  page.written['dispute'] = complaint;
  if (draw.chance(0.35)) told.push({ side: 'buyer', html: picture('width:180px;height:240px;border-radius:8px') });
  const answers = draw.some(tongue.answers, draw.int(1, 3));
  says('other', answers[0]!);
  if (draw.chance(0.45)) {
    const before = abroad ? ['Order number: ', 'It is '] : ['订单号：', '', '单号', '我的订单号是', '订单编号:'];
    told.push({ side: 'buyer', html: `${draw.pick(before)}${page.say('orderNo', deal.orderNo)}` });
  }
  for (const text of answers.slice(1)) says('other', text);
  const third = form === 'groupTalk' || form === 'tradeRoom' ? THIRD[form] : undefined;
  if (third && !abroad) says('third', draw.pick(third));
  if (draw.chance(0.55)) {
    const promise = draw.pick(tongue.promises);
    says('other', promise);
    page.fields['promise'] = promise;
  }
  const extra = abroad ? '' : draw.pick(words.chatExtras);
  const talk = {
    page,
    told,
    name: () => `${page.say('merchant', deal.shop)}${esc(extra)}`,
    ...(draw.chance(0.35) && !abroad ? { system: draw.pick(words.system) } : {}),
  };
  const html = STATUS(draw) + (abroad ? englishTalk(talk) : CHATS[form](talk));
  return lookOf(abroad ? 'englishTalk' : form, 'chat', 720, page, html);
}

export function apartFailure(context: Context): Look {
  const { draw, words, deal } = context;
  const page = new Page(context);
  page.fields['dispute'] = deal.trouble;
  page.written['dispute'] = deal.failure;
  const form = draw.pick(wholeOf(context).failures.filter((one) => FAILURES[one].of.includes(deal.trouble)));
  const own = form === 'overGame' || form === 'errorPage' || form === 'wizard';
  const top = own || draw.chance(0.3) ? '' : topOf(page, words.failurePages, words.failurePages, 0.3);
  return lookOf(form, 'failure', 720, page, STATUS(draw) + top + FAILURES[form].draw(page));
}

export const apartOther = (context: Context): Look => {
  const page = new Page(context);
  const { name, kind, html } = otherPage(page);
  return lookOf(name, kind, 720, page, STATUS(context.draw) + html);
};
