import type { ChalkInstance } from 'chalk';
import { CATEGORIES, PROOF_CATEGORIES } from '../../model/evidence.ts';
import { type Coverage, type NextStep, presses } from '../../model/outcome.ts';
import { chinaDay, daysBetween, type Day, type Moment } from '../../model/moment.ts';
import { printable } from '../../model/text.ts';
import { showDue } from './paint.ts';
import { hanging, wrap } from './wrap.ts';

const MARKS = { covered: '✓', partial: '◐', missing: '✗' } as const;
const WORDS = { covered: '齐全', partial: '不全', missing: '缺少' } as const;

/** The three categories, a line each, with what is missing under them. */
export function coverageLines(
  coverage: Coverage,
  colors: ChalkInstance,
  options: { how: boolean; width: number },
): string[] {
  const shade = { covered: colors.green, partial: colors.yellow, missing: colors.red };
  return PROOF_CATEGORIES.flatMap((category) => {
    const state = coverage[category];
    const gaps = coverage.gaps.filter((gap) => gap.category === category);
    return [
      `  ${shade[state](`${MARKS[state]} ${CATEGORIES[category].label}`)}  ${WORDS[state]}`,
      ...gaps.flatMap((gap) => [
        ...hanging('    · ', gap.message, options.width),
        ...(options.how ? hanging('      ', gap.how, options.width).map((line) => colors.dim(line)) : []),
      ]),
    ];
  });
}

/** The three categories in one line, and how many pieces are missing. */
export function coverageBrief(coverage: Coverage, colors: ChalkInstance, width: number): string[] {
  const shade = { covered: colors.green, partial: colors.yellow, missing: colors.red };
  const marks = PROOF_CATEGORIES.map((category) => {
    const state = coverage[category];
    return shade[state](`${MARKS[state]} ${CATEGORIES[category].label}`);
  });
  const lacking = coverage.gaps.length > 0 ? colors.dim(`  还缺 ${coverage.gaps.length} 样：kameng check`) : '';
  return hanging(`${colors.bold('证据')}  `, `${marks.join('  ')}${lacking}`, width);
}

/** What is done and the command that does it, apart: `写投诉函，发给商家` and `kameng letter --to merchant`. */
export function splitAction(action: string): { words: string; command: string | undefined } {
  const match = /[：:]?\s*(kameng(?: (?:"[^"]*"|[^\s"，。；：（）、])+)+)/.exec(action);
  if (!match) return { words: action, command: undefined };
  const before = action.slice(0, match.index);
  const after = action.slice(match.index + match[0].length);
  return { words: `${before}${after}`, command: match[1]! };
}

/** When a step is due, as one says it. @param today of the reader */
export function dueWords(due: Day | Moment, today: Day): string {
  const left = daysBetween(today, chinaDay(due));
  if (left < 0) return `已过 ${-left} 天`;
  if (left === 0) return '今天';
  const named = showDue(due);
  return left === 1 ? `明天（${named}）前` : `${named} 前`;
}

export interface StepLook {
  today: Day;
  width: number;
  /** Rule ids behind the reasons. */
  why?: boolean;
  /** How many steps are shown. */
  most?: number;
}

const pressingFirst = (steps: readonly NextStep[], today: Day): NextStep[] => [
  ...steps.filter((step) => presses(step, today)),
  ...steps.filter((step) => !presses(step, today)),
];

/** The steps behind the first that are for today; what the same command does is done with the first of them. */
export function alsoToday(next: readonly NextStep[], today: Day): NextStep[] {
  const command = ({ action }: NextStep): string => splitAction(action).command ?? action;
  return next.filter(
    (step, i) => i > 0 && presses(step, today) && next.findIndex((other) => command(other) === command(step)) === i,
  );
}

/** The one next step large, with its command on a line of its own; what comes after it below, short. */
export function nextLines(next: readonly NextStep[], colors: ChalkInstance, look: StepLook): string[] {
  const [first, ...others] = next;
  if (!first) return [colors.bold('现在没有要做的')];
  const { width, today } = look;
  const { words, command } = splitAction(printable(first.action));
  // What the same command does is done with it.
  const rest = others.filter((step) => command === undefined || splitAction(step.action).command !== command);
  const lines = [
    colors.bold('现在做这个') + (first.due ? `  ${colors.yellow(dueWords(first.due, today))}` : ''),
    ...wrap(`  ${colors.bold(words)}`, width, 2),
    ...(command ? [`  ${colors.cyan(command)}`] : []),
    ...wrap(colors.dim(`  ${reasonOf(first, look)}`), width, 2),
  ];
  const most = (look.most ?? 4) - 1;
  // What is due today is not folded away for what has time.
  const shown = rest.length > most ? pressingFirst(rest, today).slice(0, most) : rest;
  if (shown.length > 0) lines.push(colors.dim('之后'));
  for (const step of shown) {
    const due = step.due ? `${dueWords(step.due, today)}：` : '';
    lines.push(...hanging('  · ', `${due}${printable(step.action)}`, width).map((line) => colors.dim(line)));
  }
  const folded = rest.filter((step) => !shown.includes(step));
  const pressing = folded.filter((step) => presses(step, today)).length;
  const ofThem = pressing === 0 ? '' : pressing === folded.length ? '，都是今天的' : `，其中 ${pressing} 件是今天的`;
  if (folded.length > 0) lines.push(colors.dim(`  · 还有 ${folded.length} 件${ofThem}：kameng status --all`));
  return lines;
}

const reasonOf = (step: NextStep, { why }: StepLook): string =>
  `为什么：${printable(step.why)}${why && step.rule ? `（${step.rule}）` : ''}`;
