import { KamengError } from '../../model/errors.ts';

/** The little of a parsed template that is looked at here. */
interface Node {
  type: string;
  loc: { start: { line: number; column: number } };
  [key: string]: unknown;
}

const BLOCKS = ['if', 'unless', 'each'];
const OWN_DATA = ['index', 'first', 'last', 'key', 'root'];
/** What every object and list has behind it, and the helpers that could reach there. */
const BARRED = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.getOwnPropertyNames(Array.prototype).filter((name) => name !== 'length'),
  'prototype',
  'helperMissing',
  'blockHelperMissing',
  'lookup',
  'log',
  'with',
]);
/** Loops within loops: two let a list have a list; more is only good for making text without end. */
const MAX_DEPTH = 2;
/** Characters of a value, for reckoning how much a template will write. */
const USUAL_VALUE = 40;

function refuse(file: string, node: Node, why: string): never {
  throw new KamengError('TEMPLATE_INVALID', `模板 ${file} 第 ${node.loc.start.line} 行：${why}`, {
    hints: ['模板里只能用 {{值}}、{{#if}}、{{#unless}}、{{#each}} 和自带的 {{> 片段}}，片段名不能拼出来'],
  });
}

function checkPath(file: string, path: Node): void {
  if (path.type !== 'PathExpression') refuse(file, path, '只能写值的名字');
  const parts = path['parts'] as (string | Node)[];
  const plain = parts.every((part) => typeof part === 'string');
  if (!plain || parts.some((part) => BARRED.has(part as string)))
    refuse(file, path, `不能使用“${String(path['original'])}”`);
  if (path['data'] === true && !OWN_DATA.includes(parts[0] as string))
    refuse(file, path, `不能使用“@${String(parts[0])}”`);
}

/**
 * Looks at a parsed template before it may run: only values of the context, three
 * kinds of block, partials that ship with kameng, and loops no deeper than two.
 * @param partials parsed partials by name; loops in them count where they are used
 * @returns characters that are written once, once an item, and once an item of an item
 * @throws KamengError TEMPLATE_INVALID with the file and line
 */
export function guardTemplate(file: string, program: object, partials: Record<string, object>): number[] {
  const weights = [0, 0, 0];
  const walk = (node: Node, depth: number, open: string[]): void => {
    const bare = (): void => {
      const hash = node['hash'] as { pairs?: unknown[] } | undefined;
      if ((node['params'] as Node[]).length > 0 || (hash?.pairs?.length ?? 0) > 0) refuse(file, node, '不能调用函数');
    };
    switch (node.type) {
      case 'Program':
        for (const child of node['body'] as Node[]) walk(child, depth, open);
        return;
      case 'CommentStatement':
        return;
      case 'ContentStatement':
        weights[depth]! += (node['value'] as string).length;
        return;
      case 'MustacheStatement':
        bare();
        checkPath(file, node['path'] as Node);
        weights[depth]! += USUAL_VALUE;
        return;
      case 'BlockStatement': {
        const name = (node['path'] as Node)['original'] as string;
        const params = node['params'] as Node[];
        const hash = node['hash'] as { pairs?: unknown[] } | undefined;
        if (!BLOCKS.includes(name)) refuse(file, node, `没有“${name}”这种块`);
        if (params.length !== 1 || (hash?.pairs?.length ?? 0) > 0) refuse(file, node, `${name} 后面要写一个值的名字`);
        checkPath(file, params[0]!);
        const deeper = depth + (name === 'each' ? 1 : 0);
        if (deeper > MAX_DEPTH) refuse(file, node, '循环套得太深');
        for (const branch of [node['program'], node['inverse']]) if (branch) walk(branch as Node, deeper, open);
        return;
      }
      case 'PartialStatement': {
        bare();
        const name = (node['name'] as Node)['original'] as string;
        if ((node['name'] as Node).type !== 'PathExpression' || !Object.hasOwn(partials, name))
          refuse(file, node, `没有片段“${String(name)}”`);
        if (open.includes(name)) refuse(file, node, `片段“${name}”用到了它自己`);
        walk(partials[name] as Node, depth, [...open, name]);
        return;
      }
      default:
        refuse(file, node, '不支持这种写法');
    }
  };
  walk(program as Node, 0, []);
  return weights;
}
