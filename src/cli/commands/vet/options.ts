import { declare, type Args, type Options } from '../../command.ts';
import { manyWords, why } from '../../options.ts';

export const VET = declare(
  'vet [platform]',
  '购买前核查一个平台，结论留存',
  {
    answer: manyWords('--answer <key=value>', '回答一项，可写多次'),
    why,
  },
  ['kameng vet 橙子卡券'],
);

export type VetArgs = Args<typeof VET>;
export type VetOptions = Options<typeof VET>;
