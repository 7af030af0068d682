import { CATEGORIES, CATEGORY_IDS, KIND_IDS, KINDS } from '../../../model/evidence.ts';
import { labelsOf } from '../../../model/choice-words.ts';
import { declare, type Args, type Options } from '../../command.ts';
import { flag, oneOf, path, sentence, text, unless } from '../../options.ts';

export const EVIDENCE = declare(
  'evidence [no]',
  '列出证据，或查看一件',
  {
    open: flag('--open', '用系统程序打开'),
    extract: path('--extract <dir>', '原样取出到文件夹'),
    as: oneOf('--as <category>', '改归类', CATEGORY_IDS, labelsOf(CATEGORIES)),
    kind: oneOf('--kind <kind>', '改材料种类', KIND_IDS, labelsOf(KINDS)),
    note: text('--note <text>', '改备注', (z) => z.string().max(1_000, '最多 1000 字')),
    withdraw: sentence('--withdraw <why>', '撤下不用并写明原因（不删除，编号保留）', 500, '要写明原因'),
    restore: flag('--restore', '恢复撤下的证据'),
    allRows: flag('--all-rows', '账单的每一行都列出（默认只列本案这一笔）'),
    picture: unless('--no-picture', '不在终端里画出图片（画不了的终端本来就不画）'),
    readAgain: flag('--read-again', '用当前版本重新识别，旧结果保留'),
    password: text('--password <text>', '打开加密的 ZIP 或 PDF'),
  },
  ['kameng evidence 3', 'kameng evidence 3 --kind 聊天截图', 'kameng evidence 4 --withdraw "传错了，是另一笔的"'],
);

export type EvidenceArgs = Args<typeof EVIDENCE>;
export type EvidenceOptions = Options<typeof EVIDENCE>;
