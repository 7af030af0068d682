import { cellsOf } from './cells.ts';
import { hanging, wrap } from './wrap.ts';

/** A command to be copied, as a page sets it in; what it does may stand behind it. */
const COMMAND = /^ {4}(.*?)(?: {2,}(.*))?$/;
const ITEM = /^(?:-|\d+\.) /;

/**
 * A page of the help as lines of a screen: what the page broke for its own width is joined and broken anew, items are
 * set in below their sign, and a command stays whole, with what it does below it where the line has no room for both.
 * @param width infinite where the page is to stay as it was written
 */
export function pageLines(body: string, width: number, command: (line: string) => string): string[] {
  return blocksOf(body).flatMap((block) => {
    if (!block.startsWith('    ')) {
      const [sign = ''] = ITEM.exec(block) ?? [];
      return hanging(sign, block.slice(sign.length), width);
    }
    if (cellsOf(block) <= width) return [command(block)];
    const [, line = '', does] = COMMAND.exec(block)!;
    return [command(`    ${line}`), ...(does === undefined ? [] : wrap(`      ${does}`, width, 6))];
  });
}

/** Paragraphs, items and commands, each in one line, and the blank lines between them. */
function blocksOf(body: string): string[] {
  const blocks: string[] = [];
  let goesOn = false;
  for (const line of body.split('\n')) {
    const isCommand = line.startsWith('    ');
    const begins = line === '' || isCommand || ITEM.test(line) || !goesOn;
    if (begins) blocks.push(line);
    else blocks.push(joined(blocks.pop()!, line.trimStart()));
    goesOn = line !== '' && !isCommand;
  }
  return blocks;
}

/** Between two Latin words there was a space, between Chinese signs there is none. */
const joined = (before: string, after: string): string =>
  before + (/[\x21-\x7e]$/.test(before) && /^[\x21-\x7e]/.test(after) ? ' ' : '') + after;
