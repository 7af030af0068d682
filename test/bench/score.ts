import type { FactKey } from '../../src/model/facts.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Reconciled } from '../../src/agreement/reconcile.ts';

/** What a careful person reads off a dossier; the shape of `truth.json`. */
export interface Truth {
  facts: Record<string, string>;
  files: { file: string; category: string; kind: string; fields: Record<string, string>; text?: string }[];
}

/** The words of `truth.json` and the facts they are; `phone` is a contact or an account, whichever the page says. */
const KEYS: Record<string, readonly FactKey[]> = {
  card: ['cardCode'],
  fail: ['failure'],
  time: ['paidAt'],
  phone: ['contactPhone', 'account'],
};
/** Says the dispute in the buyer's words and stands on no page as a value. */
const NO_VALUE = new Set(['label']);
export const keysOf = (name: string): readonly FactKey[] => KEYS[name] ?? [name as FactKey];

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
/** To the character, but that the truth writes a space where a moment has a T. */
export function sameValue(key: FactKey, read: string, truth: string): boolean {
  if (key === 'paidAt' || key === 'orderedAt' || key === 'promisedBy') {
    return read.replace('T', ' ').replace('+08:00', '') === truth.replace('T', ' ').replace('+08:00', '');
  }
  return read === truth;
}
export const sameButForWidth = (read: string, truth: string): boolean => plain(read) === plain(truth);

export interface FileScore {
  kindRight: boolean;
  categoryRight: boolean;
  fields: {
    name: string;
    truth: string;
    read?: string;
    certain?: boolean;
    verdict: 'right' | 'missing' | 'uncertain' | 'wrong' | 'width';
  }[];
}

export function scoreFile(truth: Truth['files'][number], reading: Reading): FileScore {
  const fields = Object.entries(truth.fields).map(([name, value]) => {
    const seen = reading.fields.filter((field) => keysOf(name).includes(field.key));
    const exact = seen.find((field) => sameValue(field.key, field.value, value));
    const field = exact ?? seen[0];
    if (!field) return { name, truth: value, verdict: 'missing' as const };
    const read = { name, truth: value, read: field.value, certain: field.certain };
    if (exact) return { ...read, verdict: exact.certain ? ('right' as const) : ('uncertain' as const) };
    if (!field.certain) return { ...read, verdict: 'missing' as const };
    return { ...read, verdict: sameButForWidth(field.value, value) ? ('width' as const) : ('wrong' as const) };
  });
  return { kindRight: reading.kind === truth.kind, categoryRight: reading.category === truth.category, fields };
}

/** Certain values of any key that contradict the truth of the whole dossier. */
export function wrongUnflagged(
  truth: Truth,
  file: Truth['files'][number],
  reading: Reading,
): { key: string; read: string; truth: string }[] {
  const expected = new Map<FactKey, string[]>();
  const add = (name: string, value: string): void => {
    for (const key of keysOf(name)) expected.set(key, [...(expected.get(key) ?? []), value]);
  };
  for (const [name, value] of Object.entries(file.fields)) add(name, value);
  if (!('foreign' in file))
    for (const [name, value] of Object.entries(truth.facts))
      if (!NO_VALUE.has(name) && !(name in file.fields)) add(name, value);
  // A voucher's number of the shop is offered as order number too; whether it is one the other exhibits say.
  if (file.kind === 'payment' && file.fields['merchantOrderNo']) add('orderNo', file.fields['merchantOrderNo']);
  return reading.fields.flatMap((field) => {
    const values = expected.get(field.key) ?? (field.key === 'merchantOrderNo' ? expected.get('orderNo') : undefined);
    if (
      !field.certain ||
      !values ||
      values.some((value) => sameValue(field.key, field.value, value) || sameButForWidth(field.value, value))
    )
      return [];
    return [{ key: field.key, read: field.value, truth: values.join(' | ') }];
  });
}

export interface DossierScore {
  facts: {
    name: string;
    truth: string;
    read?: string;
    verdict: 'right' | 'missing' | 'conflict' | 'wrong' | 'width' | 'nowhere';
  }[];
  complete: boolean;
}

export function scoreDossier(truth: Truth, found: Reconciled, wordsInFiles: string): DossierScore {
  const facts = Object.entries(truth.facts)
    .filter(([name]) => !NO_VALUE.has(name))
    .map(([name, value]) => {
      const keys = keysOf(name);
      const fact =
        keys
          .map((key) => ({ key, fact: found.facts[key] }))
          .find(({ key, fact: read }) => read && sameValue(key, read.value, value)) ??
        keys.map((key) => ({ key, fact: found.facts[key] })).find(({ fact: read }) => read);
      if (!fact?.fact)
        return {
          name,
          truth: value,
          verdict:
            name !== 'dispute' && !plain(wordsInFiles).includes(plain(value)) && name !== 'paidAt'
              ? ('nowhere' as const)
              : ('missing' as const),
        };
      if (fact.fact.status === 'conflict')
        return {
          name,
          truth: value,
          read: fact.fact.candidates?.map((side) => side.value).join(' / '),
          verdict: 'conflict' as const,
        };
      if (sameValue(fact.key, fact.fact.value, value))
        return { name, truth: value, read: fact.fact.value, verdict: 'right' as const };
      return {
        name,
        truth: value,
        read: fact.fact.value,
        verdict: sameButForWidth(fact.fact.value, value) ? ('width' as const) : ('wrong' as const),
      };
    });
  return { facts, complete: facts.every(({ verdict }) => verdict === 'right' || verdict === 'nowhere') };
}

/** Edits from what was read to what stands there, spaces and empty lines not counted. */
export function characterErrors(read: readonly string[], truth: string): { errors: number; length: number } {
  // Rows are read from left to right here and label by label there: lines are matched, not the whole.
  const left = read.map((line) => line.replace(/\s/g, ''));
  let errors = 0;
  let length = 0;
  for (const line of truth
    .split('\n')
    .map((text) => text.replace(/\s/g, ''))
    .filter(Boolean)) {
    length += line.length;
    const joined = left.join('\u0000');
    if (joined.includes(line)) continue;
    errors += bestDistance(line, left);
  }
  return { errors, length };
}

/** A message of the truth may be several lines on the screen. */
function bestDistance(line: string, read: readonly string[]): number {
  let best = line.length;
  for (let from = 0; from < read.length; from++) {
    let text = '';
    for (let to = from; to < Math.min(read.length, from + 5); to++) {
      text += read[to];
      if (text.length > line.length * 1.5 + 4) break;
      best = Math.min(best, distance(text, line));
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    before = row;
  }
  return before[b.length]!;
}
