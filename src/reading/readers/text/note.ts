import { PAGE_NAMES } from '../../../knowledge/built/page-names.ts';
import { anyOf, oneOf } from '../../../knowledge/patterns.ts';
import type { FieldReading, TextLine } from '../../../model/reading.ts';
import { disputeOf } from '../../layouts/troubles.ts';
import { disputeField } from '../../page/form/failure-fields.ts';
import { foundOf, settle, type Found } from '../../page/found.ts';
import { fieldOf } from '../../page/read-page.ts';
import { labelRow } from '../../page/labels/labels.ts';
import { toldIn } from '../../page/talk/told.ts';
import type { Value } from '../../page/values/joined.ts';
import { readValue } from '../../page/values/read-value.ts';

const { notes } = PAGE_NAMES;
/** What somebody who tells what happened to him writes, each in its own way. */
const TELLS = [notes.own, notes.acts, notes.reports, notes.asks, notes.days].map((words) => anyOf(words));
const OWN_LABEL = oneOf(notes.labels);
const OTHERS = anyOf(notes.others);
/** `1. `, `- `, `# ` before a line are of the list. */
const MARK = /^(?:\d{1,2}[.、)）](?!\d)|[-*•·]|#{1,4})\s*/;
const ENDS = /[。！？!?；;\n]+/;
const SHORTEST = 4;
const LABELLED = /^([^:：]{2,10})[:：]\s*(\S.*)$/;
const ENOUGH = { ways: 3, sentences: 2, labels: 3 };

/**
 * Did the buyer write this down: what was bought, what came of it, what is asked for? As sentences of somebody who
 * tells, or as a list whose labels no page has. What such a text says is the buyer's statement, and quotes no page.
 */
export function isNote(lines: readonly TextLine[]): boolean {
  const texts = lines.map(({ text }) => text.replace(MARK, '').trim()).filter((text) => text !== '');
  return tells(texts) || lists(texts);
}

function tells(texts: readonly string[]): boolean {
  // A line of a list tells nothing: 单号：… stands among sentences as well.
  const free = texts.filter((text) => !LABELLED.test(text) || TELLS.some((words) => words.test(text)));
  const sentences = free.flatMap((text) => text.split(ENDS)).filter((text) => text.trim().length >= SHORTEST);
  const ways = sentences.map((sentence) => TELLS.filter((words) => words.test(sentence.trim())).length);
  const told = ways.filter((count) => count > 0).length;
  const used = TELLS.filter((words) => sentences.some((sentence) => words.test(sentence.trim()))).length;
  const others = sentences.filter((sentence) => OTHERS.test(sentence)).length;
  return used >= ENOUGH.ways && told >= ENOUGH.sentences && told * 2 >= sentences.length && others * 3 <= told;
}

function lists(texts: readonly string[]): boolean {
  const pairs = texts.flatMap((text) => {
    const [, label, value] = LABELLED.exec(text) ?? [];
    return label && value ? [{ label: label.trim(), value }] : [];
  });
  const own = pairs.filter(({ label }) => OWN_LABEL.test(label));
  const told = own.filter(({ value }) => TELLS.some((words) => words.test(value)) || disputeOf(value) !== undefined);
  return (
    pairs.length >= ENOUGH.labels &&
    pairs.length * 2 >= texts.length &&
    own.length >= 2 &&
    told.length > 0 &&
    !texts.some((text) => OTHERS.test(text))
  );
}

/** What a note names, as a statement that other exhibits are held against; nothing in it stands by itself. */
export function noteFields(lines: readonly TextLine[]): FieldReading[] {
  const found: Found[] = lines.flatMap((line) => [
    ...toldIn(line.text).map(({ key, value }, i) => foundOf(key, valueIn(value, line.text), 'guess', i)),
    ...listed(line),
  ]);
  const trouble = disputeOf(lines.map(({ text }) => text).join('\n'));
  if (trouble) {
    const where = lines.find(({ text }) => disputeOf(text)?.dispute === trouble.dispute);
    const field = disputeField(trouble, where?.text ?? '', []);
    found.push({ ...field, confidence: Math.min(field.confidence, 0.8) });
  }
  return settle(found).map(fieldOf);
}

const valueIn = (value: string, text: string): Value => ({ value, text, cells: [], scores: [], doubtful: false });

/** `商品：…` in a list of the buyer's own. */
function listed({ text }: TextLine): Found[] {
  const [, label, value] = LABELLED.exec(text.replace(MARK, '').trim()) ?? [];
  const means = label === undefined ? undefined : labelRow(label.trim())?.means;
  if (!value || means === undefined || means === 'none' || means === 'failure') return [];
  const read = readValue(means, [{ text: value, line: { text: value } }]);
  return read ? [foundOf(means, { ...read, cells: [], scores: [] }, 'guess')] : [];
}
