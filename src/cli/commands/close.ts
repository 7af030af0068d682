import { closeCase, titleOf } from '../../clerk/cases/put-away.ts';
import { viewCase } from '../../clerk/cases/case-view.ts';
import { printable } from '../../model/text.ts';
import type { Context } from '../context.ts';

export async function run(context: Context): Promise<void> {
  await context.withCase((file) => {
    closeCase(file);
    if (context.options.json) context.io.json(viewCase(file));
    else {
      context.io.data(`已结案：${printable(titleOf(file))}。什么都没有删`);
      context.io.say('重新打开：kameng reopen');
    }
  });
}
