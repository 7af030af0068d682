import { declare, type Options } from '../../command.ts';
import { flag, path, someOf } from '../../options.ts';

const FORMATS = ['docx', 'pdf'] as const;

export const EXPORT = declare('export', '证据目录和后附的图片（法院、律师用），以及 SHA-256 清单', {
  format: someOf('--format <list>', '格式：docx,pdf', {
    of: FORMATS,
    preset: 'docx,pdf',
    refuse: () => `可选：${FORMATS.join('、')}`,
  }),
  report: flag('--report', '改为写一页 HTML 报告：经过、证据图片、文书，用浏览器打开'),
  out: path('--out <path>', '写到哪个文件夹（不写为 证据目录）；报告写到哪个文件（不写为 案卷报告.html）'),
  redacted: flag('--redacted', '遮盖姓名、号码和卡密'),
});

export type ExportOptions = Options<typeof EXPORT>;
