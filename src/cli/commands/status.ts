import { statusOf, type CaseStatus } from '../../clerk/cases/case-view.ts';
import { outcomeWords } from '../../clerk/cases/contact-words.ts';
import { documentLabel } from '../../clerk/letters/document-label.ts';
import { CHANNELS } from '../../model/dispute.ts';
import { showMoment } from '../../model/moment.ts';
import { printable } from '../../model/text.ts';
import type { Context } from '../context.ts';
import { coverageLines, nextLines } from '../views/case.ts';
import { factLines } from '../views/facts.ts';
import { clip, paint, table } from '../views/paint.ts';

/** Of letters and contacts the newest; the rest is in the timeline. */
const SHOWN = 5;

export async function run(context: Context): Promise<void> {
  await context.withCase((file) => {
    const status = statusOf(file);
    if (context.options.json) context.io.json(status);
    else show(context, status);
  });
}

function show({ io }: Context, status: CaseStatus): void {
  const colors = paint(io.color.stdout);
  io.data(
    `${colors.bold(printable(status.case.title))}  ${colors.dim(`建档 ${showMoment(status.case.openedAt).slice(0, 10)}`)}`,
  );
  for (const line of factLines(status.facts, colors, { keys: false, mask: true })) io.data(line);
  io.data(colors.bold('证据'));
  for (const line of coverageLines(status.coverage, colors, { how: false })) io.data(line);
  if (status.letters.length > 0) {
    io.data(colors.bold('文书'));
    const rows = status.letters
      .slice(-SHOWN)
      .map((letter) => [`  ${letter.no}`, showMoment(letter.writtenAt).slice(0, 10), documentLabel(letter.document)]);
    for (const line of table(rows)) io.data(line);
  }
  if (status.contacts.length > 0) {
    io.data(colors.bold('联系'));
    const rows = status.contacts
      .slice(-SHOWN)
      .map((contact) => [
        `  ${contact.no}`,
        showMoment(contact.at),
        CHANNELS[contact.channel].label,
        outcomeWords(contact),
        clip(contact.said ?? '', 40),
      ]);
    for (const line of table(rows)) io.data(line);
    if (status.contacts.length > SHOWN)
      io.data(colors.dim(`  共 ${status.contacts.length} 次，kameng timeline 看全部`));
  }
  io.data(colors.bold('下一步'));
  for (const line of nextLines(status.next, colors)) io.data(line);
}
