import { CATEGORIES, CATEGORY_IDS, KIND_IDS, KINDS } from '../../../model/evidence.ts';
import { labelsOf } from '../../../model/choice-words.ts';
import { declare, type Args, type Options } from '../../command.ts';
import { oneOf, unless, text } from '../../options.ts';

export const ADD = declare(
  'add <path...>',
  '收入更多证据：文件、文件夹，或 - 表示标准输入',
  {
    as: oneOf('--as <category>', '归入哪一类', CATEGORY_IDS, labelsOf(CATEGORIES)),
    kind: oneOf('--kind <kind>', '是什么材料', KIND_IDS, labelsOf(KINDS)),
    note: text('--note <text>', '备注', (z) => z.string().max(1_000, '最多 1000 字')),
    name: text('--name <file>', '标准输入的文件名', (z) => z.string().min(1, '不能为空').max(255, '最多 255 字')),
    password: text('--password <text>', '打开加密的 ZIP 或 PDF'),
    read: unless('--no-read', '只收入，不识别文件内容'),
  },
  ['kameng add 聊天.png 录屏.mp4', 'kameng add 退款页.png --as 交易凭证 --note 第二次申请'],
);

export type AddArgs = Args<typeof ADD>;
export type AddOptions = Options<typeof ADD>;
