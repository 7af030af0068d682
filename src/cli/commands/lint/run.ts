import { resolve } from 'node:path';
import { explainLint, lint } from '../../../clerk/letters/lint.ts';
import { EXIT, type ExitCode } from '../../../model/errors.ts';
import type { Finding } from '../../../model/outcome.ts';
import type { Context } from '../../context.ts';
import { readTextFile, readTextStream } from '../../text-file.ts';
import { explainedLines, findingLines } from '../../views/findings.ts';
import { paint } from '../../views/paint.ts';
import type { LintArgs, LintOptions } from './options.ts';

export async function run(context: Context, [file]: LintArgs, options: LintOptions): Promise<ExitCode> {
  const text = file === '-' ? await readTextStream(context.stdin) : readTextFile(resolve(context.world.cwd, file));
  const findings = options.explain ? explain(context, text, options) : find(context, text, options);
  if (findings.length === 0 && !context.options.json) context.io.say('没有发现问题');
  return findings.some((finding) => finding.severity === 'error') ? EXIT.failed : EXIT.done;
}

function find(context: Context, text: string, { to }: LintOptions): Finding[] {
  const findings = lint(text, to);
  if (context.options.json) context.io.json({ findings });
  else for (const line of findingLines(text, findings, paint(context.io.color.stdout))) context.io.data(line);
  return findings;
}

function explain(context: Context, text: string, { to }: LintOptions): Finding[] {
  const explained = explainLint(text, to);
  if (context.options.json) context.io.json(explained);
  else for (const line of explainedLines(text, explained, paint(context.io.color.stdout))) context.io.data(line);
  return explained.findings;
}
