import { declare, type Options } from '../../command.ts';
import { flag } from '../../options.ts';

export const TIMELINE = declare(
  'timeline',
  '按时间顺序看发生过的事',
  {
    all: flag('--all', '聊天和收入的证据也逐条显示'),
  },
  ['kameng timeline', 'kameng timeline --all'],
);

export type TimelineOptions = Options<typeof TIMELINE>;
