import { declare, type Args, type Options } from '../../command.ts';
import { flag } from '../../options.ts';

export const DRAFT = declare(
  'draft [no]',
  '看助手起的草稿；给编号则看清后决定记不记入案卷',
  {
    drop: flag('--drop', '不要这份草稿'),
  },
  ['kameng draft', 'kameng draft 1', 'kameng draft 1 --drop'],
);

export type DraftArgs = Args<typeof DRAFT>;
export type DraftOptions = Options<typeof DRAFT>;
