import { declare, type Options } from '../../command.ts';
import { text, unless, type OptionRow } from '../../options.ts';

const PORT_SAYS = '要写 1024 到 65535 的整数';

const port: OptionRow<number> = {
  flags: '--port <n>',
  says: '用哪个端口；不写就用空闲的',
  schema: (z) => z.coerce.number(PORT_SAYS).int(PORT_SAYS).min(1024, PORT_SAYS).max(65_535, PORT_SAYS),
};

export const RECEIVE = declare(
  'receive',
  '从手机收照片和录屏：同一个无线网里直接传，传完就关',
  {
    address: text('--address <ip>', '用本机的哪个局域网地址'),
    port,
    read: unless('--no-read', '只收入，不识别文件内容'),
  },
  ['kameng receive', 'kameng receive --address 192.168.1.5'],
);

export type ReceiveOptions = Options<typeof RECEIVE>;
