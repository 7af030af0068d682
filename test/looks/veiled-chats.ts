import type { ChatOf, SaidInChat } from './pages-unseen.ts';

/** Chats of the set `veiled`: messengers, platforms, windows of customer service. */
export const VEILED_CHATS = ['green', 'blue', 'mall', 'second', 'service', 'trade', 'robot', 'floating'] as const;
export type VeiledChat = (typeof VEILED_CHATS)[number];

export const isVeiledChat = (chat: string): chat is VeiledChat => (VEILED_CHATS as readonly string[]).includes(chat);

const chevron =
  '<span style="display:inline-block;width:18px;height:18px;border-left:4px solid #222;border-bottom:4px solid #222;transform:rotate(45deg)"></span>';
const grey = (text: string, css = ''): string =>
  `<div style="text-align:center;font-size:22px;color:#a0a0a0;margin:20px 60px;${css}">${text}</div>`;
const two = (n: number): string => String(n % 60).padStart(2, '0');
const at = ({ hour }: ChatOf, i: number): string => `${two(hour)}:${two(11 + i * 4)}`;
const monthAndDay = (day: string): string => {
  const [, month, date] = day.split('-');
  return `${Number(month)}月${Number(date)}日`;
};
const barOf = (left: string, middle: string, right: string, css = ''): string =>
  `<div style="display:flex;align-items:center;justify-content:space-between;padding:18px 28px;border-bottom:1px solid #e2e2e2;${css}"><div style="min-width:90px">${left}</div><div style="text-align:center">${middle}</div><div style="min-width:90px;text-align:right">${right}</div></div>`;

interface Bubbles {
  size: number;
  buyer: string;
  other: string;
  /** Round faces; none where the app shows none. */
  face?: 'round' | 'square';
  above?(one: SaidInChat, i: number): string;
  beside?(one: SaidInChat): string;
}

/** One message below the other, the buyer's at the right. */
function bubbles(said: readonly SaidInChat[], { size, buyer, other, face, above, beside }: Bubbles): string {
  const picture = face
    ? `<div style="width:76px;height:76px;background:#c4c4c4;flex:none;border-radius:${face === 'round' ? '50%' : '10px'}"></div>`
    : '';
  return said
    .map((one, i) => {
      const mine = one.side === 'buyer';
      const box = `<div style="max-width:440px;border-radius:12px;padding:14px 20px;font-size:${size}px;${mine ? buyer : other}">${one.html}</div>`;
      const row = [picture, box, beside?.(one) ?? ''];
      const name = above?.(one, i) ?? '';
      return `${name ? `<div style="margin:14px 118px -10px;font-size:22px;color:#999;text-align:${mine ? 'right' : 'left'}">${name}</div>` : ''}<div style="display:flex;gap:18px;align-items:flex-start;margin:22px 24px;flex-direction:${mine ? 'row-reverse' : 'row'}">${row.join('')}</div>`;
    })
    .join('');
}

const input = (words: string): string =>
  `<div style="display:flex;align-items:center;gap:20px;background:#f7f7f7;padding:18px 24px;margin-top:40px"><div style="flex:1;background:#fff;border-radius:10px;padding:12px 20px;font-size:24px;color:#bbb">${words}</div><div style="width:48px;height:48px;border:3px solid #888;border-radius:50%"></div></div>`;

