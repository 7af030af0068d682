import { statusAtAGlance, statusOf, type CaseStatus } from '../../../clerk/cases/case-view.ts';
import { outcomeWords } from '../../../clerk/cases/contact-words.ts';
import { documentLabel } from '../../../clerk/letters/document-label.ts';
import { CHANNELS } from '../../../model/dispute.ts';
import { chinaDay, showMoment } from '../../../model/moment.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { coverageBrief, coverageLines, nextLines } from '../../views/case.ts';
import { sameWords } from '../../views/exhibits.ts';
import { factLines } from '../../views/facts.ts';
import { offeredCommand, offeredWords } from '../../views/offered.ts';
import { clip, paint } from '../../views/paint.ts';
import { cellsOf } from '../../views/cells.ts';
import { columns, hanging } from '../../views/wrap.ts';
import type { StatusOptions } from './options.ts';

/** Of letters and contacts the newest; the rest is in the timeline. */
const SHOWN = 2;

export async function run(context: Context, _args: [], options: StatusOptions): Promise<void> {
  await context.withCase((file) => {
    if (context.options.json) context.io.json(statusOf(file));
    else if (options.all) show(context, statusOf(file), options);
    else {
      const { contactCount, ...status } = statusAtAGlance(file, SHOWN);
      show(context, status, options, contactCount);
    }
  });
}

function show(
  context: Context,
  status: CaseStatus,
  { all, why }: StatusOptions,
  contactCount = status.contacts.length,
): void {
  const { io } = context;
  const colors = paint(io.color.stdout);
  const width = io.width.stdout;
  const shown = all ? Infinity : SHOWN;
  const closed =
    status.case.closedAt === null ? '' : `  ${colors.dim(`已结案 ${showMoment(status.case.closedAt).slice(0, 10)}`)}`;
  const opened = colors.dim(`建档 ${showMoment(status.case.openedAt).slice(0, 10)}`);
  for (const line of hanging('', `${colors.bold(printable(status.case.title))}  ${opened}${closed}`, width))
    io.data(line);
  // Once something was written or said, that is what one looks for; the rest of the facts is folded away.
  const open = status.letters.length + status.contacts.length > 0 ? 1 : 2;
  for (const line of factLines(status.facts, colors, {
    keys: false,
    mask: true,
    all: all === true,
    standing: all === true,
    open,
    width,
  }))
    io.data(line);
  for (const line of all
    ? coverageLines(status.coverage, colors, { how: false, width })
    : coverageBrief(status.coverage, colors, width))
    io.data(line);
  const same = sameWords(status.exhibits);
  if (same !== '') for (const line of hanging('      ', same, width)) io.data(colors.dim(line));
  for (const line of waitingLines(status, colors, width)) io.data(line);
  for (const line of columns(
    headed('文书', letterRows(status).slice(-shown), moreWords(status.letters.length, shown, colors), colors),
    width,
  ))
    io.data(line);
  for (const line of columns(
    headed('联系', contactRows(status, width).slice(-shown), moreWords(contactCount, shown, colors), colors),
    width,
  ))
    io.data(line);
  const look = { today: chinaDay(context.now()), width, why: why === true, most: all ? Infinity : open === 1 ? 2 : 4 };
  io.data('');
  for (const line of nextLines(status.next, colors, look)) io.data(line);
}

/** What a platform printed and nobody has taken over, with the command that does it on a line of its own. */
const waitingLines = ({ offeredRules }: CaseStatus, colors: ReturnType<typeof paint>, width: number): string[] =>
  offeredRules.flatMap((rule) => [
    ...hanging(
      `${colors.bold('待确认')}  `,
      `${offeredWords(rule)}，像是平台自己的规则；是就记下（不是，在后面加 --decline）：`,
      width,
    ),
    `        ${colors.cyan(offeredCommand(rule))}`,
  ]);

const letterRows = ({ letters }: CaseStatus): string[][] =>
  letters.map(({ no, writtenAt, document }) => [
    `第 ${no} 号`,
    showMoment(writtenAt).slice(0, 10),
    documentLabel(document),
  ]);

/** What stands before the words of a contact, and behind the last of them. */
const BESIDES = 52;

/** Each in a line: what was said is whole in the timeline. */
const contactRows = ({ contacts }: CaseStatus, width: number): string[][] =>
  contacts.map((contact) => {
    const outcome = `${CHANNELS[contact.channel].label}，${outcomeWords(contact)}`;
    const room = Math.min(40, width - BESIDES - cellsOf(outcome));
    const said = contact.said !== undefined && room >= 12 ? ` ${clip(contact.said, room)}` : '';
    return [`第 ${contact.no} 次`, showMoment(contact.at).slice(0, 16), `${outcome}${said}`];
  });

/** Rows with what they are before the first of them, and how many there are besides behind the last. */
function headed(title: string, rows: readonly string[][], more: string, colors: ReturnType<typeof paint>): string[][] {
  return rows.map((row, i) => [
    i === 0 ? colors.bold(title) : '',
    ...row.slice(0, -1),
    `${row.at(-1)!}${i === rows.length - 1 ? more : ''}`,
  ]);
}

const moreWords = (count: number, shown: number, colors: ReturnType<typeof paint>): string =>
  count > shown ? colors.dim(`  共 ${count}：kameng timeline`) : '';
