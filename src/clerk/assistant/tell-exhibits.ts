import { KamengError } from '../../model/errors.ts';
import { factSpec } from '../../model/facts.ts';
import { readingsIn } from '../../model/reading.ts';
import type { ExhibitSummary } from '../../model/snapshot.ts';
import { purchaseRow } from '../intake/purchase-row.ts';
import { bounded, MOST_ROWS } from './bounded.ts';
import type { Opened, Teller } from './desk.ts';

const MOST_LINES = 200;
const MOST_LINE = 200;

const outline = (exhibit: ExhibitSummary, tell: Teller): object => ({
  no: exhibit.no,
  category: exhibit.category,
  kind: exhibit.kind,
  media_type: exhibit.mediaType,
  bytes: exhibit.bytes,
  sha256: exhibit.sha256,
  taken_in_at: exhibit.takenInAt,
  reading: exhibit.reading?.status ?? 'not_read',
  withdrawn: exhibit.withdrawn !== undefined,
  copy_of: exhibit.nearDuplicateOf ?? null,
  untrusted: { file: tell.words(exhibit.file) },
});

/** The exhibits in a line each. */
export function tellExhibits({ snapshot, tell }: Opened): object {
  const { list, left_off } = bounded(snapshot.exhibits, MOST_ROWS);
  return {
    exhibits: list.map((exhibit) => outline(exhibit, tell)),
    ...(left_off === undefined ? {} : { left_off }),
  };
}

/** One exhibit with the words on it. @throws KamengError EXHIBIT_NOT_FOUND */
export function tellExhibit({ snapshot, tell }: Opened, no: number): object {
  const exhibit = snapshot.exhibits.find((one) => one.no === no);
  if (!exhibit) throw new KamengError('EXHIBIT_NOT_FOUND', `没有证据 ${no}`);
  const readings = exhibit.reading ? readingsIn(exhibit.reading) : [];
  const words = readings.flatMap(({ bill, messages = [], lines = [] }) => {
    // Of a bill only the rows of this purchase: the others are nobody's business here.
    const match = bill && purchaseRow(bill, snapshot.facts);
    const rows = match ? [match.row, ...match.refunds] : [];
    return [
      ...rows.map(({ at = '', counterparty, product, status }) => `${at} ${counterparty} ${product} ${status}`),
      ...messages.map(({ at = '', sender, side, text }) => `${at} ${sender ?? side}：${text}`),
      ...(messages.length > 0 ? [] : lines.map(({ text }) => text)),
    ];
  });
  const { list, left_off } = bounded(words, MOST_LINES);
  const fields = readings.flatMap((reading) => reading.fields);
  return {
    ...outline(exhibit, tell),
    fields: fields.map(({ key, certain }) => ({ key, label: factSpec(key).label, certain })),
    notes: readings.flatMap(({ notes }) => notes.map(({ code }) => code)),
    ...(left_off === undefined ? {} : { lines_left_off: left_off }),
    untrusted: {
      file: tell.words(exhibit.file),
      note: tell.words(exhibit.note ?? ''),
      withdrawn_why: tell.words(exhibit.withdrawn?.why ?? ''),
      values: fields.map(({ key, value }) => ({ key, value: tell.value(key, value) })),
      lines: list.map((line) => tell.words(line, MOST_LINE)),
    },
  };
}
