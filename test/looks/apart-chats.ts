import type { ApartChat } from './apart-names.ts';
import { between, chevron, clock, grey, type Page, picture } from './apart-page.ts';
import { goodsOf } from './apart-parts.ts';
import { parts } from './forms.ts';
import { esc } from './layout-parts.ts';

/** What somebody says, in HTML. A third person is in the group and no party. */
export interface Told {
  side: 'other' | 'buyer' | 'third';
  html: string;
}
export interface Talk {
  page: Page;
  told: readonly Told[];
  /** The shop's name as HTML; a group is not called by it. */
  name: () => string;
  system?: string;
}

interface Look {
  buyer: string;
  other: string;
  face?: 'round' | 'square';
  names?: (one: Told) => string;
  behind?: (one: Told, i: number) => string;
}

function bubbles({ page, told }: Talk, { buyer, other, face, names, behind }: Look): string {
  const shown = face ? picture(`width:74px;height:74px;border-radius:${face === 'round' ? '50%' : '10px'}`) : '';
  return told
    .map((one, i) => {
      const mine = one.side === 'buyer';
      const name = names?.(one) ?? '';
      const box = `<div style="max-width:450px"><div style="font-size:20px;color:#999;margin-bottom:6px;text-align:${mine ? 'right' : 'left'}">${name}</div><div style="border-radius:14px;padding:14px 20px;font-size:${page.size}px;${mine ? buyer : other}">${one.html}</div></div>`;
      return `<div style="display:flex;gap:16px;align-items:flex-start;margin:20px 24px;flex-direction:${mine ? 'row-reverse' : 'row'}">${shown}${box}${behind?.(one, i) ?? ''}</div>`;
    })
    .join('');
}

const bar = (page: Page, middle: string, right = '···'): string =>
  `<div style="display:flex;align-items:center;justify-content:space-between;padding:18px 28px;border-bottom:1px solid #e6e6e6;font-size:${page.size + 2}px">${chevron()}<div style="text-align:center;font-weight:600">${middle}</div><div style="font-size:${page.size - 4}px">${right}</div></div>`;
const typing = (words: string): string =>
  `<div style="background:#f7f7f7;padding:16px 24px;margin-top:40px"><div style="background:#fff;border-radius:34px;padding:12px 26px;font-size:24px;color:#bbb">${words}</div></div>`;
const hourOf = ({ context }: Page): number => Math.min(23, Number(parts(context.deal.paidAt)[3]) + 1);
const when = (page: Page, i: number): string => clock(hourOf(page), 7 + i * 3);
const dayAndTime = (page: Page): string => {
  const [, m, d] = parts(page.context.deal.paidAt);
  return page.context.draw.pick([
    `${Number(m)}月${Number(d)}日 ${when(page, 0)}`,
    `昨天 ${when(page, 0)}`,
    when(page, 0),
    `${m}-${d} ${when(page, 0)}`,
  ]);
};
const system = ({ page, system: words }: Talk): string => (words ? grey(esc(words), page.size - 6) : '');
const MENU = ['如何修改密码', '怎样申请发票', '忘记账号怎么办', '订单在哪里看', '如何联系人工客服', '优惠券不能用'];

