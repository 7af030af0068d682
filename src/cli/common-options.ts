import { flag, text, type OptionsOf, type OptionTable } from './options.ts';

/** The options that mean one thing everywhere, before or after the name of a command. */
export const COMMON = {
  case: text('-c, --case <file>', '用哪个案卷：文件或名字'),
  json: flag('--json', '标准输出为一个 JSON 文档'),
  yes: flag('-y, --yes', '不提问：采用读到的，缺什么就报错'),
  color: flag('--no-color', '不用颜色'),
  quiet: flag('-q, --quiet', '只输出结果和错误'),
  debug: flag('--debug', '出错时显示详情'),
} as const satisfies OptionTable;

export type CommonOptions = Partial<OptionsOf<typeof COMMON>>;
