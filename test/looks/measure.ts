import { reconcile, type ReadExhibit } from '../../src/agreement/reconcile.ts';
import { understand } from '../../src/reading/kinds/understand.ts';
import { blankReading, type ScoredLine } from '../../src/reading/reader.ts';
import { heardAs, type Reading } from '../../src/model/reading.ts';
import type { FactKey, Facts } from '../../src/model/facts.ts';
import type { Draw } from './draw.ts';
import type { DrawnPage } from './lines.ts';
import type { Look } from './pieces.ts';
import type { LookDispute } from './screens.ts';

/** The lines with the scores of a good recogniser, a letter now and then taken for another and doubted. */
export function noisy(draw: Draw, page: Pick<DrawnPage, 'lines'>, share: number): ScoredLine[] {
  return page.lines.map(({ text, box }) => {
    // Scores are of UTF-16 units: an emoji has two.
    const units = text.split('');
    const scores = units.map(() => 0.985 + draw.next() * 0.015);
    let read = text;
    units.forEach((letter, i) => {
      const other = ALIKE[letter];
      if (!other || !draw.chance(share)) return;
      read = read.slice(0, i) + other + read.slice(i + 1);
      scores[i] = 0.4 + draw.next() * 0.4;
    });
    return {
      text: read,
      box,
      scores,
      confidence: scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length),
    };
  });
}

const ALIKE: Record<string, string> = {
  '0': 'O',
  '1': 'l',
  '5': 'S',
  '8': 'B',
  O: '0',
  S: '5',
  哔: '哗',
  未: '末',
  己: '已',
  日: '曰',
  入: '人',
  士: '土',
};

export function readingOfPage(lines: readonly ScoredLine[], width: number, height: number): Reading {
  return {
    ...blankReading('picture', '1', 'image/png'),
    ...understand(lines, { width, height }),
    lines: lines.map(({ text, box }) => ({ text, ...(box ? { box } : {}) })),
    media: { width, height },
  };
}

/** How a field is written on its screen. */
const writtenOf = (look: Look, key: string): string => look.written?.[key] ?? look.fields[key]!;

/** Do the lines have these words, in one or wrapped from one into the next? */
export function holds(lines: readonly { text: string }[], words: string): boolean {
  const wanted = plain(words).replace(/^[-¥]+|元$/g, '');
  const texts = lines.map(({ text }) => plain(text));
  const goesOn = (rest: string, from: number): boolean =>
    texts.some(
      (text, i) =>
        i >= from &&
        text !== '' &&
        (text.startsWith(rest) || (rest.startsWith(text) && goesOn(rest.slice(text.length), i + 1))),
    );
  return texts.some(
    (text, i) =>
      text.includes(wanted) ||
      Array.from(wanted, (_, cut) => cut).some(
        (cut) => cut > 0 && text.endsWith(wanted.slice(0, cut)) && goesOn(wanted.slice(cut), i + 1),
      ),
  );
}

const TIMES = new Set(['paidAt', 'orderedAt']);
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

export function isRight(key: string, read: string, truths: readonly string[]): boolean {
  return truths.some((truth) =>
    TIMES.has(key) ? read.slice(0, 16) === truth.slice(0, 16) : plain(read) === plain(truth),
  );
}

/** What must not be said wrong, and not said at all where nothing shows it. */
const GUARDED: readonly FactKey[] = [
  'platform',
  'merchant',
  'product',
  'amount',
  'orderNo',
  'tradeNo',
  'paidAt',
  'orderedAt',
  'cardCode',
  'account',
  'failure',
  'dispute',
  'refunded',
  'promise',
  'quantity',
];

export interface Wrong {
  dispute: string;
  key: string;
  read: string;
  truth: string;
  from: string;
}

export class Score {
  screens = 0;
  kinds = 0;
  fields = 0;
  fieldsRight = 0;
  /** Fields whose words stand in the lines that were recognised, and how many of those were read. */
  held = 0;
  heldRight = 0;
  disputes = 0;
  /** All of it right, and nobody asked anything. */
  whole = 0;
  /** All of it right after a yes to a value that was shown, or a choice among those shown. */
  untyped = 0;
  facts = 0;
  factsRight = 0;
  flaggedRight = 0;
  /** Shown for a yes, and not true. */
  askedWrong = 0;
  wrong: Wrong[] = [];
  missed = new Map<string, number>();
  kindErrors = new Map<string, number>();
  problems: string[] = [];
  /** By how a value got its part and what the second reader says to it: how often it is right, and wrong. */
  given = new Map<string, { right: number; wrong: number }>();

