import { declare, type Options } from '../../command.ts';
import { flag, text } from '../../options.ts';

export const DUE = declare(
  'due',
  '所有案卷里有日期的事',
  {
    ics: text('--ics <file>', '写成日历文件'),
    rule: text('--rule <id>', '只算一条规则的期限，不用案卷'),
    start: text('--start <date>', '从哪一天（或哪一刻）起算，如 昨天、2026-11-23'),
    all: flag('--all', '全部显示，更远的和更早的也在内'),
    why: flag('--why', '写明每个日子怎么算出来，依据哪条规则'),
  },
  ['kameng due', 'kameng due --ics 日历.ics', 'kameng due --rule REG-01 --start 昨天'],
);

export type DueOptions = Options<typeof DUE>;
