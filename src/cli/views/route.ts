import type { ChalkInstance } from 'chalk';
import type { Routed } from '../../clerk/cases/route-case.ts';
import { CHANNELS, type Channel } from '../../model/dispute.ts';
import type { ChannelRoute, ChannelStatus } from '../../model/outcome.ts';
import { printable } from '../../model/text.ts';
import { splitAction } from './case.ts';
import { cellsOf } from './cells.ts';
import { hanging } from './wrap.ts';

const LIABLE = { merchant: '商家', platform: '平台', payment: '支付机构' } as const;
/** The legal relation in the buyer's words. */
export const BASES: Readonly<Record<string, string>> = {
  sale: '网上买卖',
  service: '网络服务',
  void: '合同可能无效，只能要求返还',
  minor: '未成年人付的款，由监护人要求返还',
  unjust_enrichment: '自己付错了，向收到的人要求返还',
  not_consumer: '经营用途的买卖，不按消费者保护',
  foreign: '卖家在境外',
  unknown: '还定不下来，先说清买的是什么',
};
const STATUS: Record<ChannelStatus, string> = {
  now: '现在可走',
  later: '以后再走',
  blocked: '走不通',
  done: '已经走过，等结果',
};
const ORDER: readonly ChannelStatus[] = ['now', 'later', 'blocked', 'done'];

/** Where the paper is handed in. */
export const PLACES: Partial<Record<Channel, string>> = {
  merchant: '在买东西的聊天窗口发给商家，截图留底',
  platform: '从平台的客服或投诉页面提交，截图留底',
  platform_operator: '从平台的客服发给平台，或按公示的公司地址寄出，留底',
  regulator: '在全国 12315 平台提交：12315.cn、小程序或 App',
  report: '在全国 12315 平台提交：12315.cn、小程序或 App',
  police: '带身份证、付款手机和证据去所在地派出所',
};

export interface RouteLook {
  width: number;
  /** Rule ids behind the reasons. */
  why: boolean;
  /** In what the payment was made, for the place to complain at. */
  wallet?: string | undefined;
}

/** `找商家`, `12315 投诉`. */
const wayTo = (id: Channel): string =>
  /(?:投诉|举报|说明)$/.test(CHANNELS[id].label) ? CHANNELS[id].label : `找${CHANNELS[id].label}`;

/** The one channel to go to now: what, why, how; the others in one line. */
export function routeBrief(routed: Routed, colors: ChalkInstance, look: RouteLook): string[] {
  const { channels, liable: who, warnings } = routed.route;
  const { width } = look;
  const lines = said('该负责的', liable(who), colors, width);
  const [door] = channels;
  if (door && channels.every((channel) => channel.status === 'done')) {
    lines.push(...hanging('', reasonWords(door.reasons[0]!, look, colors), width));
    return lines;
  }
  const first = firstDoor(routed);
  lines.push(...(first ? doorLines(first, routed, colors, look) : said('现在走这条', idle(channels), colors, width)));
  const open = channels.filter((channel) => channel.status === 'now' && channel !== first);
  const rest = [
    ...(open.length > 0 ? [`也可以走：${names(open)}`] : []),
    ...(['later', 'blocked', 'done'] as const).flatMap((status) => {
      const count = channels.filter((channel) => channel.status === status && channel !== first).length;
      return count > 0 ? [`${STATUS[status]} ${count} 个`] : [];
    }),
  ];
  if (rest.length > 0)
    lines.push(...said('其余', colors.dim(`${rest.join('；')}（kameng route --all）`), colors, width));
  for (const warning of warnings.slice(0, 1))
    lines.push(...said('注意', colors.yellow(printable(warning.text)), colors, width));
  return lines;
}

/**
 * The door that the next steps of the case go to first. Where they go to none and one is waited at, an open door is no
 * more than a choice.
 */
function firstDoor({ route: { channels }, turn }: Routed): ChannelRoute | undefined {
  if (turn) return channels.find(({ id }) => id === turn.door);
  return channels.some(({ status }) => status === 'done') ? undefined : channels.find(({ status }) => status === 'now');
}

