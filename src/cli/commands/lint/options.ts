import { DOCUMENT_IDS } from '../../../model/dispute.ts';
import { DOCUMENT_WORDS } from '../../../model/choice-words.ts';
import { declare, type Args, type Options } from '../../command.ts';
import { flag, oneOf } from '../../options.ts';

export const LINT = declare(
  'lint <file>',
  '检查任意文字的语气、威胁和隐私',
  {
    to: oneOf('--to <channel>', '这段文字给谁看', DOCUMENT_IDS, DOCUMENT_WORDS),
    explain: flag('--explain', '写明是哪条规则、哪些词，以及放过了什么'),
  },
  ['kameng lint 草稿.txt'],
);

export type LintArgs = Args<typeof LINT>;
export type LintOptions = Options<typeof LINT>;
