import { join } from 'node:path';
import {
  charactersSchema,
  type Excuse,
  excusesSchema,
  harmlessSchema,
  type LintRule,
  namedSchema,
  type RuleData,
  ruleFileSchema,
  type RuleSentence,
} from '../../src/knowledge/schema/lint.ts';
import { oneOf, patternSource } from './lint/notation.ts';
import type { KnowledgeFile, KnowledgeSource } from './source.ts';
import type { BuiltModule, Subject } from './subject.ts';

const FOLDER = 'words/lint';
/** Files that are no rules. */
const SHARED = ['classes', 'excuses', 'harmless', 'patterns', 'speech'];

/** `knowledge/words/lint`: rules with their ids, the classes and patterns they are made of, and what excuses. */
export const lint: Subject = (source) => {
  const shared = (name: string): string => join(source.root, FOLDER, `${name}.yaml`);
  const names = new Names(source, [
    [source.yaml(shared('classes'), namedSchema), oneOf],
    [source.yaml(shared('patterns'), namedSchema), (pattern) => `(${pattern})`],
    [source.yaml(shared('speech'), namedSchema), (pattern) => `(${pattern})`],
  ]);
  const excuses = source.yaml(shared('excuses'), excusesSchema);
  const harmless = source.yaml(shared('harmless'), harmlessSchema);
  const files = source
    .list(FOLDER, '.yaml')
    .filter((path) => !SHARED.some((name) => path === shared(name)))
    .flatMap((path) => source.yaml(path, ruleFileSchema) ?? []);
  const known = new Set(excuses?.data.map((excuse) => excuse.id));
  const seen = new Map<string, string>();
  const rules = files.flatMap((file) =>
    file.data.rules.map((rule, i) => {
      const line = file.lineOf(['rules', i]);
      const problem = (message: string): void => source.problems.add(file.path, line, `${rule.id}: ${message}`);
      if (seen.has(rule.id)) problem(`${seen.get(rule.id)} has a rule of this id`);
      seen.set(rule.id, file.name);
      const built = builtRule(file.data, rule, names, problem);
      for (const excuse of built.excuses) if (!known.has(excuse)) problem(`no excuse is called ${excuse}`);
      return built;
    }),
  );
  return [
    {
      name: 'lint',
      imports: ["import type { Excuse, Harmless, LintRule } from '../schema/lint.ts';"],
      exports: [
        { name: 'LINT_RULES', type: 'readonly LintRule[]', value: rules },
        { name: 'LINT_EXCUSES', type: 'readonly Excuse[]', value: excuses ? builtExcuses(excuses, names, source) : [] },
        {
          name: 'HARMLESS',
          type: 'readonly Harmless[]',
          value: harmless?.data.map((each) => ({ ...each, words: wordsOf(each.words) })) ?? [],
        },
        { name: 'LINT_PATTERNS', type: 'Readonly<Record<string, string>>', value: names.patterns() },
      ],
    },
    sentencesOf(files.flatMap((file) => file.data.rules)),
    characters(source),
  ];
};

/** The sentences of the rules stand in a module of their own: only the tests read them. */
function sentencesOf(rules: readonly RuleData[]): BuiltModule {
  const value = rules.map(({ id, yes, no }): { id: string; yes: RuleSentence[]; no: RuleSentence[] } => ({
    id,
    yes,
    no,
  }));
  return {
    name: 'lint-rule-sentences',
    imports: ["import type { RuleSentence } from '../schema/lint.ts';"],
    exports: [
      {
        name: 'RULE_SENTENCES',
        type: 'readonly { id: string; yes: readonly RuleSentence[]; no: readonly RuleSentence[] }[]',
        value,
      },
    ],
  };
}

/** `knowledge/words/characters.yaml`: single characters that stand for another. */
function characters(source: KnowledgeSource): BuiltModule {
  const file = source.yaml(join(source.root, 'words', 'characters.yaml'), charactersSchema);
  const pairs = Array.from(file?.data.traditional.replace(/\s/g, '').matchAll(/../gu) ?? [], ([pair]) =>
    Array.from(pair),
  );
  return {
    name: 'characters',
    imports: [],
    exports: [
      {
        name: 'FOLDED_CHARACTERS',
        type: 'Readonly<Record<string, string>>',
        value: { ...file?.data.disguised, ...Object.fromEntries(pairs) },
      },
      {
        name: 'SIMPLIFIED_CHARACTERS',
        type: 'Readonly<Record<string, string>>',
        value: Object.fromEntries(pairs),
      },
    ],
  };
}

/** Classes and patterns by their names; each may be made of others. */
class Names {
  readonly #written = new Map<string, { text: string; isPattern: boolean; path: string; line: number | undefined }>();
  readonly #sources = new Map<string, string>();
  readonly #open = new Set<string>();
  readonly #source: KnowledgeSource;

