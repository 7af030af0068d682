import { composedLabel, composedOther } from '../looks/compose.ts';
import type { Draw } from '../looks/draw.ts';
import { TRAIN } from '../looks/train.ts';
import type { Layout, Trouble, Words } from '../looks/words.ts';
import {
  free,
  KEYS,
  KNOWN_NAMES,
  type LabelKey,
  labels,
  learningLayouts,
  LETTERS,
  mayBeDrawn,
  nones,
  SAID,
  type Side,
  WIDER,
} from './corpus.ts';
import {
  BEFORE_GOODS,
  BEHIND_GOODS,
  CHAT_EXTRAS,
  FOOTERS,
  HEADERS,
  NICKS,
  WHATS_TOO,
  WHYS_MORE,
} from './more-words.ts';
import { footerWords, headerWords } from './site-words.ts';
import {
  BANNERS,
  BUTTONS,
  CITIES,
  COMPANY_ENDS,
  DIALOGS,
  ENDS,
  GOODS,
  GOODS_ENDS,
  LOGINS,
  PAGES,
  PLATFORM_ENDS,
  STATES,
  SYSTEM,
  TITLES,
  WHATS,
  WHYS,
  WHYS_TOO,
} from './words.ts';
import {
  BEHIND_NAMES,
  dialogName,
  failureWords,
  goodsName,
  LATIN_NAMES,
  pageName,
  unknownLabel,
} from './wide-words.ts';

/** So often a layout is one that nobody wrote down. */
const MADE_SHARE = 0.6;
const MOST_MADE = 1_000_000_000;

function layoutsOf(draw: Draw, side: Side): readonly Layout[] {
  if (!draw.chance(MADE_SHARE)) return learningLayouts(side);
  return Array.from({ length: 4 }, (): Layout => {
    const number = draw.int(0, MOST_MADE);
    return side === 'held' || (side === 'all' && draw.chance(0.3)) ? `held:${number}` : `made:${number}`;
  });
}

/** So many of a dispute's labels mean nothing. */
const UNKNOWN_LABELS = [0, 0.03, 0.06, 0.1, 0.25];

