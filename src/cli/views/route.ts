import type { ChalkInstance } from 'chalk';
import type { Routed } from '../../clerk/cases/route-case.ts';
import { CHANNELS } from '../../model/dispute.ts';
import type { ChannelStatus } from '../../model/outcome.ts';
import { printable } from '../../model/text.ts';

const LIABLE = { merchant: '商家', platform: '平台', payment: '支付机构' } as const;
/** The legal relation in the buyer's words. */
const BASES: Readonly<Record<string, string>> = {
  sale: '网上买卖',
  service: '网络服务',
  void: '合同可能无效，只能要求返还',
  minor: '未成年人付的款，由监护人要求返还',
  unjust_enrichment: '自己付错了，向收到的人要求返还',
  not_consumer: '经营用途的买卖，不按消费者保护',
  foreign: '卖家在境外',
  unknown: '还定不下来，先说清买的是什么',
};
const STATUS: Record<ChannelStatus, string> = { now: '现在可走', later: '以后再走', blocked: '走不通', done: '已结束' };
const ORDER: readonly ChannelStatus[] = ['now', 'later', 'blocked', 'done'];

/** Who answers for it, and each channel under its status with its reasons and what it needs. */
export function routeLines({ route, needs }: Routed, colors: ChalkInstance): string[] {
  const shade = { now: colors.green, later: colors.yellow, blocked: colors.red, done: colors.dim };
  const basis = BASES[route.basis.id];
  const rules = route.basis.rules.length > 0 ? colors.dim(`（${route.basis.rules.join('、')}）`) : '';
  const lines = [
    `${colors.bold('法律关系：')}${basis ?? route.basis.id}${rules}`,
    `${colors.bold('该负责的：')}${route.liable.map((who) => LIABLE[who]).join('、') || '还看不出'}`,
  ];
  for (const status of ORDER) {
    const channels = route.channels.filter((channel) => channel.status === status);
    if (channels.length === 0) continue;
    lines.push('', shade[status](STATUS[status]));
    for (const channel of channels) {
      lines.push(`  ${colors.bold(CHANNELS[channel.id].label)}`);
      for (const reason of channel.reasons)
        lines.push(`    ${printable(reason.text)}${colors.dim(`（${reason.rule}）`)}`);
      for (const need of channel.needs.map((code) => needs[code]!))
        lines.push(`    ${need.met ? colors.green('已有') : colors.yellow('需要')} ${need.words}`);
    }
  }
  if (route.warnings.length > 0) lines.push('', colors.bold('注意'));
  for (const warning of route.warnings)
    lines.push(`  ! ${printable(warning.text)}${colors.dim(`（${warning.rule}）`)}`);
  return lines;
}
