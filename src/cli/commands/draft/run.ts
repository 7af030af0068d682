import { dropDraft, getDraft, listDrafts, type Draft } from '../../../clerk/assistant/drafts.ts';
import { caseName } from '../../../clerk/cases/home.ts';
import { documentLabel } from '../../../clerk/letters/document-label.ts';
import { RESULTS } from '../../../model/contact.ts';
import { CHANNELS } from '../../../model/dispute.ts';
import { showMoment } from '../../../model/moment.ts';
import { printable, printableLines } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { parseNo } from '../../parse.ts';
import { table } from '../../views/paint.ts';
import { run as logFollowup } from '../followup/run.ts';
import { run as writeLetter } from '../letter/run.ts';
import type { DraftArgs, DraftOptions } from './options.ts';

export async function run(context: Context, [typed]: DraftArgs, options: DraftOptions): Promise<void> {
  if (typed === undefined) return list(context);
  const draft = getDraft(context.world, parseNo('草稿编号', typed));
  if (options.drop) {
    dropDraft(context.world, draft.no);
    context.io.say(`第 ${draft.no} 号草稿不要了；案卷没有改动`);
    return;
  }
  show(context, draft);
  if (!(await isWanted(context, draft))) return;
  await commit({ ...context, options: { ...context.options, case: draft.case } }, draft);
  dropDraft(context.world, draft.no);
}

function list({ io, options, world }: Context): void {
  const drafts = listDrafts(world);
  if (options.json) {
    io.json({ drafts });
    return;
  }
  if (drafts.length === 0) io.data('没有等你看的草稿');
  const rows = drafts.map((draft) => [
    `  ${draft.no}`,
    draft.kind === 'letter' ? `文书 ${documentLabel(draft.document)}` : `跟进 ${CHANNELS[draft.contact.channel].label}`,
    printable(caseName(draft.case)),
    showMoment(draft.madeAt).slice(0, 16),
  ]);
  for (const row of table(rows)) io.data(row);
  if (drafts.length > 0) io.say('看一份并决定：kameng draft 编号');
}

/** What would go into the case, word by word: a person decides over it. */
function show({ io }: Context, draft: Draft): void {
  const rows: [string, string | undefined][] = [['案卷', caseName(draft.case)]];
  if (draft.kind === 'letter') rows.push(['写', documentLabel(draft.document)]);
  else {
    const { contact } = draft;
    rows.push(
      ['记一次跟进', CHANNELS[contact.channel].label],
      ['时间', contact.at],
      ['对方是', contact.with],
      ['对方说', contact.said],
      ['结果', contact.result && RESULTS[contact.result].label],
      ['提交于', contact.filedOn],
      ['承诺期限', contact.promisedBy],
      ['受理编号', contact.reference],
      ['文书', contact.letter === undefined ? undefined : `第 ${contact.letter} 号`],
    );
  }
  io.say(`第 ${draft.no} 号草稿（助手起的，还不在案卷里）`);
  for (const [label, value] of rows) if (value !== undefined) io.say(`  ${label}：${printableLines(value)}`);
}

async function isWanted(context: Context, { no }: Draft): Promise<boolean> {
  if (context.options.yes) return true;
  if (context.interactive) {
    const wanted = await (await context.prompter()).confirm({ message: '属实，记入案卷吗？', default: false });
    if (!wanted) context.io.say(`没有记。不要了：kameng draft ${no} --drop`);
    return wanted;
  }
  context.io.say(`看过、属实就记入：kameng draft ${no} --yes；不要了：kameng draft ${no} --drop`);
  return false;
}

/** As if the person had typed it; what stands against it is said, and the draft stays. */
async function commit(context: Context, draft: Draft): Promise<void> {
  if (draft.kind === 'letter')
    return writeLetter(context, [undefined], { ...NO_LETTER_OPTIONS, to: draft.document, format: ['txt', 'md'] });
  const { channel, at, with: who, said, result, filedOn, promisedBy, reference, letter } = draft.contact;
  return logFollowup(context, [undefined], {
    ...NO_FOLLOWUP_OPTIONS,
    channel,
    at,
    with: who,
    // A draft of an assistant names no file: `@` is the person's own way to say one.
    said: said?.replace(/^@+/, ''),
    result,
    filed: filedOn,
    promised: promisedBy,
    reference,
    letter,
  });
}

const NO_LETTER_OPTIONS = {
  out: undefined,
  templates: undefined,
  edit: undefined,
  copy: undefined,
  short: undefined,
  redacted: undefined,
  anyway: undefined,
  interestFrom: undefined,
  buyers: undefined,
} as const;
const NO_FOLLOWUP_OPTIONS = {
  received: undefined,
  accepted: undefined,
  file: undefined,
  sent: undefined,
  sentBy: undefined,
  sentNo: undefined,
  arrived: undefined,
  inWriting: undefined,
  step: undefined,
  correct: undefined,
  strike: undefined,
} as const;
