import { declare, type Options } from '../../command.ts';
import { flag } from '../../options.ts';

export const CHECK = declare(
  'check',
  '检查三类证据是否齐全、互相是否一致、期限是否临近',
  {
    all: flag('--all', '全部列出'),
    why: flag('--why', '写明依据的规则编号'),
  },
  ['kameng check', 'kameng check --why'],
);

export type CheckOptions = Options<typeof CHECK>;
