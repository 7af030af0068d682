import { declare, type Args, type Options } from '../../command.ts';
import { number, text } from '../../options.ts';
import { day } from '../../time-options.ts';

export const PLATFORM = declare('platform [assignment...]', '记下平台自己的规则（不是法律）', {
  clause: text('--clause <no>', '条款号'),
  quote: text('--quote <text>', '规则原文'),
  url: text('--url <address>', '规则页面地址'),
  versionOn: day('--version-on <date>', '规则版本日期'),
  exhibit: number('--exhibit <no>', '规则页面是第几号证据', '证据编号'),
});

export type PlatformArgs = Args<typeof PLATFORM>;
export type PlatformOptions = Options<typeof PLATFORM>;
