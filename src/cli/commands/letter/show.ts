import { basename, dirname } from 'node:path';
import { answersRefusal } from '../../../clerk/cases/handed-in.ts';
import { shortHead } from '../../../clerk/integrity/anchor.ts';
import { channelOfDocument } from '../../../clerk/letters/channels.ts';
import { documentLabel } from '../../../clerk/letters/document-label.ts';
import type { Letter, LetterStopped, WrittenLetter } from '../../../clerk/letters/write-letter.ts';
import { CHANNELS, type DocumentId } from '../../../model/dispute.ts';
import type { FactKey } from '../../../model/facts.ts';
import type { Undated } from '../../../model/letter.ts';
import { chinaDay, type Day } from '../../../model/moment.ts';
import type { ChannelRoute, RuleText } from '../../../model/outcome.ts';
import { printable, printableLines } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { keepDraft } from '../../editor.ts';
import { sameWords } from '../../views/exhibits.ts';
import { findingLines } from '../../views/findings.ts';
import { PLACES } from '../../views/route.ts';
import { paint } from '../../views/paint.ts';

/** What is said with a letter that was just written. */
export interface Handed {
  handing?: readonly RuleText[];
  undated?: readonly Undated[];
  assumed?: readonly FactKey[];
  perhapsPaid?: number;
  /** Exhibits that it leaves out because another shows the same. */
  same?: readonly { no: number; of: number }[];
}

/** A letter with what its readers found and how it is handed in; with `--json` as one document. */
export function show(
  context: Context,
  {
    letter,
    findings,
    ownSentences = [],
    handing = [],
    undated = [],
    assumed = [],
    perhapsPaid,
    same = [],
  }: WrittenLetter & Handed,
  files: readonly string[],
  text: string = letter.text,
): void {
  if (context.options.json) {
    context.io.json({
      no: letter.no,
      channel: letter.document,
      title: letter.title,
      writtenAt: letter.writtenAt,
      text: letter.text,
      sections: letter.detail.sections,
      exhibits: letter.exhibits,
      laws: letter.detail.laws,
      lint: findings,
      ownSentences,
      handing,
      undated,
      assumed,
      ...(perhapsPaid === undefined ? {} : { perhapsPaid }),
      files,
      head: letter.detail.head ?? null,
    });
    return;
  }
  context.io.data(printableLines(text.trimEnd()));
  context.io.say('');
  for (const line of findingLines(letter.text, findings, paint(context.io.color.stderr))) context.io.say(line);
  if (ownSentences.length > 0) {
    context.io.say('这些话是你自己写的，里面的事案卷里没有证据可对，有证据的先收进来：');
    for (const sentence of ownSentences) context.io.say(`  · ${printable(sentence)}`);
  }
  context.io.say(`第 ${letter.no} 号文书（${documentLabel(letter.document)}）已定稿存入案卷。`);
  sayFiles(context, files);
  const copies = sameWords(same.map(({ no, of }) => ({ no, nearDuplicateOf: of, withdrawn: null })));
  if (copies !== '') context.io.say(copies);
  if (letter.detail.head) context.io.say(`案卷指纹 ${shortHead(letter.detail.head)}`);
  // On a terminal it is asked.
  if (!context.interactive || !isAskedAbout(letter.document))
    for (const line of afterwards(letter, chinaDay(context.now()))) context.io.say(line);
  if (assumed.includes('demand'))
    context.io.say('你想要什么还没有说，这份按退款写；要别的就说了再写一份：kameng facts demand=换货');
  if (perhapsPaid !== undefined)
    context.io.say(`第 ${perhapsPaid} 次联系的话像是钱退了；到账了先记下来（kameng followup），再写一份`);
  for (const { text, fact } of undated) {
    context.io.say(`没有日期：${printable(text)}`);
    const mend =
      fact === undefined ? 'kameng followup --channel merchant --at 日期 --said "原话"' : `kameng facts ${fact}=日期`;
    context.io.say(`  记得是哪天就补上再写一份：${mend}`);
  }
  const place = PLACES[channelOfDocument(letter.document) ?? 'public'];
  if (handing.length > 0) context.io.say('怎么交：');
  else if (place !== undefined) context.io.say(`怎么交：${place}`);
  for (const { text } of handing) context.io.say(`  ${printable(text)}`);
}

/** Is it asked on a terminal whether it was handed in? What both sides sign is sent by nobody. */
export const isAskedAbout = (document: DocumentId): boolean => document !== 'settlement';

/** The folder once: with it before each name a line is longer than the screen. */
function sayFiles({ io }: Context, files: readonly string[]): void {
  for (const folder of new Set(files.map((path) => dirname(path)))) {
    io.say(`文件在 ${printable(folder)}`);
    for (const path of files) if (dirname(path) === folder) io.say(`  ${printable(basename(path))}`);
  }
}

/** How to log that the document was handed in, to be copied as it stands. */
export function afterwards({ document, no, detail }: Letter, today: Day): string[] {
  const channel = channelOfDocument(document);
  if (document === 'settlement') return ['钱到账后记一笔：kameng followup --channel merchant --result settled'];
  if (channel === undefined && answersRefusal(document))
    return [`提交之后记一笔：kameng followup --letter ${no} --filed ${today}`];
  // These go to where a complaint already lies: a second filing there would be refused.
  if (channel === undefined) {
    const door = detail.door ?? '渠道';
    return [`发出之后记一笔：kameng followup --channel ${door} --letter ${no} --sent ${today}`];
  }
  return [`${channel === 'public' ? '发布' : '提交'}之后记一笔：kameng followup --letter ${no} --filed ${today}`];
}

/** The reasons of a door in words, to tell whether they have changed. */
export const said = (door: ChannelRoute | undefined): string => (door?.reasons ?? []).map(({ text }) => text).join();

/** A way that is barred or not yet open is not barred to the pen: the letter is written, and this is said with it. */
export function sayShut(context: Context, shut: ChannelRoute | undefined): void {
  if (!shut) return;
  const colors = paint(context.io.color.stderr);
  context.io.say(
    colors.yellow(
      `注意：${CHANNELS[shut.id].label}${shut.status === 'blocked' ? '现在走不通' : '还不到时候'}（kameng route）`,
    ),
  );
  for (const reason of shut.reasons) context.io.say(`  ${printable(reason.text)}`);
}

/** A letter that a reader stopped, before the error is said. */
export function showStopped(context: Context, stopped: LetterStopped, edited: boolean): void {
  // What somebody wrote by hand is not lost because a reader stopped it.
  if (edited) context.io.warn(`kameng: 改过的文字留在 ${keepDraft(stopped.composed.text)}`);
  // What stands against it is said once, with the error.
  if (!context.options.json) context.io.data(printableLines(stopped.composed.text.trimEnd()));
}