  add(dispute: LookDispute, readings: readonly Reading[]): void {
    this.disputes++;
    const exhibits: ReadExhibit[] = readings.map((reading, i) => ({ no: i + 1, reading }));
    const found = reconcile(exhibits);
    dispute.looks.forEach((look, i) => {
      // Which row of a bill is meant only the other exhibits tell.
      const row = found.bills.find(({ exhibit }) => exhibit === i + 1);
      this.#screen(dispute.name, look, row ? { ...readings[i]!, fields: row.fields } : readings[i]!);
    });
    let whole = true;
    let untyped = true;
    for (const [key, truths] of Object.entries(dispute.facts)) {
      this.facts++;
      const value = valueOf(found.facts, key as FactKey);
      if (value !== undefined && isRight(key, value, truths)) {
        this.factsRight++;
        continue;
      }
      whole = false;
      const shown = found.facts[key as FactKey]?.candidates ?? [];
      const offered = value === undefined && shown.some((one) => isRight(key, one.value, truths));
      if (!offered) untyped = false;
      if (value === undefined && shown.length > 0 && !offered) this.askedWrong++;
      const seen = readings.some(({ fields }) =>
        fields.some((field) => field.key === key && isRight(key, field.value, truths)),
      );
      if (seen && value === undefined) this.flaggedRight++;
      const how = value ?? (offered ? 'asked' : shown.map((one) => `asked ${one.value}`).join(' / '));
      this.problems.push(`${dispute.name} ${key}: ${how || (seen ? 'not shown' : 'not read')} (${truths.join(' | ')})`);
    }
    const before = this.wrong.length;
    for (const key of GUARDED) {
      const value = valueOf(found.facts, key);
      const truths = truthsOf(dispute, key);
      if (value === undefined || isRight(key, value, truths)) continue;
      const source = found.facts[key]!.sources[0];
      this.wrong.push({
        dispute: dispute.name,
        key,
        read: value,
        truth: truths.join(' | '),
        from: `${source ? dispute.looks[source.exhibit - 1]?.name : '?'}: ${source?.text ?? ''}`,
      });
    }
    if (this.wrong.length > before) return;
    if (whole) this.whole++;
    if (untyped) this.untyped++;
  }

  #screen(name: string, look: Look, reading: Reading): void {
    if (look.kind !== '') {
      this.screens++;
      if (reading.kind === look.kind) this.kinds++;
      else count(this.kindErrors, `${look.kind} as ${reading.kind}`);
    }
    this.#given(look, reading);
    for (const [key, truth] of Object.entries(look.fields)) {
      if (key === 'promise') continue;
      this.fields++;
      const held = holds(reading.lines ?? [], writtenOf(look, key));
      if (held) this.held++;
      const keys = key === 'merchant' ? ['merchant', 'payee'] : [key];
      if (reading.fields.some((field) => keys.includes(field.key) && isRight(key, field.value, [truth]))) {
        this.fieldsRight++;
        if (held) this.heldRight++;
      } else {
        count(this.missed, `${look.kind} ${key}`);
        const read = reading.fields.filter((field) => keys.includes(field.key)).map(({ value }) => value);
        this.problems.push(`${name} ${look.name} ${key}: field ${read.join(' / ') || '–'} (${truth})`);
      }
    }
  }

  #given(look: Look, reading: Reading): void {
    for (const field of reading.fields.filter(({ key, certain }) => certain && GUARDED.includes(key))) {
      // On a voucher a number of the shop may be the order's.
      const truth = look.fields[field.key] ?? (field.key === 'orderNo' ? look.fields['merchantOrderNo'] : undefined);
      const row = `${field.by} ${heardAs(field)}`;
      const counted = this.given.get(row) ?? { right: 0, wrong: 0 };
      counted[truth !== undefined && isRight(field.key, field.value, [truth]) ? 'right' : 'wrong']++;
      this.given.set(row, counted);
    }
  }

  /** Which ways of giving a part were right how often: what may stand by itself is decided by this. */
  standings(): string {
    return [...this.given]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([row, { right, wrong }]) => `${row.padEnd(18)} ${right} right, ${wrong} wrong`)
      .join('\n');
  }

  get wrongDisputes(): number {
    return new Set(this.wrong.map((one) => one.dispute)).size;
  }

  report(title: string): string {
    const share = (n: number, of: number): string => `${n}/${of} (${((100 * n) / Math.max(1, of)).toFixed(1)} %)`;
    const { wrongDisputes } = this;
    return [
      `== ${title}`,
      `kinds ${share(this.kinds, this.screens)}`,
      `fields ${share(this.fieldsRight, this.fields)}; recognised ${share(this.held, this.fields)}, read of those ${share(this.heldRight, this.held)}`,
      `disputes whole with nothing typed ${share(this.untyped, this.disputes)}, with nothing asked either ${share(this.whole, this.disputes)}`,
      `facts right ${share(this.factsRight, this.facts)}, flagged although right ${share(this.flaggedRight, this.facts)}, shown for a yes and not true ${this.askedWrong}`,
      `wrong and unflagged ${this.wrong.length} facts in ${wrongDisputes} disputes, ${((1000 * wrongDisputes) / Math.max(1, this.disputes)).toFixed(0)} of 1,000`,
    ].join('\n');
  }
}

const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);

/** Every value that may be said of a fact. */
function truthsOf(dispute: LookDispute, key: FactKey): string[] {
  const shown = dispute.looks.flatMap((look) => look.fields[key] ?? []);
  return [...(dispute.facts[key] ?? []), ...(dispute.half?.[key] ?? []), ...(key === 'merchant' ? [] : shown)];
}

/** What stands unasked. */
function valueOf(facts: Facts, key: FactKey): string | undefined {
  const fact = facts[key];
  return fact && fact.status !== 'conflict' && fact.value !== '' ? fact.value : undefined;
}
