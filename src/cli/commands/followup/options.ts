import { RESULT_IDS, RESULTS, SENT_BY, SENT_BY_IDS } from '../../../model/contact.ts';
import { CHANNEL_IDS, OWN_STEPS } from '../../../model/dispute.ts';
import { CHANNEL_WORDS, labelsOf, STEP_WORDS } from '../../../model/choice-words.ts';
import { declare, type Args, type Options } from '../../command.ts';
import { flag, manyWords, number, oneOf, sentence, text } from '../../options.ts';
import { day, time } from '../../time-options.ts';

export const FOLLOWUP = declare(
  'followup [why]',
  '记一次联系、提交、寄送或答复，或更正一条；告诉下一步',
  {
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
    letter: number('--letter <no>', '是第几号文书：提交的、发出的，或者对方答复的', '--letter'),
    step: oneOf('--step <step>', '不是这里写的文书：自己写的、口头提的是哪一步', OWN_STEPS, STEP_WORDS),
    sent: day('--sent <date>', '文书哪天发出；没有这一项，别的文书不会说它已经发出'),
    sentBy: oneOf('--sent-by <way>', '怎么发出的', SENT_BY_IDS, labelsOf(SENT_BY)),
    sentNo: sentence('--sent-no <no>', '快递单号、挂号号码', 100),
    arrived: day('--arrived <date>', '对方哪天收到'),
    inWriting: flag('--in-writing', '对方的答复是书面的'),
    correct: number('--correct <no>', '更正第几次联系：只写要改的，其余照旧', '--correct'),
    strike: number('--strike <no>', '划掉第几次联系，后面写为什么；记录还在，不再作数', '--strike'),
    file: manyWords('--file <path>', '作为证据的文件，可写多次'),
  },
  [
    'kameng followup --channel 商家 --at 昨天 --said "请耐心等待"',
    'kameng followup --letter 2 --filed 今天 --reference 受理编号',
    'kameng followup --step 行政复议 --channel 12315 --filed 昨天',
    'kameng followup --correct 3 --result 拒绝',
    'kameng followup --strike 3 "记到别的案卷了"',
  ],
);

export type FollowupArgs = Args<typeof FOLLOWUP>;
export type FollowupOptions = Options<typeof FOLLOWUP>;
