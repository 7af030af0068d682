import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Day } from '../../../src/model/moment.ts';
import { drawScreen } from './draw.ts';
import { onStage } from './play.ts';
import { screenOf } from './screen.ts';

export const DOCS = resolve(import.meta.dirname, '../../../docs');
const DAY: Day = '2026-11-25';

const SESSION = ['kameng new 截图 -y --case ./季卡.kameng', 'kameng route -y'];

/** The picture of a session for the README: real commands on the example dossier, in a real terminal. */
export function sessionPicture(): Promise<string> {
  return onStage(async (stage) => {
    let written = '';
    for (const line of SESSION)
      written += `\u001b[32m$\u001b[0m \u001b[1m${line}\u001b[0m\r\n${await stage.show(line, DAY)}\r\n`;
    const lines = screenOf(written);
    while (lines.at(-1)?.length === 0) lines.pop();
    return drawScreen(lines, '在终端里运行 kameng new 和 kameng route：从五个文件读出订单、金额、时间，说出现在做什么');
  });
}

const BLOCK = /^```console(?: (\d+))?\n([^]*?)^```$/gm;

/**
 * The tour with the output of its commands as it is now. In a block of ```console a line `$ …` is run, `# 2026-11-27`
 * sets the day, the rest is what came; ```console 8 shows at most eight lines of each.
 * @param only the one day on which all is run, as by a reader who copies the commands
 */
export function filledTour(page: string, only?: Day): Promise<string> {
  return onStage((stage) => {
    let day = only ?? DAY;
    return page.replace(BLOCK, (_whole, most: string | undefined, body: string) => {
      const shown = body.split('\n').flatMap((line) => {
        if (/^# \d{4}-\d\d-\d\d/.test(line)) day = only ?? line.slice(2, 12);
        if (line.startsWith('#')) return [line];
        if (!line.startsWith('$ ')) return [];
        const out = stage.run(line.slice(2), day).trimEnd().split('\n');
        const cut = most !== undefined && out.length > Number(most);
        return [line, ...(cut ? [...out.slice(0, Number(most)), '…'] : out), ''];
      });
      return `\`\`\`console${most === undefined ? '' : ` ${most}`}\n${shown.join('\n').trimEnd()}\n\`\`\``;
    });
  });
}

export const readTour = (): string => readFileSync(join(DOCS, 'tour.md'), 'utf8').replaceAll('\r\n', '\n');
