import { declare, type Options } from '../../command.ts';
import { path, text } from '../../options.ts';

export const SEAL = declare(
  'seal',
  '请时间戳机构证明案卷此刻已经存在（RFC 3161）：写出请求，收下回复；本程序不联网',
  {
    out: path('--out <dir>', '请求写到哪个文件夹（默认当前文件夹）'),
    authority: text('--authority <url>', '时间戳机构的网址，写进要运行的命令里'),
    reply: path('--reply <file>', '机构的回复（.tsr）：核对并存进案卷'),
    trust: path('--trust <pem>', '机构的根证书（PEM），系统不认识它时给出'),
  },
  ['kameng seal --out 时间戳', 'kameng seal --reply 时间戳/回复.tsr'],
);

export type SealOptions = Options<typeof SEAL>;
