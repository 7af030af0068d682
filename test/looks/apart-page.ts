import { EVERYDAY_OTHERS, EVERYDAY_WALLETS, type Everyday, type EverydayKey } from './everyday.ts';
import { pad, parts } from './forms.ts';
import { esc, playing } from './layout-parts.ts';
import type { Context } from './pieces.ts';

/** A label beside what it names; both are HTML. */
export interface Cell {
  key: string;
  label: string;
  value: string;
  /** How much there is to show. */
  length: number;
}

/** How a time is printed: a page has one way for all of its times. */
const TIMES = [
  ([y, m, d, h, min, s]: string[]) => `${y}-${m}-${d} ${h}:${min}:${s}`,
  ([y, m, d, h, min, s]: string[]) => `${y}-${m}-${d} ${h}:${min}:${s}`,
  ([y, m, d, h, min]: string[]) => `${y}-${m}-${d} ${h}:${min}`,
  ([y, m, d, h, min, s]: string[]) => `${y}/${m}/${d} ${h}:${min}:${s}`,
  ([y, m, d, h, min, s]: string[]) => `${y}.${m}.${d} ${h}:${min}:${s}`,
  ([y, m, d, h, min, s]: string[]) => `${y}年${Number(m)}月${Number(d)}日 ${h}:${min}:${s}`,
  ([y, m, d, h, min]: string[]) => `${y}年${m}月${d}日 ${h}:${min}`,
];
type HowTime = (typeof TIMES)[number];
export const DASHED: HowTime = TIMES[0]!;
export const IN_WORDS: HowTime = TIMES[5]!;

/** A page while it is drawn: what it says, and what a careful person reads off it. */
export class Page {
  readonly fields: Record<string, string> = {};
  readonly written: Record<string, string> = {};
  readonly size: number;
  readonly gap: number;
  readonly side: number;
  /** What the shop asked for before anything was taken off. */
  readonly listFen: number;
  readonly context: Context;
  how: HowTime;
  readonly #sign: string;
  /** How many of the labels are not the everyday ones. */
  readonly #rare: number;

  constructor(context: Context) {
    const { draw } = context;
    this.context = context;
    this.size = draw.pick([26, 28, 28, 30]);
    this.gap = draw.int(12, 26);
    this.side = draw.int(24, 40);
    this.listFen = context.deal.fen + draw.pick([0, 0, 100, 200, 320, 1500]);
    this.how = draw.pick(TIMES);
    this.#sign = draw.pick(['¥', '¥', '￥', '¥ ']);
    this.#rare = draw.pick([0, 0.1, 0.3, 0.8]);
  }

  /** Words that a careful person takes for this fact. @param value where it is another than the words */
  say(key: string, text: string, value = text): string {
    this.fields[key] = value;
    this.written[key] = text;
    return playing(key, text);
  }

  /** Whoever was paid, as a bill names it. Half a person's name is no shop's, and no fault where it is taken for one. */
  payee(name: string): string {
    if (name.includes('*')) this.written['payee'] = name;
    else this.written['merchant'] = this.fields['merchant'] = name;
    return playing('payee', name);
  }

  money(fen: number): string {
    return `${this.#sign}${(fen / 100).toFixed(2)}`;
  }

  /** The sum that was paid. */
  paid(text = this.money(this.context.deal.fen)): string {
    return this.say('amount', text, (this.context.deal.fen / 100).toFixed(2));
  }

  /** A moment that a fact is made of. */
  time(key: 'orderedAt' | 'paidAt', how = this.how): string {
    const at = parts(this.context.deal[key]).map(String);
    const [y, m, d, h, min, s] = at;
    const seconds = how(at).includes(`:${s}`) ? s : '00';
    return this.say(key, how(at), `${y}-${m}-${d}T${h}:${min}:${seconds}+08:00`);
  }

  /** Another moment, so many seconds after the payment. */
  later(seconds: number): string {
    return esc(this.how(parts(new Date(this.context.deal.paidAt.getTime() + seconds * 1000)).map(String)));
  }

  label<Key extends EverydayKey>(key: Key, usual: Everyday<Key>): string {
    const { draw, words } = this.context;
    return `<span data-part="label">${esc(draw.chance(this.#rare) ? draw.pick(words.labels[key]) : usual)}</span>`;
  }

  cell<Key extends EverydayKey>(key: Key, usual: Everyday<Key>, value: string): Cell {
    return { key, label: this.label(key, usual), value, length: textOf(value).length };
  }

  /** A label that no fact is made of. */
  aside(label: string, value: string): Cell {
    return {
      key: 'none',
      label: `<span data-part="label">${esc(label)}</span>`,
      value: `<span data-part="none">${value}</span>`,
      length: textOf(value).length,
    };
  }

  /** What everybody says, or what this set alone says. */
  oneOf(everyday: readonly string[], own: readonly string[]): string {
    const { draw } = this.context;
    return draw.pick(draw.chance(0.5) ? everyday : own);
  }

  /** Some labels that no fact is made of. */
  asides(most: number): Cell[] {
    const { draw, words } = this.context;
    return draw
      .some([...words.others, ...EVERYDAY_OTHERS], draw.int(0, most))
      .map(([label, value]) => this.aside(label, esc(value)));
  }

  orderNo(usual: Everyday<'orderNo'> = '订单编号'): Cell {
    return this.cell('orderNo', usual, this.say('orderNo', this.context.deal.orderNo));
  }

