import { declare, type Options } from '../../command.ts';
import { ASK_PASSPHRASE, PASSPHRASE_FILE } from '../../passphrase.ts';
import { flag, manyWords, oneOf, path, someOf, type OptionRow } from '../../options.ts';

const FORMATS = ['docx', 'pdf'] as const;

/** Alone it asks for a passphrase; with a key it takes nothing but a key, so that no passphrase is written there. */
const ENCRYPT: OptionRow<string | true> = {
  flags: '--encrypt [key]',
  says: '加密证据包（age 格式）：写公钥（age1…）就给它的主人打开，不写就在终端里问口令',
  schema: (z) =>
    z.union([z.literal(true), z.string()]).transform((typed, ctx) => {
      if (typed === true || typed.startsWith('age1')) return typed;
      ctx.addIssue('后面只写 age 公钥（age1…）；口令不写在命令里，别的程序看得到：只写 --encrypt，再按提示输入');
      return z.NEVER;
    }),
};

export const EXPORT = declare(
  'export',
  '证据目录和后附的图片（法院、律师用）；--bag 导出整个案卷为证据包',
  {
    format: someOf('--format <list>', '目录的格式：docx,pdf', {
      of: FORMATS,
      preset: 'docx,pdf',
      refuse: () => `可选：${FORMATS.join('、')}`,
    }),
    report: flag('--report', '改为写一页 HTML 报告：经过、证据图片、文书，用浏览器打开'),
    out: path(
      '--out <path>',
      '写到哪个文件夹（默认“证据目录”；证据包默认当前文件夹）；报告写到哪个文件（默认“案卷报告.html”）',
    ),
    redacted: flag('--redacted', '遮盖姓名、号码和卡密；遮盖的证据包只有遮盖后的文件，不能再导入'),
    for: {
      ...oneOf('--for <reader>', '交给谁：court 写“原告”，office 写“投诉人”', ['court', 'office']),
      preset: 'court' as const,
    },
    bag: flag('--bag', '导出证据包（BagIt）：证据、文书、目录、记录、校验值清单，kameng import 可还原'),
    zip: flag('--zip', '证据包压成一个 .zip 文件'),
    encrypt: ENCRYPT,
    encryptTo: manyWords('--encrypt-to <key>', '同上，给公钥；可写多次，一个包给几个人'),
    passphrase: ASK_PASSPHRASE,
    passphraseFile: PASSPHRASE_FILE,
  },
  ['kameng export --out 证据目录', 'kameng export --report', 'kameng export --bag --zip --encrypt'],
);

export type ExportOptions = Options<typeof EXPORT>;
