import { listCases } from '../../clerk/cases/all-cases.ts';
import { caseName } from '../../clerk/cases/home.ts';
import { DISPUTES } from '../../model/dispute.ts';
import type { Context } from '../context.ts';
import { clip, paint, showDue, table } from '../views/paint.ts';

export async function run(context: Context): Promise<void> {
  const results = listCases(context.world, context.now);
  const { io } = context;
  if (context.options.json) {
    io.json({
      cases: results.flatMap((result) => (result.value ? [result.value] : [])),
      unreadable: results.flatMap((result) =>
        result.trouble ? [{ file: result.path, code: result.trouble.code, message: result.trouble.message }] : [],
      ),
    });
    return;
  }
  for (const result of results) if (result.trouble) io.warn(`kameng: ${result.trouble.message}`);
  const cases = results.flatMap((result) => (result.value ? [{ path: result.path, ...result.value }] : []));
  if (cases.length === 0) {
    io.say('还没有案卷。kameng new 文件夹  新建一个');
    return;
  }
  const colors = paint(io.color.stdout);
  const rows = cases.map((one) => [
    caseName(one.path),
    one.dispute ? DISPUTES[one.dispute].label : '—',
    one.amount ? `${one.amount} 元` : '—',
    one.settled
      ? colors.green('已解决')
      : one.next
        ? `${one.next.due ? `${showDue(one.next.due)} ` : ''}${clip(one.next.action, 40)}`
        : '',
  ]);
  for (const line of table([['案卷', '纠纷', '金额', '下一步'].map((title) => colors.dim(title)), ...rows]))
    io.data(line);
  const bare = cases.filter(({ backup }) => backup === null);
  if (bare.length > 0) {
    const more = bare.length > 5 ? ` 等 ${bare.length} 个` : '';
    const names = bare.slice(0, 5).map(({ path }) => clip(caseName(path), 30));
    io.say(`还没有备份：${names.join('、')}${more}（kameng backup --case 名字）`);
  }
}
