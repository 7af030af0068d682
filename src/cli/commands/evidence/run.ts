import { resolve } from 'node:path';
import {
  copyForViewing,
  describeExhibit,
  exhibitDetail,
  exhibitViews,
  extractExhibit,
  extractExhibits,
} from '../../../clerk/cases/exhibits.ts';
import type { BillView } from '../../../clerk/intake/purchase-row.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { usageError } from '../../../model/errors.ts';
import type { Reading } from '../../../model/reading.ts';
import type { ExhibitSummary } from '../../../model/snapshot.ts';
import type { Context } from '../../context.ts';
import type { readExhibitsOf } from '../../take-in.ts';
import { openWithSystem } from '../../open-with-system.ts';
import { parseNo } from '../../parse.ts';
import { pictureWay } from '../../pictures/terminal.ts';
import { exhibitLines, exhibitRows } from '../../views/exhibits.ts';
import { paint } from '../../views/paint.ts';
import type { EvidenceArgs, EvidenceOptions } from './options.ts';

/** Rows of a window that does not say how high it is. */
const LEAST_WINDOW = 24;

export async function run(context: Context, [no]: EvidenceArgs, options: EvidenceOptions): Promise<void> {
  await context.withCase(async (file) => {
    if (no === undefined) await all(context, file, options);
    else await one(context, file, parseNo('证据编号', no), options);
  });
}

async function all(context: Context, file: OpenCase, options: EvidenceOptions): Promise<void> {
  const single = (['open', 'as', 'kind', 'note', 'withdraw', 'restore', 'allRows'] as const).find(
    (key) => options[key] !== undefined,
  );
  if (single)
    throw usageError(
      'EXHIBIT_NO_MISSING',
      `--${single === 'allRows' ? 'all-rows' : single} 要写明是第几号证据`,
      `例如：kameng evidence 3 --${single === 'allRows' ? 'all-rows' : single} …`,
    );
  if (options.readAgain) await readAgain(context, file, { again: true, password: options.password });
  const extracted =
    options.extract === undefined ? undefined : extractExhibits(file, resolve(context.world.cwd, options.extract));
  const views = exhibitViews(file);
  if (context.options.json) {
    context.io.json({ exhibits: views, ...(extracted ? { extracted } : {}) });
    return;
  }
  for (const line of exhibitRows(views, paint(context.io.color.stdout), context.io.width.stdout)) context.io.data(line);
  if (extracted) context.io.say(`已取出 ${extracted.length} 件到 ${options.extract}`);
}

/** Who only looks loads nothing that reads. */
const readAgain: typeof readExhibitsOf = async (...given) =>
  (await import('../../take-in.ts')).readExhibitsOf(...given);

async function one(context: Context, file: OpenCase, no: number, options: EvidenceOptions): Promise<void> {
  const { as: category, kind, note, withdraw, restore, password } = options;
  const changed = describeExhibit(file, no, { category, kind, note, withdraw, restore });
  if (options.readAgain || password !== undefined)
    await readAgain(context, file, { only: [no], again: true, password });
  else if (changed) (await import('../../../clerk/intake/reconcile-facts.ts')).reconcileFacts(file);
  const extracted =
    options.extract === undefined ? undefined : extractExhibit(file, no, resolve(context.world.cwd, options.extract));
  if (options.open) {
    const copy = copyForViewing(file, no);
    await openWithSystem(copy, context.world.platform);
    context.io.say(`打开的是副本：${copy}`);
  }
  const { view, summary, readings, bills } = exhibitDetail(file, no, options.allRows);
  if (context.options.json) {
    const reading = summary.reading ? withShownRows(summary.reading, [...bills]) : null;
    context.io.json({ exhibit: { ...view, reading, readings }, ...(extracted ? { extracted } : {}) });
    return;
  }
  if (options.picture) await showPicture(context, file, summary);
  const look = { colors: paint(context.io.color.stdout), width: context.io.width.stdout };
  for (const line of exhibitLines(summary, bills, look)) context.io.data(line);
  if (readings.length > 1) context.io.data(`  更早的识别结果还有 ${readings.length - 1} 份，用 --json 查看`);
  if (extracted) context.io.say(`已取出：${extracted}`);
}

/** The exhibit itself, small, where the terminal draws pictures. */
async function showPicture({ io, world }: Context, file: OpenCase, exhibit: ExhibitSummary): Promise<void> {
  const way = pictureWay(world.env);
  if (way === undefined || !Number.isFinite(io.width.stdout)) return;
  const { cellsFor, drawPicture, roomFor } = await import('../../pictures/draw.ts');
  const cells = cellsFor(io.height ?? LEAST_WINDOW, io.width.stdout);
  const { exhibitPicture } = await import('../../../clerk/cases/exhibit-picture.ts');
  const picture = await exhibitPicture(world, file, exhibit, roomFor(way, cells));
  if (picture) io.picture(drawPicture(way, picture, cells));
}

/**
 * The same with each bill as it is shown: amounts in yuan, and only the rows of this purchase, since the others are
 * nobody's business. The lines of a page hold every row once more: they are left out unless all rows were asked for.
 * @param bills of this reading and those inside it, in their order; they are taken off
 */
function withShownRows(reading: Reading, bills: BillView[]): object {
  const { bill, parts, lines, ...rest } = reading;
  const shown = bill && bills.shift();
  return {
    ...rest,
    ...(lines && (!shown || shown.shows === 'all') ? { lines } : {}),
    ...(shown ? { bill: shown } : {}),
    ...(parts ? { parts: parts.map((part) => ({ ...part, reading: withShownRows(part.reading, bills) })) } : {}),
  };
}
