import { statusOf } from '../../../clerk/cases/case-view.ts';
import { outcomeWords } from '../../../clerk/cases/contact-words.ts';
import { openQuestions } from '../../../clerk/cases/route-case.ts';
import { factsOf } from '../../../clerk/intake/record-facts.ts';
import { CHANNELS } from '../../../model/dispute.ts';
import { factSpec, FACT_KEYS, type FactKey } from '../../../model/facts.ts';
import { chinaDay, showMoment } from '../../../model/moment.ts';
import type { NextStep } from '../../../model/outcome.ts';
import { printable } from '../../../model/text.ts';
import { askFact } from '../../ask-fact.ts';
import { quote, sayCommand } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import { sayAnswered, sayingAnswers, sayOutdated } from '../../say-answered.ts';
import type { Choice } from '../../prompter.ts';
import { alsoToday, nextLines, splitAction } from '../../views/case.ts';
import { showValue } from '../../views/facts.ts';
import { clip, paint } from '../../views/paint.ts';
import { hanging } from '../../views/wrap.ts';
import { askFacts, openFacts } from '../new/questions.ts';
import { guarded, launch, orBack, pause } from './launch.ts';
import { addEvidence, doStep } from './next-step.ts';

/** What is done every day stands at once; a small terminal holds no more. */
const ENTRIES = [
  { value: 'add', name: '收入证据' },
  { value: 'receive', name: '从手机收照片' },
  { value: 'questions', name: '回答问题，让判断更准' },
  { value: 'letter', name: '写文书' },
  { value: 'followup', name: '记一次联系、提交或答复' },
  { value: 'look', name: '看：整个案卷、还缺什么、走哪条路' },
  { value: 'other', name: '其他：改一项事实、导出、结案' },
] as const satisfies readonly Choice<string>[];

const BACK = { value: 'none', name: '回到案卷' } as const;

const LOOKS = [
  { value: 'status', name: '看整个案卷' },
  { value: 'check', name: '还缺什么' },
  { value: 'route', name: '该走哪个渠道' },
  { value: 'due', name: '有哪些日子' },
  { value: 'timeline', name: '按时间看发生过的事' },
  BACK,
] as const satisfies readonly Choice<string>[];

const OTHERS = [
  { value: 'facts', name: '改一项事实' },
  { value: 'evidence', name: '看证据清单' },
  { value: 'strike', name: '划掉一条记错的联系' },
  { value: 'export', name: '导出证据目录' },
  { value: 'close', name: '结案' },
  BACK,
] as const satisfies readonly Choice<string>[];

type Entry = Exclude<(typeof ENTRIES | typeof LOOKS | typeof OTHERS)[number]['value'], 'look' | 'other'>;

/** Everything that can be done with one case, until the buyer goes back. */
export async function caseMenu(context: Context): Promise<'back' | 'quit'> {
  for (;;) {
    const { title, closed, next, questions } = await context.withCase((file) => {
      const status = statusOf(file);
      return {
        title: status.case.title,
        closed: status.case.closedAt !== null,
        next: status.next,
        questions: openFacts(status.facts).length + openQuestions(file).length,
      };
    });
    // Put away as the next step or behind 其他: there is nothing to do with it until it is taken back.
    if (closed) return 'back';
    const { io } = context;
    const colors = paint(io.color.stderr);
    io.say('');
    for (const line of hanging('', colors.bold(printable(title)), io.width.stderr)) io.say(line);
    const today = chinaDay(context.now());
    const look = { today, width: io.width.stderr, most: 1 };
    for (const line of nextLines(next, colors, look)) io.say(line);
    const chosen = await (
      await context.prompter()
    ).select<`do:${string}` | 'back' | 'quit' | (typeof ENTRIES)[number]['value']>({
      message: '做什么？',
      choices: [
        ...next.slice(0, 1).map((step) => doing(step, '现在做', look.width)),
        // A list that is longer than the screen is no menu.
        ...alsoToday(next, today)
          .slice(0, 2)
          .map((step) => doing(step, '今天还要', look.width)),
        ...ENTRIES.filter(({ value }) => value !== 'questions' || questions > 0),
        { value: 'back', name: '换一个案卷' },
        { value: 'quit', name: '退出' },
      ],
    });
    if (chosen === 'back' || chosen === 'quit') return chosen;
    const entry = await orBack(context, async () => {
      if (chosen.startsWith('do:')) {
        await doStep(context, chosen.slice(3));
        return 'step';
      }
      const meant = await entryOf(context, chosen as (typeof ENTRIES)[number]['value']);
      if (meant !== 'none') await enter(context, meant);
      return meant;
    });
    if (entry === undefined || entry === 'none') continue;
    await pause(context);
  }
}

