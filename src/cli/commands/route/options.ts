import { declare, type Options } from '../../command.ts';
import { flag, text, why } from '../../options.ts';

export const ROUTE = {
  ...declare('route', '现在走哪个渠道、为什么、怎么去', {
    facts: text('--facts <file>', '不用案卷，从 JSON 文件（- 为标准输入）判断'),
    all: flag('--all', '全部渠道：现在可走、以后再走、走不通'),
    why,
  }),
  examples: ['kameng route', 'kameng route --all --why'],
};

export type RouteOptions = Options<typeof ROUTE>;
