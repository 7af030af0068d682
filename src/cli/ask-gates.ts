import type { OpenCase } from '../clerk/cases/open-case.ts';
import { likelyAnswer, openQuestions, type GateQuestion } from '../clerk/cases/route-case.ts';
import { giveFact } from '../clerk/intake/record-facts.ts';
import { FACTS } from '../model/facts.ts';
import type { Context } from './context.ts';
import { showValue } from './views/facts.ts';
import { paint } from './views/paint.ts';

/** The few questions whose answer changes the route; each answer is saved, and may bring up another. */
export async function askGates(context: Context, file: OpenCase): Promise<void> {
  const passed = new Set<string>();
  for (;;) {
    const gate = openQuestions(file).find(({ key }) => !passed.has(key));
    if (!gate) return;
    passed.add(gate.key);
    const answer = await askGate(context, gate, likelyAnswer(file, gate));
    if (answer !== '') giveFact(file, gate.key, answer);
  }
}

async function askGate(context: Context, gate: GateQuestion, likely: ReturnType<typeof likelyAnswer>): Promise<string> {
  const prompter = await context.prompter();
  const { io } = context;
  io.say(paint(io.color.stderr).dim(gate.why));
  // Two answers may come to the same: which row was chosen tells them apart, not its value.
  const choices = gate.choices.map(({ label }, i) => ({ value: String(i), name: label }));
  const valueOf = (row: string): string => gate.choices[Number(row)]!.value;
  if (likely !== undefined) {
    const { label } = FACTS[likely.from];
    const told = likely.from === 'dispute' ? `${label}是“${showValue('dispute', likely.value)}”` : `读到了${label}`;
    io.say(`${told}，多半是“${gate.choices[likely.row]!.label}”`);
  }
  if (gate.many) {
    const rows = await prompter.checkbox({ message: `${gate.question}（没有就直接回车）`, choices });
    return rows.map(valueOf).join(',') || 'none';
  }
  const row = await prompter.select<string>({
    message: gate.question,
    choices: [...choices, { value: '', name: '不清楚，先跳过' }],
    ...(likely === undefined ? {} : { default: String(likely.row) }),
  });
  return row === '' ? '' : valueOf(row);
}
