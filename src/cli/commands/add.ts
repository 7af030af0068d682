import { z } from 'zod';
import { CATEGORY_IDS, CATEGORIES, KIND_IDS, KINDS, type Category } from '../../model/evidence.ts';
import { changeExhibit, getExhibit } from '../../casefile/exhibits.ts';
import { type CaseFile } from '../../casefile/case-file.ts';
import { takeInStream } from '../../clerk/intake/take-in.ts';
import { viewCase } from '../../clerk/cases/case-view.ts';
import { usageError, type ExitCode } from '../../model/errors.ts';
import { type Context } from '../context.ts';
import { parseOptions } from '../parse.ts';
import { clip, paint } from '../views/paint.ts';
import { coverageLines } from '../views/case.ts';
import { intake, readAll, refusalError, type Intake } from './take-in.ts';

const schema = z.object({
  as: z.enum(CATEGORY_IDS).optional(),
  kind: z.enum(KIND_IDS).optional(),
  note: z.string().max(1_000, '最多 1000 字').optional(),
  name: z.string().min(1).max(255).optional(),
  password: z.string().optional(),
  read: z.boolean().default(true),
});

export async function run(
  context: Context,
  [paths]: readonly (string | string[])[],
  raw: Record<string, unknown>,
): Promise<ExitCode | void> {
  const options = parseOptions(schema, raw);
  const list = paths as string[];
  if (list.includes('-') && (list.length > 1 || !options.name)) {
    throw usageError(
      'STDIN_USAGE',
      '从标准输入收入时只能写一个 -，并用 --name 给出文件名',
      '例如：kameng add - --name 聊天.txt',
    );
  }
  await context.withCase(async (file) => {
    const labels = {
      ...(options.as ? { category: options.as } : options.kind ? { category: KINDS[options.kind].category } : {}),
      ...(options.kind ? { kind: options.kind } : {}),
      ...(options.note ? { note: options.note } : {}),
    };
    const result: Intake =
      list[0] === '-'
        ? await fromStdin(context, file, options.name!, labels, options)
        : await intake(context, file, list, {
            ...labels,
            read: options.read,
            ...(options.password ? { password: options.password } : {}),
          });
    if (context.interactive && !options.as && !options.kind) await askLabels(context, file, result.added);
    report(context, file, result);
    const refused = refusalError(result);
    if (refused) throw refused;
  });
}

async function fromStdin(
  context: Context,
  file: CaseFile,
  name: string,
  labels: object,
  options: { read: boolean; password?: string | undefined },
): Promise<Intake> {
  const result: Intake = await takeInStream(file, context.stdin as unknown as AsyncIterable<Uint8Array>, name, {
    ...labels,
    signal: context.signal,
  });
  if (options.read) result.reconciliation = await readAll(context, file, { password: options.password });
  return result;
}

/** What neither a reading nor the user has said is asked, with the guess on top. */
export async function askLabels(context: Context, file: CaseFile, added: readonly number[]): Promise<void> {
  for (const no of added) {
    const exhibit = getExhibit(file, no);
    if (exhibit.labelledBy !== 'guess') continue;
    const prompter = await context.prompter();
    const category = await prompter.select<Category>({
      message: `证据 ${no} ${clip(exhibit.file, 40)} 属于哪一类？`,
      choices: CATEGORY_IDS.map((id) => ({ value: id, name: `${CATEGORIES[id].label}：${CATEGORIES[id].says}` })),
      default: exhibit.category,
    });
    const kind = category === exhibit.category ? exhibit.kind : 'other';
    changeExhibit(file, no, { label: { category, kind, labelledBy: 'user', confidence: 1 } });
  }
}

function report(context: Context, file: CaseFile, result: Intake): void {
  const view = viewCase(file);
  if (context.options.json) {
    context.io.json({ ...view, added: result.added, duplicates: result.duplicates, refused: result.refused });
    return;
  }
  context.io.data(
    `收入 ${result.added.length} 件，重复 ${result.duplicates.length} 件，未收入 ${result.refused.length} 件`,
  );
  for (const line of coverageLines(view.coverage, paint(context.io.color.stdout), { how: false }))
    context.io.data(line);
  context.io.say('下一步：kameng check 看还缺什么');
}
