import { declare, type Options } from '../../command.ts';
import { flag, why } from '../../options.ts';

export const CHECK = declare(
  'check',
  '检查三类证据是否齐全、互相是否一致、期限是否临近',
  {
    all: flag('--all', '全部列出'),
    why,
  },
  ['kameng check', 'kameng check --why'],
);

export type CheckOptions = Options<typeof CHECK>;