  constructor(
    source: KnowledgeSource,
    files: readonly (readonly [KnowledgeFile<Record<string, string>> | undefined, (text: string) => string])[],
  ) {
    this.#source = source;
    for (const [file, written] of files) {
      for (const [name, text] of Object.entries(file?.data ?? {})) {
        if (this.#written.has(name)) source.problems.add(file!.path, file!.lineOf([name]), `${name} stands twice`);
        this.#written.set(name, {
          text: written(text),
          isPattern: written !== oneOf,
          path: file!.path,
          line: file!.lineOf([name]),
        });
      }
    }
  }

  /** @throws Error where a name is unknown or made of itself */
  sourceOf(name: string): string {
    const known = this.#sources.get(name);
    if (known !== undefined) return known;
    const written = this.#written.get(name);
    if (written === undefined) throw new Error(`no class or pattern is called ${name}`);
    if (this.#open.has(name)) throw new Error(`${name} is made of itself`);
    this.#open.add(name);
    const source = patternSource(written.text, (inner) => this.sourceOf(inner));
    this.#open.delete(name);
    this.#sources.set(name, source);
    return source;
  }

  /** All patterns, ready for RegExp; what is wrong with one, or with a class, is noted. */
  patterns(): Record<string, string> {
    const sources: Record<string, string> = {};
    for (const [name, { isPattern, path, line }] of this.#written) {
      try {
        const source = this.sourceOf(name);
        if (isPattern) sources[name] = source;
      } catch (error) {
        this.#source.problems.add(path, line, `${name}: ${(error as Error).message}`);
      }
    }
    return sources;
  }
}

type RuleFile = {
  [Key in keyof ReturnType<typeof ruleFileSchema.parse>]: ReturnType<typeof ruleFileSchema.parse>[Key];
};

function builtRule(file: RuleFile, rule: RuleData, names: Names, problem: (message: string) => void): LintRule {
  const { terms = {}, yes: _yes, no: _no, ...rest } = rule;
  const compiled = (written: string): string => {
    try {
      return patternSource(written, (name) =>
        terms[name] === undefined
          ? names.sourceOf(name)
          : patternSource(oneOf(terms[name]), (each) => names.sourceOf(each)),
      );
    } catch (error) {
      problem((error as Error).message);
      return '';
    }
  };
  const { suggestion = file.suggestion, why = file.why } = rule;
  if (suggestion === undefined || why === undefined) problem('a rule says why, and what to write instead');
  const built: Record<string, unknown> = {
    ...rest,
    family: file.family,
    kind: rule.kind ?? file.kind,
    level: rule.level ?? file.level,
    suggestion: said(suggestion ?? ''),
    why: said(why ?? ''),
    excuses: rule.excuses ?? file.excuses ?? [],
    notFor: rule.notFor ?? file.notFor ?? [],
  };
  if ('words' in rest) built['words'] = wordsOf(rest.words);
  if ('find' in rest) built['find'] = rest.find.map(compiled);
  for (const key of ['plainWhy', 'publicWhy', 'tiedSuggestion']) {
    if (typeof built[key] === 'string') built[key] = said(built[key]);
  }
  for (const key of ['label', 'stillGood']) if (typeof built[key] === 'string') built[key] = compiled(built[key]);
  for (const name of namesIn(rule)) {
    try {
      names.sourceOf(name);
    } catch (error) {
      problem((error as Error).message);
    }
  }
  return built as unknown as LintRule;
}

/** Patterns that a rule looks up by their names. */
function namesIn(rule: RuleData): readonly string[] {
  if (rule.form === 'near') return rule.with;
  if (rule.form === 'consequence') return [rule.act];
  if (rule.form === 'choice') return [rule.remedy];
  return rule.form === 'signs' ? [...rule.dark, ...rule.signs, rule.calm] : [];
}

function builtExcuses(
  file: KnowledgeFile<ReturnType<typeof excusesSchema.parse>>,
  names: Names,
  source: KnowledgeSource,
): Excuse[] {
  return file.data.map(({ terms = {}, ...excuse }, i) => {
    const compiled = (written: string): string => {
      try {
        return patternSource(written, (name) => {
          const term = terms[name];
          return term === undefined ? names.sourceOf(name) : patternSource(oneOf(term), (each) => names.sourceOf(each));
        });
      } catch (error) {
        source.problems.add(file.path, file.lineOf([i]), `${excuse.id}: ${(error as Error).message}`);
        return '';
      }
    };
    return {
      ...excuse,
      find: compiled(excuse.find),
      ...(excuse.unless ? { unless: excuse.unless.map((each) => ({ ...each, find: compiled(each.find) })) } : {}),
    };
  });
}

function wordsOf(words: string): string[] {
  return words.trim().split(/\s+/);
}

/** Chinese text that was wrapped: a line end between two Chinese signs is none. */
function said(text: string): string {
  return text.trim().replace(/(?<=[\u3000-\u9fff\uff00-\uffef”’]) (?=[\u3000-\u9fff\uff00-\uffef“‘])/g, '');
}
