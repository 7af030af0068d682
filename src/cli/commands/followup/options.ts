import { RESULT_IDS, RESULTS } from '../../../model/contact.ts';
import { CHANNEL_IDS } from '../../../model/dispute.ts';
import { CHANNEL_WORDS, labelsOf } from '../../../model/choice-words.ts';
import { declare, type Options } from '../../command.ts';
import { manyWords, number, oneOf, sentence, text } from '../../options.ts';
import { day, time } from '../../time-options.ts';

export const FOLLOWUP = declare('followup', '记一次联系、提交、答复、拒绝或承诺，并告诉下一步', {
  channel: oneOf('--channel <channel>', '哪个渠道', CHANNEL_IDS, CHANNEL_WORDS),
  with: sentence('--with <name>', '和谁：姓名、工号、客服编号', 100),
  at: time('--at <time>', '什么时候，默认现在'),
  said: text('--said <text>', '对方说了什么（原话），@文件 表示从文件读'),
  promised: time('--promised <date>', '对方答应的日期', 'ahead'),
  result: oneOf('--result <result>', '结果', RESULT_IDS, labelsOf(RESULTS)),
  filed: day('--filed <date>', '提交投诉的日期'),
  received: day('--received <date>', '有权处理的部门收到的日期'),
  accepted: day('--accepted <date>', '受理的日期'),
  reference: sentence('--reference <no>', '受理编号', 100),
  letter: number('--letter <no>', '提交的是第几号文书', '--letter'),
  file: manyWords('--file <path>', '作为证据的文件，可写多次'),
});

export type FollowupOptions = Options<typeof FOLLOWUP>;
