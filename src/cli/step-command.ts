import { usageError } from '../model/errors.ts';
import { FACT_KEYS, type FactKey } from '../model/facts.ts';
import type { Command, Context } from './context.ts';
import { longFlag } from './options.ts';

/** The command in the words of a step, ready to be run. */
export interface StepCommand {
  command: Command;
  /** What was given for its options; places that the buyer has to fill are left out, and asked for. */
  typed: Record<string, string>;
  /** The facts that `facts key=…` asks for. */
  facts: FactKey[];
}

/** Words that stand where the buyer's own belong. */
const PLACE = /^(?:日期|原话|金额|渠道|文件|文件夹|理由|类型|号码|正确的值|编号|姓名|截图|时间|退款截图|…|"[^"]*")$/;

/**
 * Steps are copied as they stand: what only marks a place is no value, and is never written down as one.
 * @param how an example of the command with a value
 * @throws KamengError PLACE_NOT_FILLED
 */
export function refusePlace(value: string, how: string): void {
  if (PLACE.test(value.trim()))
    throw usageError('PLACE_NOT_FILLED', `“${value.trim()}”只是占个位置，要换成实际的内容`, `例如：${how}`);
}

/**
 * Reads a command as a step words it: `kameng followup --channel platform --filed 日期 --letter 2`.
 * @returns undefined when it names no command of this program
 */
export function readStep(context: Context, line: string): StepCommand | undefined {
  const [, name, ...words] = line.match(/"[^"]*"|\S+/g) ?? [];
  const command = context.commands.find((one) => one.name === name);
  if (!command) return undefined;
  const typed: Record<string, string> = {};
  const facts: FactKey[] = [];
  words.forEach((word, i) => {
    const key = word.split('=')[0] as FactKey;
    if (command.name === 'facts' && FACT_KEYS.includes(key)) facts.push(key);
    if (!word.startsWith('--')) return;
    const row = Object.entries(command.options).find(([, { flags }]) => longFlag(flags) === word);
    const value = words[i + 1];
    if (row && value !== undefined && !value.startsWith('--') && !PLACE.test(value)) typed[row[0]] = value;
  });
  return { command, typed, facts };
}
