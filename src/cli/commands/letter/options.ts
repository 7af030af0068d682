import { DOCUMENT_IDS } from '../../../model/dispute.ts';
import { DOCUMENT_WORDS } from '../../../model/choice-words.ts';
import { declare, type Args, type Options } from '../../command.ts';
import { flag, oneOf, path, sentence, someOf } from '../../options.ts';
import { LETTER_FORMATS } from '../../../model/letter.ts';
import { day } from '../../time-options.ts';

export const LETTER = declare(
  'letter [no]',
  '写给某个渠道的文书；给编号则查看已写的',
  {
    to: oneOf('--to <channel>', '写给谁', DOCUMENT_IDS, DOCUMENT_WORDS),
    format: someOf('--format <list>', '格式：txt,md,docx,pdf', {
      of: LETTER_FORMATS,
      preset: 'txt,md',
      refuse: (wrong) => `没有“${wrong}”这种格式，可选：${LETTER_FORMATS.join('、')}`,
    }),
    out: path('--out <dir>', '写到哪个文件夹（默认当前文件夹；- 只显示，不写文件）'),
    templates: path('--templates <dir>', '自己的模板文件夹'),
    copy: flag('--copy', '把文字复制到剪贴板，可以直接粘贴'),
    short: flag('--short', '只要短的一份：200 字内，发聊天、填表单用'),
    edit: flag('--edit', '用 $EDITOR 修改后定稿，成为新的一号'),
    redacted: flag('--redacted', '遮盖姓名、号码和卡密'),
    interestFrom: day('--interest-from <date>', '起诉时从哪天起要利息'),
    buyers: path('--buyers <file>', '共同投诉书的名单（CSV）：姓名,电话,地址,订单号,金额,代表人'),
    anyway: sentence('--anyway <why>', '检查不通过也定稿，写明理由', 500, '要写明理由'),
  },
  [
    'kameng letter --to 商家',
    'kameng letter --to 12315 --format docx,pdf --out 投诉',
    'kameng letter 2 --short --copy',
    'kameng letter 2 --edit',
  ],
);

export type LetterArgs = Args<typeof LETTER>;
export type LetterOptions = Options<typeof LETTER>;
