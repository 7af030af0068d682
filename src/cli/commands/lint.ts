import { resolve } from 'node:path';
import { excuseReason, explainText } from '../../words/lint/lint.ts';
import { type DocumentId } from '../../model/dispute.ts';
import { EXIT, type ExitCode } from '../../model/errors.ts';
import { type Context } from '../context.ts';
import { readTextFile, readTextStream } from '../text-file.ts';
import { explainedLines, findingLines } from '../views/findings.ts';
import { paint } from '../views/paint.ts';

export async function run(
  context: Context,
  [file]: readonly (string | string[])[],
  options: Record<string, unknown>,
): Promise<ExitCode> {
  const text =
    file === '-' ? await readTextStream(context.stdin) : readTextFile(resolve(context.world.cwd, file as string));
  const explained = explainText(text, options['to'] === undefined ? {} : { audience: options['to'] as DocumentId });
  const { findings } = explained;
  const explains = options['explain'] === true;
  if (context.options.json) context.io.json(explains ? explained : { findings });
  else {
    const colors = paint(context.io.color.stdout);
    const lines = explains
      ? explainedLines(text, explained, excuseReason, colors)
      : findingLines(text, findings, colors);
    for (const line of lines) context.io.data(line);
    if (findings.length === 0) context.io.say('没有发现问题');
  }
  return findings.some((finding) => finding.severity === 'error') ? EXIT.failed : EXIT.done;
}