  code(usual: Everyday<'cardCode'> = '卡密'): Cell[] {
    const { card } = this.context.deal;
    return card ? [this.cell('cardCode', usual, this.say('cardCode', card))] : [];
  }

  account(usual: Everyday<'account'> = '充值账号'): Cell[] {
    const { account } = this.context.deal;
    return account ? [this.cell('account', usual, this.say('account', account))] : [];
  }

  paidBy(usual: Everyday<'paidBy'> = '支付方式', how?: string): Cell {
    return this.cell(
      'paidBy',
      usual,
      playing('paidBy', how ?? this.oneOf(EVERYDAY_WALLETS, this.context.words.wallets)),
    );
  }

  css(more = ''): string {
    return `margin:${this.gap}px ${this.side}px;font-size:${this.size}px;${more}`;
  }
}

const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');

/** How rows of labels and values stand. */
export type RowsAs = 'ends' | 'left' | 'colon' | 'stack' | 'lines' | 'boxes';
const COPIED = new Set(['orderNo', 'tradeNo', 'merchantOrderNo', 'cardCode']);

export interface RowsHow {
  copy?: string;
  /** What a value is followed by where it leads on. */
  arrow?: ReadonlySet<string>;
  grey?: string;
  small?: number;
}

/** Rows of labels and values. */
export function rowsOf(page: Page, cells: readonly Cell[], as: RowsAs, how: RowsHow = {}): string {
  const { size, gap, side } = page;
  const { copy, arrow, grey = '#888', small = 2 } = how;
  const font = size - small;
  const behind = ({ key }: Cell): string =>
    copy && COPIED.has(key)
      ? `<span style="margin-left:18px;color:#07c;font-size:${font - 2}px;white-space:nowrap">${copy}</span>`
      : arrow?.has(key)
        ? `<span style="margin-left:10px;color:#bbb">${'&gt;'}</span>`
        : '';
  const line = (inner: string, css = ''): string =>
    `<div style="margin:${gap}px ${side}px;font-size:${font}px;${css}">${inner}</div>`;
  const drawn: Record<RowsAs, (cell: Cell) => string> = {
    ends: (cell) =>
      line(
        `<div style="color:${grey};flex:none">${cell.label}</div><div style="display:flex;max-width:68%;margin-left:26px"><div style="text-align:right;overflow-wrap:anywhere">${cell.value}</div>${behind(cell)}</div>`,
        'display:flex;justify-content:space-between',
      ),
    left: (cell) =>
      line(
        `<div style="color:${grey};flex:none;width:${Math.max(font * 5.6, textOf(cell.label).length * font + 20)}px">${cell.label}</div><div style="flex:0 1 auto;overflow-wrap:anywhere">${cell.value}</div>${behind(cell)}`,
        'display:flex',
      ),
    colon: (cell) =>
      line(`<span style="color:${grey}">${cell.label}：</span>${cell.value}${behind(cell)}`, 'overflow-wrap:anywhere'),
    stack: (cell) =>
      line(
        `<div style="color:${grey};font-size:${font - 4}px">${cell.label}</div><div style="margin-top:6px;overflow-wrap:anywhere">${cell.value}${behind(cell)}</div>`,
      ),
    lines: (cell) =>
      line(
        `<div style="color:${grey};flex:none">${cell.label}</div><div style="flex:1;text-align:right;margin-left:26px;overflow-wrap:anywhere">${cell.value}${behind(cell)}</div>`,
        'display:flex;border-bottom:1px solid #eee;padding-bottom:12px',
      ),
    boxes: (cell) =>
      `<div style="display:flex;margin:0 ${side}px;border:1px solid #e4e4e4;border-top:0;font-size:${font - 2}px"><div style="width:190px;flex:none;background:#f7f7f7;padding:12px;color:${grey}">${cell.label}</div><div style="padding:12px;overflow-wrap:anywhere">${cell.value}${behind(cell)}</div></div>`,
  };
  return cells.map((cell) => drawn[as](cell)).join('');
}

/** A chevron as apps draw it, without a letter. */
export const chevron = (turned = 45, colour = '#333'): string =>
  `<span style="display:inline-block;width:16px;height:16px;border-left:4px solid ${colour};border-bottom:4px solid ${colour};transform:rotate(${turned}deg)"></span>`;
export const grey = (text: string, size: number, css = ''): string =>
  `<div style="text-align:center;font-size:${size}px;color:#a0a0a0;margin:20px 50px;${css}">${text}</div>`;
export const gapBar = '<div style="height:16px;background:#f3f3f3"></div>';
export const between = (left: string, right: string, css: string): string =>
  `<div style="display:flex;justify-content:space-between;align-items:center;${css}"><div>${left}</div><div style="flex:none;margin-left:20px">${right}</div></div>`;
export const picture = (css: string): string => `<div style="background:#d9d9d9;flex:none;${css}"></div>`;
export const buttons = (page: Page, words: readonly string[]): string =>
  `<div style="display:flex;justify-content:flex-end;gap:20px;margin:26px ${page.side}px;font-size:${page.size - 3}px">${words
    .map((one) => `<span style="border:1px solid #bbb;border-radius:30px;padding:8px 22px">${one}</span>`)
    .join('')}</div>`;
export const clock = (hour: number, minute: number): string => `${pad(hour % 24)}:${pad(minute % 60)}`;
