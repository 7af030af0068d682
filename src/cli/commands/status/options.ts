import { declare, type Options } from '../../command.ts';
import { flag, why } from '../../options.ts';

export const STATUS = declare(
  'status',
  '一页看清一个案卷，最后是现在要做的一件事',
  {
    all: flag('--all', '全部显示：所有事实、文书、联系和下一步'),
    why,
  },
  ['kameng status', 'kameng status -c 橙子 --all'],
);

export type StatusOptions = Options<typeof STATUS>;
