/** What stands around the labels in the set `unseen`: tops of pages, chats of several apps, pages that say no. */
export const UNSEEN_TOPS = ['back', 'browser', 'capsule', 'large', 'brand'] as const;
export type UnseenTop = (typeof UNSEEN_TOPS)[number];
export const UNSEEN_CHATS = ['telegram', 'discord', 'desk', 'ticket', 'shopping', 'abroad'] as const;
export type UnseenChat = (typeof UNSEEN_CHATS)[number];
export const UNSEEN_FAILURES = ['toast', 'underInput', 'wholePage', 'sheet', 'strip'] as const;
export type UnseenFailure = (typeof UNSEEN_FAILURES)[number];

const between = (left: string, right: string, css: string): string =>
  `<div style="display:flex;justify-content:space-between;align-items:center;${css}"><div>${left}</div><div>${right}</div></div>`;
const arrow =
  '<span style="display:inline-block;width:16px;height:16px;border-left:4px solid #333;border-bottom:4px solid #333;transform:rotate(45deg);margin-right:22px"></span>';
const dots = '<span style="letter-spacing:6px">•••</span>';

/** The name of a page as its app or browser shows it. @param title HTML */
export function topIn(top: UnseenTop, title: string, size: number): string {
  switch (top) {
    case 'back':
      return between(`${arrow}${title}`, '', `padding:20px 30px;font-size:${size}px;border-bottom:1px solid #eee`);
    case 'browser':
      return `<div style="margin:14px 24px;background:#eee;border-radius:30px;padding:10px 28px;height:30px"></div><div style="margin:24px 30px;font-size:${size}px">${title}</div>`;
    case 'capsule':
      return `<div style="position:relative;text-align:center;font-size:${size}px;padding:20px 0">${title}<div style="position:absolute;right:20px;top:16px;border:1px solid #ccc;border-radius:30px;padding:4px 18px;font-size:20px">${dots}</div></div>`;
    case 'large':
      return `<div style="margin:36px 30px 20px;font-size:${size + 16}px;font-weight:bold">${title}</div>`;
    case 'brand':
      return `<div style="background:#1f3b57;color:#fff;padding:26px 30px;font-size:${size}px;text-align:center">${title}</div>`;
  }
}

/** What somebody says, in HTML that is ready. */
export interface SaidInChat {
  side: 'other' | 'buyer';
  html: string;
}
export interface ChatOf {
  /** Absent where the chat shows no name above. */
  title?: string;
  /** What the app itself says between. */
  system?: string;
  /** Whoever answers, and the buyer, as names beside what they say. */
  names: { other: string; buyer: string };
  /** A day as `2026-09-12`, and the hour. */
  day: string;
  hour: number;
  said: readonly SaidInChat[];
}

const minutes = (of: ChatOf, at: number): string => `${of.hour}:${String((7 + at * 3) % 60).padStart(2, '0')}`;
const small = (text: string, css = ''): string =>
  `<div style="text-align:center;font-size:22px;color:#999;margin:18px 0;${css}">${text}</div>`;

