import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Condition } from '../../src/knowledge/schema/condition.ts';
import { CHANNEL_ROW_FILES, GATE_FILES, LIABILITY_FILES, WARNING_FILES } from '../../src/knowledge/built/route.ts';
import { CHANNEL_IDS, DISPUTE_IDS, DOCUMENT_IDS } from '../../src/model/dispute.ts';
import { GROUND_IDS } from '../../src/words/answers/grounds.ts';
import { law } from '../../tools/knowledge/law.ts';
import { matters } from '../../tools/knowledge/matters.ts';
import { names } from '../../tools/knowledge/names.ts';
import { KnowledgeSource } from '../../tools/knowledge/source.ts';
import type { BuiltModule } from '../../tools/knowledge/subject.ts';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kameng-knowledge-'));
  cpSync(join(ROOT, 'knowledge'), join(folder, 'knowledge'), { recursive: true });
  cpSync(join(ROOT, 'templates'), join(folder, 'templates'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a build of the copy says, and what it would write. */
function build(): { problems: string[]; modules: BuiltModule[] } {
  const source = new KnowledgeSource(join(folder, 'knowledge'));
  const modules = [names(source), ...(source.problems.lines.length > 0 ? [] : [...law(source), ...matters(source)])];
  return { problems: source.problems.lines, modules };
}

const pathOf = (name: string): string => join(folder, 'knowledge', name);
/** Changes one file of the copy; the change must change something. */
function change(name: string, from: string | RegExp, to: string): void {
  const text = readFileSync(pathOf(name), 'utf8');
  const changed = text.replace(from, to);
  expect(changed, `${String(from)} stands in ${name}`).not.toBe(text);
  writeFileSync(pathOf(name), changed);
}

/** A new type as somebody would write it: an old file with another name, label, place and rank. */
function newType(): void {
  const text = readFileSync(pathOf('disputes/not_as_described.yaml'), 'utf8');
  const own = text
    .replace(/^order: .*/m, 'order: 900')
    .replace(/^label: .*/m, 'label: 颜色不符')
    .replace(/rank: \d+/, 'rank: 900');
  writeFileSync(pathOf('disputes/wrong_colour.yaml'), own);
}

describe('the files of disputes, channels and documents', () => {
  test('are without fault, and each id is the name of a file', () => {
    expect(build().problems).toEqual([]);
    for (const id of DISPUTE_IDS) expect(existsSync(pathOf(`disputes/${id}.yaml`)), id).toBe(true);
    for (const id of CHANNEL_IDS) expect(existsSync(pathOf(`channels/${id}.yaml`)), id).toBe(true);
    for (const id of DOCUMENT_IDS)
      expect(existsSync(pathOf(`channels/${id}.yaml`)) || existsSync(pathOf(`documents/${id}.yaml`)), id).toBe(true);
  });

  test('one file more is one type more, everywhere', () => {
    newType();
    const { problems, modules } = build();
    expect(problems).toEqual([]);
    const value = (name: string): object =>
      modules.flatMap((module) => module.exports).find((one) => one.name === name)!.value as object;
    expect(Object.keys(value('DISPUTES')).at(-1)).toBe('wrong_colour');
    for (const table of ['DISPUTE_TRAITS', 'DISPUTE_TOLD', 'PROOF_OF', 'CAPTURE_OF'])
      expect(value(table), table).toHaveProperty('wrong_colour');
    expect(value('DOCUMENT_SETTINGS')).toHaveProperty('merchant.laws.wrong_colour', ['quality_return']);
    expect(value('PLACED_LAWS')).toHaveProperty('court.wrong_colour', ['nonconforming']);
    expect(value('SUGGESTIONS')).toContainEqual(expect.objectContaining({ dispute: 'wrong_colour' }));
  });

  test('one file and one template more are one channel more', () => {
    const text = readFileSync(pathOf('channels/mediation.yaml'), 'utf8');
    writeFileSync(pathOf('channels/ombudsman.yaml'), text.replace(/^order: .*/m, 'order: 900'));
    mkdirSync(join(folder, 'templates/letters/ombudsman'));
    cpSync(join(folder, 'templates/letters/mediation'), join(folder, 'templates/letters/ombudsman'), {
      recursive: true,
    });
    const { problems, modules } = build();
    expect(problems).toEqual([]);
    const value = (name: string): object =>
      modules.flatMap((module) => module.exports).find((one) => one.name === name)!.value as object;
    for (const table of ['CHANNELS', 'CHANNEL_TRAITS', 'CHANNEL_ROW_FILES', 'DOCUMENT_SETTINGS', 'DOCUMENT_TRAITS'])
      expect(value(table), table).toHaveProperty('ombudsman');
  });
});

const SERVICE = 'disputes/service.yaml';
const MERCHANT = 'channels/merchant.yaml';
const WRONG: [string, () => void, RegExp][] = [
  [
    'a dispute without law',
    () => change(SERVICE, /^laws:\n(?: {2}.*\n)+/m, ''),
    /^knowledge\/disputes\/service\.yaml:\d+: laws: /,
  ],
  [
    'a dispute without law for the letter to the merchant',
    () => change(SERVICE, '  every: [breach]\n', ''),
    /service\.yaml:\d+: laws: there is none for the document merchant$/,
  ],
  [
    'law that does not exist',
    () => change(SERVICE, 'every: [breach]', 'every: [breech]'),
    /service\.yaml:\d+: laws: there is no ground of law breech$/,
  ],
  [
    'law for a document that cites none',
    () => change(SERVICE, '  every: [breach]\n', '  every: [breach]\n  police: [breach]\n'),
    /service\.yaml:\d+: laws: no document police cites the law of the dispute$/,
  ],
  ['a dispute without label', () => change(SERVICE, /^label: .*\n/m, ''), /service\.yaml:\d+: label: /],
  [
    'a place that is taken',
    () => change(SERVICE, /^order: .*/m, 'order: 1'),
    /(?:service|card_invalid)\.yaml:\d+: place 1 is taken by (?:service|card_invalid)$/,
  ],
  [
    'a rank that is taken',
    () => change(SERVICE, /rank: \d+/, 'rank: 1'),
    /service\.yaml:\d+: rank 1 is taken by card_invalid$/,
  ],
  [
    'a shared item that does not exist',
    () => change(SERVICE, '- promise_helpful', '- promise_helpfull'),
    /service\.yaml:\d+: proof: there is no shared item promise_helpfull$/,
  ],
  [
    'what every type is asked left out',
    () => change(SERVICE, '  - amount_unknown\n', ''),
    /service\.yaml:\d+: proof: amount_unknown is asked whatever the dispute, and is left out$/,
  ],
  ['a part of an item left out', () => change(SERVICE, /^ {4}how: .*\n/m, ''), /service\.yaml:\d+: proof\.\d+\.how: /],
  [
    'a pattern that does not compile',
    () => change(SERVICE, '售后.{0,6}(?:', '售后.{0,6}(?'),
    /service\.yaml:\d+: Invalid regular expression/,
  ],
  [
    'a class of words that does not exist',
    () => change('disputes/card_invalid.yaml', '{CARD}.{0,12}', '{CARDS}.{0,12}'),
    /card_invalid\.yaml:\d+: there is no class \{CARDS\}$/,
  ],
  [
    'a slot that does not exist',
    () => change(SERVICE, '{failure}', '{failing}'),
    /service\.yaml:\d+: told\.shown: there is no slot \{failing\}/,
  ],
  [
    'a rule that does not exist',
    () => change(MERCHANT, 'rule: PLT-09', 'rule: PLT-99'),
    /merchant\.yaml:\d+: there is no rule PLT-99$/,
  ],
  [
    'a clock that does not exist',
    () => change(MERCHANT, '{PLT-12.refuse}', '{PLT-12.refuses}'),
    /merchant\.yaml:\d+: no rule has the number .*PLT-12\.refuses/,
  ],
  [
    'a clock of a rule that has none',
    () => change(MERCHANT, '    rule: PLT-12\n    start', '    rule: SUB-04\n    start'),
    /merchant\.yaml:\d+: clocks: rule SUB-04 has no clock$/,
  ],
  ['a channel without label', () => change(MERCHANT, /^label: .*\n/m, ''), /merchant\.yaml:\d+: label: /],
  ['a channel without rows', () => change(MERCHANT, /^rows:\n(?: {2}.*\n)+/m, ''), /merchant\.yaml:\d+: rows: /],
  [
    'a channel whose last row does not always hold',
    () => change(MERCHANT, 'when: always', 'when: tried'),
    /merchant\.yaml:\d+: rows: the last row must say `when: always`$/,
  ],
  [
    'a condition that does not exist',
    () => change(MERCHANT, 'when: sellerGone', 'when: sellerGon'),
    /merchant\.yaml:\d+: rows\.\d\.when: there is no condition “sellerGon”$/,
  ],
  [
    'a kind of condition that does not exist',
    () => change(MERCHANT, '{ seller: unknown }', '{ sellers: unknown }'),
    /merchant\.yaml:\d+: rows\.\d\.when: there is no condition “sellers”; there are: /,
  ],
  [
    'a value that the fact does not have',
    () => change(MERCHANT, '{ seller: unknown }', '{ seller: unknwon }'),
    /merchant\.yaml:\d+: rows\.\d\.when\.seller: seller has no value unknwon$/,
  ],
  [
    'a channel that does not exist',
    () => change(MERCHANT, '{ open: merchant }', '{ open: mayor }'),
    /merchant\.yaml:\d+: rows\.\d\.when(?:\.all\.1)?\.open: there is no channel mayor$/,
  ],
  [
    'a need that does not exist',
    () => change(MERCHANT, 'needs: [new_proof]', 'needs: [patience]'),
    /merchant\.yaml:\d+: there is no need patience$/,
  ],
  [
    'a channel without template',
    () => rmSync(join(folder, 'templates/letters/merchant/letter.hbs')),
    /merchant\.yaml:\d+: its template templates\/letters\/merchant\/letter\.hbs is missing$/,
  ],
  [
    'a template that no file speaks of',
    () => rmSync(pathOf('documents/urge.yaml')),
    /^templates\/letters\/urge: no file under knowledge\/channels or knowledge\/documents says what it is$/,
  ],
  [
    'a document that has the name of a channel',
    () => cpSync(pathOf('documents/urge.yaml'), pathOf('documents/merchant.yaml')),
    /^knowledge\/documents\/merchant\.yaml: merchant is a channel/,
  ],
];

test.each(WRONG)('%s is named with its file', (_name, spoil, message) => {
  spoil();
  expect(build().problems).toContainEqual(expect.stringMatching(message));
});

/** The grounds of refusal that a condition asks for. */
function groundsIn(condition: Condition): string[] {
  if (typeof condition === 'string') return [];
  if ('all' in condition) return condition.all.flatMap(groundsIn);
  if ('any' in condition) return condition.any.flatMap(groundsIn);
  if ('not' in condition) return groundsIn(condition.not);
  if ('for' in condition) return condition.for;
  return 'ground' in condition ? condition.ground : [];
}

test('conditions ask only for grounds of refusal that answers are read for, or that facts by hand may give', () => {
  const rows = [...Object.values(CHANNEL_ROW_FILES).flat(), ...WARNING_FILES, ...LIABILITY_FILES, ...GATE_FILES];
  const byHand = ['resale', 'materials_missing'];
  const grounds = rows.flatMap(({ when }) => groundsIn(when));
  expect(grounds.length).toBeGreaterThan(5);
  for (const ground of grounds) expect([...GROUND_IDS, ...byHand]).toContain(ground);
});
