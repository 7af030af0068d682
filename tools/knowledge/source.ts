import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { ZodType } from 'zod';

/** What is wrong in one place of a knowledge file: `knowledge/law/platform.yaml:12: rules.0.says …`. */
export class KnowledgeProblems {
  readonly lines: string[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** @param line from 1; left out where the file as a whole is meant */
  add(path: string, line: number | undefined, message: string): void {
    const shown = relative(this.#root, path).replaceAll('\\', '/');
    this.lines.push(`${shown}${line === undefined ? '' : `:${line}`}: ${message}`);
  }
}

/** One YAML file that has passed its schema. */
export interface KnowledgeFile<T> {
  /** Absolute. */
  path: string;
  /** The file's name without its ending: the id of its subject. */
  name: string;
  data: T;
  /** The line, from 1, of a place in the file. */
  lineOf(place: readonly PropertyKey[]): number | undefined;
}

/** One row of a TSV file, by the names in its head. */
export interface KnowledgeRow {
  line: number;
  cells: Record<string, string>;
}

/** Reads the files under `knowledge/`; whatever is wrong is gathered, so that one run names all of it. */
export class KnowledgeSource {
  readonly root: string;
  readonly problems: KnowledgeProblems;

  constructor(root: string) {
    this.root = root;
    this.problems = new KnowledgeProblems(join(root, '..'));
  }

  /** Absolute paths of the files of a folder with this ending, in the order of their names; none where there is no folder. */
  list(folder: string, ending: '.yaml' | '.tsv'): string[] {
    const found = readdirSync(join(this.root, folder), { withFileTypes: true });
    return found
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => join(this.root, folder, entry.name))
      .sort();
  }

  /** Absolute paths of every knowledge file, in the order of their names. */
  all(): string[] {
    const found = readdirSync(this.root, { withFileTypes: true, recursive: true });
    return found
      .filter((entry) => entry.isFile() && /\.(?:yaml|tsv)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  }

  /** One file, checked; undefined, with the problems noted, where it does not pass. */
  yaml<T>(path: string, schema: ZodType<T>): KnowledgeFile<T> | undefined {
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true });
    for (const error of document.errors) this.problems.add(path, lines.linePos(error.pos[0]).line, error.message);
    if (document.errors.length > 0) return undefined;
    const lineOf = (place: readonly PropertyKey[]): number | undefined => lineOfNode(document, lines, place);
    const parsed = schema.safeParse(document.toJS());
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(/\.yaml$/, '');
    if (parsed.success) return { path, name, data: parsed.data, lineOf };
    for (const issue of parsed.error.issues) {
      this.problems.add(
        path,
        lineOf(issue.path),
        `${issue.path.join('.')}${issue.path.length > 0 ? ': ' : ''}${issue.message}`,
      );
    }
    return undefined;
  }

  /** Every file of a folder that passes. */
  folder<T>(folder: string, schema: ZodType<T>): KnowledgeFile<T>[] {
    return this.list(folder, '.yaml').flatMap((path) => this.yaml(path, schema) ?? []);
  }

  /** The rows of a table with a head row; a row with another number of cells is a problem. */
  tsv(path: string, columns: readonly string[]): KnowledgeRow[] {
    const [head = '', ...rows] = readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/);
    if (head !== columns.join('\t')) {
      this.problems.add(path, 1, `the head row must be: ${columns.join(' ⇥ ')}`);
      return [];
    }
    return rows.flatMap((row, i) => {
      const cells = row.split('\t');
      const line = i + 2;
      if (cells.length !== columns.length || cells.some((cell) => cell.trim() === '')) {
        this.problems.add(path, line, `a row has ${columns.length} cells, none empty`);
        return [];
      }
      return [{ line, cells: Object.fromEntries(columns.map((column, at) => [column, cells[at]!])) }];
    });
  }
}

function lineOfNode(document: Document, lines: LineCounter, place: readonly PropertyKey[]): number | undefined {
  for (let depth = place.length; depth >= 0; depth--) {
    const node = document.getIn(place.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