/** A chat as one of several apps shows it. */
export function chatIn(chat: UnseenChat, of: ChatOf, size: number): string {
  const { title, system, names, said } = of;
  const between2 = system ? small(system) : '';
  switch (chat) {
    case 'telegram':
      return (
        (title
          ? `<div style="display:flex;align-items:center;background:#517da2;color:#fff;padding:16px 24px">${arrow}<div style="width:64px;height:64px;border-radius:50%;background:#e17076;margin-right:20px"></div><div><div style="font-size:${size + 2}px;font-weight:bold">${title}</div><div style="font-size:${size - 6}px;opacity:.8">最近在线</div></div></div>`
          : '') +
        `<div style="background:#d5e3ee;padding:10px 0 30px">${small(of.day, 'color:#567')}${between2}` +
        said
          .map(
            ({ side, html }, i) =>
              `<div style="display:flex;margin:14px 20px;${side === 'buyer' ? 'justify-content:flex-end' : ''}"><div style="max-width:480px;background:${side === 'buyer' ? '#e1ffc7' : '#fff'};border-radius:16px;padding:12px 18px;font-size:${size}px">${html}<span style="float:right;margin:10px 0 0 18px;font-size:${size - 10}px;color:#8a9">${minutes(of, i)}</span></div></div>`,
          )
          .join('') +
        '</div>'
      );
    case 'discord':
      return (
        `<div style="background:#313338;color:#dbdee1;padding:10px 0 30px">` +
        (title
          ? `<div style="font-size:${size + 2}px;font-weight:bold;padding:16px 24px;border-bottom:1px solid #222">@ ${title}</div>`
          : '') +
        between2 +
        said
          .map(
            ({ side, html }, i) =>
              `<div style="display:flex;margin:20px 24px"><div style="width:60px;height:60px;border-radius:50%;background:${side === 'buyer' ? '#5865f2' : '#f0b232'};flex:none;margin-right:20px"></div><div><div><span style="font-size:${size - 1}px;font-weight:bold;color:#fff">${names[side]}</span><span style="font-size:${size - 9}px;color:#949ba4;margin-left:20px">${of.day.replaceAll('-', '/')} ${minutes(of, i)}</span></div><div style="font-size:${size - 1}px">${html}</div></div></div>`,
          )
          .join('') +
        '</div>'
      );
    case 'desk':
      return (
        (title ? `<div style="background:#f60;color:#fff;font-size:${size}px;padding:18px 28px">${title}</div>` : '') +
        between2 +
        said
          .map(
            ({ side, html }, i) =>
              `<div style="margin:18px 26px;text-align:${side === 'buyer' ? 'right' : 'left'}"><div style="font-size:${size - 7}px;color:#888">${side === 'buyer' ? '我' : names.other} ${of.day} ${minutes(of, i)}</div><div style="display:inline-block;text-align:left;max-width:500px;border:1px solid #ddd;background:${side === 'buyer' ? '#d6ebff' : '#fafafa'};padding:12px 18px;margin-top:8px;font-size:${size}px">${html}</div></div>`,
          )
          .join('')
      );
    case 'ticket':
      return (
        `<div style="font-size:${size + 4}px;font-weight:bold;margin:24px 30px">咨询单</div>` +
        (title ? `<div style="font-size:${size}px;margin:14px 30px">${title}</div>` : '') +
        between2 +
        said
          .map(
            ({ side, html }, i) =>
              `<div style="margin:16px 30px;border:1px solid #e5e5e5;border-radius:8px;padding:16px 20px"><div style="display:flex;justify-content:space-between;font-size:${size - 6}px;color:#777"><span>${side === 'buyer' ? '我的留言' : '商家回复'}</span><span>${of.day.slice(5)} ${minutes(of, i)}</span></div><div style="font-size:${size}px;margin-top:12px">${html}</div></div>`,
          )
          .join('')
      );
    case 'shopping':
      return (
        (title
          ? between(
              `${arrow}${title}`,
              `<span style="font-size:22px;border:1px solid #f50;color:#f50;border-radius:20px;padding:4px 16px">进店</span>`,
              `padding:18px 26px;font-size:${size + 2}px;background:#fff`,
            )
          : '') +
        small(`${of.day.slice(5)} ${minutes(of, 0)}`) +
        between2 +
        said
          .map(
            ({ side, html }, i) =>
              `<div style="display:flex;align-items:flex-end;margin:22px 20px;${side === 'buyer' ? 'justify-content:flex-end' : ''}">${side === 'buyer' ? `<span style="font-size:20px;color:#aaa;margin-right:16px">${i < said.length - 1 ? '已读' : '未读'}</span>` : '<div style="width:64px;height:64px;background:#fc9;border-radius:50%;align-self:flex-start;margin-right:16px"></div>'}<div style="max-width:440px;background:${side === 'buyer' ? '#ffd9b8' : '#f3f3f3'};border-radius:22px;padding:16px 22px;font-size:${size}px">${html}</div></div>`,
          )
          .join('') +
        `<div style="margin:30px 24px;border:1px solid #ddd;border-radius:34px;padding:14px 30px;color:#aaa;font-size:${size - 3}px">请输入消息</div>`
      );
    case 'abroad':
      return (
        (title
          ? `<div style="text-align:center;padding:18px;border-bottom:1px solid #e5e5e5"><div style="font-size:${size}px;font-weight:600">${title}</div><div style="font-size:${size - 8}px;color:#3a3">Active now</div></div>`
          : '') +
        small(`Today ${of.hour > 12 ? of.hour - 12 : of.hour}:07 ${of.hour > 11 ? 'PM' : 'AM'}`) +
        between2 +
        said
          .map(
            ({ side, html }) =>
              `<div style="display:flex;margin:10px 24px;${side === 'buyer' ? 'justify-content:flex-end' : ''}"><div style="max-width:470px;border-radius:30px;padding:14px 24px;font-size:${size}px;${side === 'buyer' ? 'background:#0a7cff;color:#fff' : 'background:#e9e9eb;color:#000'}">${html}</div></div>`,
          )
          .join('') +
        '<div style="text-align:right;font-size:20px;color:#999;margin:0 30px">Delivered</div>'
      );
  }
}

export interface FailureOf {
  /** HTML of what failed, of the words above and on the button. */
  failure: string;
  title: string;
  button: string;
}

/** A page that says that something did not work. */
export function failureIn(form: UnseenFailure, { failure, title, button }: FailureOf, size: number): string {
  const push = `<div style="margin:30px 60px;background:#2a7;color:#fff;border-radius:40px;text-align:center;padding:16px;font-size:${size}px">${button}</div>`;
  switch (form) {
    case 'toast':
      return `<div style="margin:220px auto 60px;width:fit-content;max-width:520px;background:#333;color:#fff;border-radius:14px;padding:20px 30px;font-size:${size - 2}px;text-align:center">${failure}</div>${push}`;
    case 'underInput':
      return `<div style="margin:60px 40px 0;border:2px solid #d33;border-radius:8px;height:${size * 2}px"></div><div style="margin:10px 44px;color:#d33;font-size:${size - 4}px">${failure}</div>${push}`;
    case 'wholePage':
      return `<div style="margin:160px auto 40px;width:120px;height:120px;border-radius:50%;background:#e54"></div><div style="text-align:center;font-size:${size + 6}px;margin:0 50px 26px;font-weight:bold">${title}</div><div style="text-align:center;font-size:${size}px;margin:0 60px;color:#666">${failure}</div>${push}`;
    case 'sheet':
      return `<div style="margin-top:300px;border-radius:30px 30px 0 0;border:1px solid #ddd;padding:30px 40px"><div style="font-size:${size + 4}px;font-weight:bold;margin-bottom:22px">${title}</div><div style="font-size:${size}px">${failure}</div>${push}</div>`;
    case 'strip':
      return `<div style="background:#fdecea;color:#a22;padding:22px 30px;margin:30px 0;font-size:${size}px">${failure}</div>`;
  }
}
