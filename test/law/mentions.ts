import { parseSync } from 'oxc-parser';
import { ruleIds } from '../../src/law/rules/rulebook.ts';
import { STATUTES } from '../../src/law/rules/statutes.ts';

const NUMERAL = '[0-9一二三四五六七八九十百千万两]';
const NAMES = Object.values(STATUTES)
  .flatMap((one) => [one.name, one.short])
  .map((name) => name.replace(/[（）()〔〕]/g, '\\$&'));
/** A statute by its title or usual name, or an article of one. */
const LAW = new RegExp(
  `《[^《》]*(?:法|条例|办法|规定|解释|规则)[^《》]*》|第[一二三四五六七八九十百零0-9]+条|${NAMES.join('|')}`,
  'g',
);
/**
 * A length of time, a sum, a multiple or a share; `第三天`, `哪一天` and `9月1日` are none, nor is the year of a date or the name
 * of a rate (`一年期`).
 */
const COUNT = new RegExp(
  `(?<!第|哪|${NUMERAL})(?!\\d{4}\\s*年|一[天日])${NUMERAL}+\\s*(?:个?(?:工作日|小时|星期|周)|个月|年(?!期)|(?<!月${NUMERAL}{1,2})日(?!期)|天|元|倍|%)|百分之${NUMERAL}+`,
  'g',
);
const RULE_ID = /\b(?:[A-Z]{2,4}-\d{2}|REQ-ID)\b/g;
const KNOWN = new Set(ruleIds());
/** A statement longer than this is a table: an id somewhere in it says nothing of one row. */
const NEAR_LINES = 10;

export interface Mention {
  line: number;
  says: string;
  text: string;
}

const lawsIn = (text: string): string[] => [...text.matchAll(LAW)].map((match) => match[0]);
const numbersIn = (text: string): string[] => [...text.matchAll(COUNT)].map((match) => match[0]);

const namesRule = (text: string): boolean => (text.match(RULE_ID) ?? []).some((id) => KNOWN.has(id));

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* stringsOf(
  node: Node,
  parents: readonly Node[],
): Generator<{ node: Node; text: string; parents: readonly Node[] }> {
  if (node.type === 'Literal' && typeof node.value === 'string') yield { node, text: node.value, parents };
  if (node.type === 'TemplateElement')
    yield { node, text: (node.value as { cooked: string | null }).cooked ?? '', parents };
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* stringsOf(child, [...parents, node]);
    }
  }
}

/** Where reading outward stops: what lies beyond is another row or another statement. */
const WALLS = new Set([
  'ArrayExpression',
  'BlockStatement',
  'Program',
  'FunctionDeclaration',
  'ArrowFunctionExpression',
  'SwitchCase',
]);

const lineOf = (source: string, offset: number): number => source.slice(0, offset).split('\n').length;
const parse = (name: string, source: string): Node => parseSync(name, source).program as unknown as Node;

/**
 * Texts of a program that name a law with no rule id beside them: in the same string, on the same line (a comment
 * will do), in the object or statement they stand in when that is short.
 */
export function unruledLaws(name: string, source: string): Mention[] {
  const found: Mention[] = [];
  const lines = source.split('\n');
  for (const { node, text, parents } of stringsOf(parse(name, source), [])) {
    const says = lawsIn(text);
    if (says.length === 0) continue;
    const [first, last] = [lineOf(source, node.start), lineOf(source, node.end)];
    let ruled = namesRule(lines.slice(first - 1, last).join('\n'));
    for (const parent of parents.toReversed()) {
      if (ruled || WALLS.has(parent.type) || lineOf(source, parent.end) - lineOf(source, parent.start) >= NEAR_LINES)
        break;
      ruled = namesRule(source.slice(parent.start, parent.end));
    }
    if (!ruled) found.push({ line: first, says: says.join(' '), text });
  }
  return found;
}

/** Texts of a program with a length of time, a sum or a multiple written out, a rule id beside it or not. */
export function writtenNumbers(name: string, source: string): Mention[] {
  return [...stringsOf(parse(name, source), [])].flatMap(({ node, text }) => {
    const says = numbersIn(text);
    return says.length === 0 ? [] : [{ line: lineOf(source, node.start), says: says.join(' '), text }];
  });
}

/** The same for a template: a law has its id on the line, in a comment or as an argument; a number is never there. */
export function templateMentions(source: string): Mention[] {
  return source.split('\n').flatMap((text, i) => {
    const says = [...(namesRule(text) ? [] : lawsIn(text)), ...numbersIn(text)];
    return says.length === 0 ? [] : [{ line: i + 1, says: says.join(' '), text: text.trim() }];
  });
}

/** Lines of a knowledge file with such a number; its comments are for who writes it. */
export function dataNumbers(source: string): Mention[] {
  return source.split('\n').flatMap((text, i) => {
    const says = text.trimStart().startsWith('#') ? [] : numbersIn(text);
    return says.length === 0 ? [] : [{ line: i + 1, says: says.join(' '), text: text.trim() }];
  });
}

/** Rule ids named in strings that no table has. */
export function unknownRules(name: string, source: string): string[] {
  const prefixes = new Set([...KNOWN].map((id) => id.split('-')[0]));
  return [...stringsOf(parseSync(name, source).program as unknown as Node, [])].flatMap(({ text }) =>
    (text.match(RULE_ID) ?? []).filter((id) => prefixes.has(id.split('-')[0]) && !KNOWN.has(id)),
  );
}
