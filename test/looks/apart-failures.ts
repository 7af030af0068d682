import type { ApartFailure } from './apart-names.ts';
import { chevron, grey, picture, rowsOf, type Page } from './apart-page.ts';
import { EVERYDAY_BUTTONS, EVERYDAY_DIALOGS } from './everyday.ts';
import { esc } from './layout-parts.ts';
import type { Trouble } from './words.ts';

/** Pages of the set `apart` that say no, with the troubles that they are shown for. */
export interface Failing {
  of: readonly Trouble[];
  draw(page: Page): string;
}
const ALL: readonly Trouble[] = ['card_invalid', 'not_delivered', 'account_banned', 'not_as_described'];
const CODES: readonly Trouble[] = ['card_invalid', 'not_as_described'];

const failure = (page: Page): string => page.say('failure', page.context.deal.failure);
const title = (page: Page): string => esc(page.oneOf(EVERYDAY_DIALOGS, page.context.words.dialogTitles));
const button = (page: Page): string => esc(page.oneOf(EVERYDAY_BUTTONS, page.context.words.dialogButtons));
const codeOf = (page: Page): string => (page.context.deal.card ? page.say('cardCode', page.context.deal.card) : '');
const accountOf = (page: Page, before: string): string =>
  page.context.deal.account
    ? `<div style="font-size:${page.size - 4}px;color:#888">${before}${page.say('account', page.context.deal.account)}</div>`
    : '';