/** A chat as one of the set's apps shows it. */
export function veiledChatIn(chat: VeiledChat, of: ChatOf, size: number): string {
  const { title, system, names, said, day } = of;
  const told = system ? grey(system) : '';
  switch (chat) {
    case 'green':
      return (
        (title ? barOf(chevron, `<span style="font-size:${size + 4}px;font-weight:600">${title}</span>`, '···') : '') +
        `<div style="background:#ededed;padding:8px 0 60px">${grey(`${monthAndDay(day)} ${at(of, 0)}`)}` +
        bubbles(said, { size: size + 1, buyer: 'background:#95ec69', other: 'background:#fff', face: 'square' }) +
        `${told}</div>`
      );
    case 'blue':
      return (
        (title
          ? barOf(
              `${chevron}<span style="font-size:24px;background:#ddd;border-radius:20px;padding:2px 12px;margin-left:8px">16</span>`,
              `<span style="font-size:${size + 2}px">${title}</span><div style="font-size:20px;color:#888">手机在线 - WiFi</div>`,
              '<span style="letter-spacing:-3px">☰</span>',
            )
          : '') +
        grey(`昨天 ${at(of, 0)}`) +
        bubbles(said, {
          size,
          buyer: 'background:#12b7f5;color:#fff',
          other: 'background:#f2f3f5',
          face: 'round',
        }) +
        told
      );
    case 'mall':
      return (
        (title
          ? barOf(
              chevron,
              `<span style="font-size:${size + 2}px;font-weight:600">${title}</span>`,
              '<span style="font-size:22px">店铺</span>',
            )
          : '') +
        told +
        bubbles(said, {
          size,
          buyer: 'background:#ffe4d0',
          other: 'background:#fff;border:1px solid #eee',
          face: 'round',
          beside: ({ side }) =>
            side === 'buyer' ? '<div style="font-size:20px;color:#bbb;align-self:flex-end">已读</div>' : '',
        }) +
        `<div style="display:flex;gap:18px;margin:30px 24px 0;font-size:22px">${['查订单', '发商品', '催客服']
          .map((word) => `<span style="border:1px solid #ddd;border-radius:30px;padding:6px 20px">${word}</span>`)
          .join('')}</div>`
      );
    case 'second':
      return (
        (title
          ? `<div style="padding:16px 28px;display:flex;align-items:center">${chevron}<div style="margin-left:26px"><div style="font-size:${size + 2}px;font-weight:bold">${title}</div><div style="font-size:20px;color:#999">1小时前来过</div></div></div>`
          : '') +
        `<div style="display:flex;align-items:center;margin:10px 24px;padding:16px;background:#fafafa;border-radius:12px"><div style="width:90px;height:90px;background:#ddd;border-radius:8px"></div><div style="flex:1;margin-left:20px;font-size:24px;color:#777">交易成功<br>含运费</div><div style="background:#ffe60f;border-radius:30px;padding:8px 24px;font-size:24px">去评价</div></div>` +
        grey(`${day.slice(5)} ${at(of, 0)}`) +
        told +
        bubbles(said, { size, buyer: 'background:#ffe60f', other: 'background:#f3f3f3', face: 'round' })
      );
    case 'service':
      return (
        `<div style="background:#3a7bfd;color:#fff;padding:22px 28px;font-size:${size + 2}px">${title ?? '在线咨询'}</div>` +
        told +
        bubbles(said, {
          size: size - 2,
          buyer: 'background:#dbe8ff',
          other: 'background:#f4f5f7',
          face: 'round',
          above: ({ side }, i) => (side === 'buyer' ? `访客 ${at(of, i)}` : `${names.other} ${at(of, i)}`),
        }) +
        input('请输入您要咨询的问题…')
      );
    case 'trade':
      return (
        (title
          ? barOf(
              chevron,
              `<div style="font-size:${size}px">${title}</div>`,
              '<span style="font-size:22px;color:#f60">举报</span>',
            )
          : '') +
        `<div style="background:#fff3e0;color:#b26a00;font-size:22px;padding:14px 28px">请在本页面沟通，私下交易无法获得保障</div>` +
        told +
        bubbles(said, {
          size: size - 1,
          buyer: 'background:#e3f2fd',
          other: 'background:#fff;border:1px solid #e0e0e0',
          face: 'square',
          above: ({ side }) => (side === 'buyer' ? '我（买家）' : `卖家 ${names.other}`),
        })
      );
    case 'robot':
      return (
        (title ? barOf(chevron, `<span style="font-size:${size + 2}px">${title}</span>`, '⋯') : '') +
        `<div style="margin:20px 24px;border:1px solid #eee;border-radius:16px;padding:20px 26px;font-size:${size - 3}px"><div style="font-weight:bold;margin-bottom:10px">猜你想问</div>${[
          '如何修改绑定手机',
          '发票怎么开',
          '怎样联系人工',
        ]
          .map((one) => `<div style="color:#1677ff;margin:10px 0">${one}</div>`)
          .join('')}</div>` +
        told +
        bubbles(said, { size, buyer: 'background:#1677ff;color:#fff', other: 'background:#f5f5f5' }) +
        input('简短描述您的问题')
      );
    // A window over a page, small letters, a time under each message.
    case 'floating':
      return (
        `<div style="margin:30px 50px 20px 90px;border:1px solid #ccc;border-radius:16px;overflow:hidden"><div style="background:#16a085;color:#fff;padding:18px 24px;font-size:${size - 2}px">${title ?? '客服为您服务'}</div>` +
        said
          .map(({ side, html }, i) => {
            const mine = side === 'buyer';
            return `<div style="margin:16px 20px;text-align:${mine ? 'right' : 'left'}"><div style="display:inline-block;text-align:left;max-width:380px;background:${mine ? '#d1f2eb' : '#f0f0f0'};border-radius:10px;padding:10px 16px;font-size:${size - 4}px">${html}</div><div style="font-size:18px;color:#aaa">${at(of, i)}</div></div>`;
          })
          .join('') +
        `${told}</div>`
      );
  }
}
