import { declare, type Options } from '../../command.ts';
import { flag, oneOf, path, someOf } from '../../options.ts';

const FORMATS = ['docx', 'pdf'] as const;

export const EXPORT = declare('export', '证据目录和后附的图片（法院、律师用），以及 SHA-256 清单', {
  format: someOf('--format <list>', '格式：docx,pdf', {
    of: FORMATS,
    preset: 'docx,pdf',
    refuse: () => `可选：${FORMATS.join('、')}`,
  }),
  out: { ...path('--out <dir>', '写到哪个文件夹'), preset: '证据目录' },
  for: {
    ...oneOf('--for <reader>', '交给谁：court 写“原告”，office 写“投诉人”', ['court', 'office']),
    preset: 'court' as const,
  },
  redacted: flag('--redacted', '遮盖姓名、号码和卡密'),
});

export type ExportOptions = Options<typeof EXPORT>;
