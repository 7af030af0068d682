import { PARTS } from './parts.ts';

function fill(line: string): string {
  return line.replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) => {
    const part = PARTS[name];
    if (part === undefined) throw new Error(`no part {${name}} in ${line}`);
    return `(?:${fill(part)})`;
  });
}

/**
 * One expression out of lines, any of which may match. `{name}` stands for the
 * words of that name in the table of parts.
 * @throws Error when a line names a part that the table does not have
 */
export function anyOf(...lines: readonly string[]): RegExp {
  return new RegExp(lines.map(fill).join('|'));
}