/** Other words for each dispute: some of lists, some made up of letters, so that the words themselves tell little. */
export function learningWords(draw: Draw, side: Side = 'all'): Words {
  const base = draw.pick([TRAIN, ...WIDER]);
  const allowed = (word: string): boolean => mayBeDrawn(word, side);
  const unknown = draw.pick(UNKNOWN_LABELS);
  const label = (key: LabelKey): string => {
    if (draw.chance(unknown)) return unknownLabel(draw, key, LETTERS);
    const listed = side === 'held' || draw.chance(0.55) ? [] : labels[key].filter(allowed);
    return (listed.length > 0 ? draw.pick(listed) : composedLabel(draw, key, allowed)) ?? draw.pick(labels[key]);
  };
  const random = (from: number, to: number): string => draw.code(LETTERS, draw.int(from, to));
  const shop = (): string =>
    draw.pick([
      () => random(2, 4) + random(1, 3),
      () => random(2, 4) + draw.pick(ENDS),
      () => random(2, 4) + draw.pick(ENDS),
      () => random(1, 3) + draw.pick(NICKS),
      () => draw.pick(LATIN_NAMES) + draw.pick(ENDS),
      () =>
        draw.pick(['A', '@', '小', '老', '阿']) + random(2, 4) + draw.pick(['', draw.digits(2), '_', '呀', '吖', '~']),
    ])();
  const company = (): string => draw.pick(CITIES) + random(2, 4) + draw.pick(COMPANY_ENDS);
  const platform = (): string =>
    draw.chance(0.25)
      ? draw.pick(base.platforms)
      : draw.chance(0.4)
        ? draw.pick(KNOWN_NAMES)
        : random(2, 3) + draw.pick(PLATFORM_ENDS);
  const product = (): string =>
    draw.chance(0.35)
      ? draw.pick([() => draw.pick(base.products), () => goodsName(draw)])()
      : (draw.chance(0.4) ? random(2, 5) : draw.pick(GOODS)) +
        draw.pick(['', '', ' ', random(1, 3)]) +
        draw.pick(GOODS_ENDS).replace('%', String(draw.pick([5, 10, 30, 50, 100, 648, 1000, 2400])));
  const offered = (): string =>
    draw.chance(0.2)
      ? draw.pick(free(BEFORE_GOODS)) + product() + draw.pick(['', '', draw.pick(free(BEHIND_GOODS))])
      : product();
  const failure = (): string => (draw.chance(0.4) ? failureWords(draw) : listedFailure());
  const listedFailure = (): string =>
    draw.pick([...WHATS, ...free(WHATS_TOO), random(2, 4)]) +
    draw.pick(['', '', '提示', '状态', '已', '可能', '当前']) +
    draw.pick([...WHYS, ...free(WHYS_TOO), ...free(WHYS_MORE)]) +
    draw.pick(['', '，请重试', '，请联系客服', '(' + draw.digits(4) + ')', '！']);
  const many = <T>(make: () => T, count: number): T[] => Array.from({ length: count }, make);
  const mixed = (own: readonly string[], make: () => string): string[] =>
    draw.chance(0.35) ? [...own] : many(make, 4);
  const other = (): [string, string] => {
    const [name, value] = side === 'held' || draw.chance(0.5) ? composedOther(draw, allowed) : listedOther();
    return [draw.chance(unknown) ? unknownLabel(draw, undefined, LETTERS) : name, value];
  };
  const listedOther = (): [string, string] => [
    draw.pick(nones),
    draw.pick([
      () => random(2, 5),
      () => `¥${draw.int(0, 90)}.${draw.digits(2)}`,
      () => `2026-${draw.int(10, 12)}-${draw.int(10, 28)} 1${draw.int(0, 9)}:${draw.int(10, 59)}:${draw.int(10, 59)}`,
      () => draw.digits(draw.int(1, 20)),
      () => draw.pick(STATES),
      () => draw.pick(['无', '是', '否', '已开启', '普通', '默认', '在线支付', '虚拟物品']),
      () => `-¥${draw.int(1, 9)}.00`,
      () => draw.code('ABCDEFGHJK0123456789', draw.int(6, 18)),
      () => `1${draw.digits(2)}****${draw.digits(4)}`,
    ])(),
  ];
  return {
    ...base,
    layouts: layoutsOf(draw, side),
    labels: Object.fromEntries(KEYS.map((key) => [key, many(() => label(key), 2)])) as unknown as Words['labels'],
    others: draw.chance(0.2) ? base.others : many(other, 6),
    shops: draw.chance(0.25) ? base.shops : { first: many(shop, 4), second: [''] },
    companies: mixed(base.companies, company),
    platforms: many(platform, 4),
    products: many(offered, 5),
    states: mixed(base.states, () =>
      draw.chance(0.2)
        ? draw.pick(['商家', '卖家', '店铺', '买家', '平台', '订单']) +
          draw.pick(['已', '未', '正在', '']) +
          random(2, 4)
        : draw.pick(free(STATES)),
    ),
    banners: mixed(base.banners, () =>
      draw.chance(0.4) ? random(3, 6) + draw.pick(['，', ' ', '']) + random(3, 6) : draw.pick(free(BANNERS)),
    ),
    buttons: mixed(base.buttons, () => draw.pick(free(BUTTONS))),
    orderTitles: mixed(base.orderTitles, () => draw.pick(free(TITLES))),
    voucherTitles: mixed(base.voucherTitles, () => draw.pick(free(TITLES))),
    dialogTitles: mixed(base.dialogTitles, () => draw.pick([draw.pick(free(DIALOGS)), dialogName(draw)])),
    dialogButtons: mixed(base.dialogButtons, () => draw.pick(free(BUTTONS))),
    failurePages: mixed(base.failurePages, () => draw.pick([draw.pick(free(PAGES)), pageName(draw)])),
    loginFailures: mixed(base.loginFailures, () => draw.pick(free(LOGINS))),
    system: mixed(base.system, () => draw.pick(free(SYSTEM))),
    greetings: mixed(base.greetings, () => draw.pick(SAID)),
    complaints: draw.chance(0.4)
      ? base.complaints
      : (Object.fromEntries(Object.keys(base.complaints).map((key) => [key, many(() => draw.pick(SAID), 3)])) as Record<
          Trouble,
          string[]
        >),
    wallets: mixed(base.wallets, () =>
      draw.pick(
        free([
          '余额',
          '零钱通',
          '余额宝',
          '招商银行储蓄卡(1234)',
          '建设银行(8801)',
          '信用卡',
          '京东支付',
          '银行卡支付',
          'QQ钱包',
          '工商银行信用卡',
        ]),
      ),
    ),
    headers: draw.chance(0.5) ? [...base.headers, ...free(HEADERS)] : many(() => headerWords(draw), 4),
    footers: draw.chance(0.5) ? [...base.footers, ...free(FOOTERS)] : many(() => footerWords(draw), 4),
    failures: draw.chance(0.4)
      ? base.failures
      : (Object.fromEntries(Object.keys(base.failures).map((key) => [key, many(failure, 3)])) as Record<
          Trouble,
          string[]
        >),
    answers: draw.chance(0.3) ? base.answers : many(() => (draw.chance(0.3) ? random(3, 12) : draw.pick(SAID)), 4),
    promises: mixed(base.promises, () => draw.pick(SAID)),
    chatExtras: [...base.chatExtras, ...free(CHAT_EXTRAS), ...free(BEHIND_NAMES)],
  };
}

const both = <K extends 'first' | 'second'>(key: K): string[] =>
  free([TRAIN, ...WIDER].flatMap(({ shops }) => [...shops[key]]));

/** Held-out labels and layouts around names and states such as pages have, for rules to be tried with. */
export function foldWords(draw: Draw): Words {
  const made = learningWords(draw, 'held');
  const set = draw.pick([TRAIN, ...WIDER]);
  const around = draw.chance(0.5) ? made : set;
  return {
    ...set,
    layouts: made.layouts,
    labels: made.labels,
    others: made.others,
    shops: { first: both('first'), second: both('second') },
    states: around.states,
    banners: around.banners,
    buttons: around.buttons,
    orderTitles: around.orderTitles,
    voucherTitles: around.voucherTitles,
    headers: around.headers,
    footers: around.footers,
    dialogTitles: around.dialogTitles,
    dialogButtons: around.dialogButtons,
    failurePages: around.failurePages,
    system: around.system,
    chatExtras: around.chatExtras,
  };
}