export const FAILURES: Record<ApartFailure, Failing> = {
  // A dialog over a game that is out of focus.
  overGame: {
    of: ALL,
    draw: (page) =>
      `<div style="background:linear-gradient(#2b3a55,#59415f);padding:60px 0 220px"><div style="display:flex;justify-content:space-between;margin:0 30px 120px;color:#ffffff66;font-size:22px;filter:blur(4px)"><span>Lv.${page.context.draw.int(2, 90)}</span><span>${page.context.draw.int(100, 99999)}</span></div><div style="margin:0 70px;background:#f7f1e3;border-radius:20px;padding:30px 36px;text-align:center;color:#4a3a2a"><div style="font-size:${page.size + 4}px;font-weight:bold">${title(page)}</div><div style="font-size:${page.size}px;margin:34px 0 44px">${failure(page)}</div><div style="display:inline-block;background:#e0a93b;border-radius:40px;padding:12px 70px;font-size:${page.size}px">${button(page)}</div></div></div>`,
  },
  // A word that comes and goes over the page where the code was typed.
  toastOver: {
    of: CODES,
    draw: (page) =>
      `<div style="${page.css('color:#555')}">${page.context.draw.pick(['请输入兑换码', '输入16位兑换码', '兑换码：'])}</div><div style="margin:14px ${page.side}px;background:#f5f5f5;border-radius:12px;padding:22px;font-size:${page.size}px;min-height:40px">${codeOf(page)}</div><div style="margin:70px auto;width:fit-content;max-width:460px;background:#000c;color:#fff;border-radius:12px;padding:22px 30px;font-size:${page.size - 1}px;text-align:center">${failure(page)}</div><div style="margin:0 ${page.side}px;background:#ff5a36;color:#fff;text-align:center;border-radius:50px;padding:20px;font-size:${page.size + 2}px">${page.context.draw.pick(['立即兑换', '确认兑换', '马上兑换'])}</div><div style="${page.css('color:#888;font-size:22px;line-height:1.8')}">兑换说明<br>1. 每个兑换码只能使用一次<br>2. 请在有效期内兑换</div>`,
  },
  redLine: {
    of: CODES,
    draw: (page) =>
      `<div style="${page.css(`font-size:${page.size + 8}px;font-weight:bold`)}">${page.context.draw.pick(['兑换礼品卡', '激活产品', '输入代码'])}</div><div style="${page.css('color:#666')}">${page.context.draw.pick(['请输入您收到的代码', '代码位于卡片背面或邮件中'])}</div><div style="margin:20px ${page.side}px 0;border:2px solid #d93025;border-radius:8px;padding:20px;font-size:${page.size}px;min-height:38px">${codeOf(page)}</div><div style="margin:10px ${page.side + 4}px;color:#d93025;font-size:${page.size - 5}px">${failure(page)}</div><div style="display:flex;justify-content:flex-end;gap:30px;margin:60px ${page.side}px;font-size:${page.size}px"><span style="color:#1a73e8">取消</span><span style="color:#1a73e8">${button(page)}</span></div>`,
  },
  // What was charged to the account, one line a time; the last of them says no.
  chargeRecord: {
    of: ['not_delivered'],
    draw: (page) =>
      `<div style="display:flex;justify-content:space-around;font-size:${page.size - 2}px;padding:20px;border-bottom:1px solid #eee"><span>全部</span><span style="color:#f60">充值</span><span>消费</span></div><div style="margin:30px;padding:24px;background:#fafafa;border-radius:16px"><div style="font-size:${page.size}px">${failure(page)}</div><div style="margin-top:14px">${accountOf(page, page.context.draw.pick(['当前账号：', '账号 ', 'UID：']))}</div></div>${grey('仅展示最近三个月的记录', 22)}`,
  },
  emptyBag: {
    of: ['not_delivered'],
    draw: (page) =>
      `<div style="margin:200px auto 30px;width:200px;height:150px;background:#eceff3;border-radius:24px"></div>${grey(failure(page), page.size, 'color:#777')}<div style="text-align:center">${accountOf(page, '当前账号：')}</div><div style="margin:50px auto;width:260px;text-align:center;border:1px solid #ccc;border-radius:40px;padding:14px;font-size:${page.size - 2}px">${button(page)}</div>`,
  },
  // A notice of the game's or the site's own: who, what, since when.
  punished: {
    of: ['account_banned'],
    draw: (page) =>
      `<div style="margin:50px 40px;border:1px solid #e5e5e5;border-radius:16px;padding:30px"><div style="font-size:${page.size + 4}px;font-weight:bold;color:#c0392b">${page.context.draw.pick(['处罚通知', '账号异常', '封号公告'])}</div><div style="margin:24px 0;font-size:${page.size}px;line-height:1.6">${failure(page)}</div>${accountOf(page, page.context.draw.pick(['账号：', '登录账号：', 'ID ']))}<div style="margin-top:30px;font-size:${page.size - 4}px;color:#1677ff">${page.context.draw.pick(['查看详情', '我要申诉', '了解规则'])} &gt;</div></div>`,
  },
  // A page of a browser that has nothing but an error.
  errorPage: {
    of: ALL,
    draw: (page) =>
      `<div style="margin:120px 60px 0"><div style="font-size:70px;color:#bbb">${page.context.draw.pick(['403', '400', '500', ':('])}</div><div style="font-size:${page.size + 4}px;margin:26px 0 14px">${title(page)}</div><div style="font-size:${page.size}px;color:#555">${failure(page)}</div><div style="margin-top:18px;font-size:20px;color:#aaa">Request ID: ${page.context.draw.digits(8)}-${page.context.draw.digits(4)}</div><div style="margin-top:50px;color:#1677ff;font-size:${page.size - 2}px">${button(page)}</div></div>`,
  },
  // A window of a system on a screen.
  wizard: {
    of: CODES,
    draw: (page) =>
      `<div style="margin:60px 50px;border:1px solid #999;background:#fff"><div style="display:flex;justify-content:space-between;background:#e9eef5;padding:12px 18px;font-size:22px"><span>${page.context.draw.pick(['产品激活', '激活向导', '注册'])}</span><span>×</span></div><div style="padding:30px"><div style="font-size:${page.size + 2}px;color:#1f3b70">${page.context.draw.pick(['无法完成激活', '激活未完成', '注册失败'])}</div><div style="font-size:${page.size - 2}px;margin:24px 0">${failure(page)}</div>${page.context.deal.card ? `<div style="font-size:${page.size - 4}px">${page.context.draw.pick(['产品密钥：', '密钥: '])}${codeOf(page)}</div>` : ''}<div style="display:flex;justify-content:flex-end;gap:20px;margin-top:60px;font-size:22px"><span style="border:1px solid #aaa;padding:8px 30px">上一步</span><span style="border:1px solid #aaa;padding:8px 30px">关闭</span></div></div></div>`,
  },
  // The page of one's account or membership, and what it says of it.
  memberCentre: {
    of: ['not_delivered', 'account_banned', 'not_as_described'],
    draw: (page) =>
      `<div style="background:#2b2b36;color:#f3dcae;padding:36px 30px;display:flex;align-items:center">${picture('width:96px;height:96px;border-radius:50%')}<div style="margin-left:22px"><div style="font-size:${page.size}px">${page.context.deal.account ? page.say('account', page.context.deal.account) : '用户'}</div><div style="font-size:${page.size - 4}px;margin-top:8px;opacity:.9">${failure(page)}</div></div></div><div style="display:flex;justify-content:space-around;margin:40px 0;font-size:22px;color:#666"><span>会员权益</span><span>兑换记录</span><span>帮助中心</span></div>`,
  },
  // The sheet that comes from below, with what was typed in rows above it.
  sheetBelow: {
    of: ALL,
    draw: (page) =>
      rowsOf(page, [...page.code('兑换码'), ...page.account('充值账号')], 'ends') +
      `<div style="margin-top:240px;border-top:1px solid #ddd;border-radius:36px 36px 0 0;padding:40px;box-shadow:0 -4px 20px #0002"><div style="font-size:${page.size + 4}px;font-weight:bold">${title(page)}<span style="float:right">${chevron(-45)}</span></div><div style="font-size:${page.size}px;color:#555;margin:30px 0 60px">${failure(page)}</div><div style="background:#1677ff;color:#fff;text-align:center;border-radius:12px;padding:20px;font-size:${page.size}px">${button(page)}</div></div>`,
  },
};
