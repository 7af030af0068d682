import { declare, type Options } from '../../command.ts';
import { flag } from '../../options.ts';

export const MCP = declare(
  'mcp',
  '给本机的聊天助手用（MCP，标准输入输出）：默认只能看，不能改',
  {
    write: flag('--write', '还可以起草跟进和文书；草稿由你在终端用 kameng draft 看过才算数'),
    clear: flag('--clear', '不遮姓名、号码和卡密（助手会看到原文）'),
  },
  ['kameng mcp', 'kameng mcp --write'],
);

export type McpOptions = Options<typeof MCP>;