/** A chat as one of several apps shows it. */
export const CHATS: Record<ApartChat, (talk: Talk) => string> = {
  // The platform's own talk: the goods above, whether they were read below.
  platformTalk: (talk) => {
    const { page } = talk;
    return (
      bar(
        page,
        `${talk.name()}<div style="font-size:20px;color:#999;font-weight:normal">${page.context.draw.pick(['4.8分 回复快', '近30天好评98%', '在线', ''])}</div>`,
        '进店',
      ) +
      `<div style="border-bottom:1px solid #eee">${goodsOf(page, 'below')}<div style="text-align:right;margin:0 30px 14px;font-size:24px"><span style="border:1px solid #f50;color:#f50;border-radius:30px;padding:6px 20px">${page.context.draw.pick(['发送宝贝', '发送链接', '咨询该商品'])}</span></div></div>` +
      grey(dayAndTime(page), 22) +
      system(talk) +
      bubbles(talk, {
        buyer: 'background:#ffdfc2',
        other: 'background:#f4f4f4',
        face: 'round',
        behind: ({ side }) =>
          side === 'buyer' ? '<span style="font-size:20px;color:#bbb;align-self:flex-end">已读</span>' : '',
      })
    );
  },
  greenTalk: (talk) =>
    bar(talk.page, talk.name()) +
    `<div style="background:#ededed;padding-bottom:50px">${grey(dayAndTime(talk.page), 22)}${system(talk)}${bubbles(talk, { buyer: 'background:#95ec69', other: 'background:#fff', face: 'square' })}</div>`,
  blueTalk: (talk) =>
    bar(
      talk.page,
      `${talk.name()}<div style="font-size:20px;color:#888;font-weight:normal">${talk.page.context.draw.pick(['在线 - 4G', '离线请留言', 'iPhone在线'])}</div>`,
      '☰',
    ) +
    grey(dayAndTime(talk.page), 22) +
    system(talk) +
    bubbles(talk, {
      buyer: 'background:#0099ff;color:#fff',
      other: 'background:#fff;border:1px solid #eee',
      face: 'round',
    }),
  // A group: others speak in it, each with a name above the words.
  groupTalk: (talk) => {
    const { draw } = talk.page.context;
    const third = draw.pick(['风一样的男子', 'Lucky', '阿毛', '打工人小王']);
    return (
      bar(talk.page, `${draw.pick(['售后交流群', '游戏充值群', '会员福利1群', '客户服务群'])}(${draw.int(23, 480)})`) +
      grey(dayAndTime(talk.page), 22) +
      system(talk) +
      bubbles(talk, {
        buyer: 'background:#95ec69',
        other: 'background:#fff;border:1px solid #eee',
        face: 'square',
        names: ({ side }) => (side === 'buyer' ? '' : side === 'third' ? third : esc(talk.page.context.deal.shop)),
      })
    );
  },
  robotTalk: (talk) => {
    const { draw } = talk.page.context;
    return (
      bar(talk.page, talk.name(), '人工') +
      `<div style="margin:20px 24px;background:#f6f8ff;border-radius:18px;padding:22px;font-size:${talk.page.size - 3}px">${draw.pick(['您是否想了解以下问题：', 'Hi，我是智能助手，请选择您的问题', '猜您想问'])}${draw
        .some(MENU, 4)
        .map((one, i) => `<div style="color:#3370ff;margin-top:12px">${i + 1}. ${one}</div>`)
        .join('')}</div>` +
      system(talk) +
      bubbles(talk, { buyer: 'background:#3370ff;color:#fff', other: 'background:#f2f3f5' }) +
      `<div style="display:flex;gap:16px;margin:26px 24px 0;font-size:22px">${draw
        .some(['转人工', '查订单', '退款进度', '评价服务'], 3)
        .map((one) => `<span style="border:1px solid #ccc;border-radius:30px;padding:6px 18px">${one}</span>`)
        .join('')}</div>` +
      typing('请简要描述您的问题')
    );
  },
  // A window on a screen: who said it and when in a line above the words.
  deskTalk: (talk) => {
    const { page } = talk;
    const [y, m, d] = parts(page.context.deal.paidAt);
    const name = talk.name();
    const own = `user${page.context.draw.digits(4)}`;
    return (
      between(name, '×', `background:#2f3e57;color:#fff;padding:18px 26px;font-size:${page.size}px`) +
      system(talk) +
      talk.told
        .map(
          ({ side, html }, i) =>
            `<div style="margin:18px 26px"><div style="font-size:20px;color:${side === 'buyer' ? '#090' : '#06c'}">${side === 'buyer' ? own : esc(page.context.deal.shop)} ${y}-${m}-${d} ${when(page, i)}:${String(11 + i * 7)}</div><div style="font-size:${page.size - 2}px;margin-top:8px">${html}</div></div>`,
        )
        .join('') +
      typing('按Enter发送')
    );
  },
  secondTalk: (talk) => {
    const { page } = talk;
    return (
      bar(
        page,
        `${talk.name()}<div style="font-size:20px;color:#999;font-weight:normal">${page.context.draw.pick(['刚刚来过', '3小时前来过', '信用极好'])}</div>`,
      ) +
      goodsOf(page, 'small') +
      `<div style="background:#fffbe0;font-size:21px;color:#997;padding:12px 28px">${page.context.draw.pick(['交易前聊一聊，谨防受骗', '卖家已发货，请及时确认收货', '请使用平台担保交易'])}</div>` +
      grey(dayAndTime(page), 22) +
      system(talk) +
      bubbles(talk, { buyer: 'background:#ffe60f', other: 'background:#f3f3f3', face: 'round' }) +
      typing('想跟TA说点什么…')
    );
  },
  // The place's own people sit with buyer and seller: each bubble says who it is.
  tradeRoom: (talk) =>
    bar(talk.page, talk.page.context.draw.pick(['交易群聊', '订单沟通', '三方会话']), '订单') +
    grey('平台客服将全程见证本次交易', 22) +
    system(talk) +
    bubbles(talk, {
      buyer: 'background:#d8ecff',
      other: 'background:#f5f5f5',
      face: 'round',
      names: ({ side }) => (side === 'buyer' ? '买家(我)' : side === 'third' ? '平台客服' : `卖家 ${talk.name()}`),
    }),
};

/** A live chat abroad. */
export const englishTalk = (talk: Talk): string => {
  const { page } = talk;
  return (
    between(
      `${talk.name()}<div style="font-size:20px;opacity:.8">${page.context.draw.pick(['We reply in a few minutes', 'Online now', 'Support team'])}</div>`,
      '×',
      `background:#4a3aff;color:#fff;padding:22px 28px;font-size:${page.size}px`,
    ) +
    grey(`Today, ${when(page, 0)}`, 20) +
    bubbles(talk, {
      buyer: 'background:#4a3aff;color:#fff',
      other: 'background:#f0f0f5',
      behind: (_, i) => (i % 2 ? '<span style="font-size:18px;color:#aaa;align-self:flex-end">Seen</span>' : ''),
    }) +
    typing('Write a message…')
  );
};
