import { declare, type Args } from '../../command.ts';

export const SEARCH = {
  ...declare('search <word...>', '在所有案卷里找：事实、联系、文书、证据里的字'),
  examples: ['kameng search 退款', 'kameng search 工号8012 -c 橙子卡券'],
};

export type SearchArgs = Args<typeof SEARCH>;
