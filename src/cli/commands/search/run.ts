import { searchCases, type CaseHits, type Hit } from '../../../clerk/cases/search.ts';
import { usageError } from '../../../model/errors.ts';
import { showMoment } from '../../../model/moment.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { paint } from '../../views/paint.ts';
import { columns, hanging, widthsOf } from '../../views/wrap.ts';
import type { SearchArgs } from './options.ts';

/** Of one case on a screen; all of them with --json. */
const SHOWN = 12;
/** Between two columns. */
const GAP = 2;
/** Cells in which a sentence can still be read. */
const LEAST_ROOM = 40;

export async function run(context: Context, [words]: SearchArgs): Promise<void> {
  const word = words.join(' ').trim();
  if (word === '') throw usageError('WORD_EMPTY', '要找的词是空的', '例如：kameng search 退款');
  const results = searchCases(context.world, context.now, word, context.options.case);
  const found = results.flatMap((result) => (result.value && result.value.hits.length > 0 ? [result.value] : []));
  const { io } = context;
  if (context.options.json) {
    io.json({ word, cases: found });
    return;
  }
  for (const result of results) if (result.trouble) io.warn(`kameng: ${result.trouble.message}`);
  if (found.length === 0) io.say(`没有找到“${printable(word)}”`);
  for (const one of found) show(context, one);
}

function show({ io }: Context, { case: title, hits }: CaseHits): void {
  const colors = paint(io.color.stdout);
  io.data(`${colors.bold(printable(title))}  ${colors.dim(`${hits.length} 处`)}`);
  const mark = ({ text, start, end }: Hit): string =>
    printable(text.slice(0, start)) + colors.yellow(printable(text.slice(start, end))) + printable(text.slice(end));
  const rows = hits
    .slice(0, SHOWN)
    .map((hit) => [
      `  ${printable(hit.place)}`,
      hit.at === null ? '' : colors.dim(showMoment(hit.at).slice(0, 10)),
      mark(hit),
    ]);
  const { stdout: width } = io.width;
  const before = widthsOf(rows.map((row) => row.slice(0, -1))).reduce((sum, cells) => sum + cells + GAP, 0);
  // On a small screen what was found stands below where it was found, and not in a narrow strip beside it.
  const lines =
    width - before < LEAST_ROOM
      ? rows.flatMap(([place, day, text]) => [`${place}  ${day}`.trimEnd(), ...hanging('    ', text!, width)])
      : columns(rows, width, GAP);
  for (const line of lines) io.data(line);
  if (hits.length > SHOWN) io.data(colors.dim(`  其余 ${hits.length - SHOWN} 处：--json 看全部，或用更长的词`));
}
