import { declare, type Args } from '../../command.ts';

export const ME = {
  ...declare('me [assignment...]', '你的姓名、电话、地址：只填一次，文书要用才抄进案卷'),
  examples: ['kameng me 姓名=王小明 电话=13800000000', 'kameng me 地址="某市某区某路1号"', 'kameng me 证件号码='],
};

export type MeArgs = Args<typeof ME>;
