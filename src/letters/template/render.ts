import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentId } from '../../model/dispute.ts';
import { KamengError } from '../../model/errors.ts';
import { FACTS, type FactKey } from '../../model/facts.ts';
import type { Origin } from '../../model/origin.ts';
import { guardTemplate } from './guard.ts';
import { readSettings, settingsOf, type TemplateSettings } from '../documents/settings.ts';
import { dropPrivate } from '../values/marks.ts';

const MAX_TEMPLATE = 128 * 1024;
const MAX_OUTPUT = 512 * 1024;
/** Partials that ship with kameng; a user's folder cannot add to them. */
const PARTIALS = ['facts', 'demands', 'evidence', 'laws', 'signature'] as const;

export interface LetterTemplate {
  settings: TemplateSettings;
  /** Its letter, by its path in the folder of templates; `own`: out of the user's folder. */
  origin: Extract<Origin, { from: 'template' }>;
  /**
   * Fills a template of this document with a context.
   * @throws KamengError TEMPLATE_INVALID; missing facts are returned, all at once
   */
  fill(part: 'letter' | 'title' | 'addressee', context: object): { text: string; missing: FactKey[] };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new KamengError('TEMPLATE_UNREADABLE', `模板不是普通文件：${path}`);
    if (found.size > MAX_TEMPLATE)
      throw new KamengError('TEMPLATE_INVALID', `模板太大：${path}`, { hints: ['模板最多 128 KB'] });
    return dropPrivate((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (error instanceof KamengError) throw error;
    throw new KamengError('TEMPLATE_UNREADABLE', `读不了模板：${path}`, {
      cause: error,
      hints: ['看看有没有读取这个文件的权限'],
    });
  }
}

interface Found {
  dir: string;
  path: string;
  text: string;
}

/** A file of the document's template: the user's own first, then ours. */
async function findFile(dirs: readonly string[], document: DocumentId, name: string): Promise<Found> {
  for (const dir of dirs) {
    const path = join(dir, 'letters', document, name);
    const text = await readText(path);
    if (text !== undefined) return { dir, path, text };
  }
  throw new KamengError('TEMPLATE_MISSING', `没有找到模板：letters/${document}/${name}`, {
    hints: ['重新安装 kameng 可以恢复自带的模板'],
  });
}

/** The settings of a document: those of the user's folder where it has some, else ours. */
async function openSettings(
  document: DocumentId,
  userDir?: string,
): Promise<{ path: string; settings: TemplateSettings }> {
  const path = join(userDir ?? '', 'letters', document, 'template.json');
  const text = userDir === undefined ? undefined : await readText(path);
  return text === undefined
    ? { path: `knowledge/${document}`, settings: settingsOf(document) }
    : { path, settings: readSettings(path, text) };
}

/** `facts.orderNo` is a fact that is missing; anything else is a name the template made up. */
function missingFact(error: unknown): FactKey | undefined {
  const name = /^"(\w+)" not defined/.exec((error as Error).message)?.[1];
  return name !== undefined && Object.hasOwn(FACTS, name) ? (name as FactKey) : undefined;
}

const tooLong = (path: string): KamengError =>
  new KamengError('TEMPLATE_INVALID', `模板 ${path} 写出的文书太长`, { hints: ['减少循环里的文字'] });

function broken(path: string, error: unknown): KamengError {
  if (error instanceof KamengError) return error;
  const message = (error as Error).message;
  const line =
    /line (\d+)/.exec(message)?.[1] ??
    (error as { lineNumber?: number }).lineNumber ??
    /- (\d+):\d+/.exec(message)?.[1];
  const name = /^"([^"]+)" not defined/.exec(message)?.[1];
  return new KamengError(
    'TEMPLATE_INVALID',
    `模板 ${path}${line ? ` 第 ${line} 行` : ''}：${name ? `没有“${name}”这个值` : '写法有错'}`,
    {
      cause: error,
      hints: [name ? '模板能用的值见 docs/templates.md' : '检查 {{ 和 }}、{{#if}} 和 {{/if}} 是否成对'],
    },
  );
}

/** Strict, and nothing that could reach out of the context. */
const OPTIONS = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  data: true,
  knownHelpers: {
    if: true,
    unless: true,
    each: true,
    with: false,
    lookup: false,
    log: false,
    helperMissing: false,
    blockHelperMissing: false,
  },
};

/**
 * Opens the template of a document. Handlebars runs strict, without helpers of
 * anyone's own, without access to prototypes, and only after `guardTemplate`.
 * @throws KamengError TEMPLATE_MISSING, TEMPLATE_UNREADABLE or TEMPLATE_INVALID
 */
export async function openTemplate(
  document: DocumentId,
  templatesDir: string,
  userDir?: string,
): Promise<LetterTemplate> {
  const dirs = userDir === undefined ? [templatesDir] : [userDir, templatesDir];
  if (userDir !== undefined && !(await stat(userDir).catch(() => undefined))?.isDirectory()) {
    throw new KamengError('TEMPLATE_MISSING', `没有这个模板文件夹：${userDir}`, {
      hints: ['文件夹里放 letters/<文书>/letter.hbs，写法见 docs/templates.md'],
    });
  }
  const letter = await findFile(dirs, document, 'letter.hbs');
  const { path: settingsPath, settings } = await openSettings(document, userDir);
  const { default: Handlebars } = await import('handlebars');
  const sandbox = Handlebars.create();
  const parsed: Record<string, object> = {};
  for (const name of PARTIALS) {
    const text = await readText(join(templatesDir, 'partials', `${name}.hbs`));
    if (text === undefined) continue;
    parsed[name] = sandbox.parse(text);
    // Compiled here: a partial given as text would be compiled without these options.
    sandbox.registerPartial(name, sandbox.compile(text, OPTIONS));
  }
  const sources = {
    letter: { path: letter.path, text: letter.text },
    title: { path: settingsPath, text: dropPrivate(settings.title) },
    addressee: { path: settingsPath, text: dropPrivate(settings.addressee) },
  };
  const compiled = Object.fromEntries(
    Object.entries(sources).map(([part, source]) => {
      try {
        const weights = guardTemplate(source.path, sandbox.parse(source.text), parsed);
        return [part, { weights, run: sandbox.compile(source.text, OPTIONS) }];
      } catch (error) {
        throw broken(source.path, error);
      }
    }),
  );
  return {
    settings,
    origin: { from: 'template', file: `letters/${document}/letter.hbs`, own: letter.dir !== templatesDir },
    fill(part, context) {
      const missing: FactKey[] = [];
      const { run, weights } = compiled[part]!;
      const longest = Math.max(
        0,
        ...Object.values(context).map((value) =>
          Array.isArray(value) ? value.length : Object.keys((value ?? {}) as object).length,
        ),
      );
      // Reckoned before it runs: a loop in a loop could fill the memory.
      if (weights.reduce((sum, weight, depth) => sum + weight * longest ** depth, 0) > MAX_OUTPUT)
        throw tooLong(sources[part].path);
      for (;;) {
        try {
          const text = run(context, { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false });
          if (text.length > MAX_OUTPUT) throw tooLong(sources[part].path);
          return { text, missing };
        } catch (error) {
          const fact = missingFact(error);
          const facts = (context as { facts?: Record<string, string> }).facts;
          if (fact === undefined || !facts || fact in facts) throw broken(sources[part].path, error);
          missing.push(fact);
          // Stands in so that the next missing fact shows itself too; the text is not used.
          facts[fact] = '';
        }
      }
    },
  };
}
