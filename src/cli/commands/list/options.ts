import { declare, type Options } from '../../command.ts';
import { flag, text } from '../../options.ts';

export const LIST = {
  ...declare('list', '案卷列表；结案的收在后面', {
    open: flag('--open', '只看没结案的'),
    closed: flag('--closed', '只看已结案的'),
    word: text('--word <text>', '标题、商家或文件名里有这个词的'),
  }),
  examples: ['kameng list', 'kameng list --closed', 'kameng list --word 橙子'],
};

export type ListOptions = Options<typeof LIST>;
