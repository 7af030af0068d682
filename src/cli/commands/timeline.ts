import { timelineOf } from '../../clerk/cases/timeline.ts';
import { showMoment } from '../../model/moment.ts';
import type { Context } from '../context.ts';
import { clip, paint, table } from '../views/paint.ts';

export async function run(context: Context): Promise<void> {
  await context.withCase((file) => {
    const happenings = timelineOf(file);
    if (context.options.json) {
      context.io.json({ timeline: happenings });
      return;
    }
    if (happenings.length === 0) context.io.say('还没有记录');
    const colors = paint(context.io.color.stdout);
    const rows = happenings.map((one) => [
      showMoment(one.at),
      [clip(one.text, 70), ...(one.exhibits.length > 0 ? [colors.dim(`证据 ${one.exhibits.join('、')}`)] : [])].join(
        ' ',
      ),
    ]);
    for (const line of table(rows)) context.io.data(line);
  });
}
