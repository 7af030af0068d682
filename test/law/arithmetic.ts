import { parseSync } from 'oxc-parser';

/** A number in code that counts days or longer. */
export interface Counted {
  line: number;
  /** The expression, its white space narrowed. */
  text: string;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child);
  }
}

/** Moves a day or a moment: its second argument is a length of time. */
const MOVES = /^(?:add|sub)(?:Hours|Days|Weeks|Months|Years|Workdays|BusinessDays)$/;
/** Holds a length of time, or a day that is compared. */
const TIME = /(?:hours?|days?|weeks?|months|years|left|waited|elapsed|daysBetween|differenceIn\w+)$/i;
const LENGTH = /(?:hours|days|weeks|months|years)$/i;

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node['name']);
  if (node.type === 'MemberExpression') return nameOf(node['property']);
  if (node.type === 'CallExpression') return nameOf(node['callee']);
  if (node.type === 'ChainExpression' || node.type === 'TSNonNullExpression') return nameOf(node['expression']);
  return '';
}

/** The value of a number as written, with its sign. */
function numberIn(node: unknown): number | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node['value'] === 'number') return node['value'];
  if (node.type === 'UnaryExpression' && node['operator'] === '-') {
    const inner = numberIn(node['argument']);
    return inner === undefined ? undefined : -inner;
  }
  return undefined;
}

/**
 * Places of a program where a number that is written there counts days or longer: given to `addDays` and its like,
 * calculated or compared with something that is called days, years, left …, or kept under such a name. A constant
 * of the file counts as its number. 0 and 1 step from one day to the next and count nothing.
 */
export function countedArithmetic(name: string, source: string): Counted[] {
  const all = [...nodesOf(parseSync(name, source).program as unknown as Node)];
  const constants = new Map<string, number>();
  for (const node of all) {
    const value = node.type === 'VariableDeclarator' ? numberIn(node['init']) : undefined;
    if (value !== undefined) constants.set(nameOf(node['id']), value);
  }
  const counts = (node: unknown): boolean => {
    const value = numberIn(node) ?? constants.get(isNode(node) && node.type === 'Identifier' ? nameOf(node) : '');
    return value !== undefined && Math.abs(value) > 1;
  };
  const isCounted = (node: Node): boolean => {
    switch (node.type) {
      case 'CallExpression': {
        const [, length] = node['arguments'] as Node[];
        return MOVES.test(nameOf(node['callee'])) && length !== undefined && [...nodesOf(length)].some(counts);
      }
      case 'BinaryExpression': {
        const { left, right } = node as unknown as { left: Node; right: Node };
        return (counts(left) && TIME.test(nameOf(right))) || (counts(right) && TIME.test(nameOf(left)));
      }
      case 'VariableDeclarator':
        return LENGTH.test(nameOf(node['id'])) && counts(node['init']);
      case 'Property':
        return LENGTH.test(nameOf(node['key'])) && counts(node['value']);
      default:
        return false;
    }
  };
  return all.filter(isCounted).map((node) => ({
    line: source.slice(0, node.start).split('\n').length,
    text: source.slice(node.start, node.end).replace(/\s+/g, ' '),
  }));
}
