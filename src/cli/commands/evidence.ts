import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type CaseFile } from '../../casefile/case-file.ts';
import {
  changeExhibit,
  getExhibit,
  listExhibits,
  restoreExhibit,
  withdrawExhibit,
  type ExhibitChange,
} from '../../casefile/exhibits.ts';
import { readingsOf } from '../../casefile/readings.ts';
import { takeSnapshot } from '../../casefile/snapshot.ts';
import { exhibitView } from '../../clerk/cases/case-view.ts';
import { extractExhibit } from '../../clerk/intake/extract.ts';
import { reconcileFacts } from '../../clerk/intake/record-facts.ts';
import { usageError, type ExitCode } from '../../model/errors.ts';
import { CATEGORY_IDS, KIND_IDS, KINDS } from '../../model/evidence.ts';
import { type Context } from '../context.ts';
import { parseNo, parseOptions } from '../parse.ts';
import { exhibitLines, exhibitRows } from '../views/evidence.ts';
import { paint } from '../views/paint.ts';
import { openWithSystem } from '../open.ts';
import { readAll } from './take-in.ts';

const schema = z.object({
  open: z.boolean().optional(),
  extract: z.string().min(1).optional(),
  as: z.enum(CATEGORY_IDS).optional(),
  kind: z.enum(KIND_IDS).optional(),
  note: z.string().max(1_000, '最多 1000 字').optional(),
  withdraw: z.string().trim().min(1, '要写明原因').max(500, '最多 500 字').optional(),
  restore: z.boolean().optional(),
  readAgain: z.boolean().optional(),
  password: z.string().optional(),
});
type Options = z.infer<typeof schema>;

export async function run(
  context: Context,
  [no]: readonly (string | string[])[],
  raw: Record<string, unknown>,
): Promise<ExitCode | void> {
  const options = parseOptions(schema, raw);
  await context.withCase(async (file) => {
    if (no === undefined) await all(context, file, options);
    else await one(context, file, parseNo('证据编号', no as string), options);
  });
}

async function all(context: Context, file: CaseFile, options: Options): Promise<void> {
  const single = (['open', 'as', 'kind', 'note', 'withdraw', 'restore'] as const).find(
    (key) => options[key] !== undefined,
  );
  if (single)
    throw usageError('EXHIBIT_NO_MISSING', `--${single} 要写明是第几号证据`, `例如：kameng evidence 3 --${single} …`);
  if (options.readAgain) await readAll(context, file, { again: true, password: options.password });
  const extracted =
    options.extract === undefined
      ? undefined
      : listExhibits(file).map((exhibit) => ({
          no: exhibit.no,
          path: extractExhibit(file, exhibit, resolve(context.world.cwd, options.extract!)),
        }));
  const snapshot = takeSnapshot(file);
  const views = snapshot.exhibits.map((exhibit) => exhibitView(exhibit, snapshot.facts));
  if (context.options.json) {
    context.io.json({ exhibits: views, ...(extracted ? { extracted } : {}) });
    return;
  }
  for (const line of exhibitRows(views, paint(context.io.color.stdout))) context.io.data(line);
  if (extracted) context.io.say(`已取出 ${extracted.length} 件到 ${options.extract}`);
}

async function one(context: Context, file: CaseFile, no: number, options: Options): Promise<void> {
  getExhibit(file, no);
  const change = labelChange(file, no, options);
  if (change) changeExhibit(file, no, change);
  if (options.withdraw !== undefined) withdrawExhibit(file, no, options.withdraw);
  if (options.restore) restoreExhibit(file, no);
  if (options.readAgain || options.password !== undefined)
    await readAll(context, file, { only: [no], again: true, password: options.password });
  else if (change || options.withdraw !== undefined || options.restore) reconcileFacts(file);
  const exhibit = getExhibit(file, no);
  const extracted =
    options.extract === undefined
      ? undefined
      : extractExhibit(file, exhibit, resolve(context.world.cwd, options.extract));
  if (options.open) {
    const copy = extractExhibit(file, exhibit, mkdtempSync(join(tmpdir(), 'kameng-')));
    await openWithSystem(copy, context.world.platform);
    context.io.say(`打开的是副本：${copy}`);
  }
  const snapshot = takeSnapshot(file);
  const summary = snapshot.exhibits.find((each) => each.no === no)!;
  const view = exhibitView(summary, snapshot.facts);
  const readings = readingsOf(file, no).map(({ readAt, reading }) => ({
    readAt,
    reader: reading.reader,
    version: reading.version,
    status: reading.status,
  }));
  if (context.options.json) {
    const reading = summary.reading ? { ...summary.reading, thumbnail: undefined } : null;
    context.io.json({ exhibit: { ...view, reading, readings }, ...(extracted ? { extracted } : {}) });
    return;
  }
  for (const line of exhibitLines(summary, paint(context.io.color.stdout))) context.io.data(line);
  if (readings.length > 1) context.io.data(`  更早的识别结果还有 ${readings.length - 1} 份，用 --json 查看`);
  if (extracted) context.io.say(`已取出：${extracted}`);
}

function labelChange(file: CaseFile, no: number, options: Options): ExhibitChange | undefined {
  if (options.as === undefined && options.kind === undefined && options.note === undefined) return undefined;
  const exhibit = getExhibit(file, no);
  const kind = options.kind ?? (options.as === undefined || options.as === exhibit.category ? exhibit.kind : 'other');
  const relabelled = options.as !== undefined || options.kind !== undefined;
  return {
    ...(relabelled
      ? { label: { category: options.as ?? KINDS[kind].category, kind, labelledBy: 'user' as const, confidence: 1 } }
      : {}),
    ...(options.note === undefined ? {} : { note: options.note }),
  };
}
