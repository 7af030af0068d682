import { declare, type Args, type Options } from '../../command.ts';
import { sentence } from '../../options.ts';

export const FACTS_COMMAND = declare('facts [assignment...]', '查看事实和来源；key=value 设定或选定，key= 收回', {
  againstExhibits: sentence('--against-exhibits <why>', '证据上的不对、你填的对：写为什么，会记入案卷', 200),
});

export type FactsArgs = Args<typeof FACTS_COMMAND>;
export type FactsOptions = Options<typeof FACTS_COMMAND>;
