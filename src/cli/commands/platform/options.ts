import type { PlatformRule } from '../../../model/snapshot.ts';
import { declare, type Args, type Options } from '../../command.ts';
import { flag, number, text } from '../../options.ts';
import { day } from '../../time-options.ts';

/** What a platform's agreement can say that the deadlines use. */
export const PLATFORM_KEYS: Record<PlatformRule['key'], string> = {
  report_window: '多久之内要反馈问题',
  first_reply: '多久之内首次答复',
  refund_time: '多久之内退款',
  clause: '其他条款',
};

export const PLATFORM = {
  ...declare('platform [assignment...]', '记下平台自己的规则（不是法律）', {
    clause: text('--clause <no>', '条款号'),
    quote: text('--quote <text>', '规则原文；证据上印着、读到了的不用抄'),
    url: text('--url <address>', '规则页面地址'),
    versionOn: day('--version-on <date>', '规则版本日期'),
    decline: flag('--decline', '证据上印着的这一条不是平台的规则：不再问'),
    exhibit: number('--exhibit <no>', '规则页面是第几号证据', '证据编号'),
  }),
  examples: ['kameng platform', 'kameng platform report_window=48小时 --quote "收货后48小时内申请售后" --exhibit 3'],
  notes: (): [string, string?][] => [
    ['可以记的项：'],
    ...Object.entries(PLATFORM_KEYS).map(([key, says]): [string, string] => [key, says]),
  ],
};

export type PlatformArgs = Args<typeof PLATFORM>;
export type PlatformOptions = Options<typeof PLATFORM>;
