import { declare, type Options } from '../../command.ts';
import { text } from '../../options.ts';

export const ROUTE = declare('route', '谁该负责，现在走哪个渠道，哪个以后走，哪个走不通', {
  facts: text('--facts <file>', '不用案卷，从 JSON 文件（- 为标准输入）判断'),
});

export type RouteOptions = Options<typeof ROUTE>;