const idle = (channels: readonly ChannelRoute[]): string => {
  const waiting = channels.filter((channel) => channel.status === 'done');
  return waiting.length > 0 ? `等${names(waiting)}的结果` : '还没有可走的渠道';
};

/** What a step does at its door; what it says behind its command stands with the step. */
function wayOf(action: string): { words: string; command: string | undefined } {
  const { words, command } = splitAction(action);
  if (command === undefined) return { words, command };
  return { words: action.slice(0, action.indexOf(command)).replace(/[：:]\s*$/, ''), command };
}

function doorLines(first: ChannelRoute, { needs, turn }: Routed, colors: ChalkInstance, look: RouteLook): string[] {
  const { width } = look;
  const complains = `kameng letter --to ${first.id}`;
  const { words, command } = turn ? wayOf(printable(turn.action)) : { words: wayTo(first.id), command: complains };
  // Reasons and needs of a door are those of a complaint there; another paper has its own.
  const own = command === complains && first.status === 'now';
  const lacking = own ? first.needs.filter((code) => !needs[code]!.met).map((code) => needs[code]!.words) : [];
  const [reason] = first.reasons;
  const why = turn && !own ? printable(turn.why) : reason && reasonWords(reason, look, colors);
  return [
    ...said('现在走这条', command === undefined ? words : `${words}：${colors.cyan(command)}`, colors, width),
    ...(why ? said('为什么', why, colors, width) : []),
    ...said('怎么去', placeOf(first.id, look), colors, width),
    ...(lacking.length > 0 ? said('还要', lacking.join('；'), colors, width) : []),
  ];
}

/** A line behind what it is about; these stand one below the other. */
const said = (about: string, words: string, colors: ChalkInstance, width: number): string[] =>
  hanging(colors.bold(about) + ' '.repeat(ABOUT_CELLS - cellsOf(about)), words, width);
const ABOUT_CELLS = cellsOf('现在走这条') + 2;

/** Who answers for it, and each channel under its status with its reasons and what it needs. */
export function routeLines({ route, needs }: Routed, colors: ChalkInstance, look: RouteLook): string[] {
  const { width } = look;
  const shade = { now: colors.green, later: colors.yellow, blocked: colors.red, done: colors.dim };
  const { id, rules } = route.basis;
  const grounds = look.why && rules.length > 0 ? colors.dim(`（${rules.join('、')}）`) : '';
  const lines = [
    `${colors.bold('法律关系：')}${BASES[id] ?? id}${grounds}`,
    `${colors.bold('该负责的：')}${liable(route.liable)}`,
  ];
  for (const status of ORDER) {
    const channels = route.channels.filter((channel) => channel.status === status);
    if (channels.length === 0) continue;
    lines.push('', shade[status](STATUS[status]));
    for (const channel of channels) {
      lines.push(`  ${colors.bold(CHANNELS[channel.id].label)}`);
      for (const reason of channel.reasons) lines.push(...hanging('    ', reasonWords(reason, look, colors), width));
      for (const code of channel.needs) lines.push(...needLine(needs[code]!, '    ', colors, width));
    }
  }
  if (route.warnings.length > 0) lines.push('', colors.bold('注意'));
  for (const warning of route.warnings) lines.push(...hanging('  ! ', reasonWords(warning, look, colors), width));
  return lines;
}

const liable = (who: Routed['route']['liable']): string => who.map((one) => LIABLE[one]).join('、') || '还看不出';

const names = (channels: readonly ChannelRoute[]): string => channels.map(({ id }) => CHANNELS[id].label).join('、');

const reasonWords = (reason: { text: string; rule: string }, { why }: RouteLook, colors: ChalkInstance): string =>
  `${printable(reason.text)}${why ? colors.dim(`（${reason.rule}）`) : ''}`;

function placeOf(id: Channel, { wallet }: RouteLook): string {
  if (id === 'payment' && wallet !== undefined) return `在${wallet}的账单详情里投诉这笔付款`;
  return PLACES[id] ?? '写好文书再交，交出后记一笔：kameng followup';
}

const needLine = (
  need: { words: string; met: boolean },
  first: string,
  colors: ChalkInstance,
  width: number,
): string[] => hanging(first, `${need.met ? colors.green('已有') : colors.yellow('还要')} ${need.words}`, width);
