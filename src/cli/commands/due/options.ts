import { declare, type Options } from '../../command.ts';
import { flag, text } from '../../options.ts';

export const DUE = declare('due', '所有案卷里有日期的事', {
  ics: text('--ics <file>', '写成日历文件'),
  rule: text('--rule <id>', '只算一条规则的期限，不用案卷'),
  start: text('--start <date>', '从哪一天（或哪一刻）起算，如 昨天、2026-11-23'),
  all: flag('--all', '早已过去的也全部显示'),
  why: flag('--why', '写明依据的规则编号'),
});

export type DueOptions = Options<typeof DUE>;
