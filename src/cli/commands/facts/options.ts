import { choiceWords } from '../../../model/choice-words.ts';
import { FACT_KEYS, factSpec } from '../../../model/facts.ts';
import { declare, type Args, type Options } from '../../command.ts';
import { flag, sentence } from '../../options.ts';

const HOW = {
  money: '58、58块8',
  moment: '2026-11-09、昨天、11月9日晚上8点',
  number: '数字',
  text: '文字',
};

export const FACTS = {
  ...declare('facts [assignment...]', '查看事实和来源；key=value 设定或选定，key= 撤销', {
    all: flag('--all', '全部显示，按类别分组'),
    againstExhibits: sentence('--against-exhibits <why>', '证据上的不对、你填的对：写为什么，会记入案卷', 200),
  }),
  examples: [
    'kameng facts amount=58块8 付款时间=11月9日晚上8点',
    'kameng facts 诉求=退款',
    'kameng facts orderNo=',
    'kameng facts amount=651 --against-exhibits "截图是另一笔的"',
  ],
  notes: (): [string, string?][] => [
    ['可以填的项（写英文或中文名都行）：'],
    ...FACT_KEYS.map((key) => {
      const { label, type, choices } = factSpec(key);
      const words = choiceWords(key);
      const how = choices ? choices.map((id) => words?.[id] ?? id).join('、') : HOW[type as keyof typeof HOW];
      return [key, `${label}：${how}`] as [string, string];
    }),
  ],
};

export type FactsArgs = Args<typeof FACTS>;
export type FactsOptions = Options<typeof FACTS>;