/** One line, whatever the terminal: two cells mark what is chosen, and none is left over at its edge. */
const doing = ({ action }: NextStep, when: string, width: number): Choice<`do:${string}`> => ({
  value: `do:${action}`,
  name: clip(`${when}：${splitAction(action).words}`, Math.min(width, 80) - 3),
});

/** The entry that was chosen, of the first list or of one behind it. */
async function entryOf(context: Context, chosen: (typeof ENTRIES)[number]['value']): Promise<Entry> {
  if (chosen !== 'look' && chosen !== 'other') return chosen;
  const prompter = await context.prompter();
  if (chosen === 'look') return prompter.select<Entry>({ message: '看什么？', choices: LOOKS });
  return prompter.select<Entry>({ message: '做什么？', choices: OTHERS });
}

async function enter(context: Context, entry: Exclude<Entry, 'none'>): Promise<void> {
  if (entry === 'add') await addEvidence(context);
  else if (entry === 'strike') await strikeOne(context);
  else if (entry === 'facts') await changeFact(context);
  else if (entry === 'questions') {
    await guarded(context, () =>
      context.withCase((file) => sayingAnswers(context, file, () => askFacts(context, file))),
    );
    await launch(context, 'route');
  } else await launch(context, entry);
}

/** What was logged by mistake no longer counts, and can be logged anew. */
async function strikeOne(context: Context): Promise<void> {
  const contacts = await context.withCase((file) => statusOf(file).contacts);
  if (contacts.length === 0) {
    context.io.say('还没有记过联系。');
    return;
  }
  const prompter = await context.prompter();
  const no = await prompter.select({
    message: '划掉哪一条？记录还在，只是不再作数',
    choices: [
      ...contacts.toReversed().map((contact) => ({
        value: String(contact.no),
        name: `第 ${contact.no} 次 ${showMoment(contact.at)} ${CHANNELS[contact.channel].label}，${outcomeWords(contact)}`,
      })),
      { value: '', name: '不划了' },
    ],
  });
  if (no === '') return;
  const why = (await prompter.input({ message: '为什么不算？', default: '记错了' })).trim();
  sayCommand(context, ['followup', '--strike', no, quote(why)]);
  await launch(context, 'followup', { strike: no }, [why]);
  if (await prompter.confirm({ message: '重新记一条？', default: true })) await launch(context, 'followup');
}

async function changeFact(context: Context): Promise<void> {
  await guarded(context, () =>
    context.withCase(async (file) => {
      const facts = factsOf(file);
      const name = (key: FactKey): string => {
        const fact = facts[key];
        const value = fact === undefined ? '' : fact.status === 'conflict' ? '说法不一' : showValue(key, fact.value);
        return `${factSpec(key).label}${value === '' ? '' : `：${value}`}`;
      };
      const known = FACT_KEYS.filter((key) => facts[key] !== undefined);
      const key = await (
        await context.prompter()
      ).select<FactKey | 'back'>({
        message: '改哪一项？',
        choices: [
          ...[...known, ...FACT_KEYS.filter((one) => !known.includes(one))].map((one) => ({
            value: one,
            name: name(one),
          })),
          { value: 'back' as const, name: '不改了' },
        ],
      });
      if (key === 'back') return;
      await askFact(context, file, key, { optional: true, preset: facts[key]?.value || undefined });
      sayAnswered(context, file, [key]);
      sayOutdated(context, file, facts);
    }),
  );
}
