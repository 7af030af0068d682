import { CATEGORIES, KINDS } from '../../model/evidence.ts';
import { factSpec } from '../../model/facts.ts';
import { showMoment } from '../../model/moment.ts';
import { readingsIn } from '../../model/reading.ts';
import type { CaseSnapshot, ExhibitSummary } from '../../model/snapshot.ts';
import type { ReportExhibit } from '../../papers/report/input.ts';
import { purchaseRow } from '../intake/purchase-row.ts';
import type { Reader } from './reader.ts';
import type { Shown } from './report-pictures.ts';

const MAX_WORDS = 2_000;

/** One exhibit as the page shows it: what was read off it, its picture or why there is none. */
export function exhibitOf(
  exhibit: ExhibitSummary,
  snapshot: CaseSnapshot,
  shown: Shown | undefined,
  reader: Reader,
): ReportExhibit {
  const readings = exhibit.reading ? readingsIn(exhibit.reading) : [];
  const words = wordsOf(exhibit, snapshot);
  return {
    no: exhibit.no,
    label: KINDS[exhibit.kind].label,
    category: CATEGORIES[exhibit.category].label,
    file: reader.cover(exhibit.file),
    bytes: exhibit.bytes,
    sha256: exhibit.sha256,
    takenInAt: exhibit.takenInAt,
    ...(exhibit.withdrawn === undefined ? {} : { withdrawn: reader.cover(exhibit.withdrawn.why) }),
    ...asideOf(exhibit, reader),
    ...(exhibit.note === undefined ? {} : { note: reader.cover(exhibit.note) }),
    ...shown,
    fields: readings
      .flatMap(({ fields }) => fields)
      .map(({ key, value, certain }) => ({ label: factSpec(key).label, value: reader.value(key, value), certain })),
    words: words.slice(0, MAX_WORDS).map((line) => reader.cover(line)),
  };
}

function asideOf({ foreign, nearDuplicateOf }: ExhibitSummary, reader: Reader): { aside?: string } {
  if (nearDuplicateOf !== undefined) return { aside: `和证据 ${nearDuplicateOf} 是同一张图，不重复算` };
  return foreign === undefined ? {} : { aside: `像是另一笔订单的，没有用在本案；${reader.cover(foreign)}` };
}

const SIDE_WORDS = { buyer: '我', other: '对方', system: '', unknown: '' } as const;

/** The words on an exhibit, what was said in it, or the rows of a bill that are this purchase. */
function wordsOf({ reading }: ExhibitSummary, { facts }: CaseSnapshot): string[] {
  return (reading ? readingsIn(reading) : []).flatMap(({ bill, messages, lines }) => {
    if (bill) {
      const match = purchaseRow(bill, facts);
      const rows = match ? [match.row, ...match.refunds] : [];
      return rows.map(({ at, counterparty, product, status }) =>
        [at === undefined ? '' : showMoment(at), counterparty, product, status].filter(Boolean).join(' '),
      );
    }
    if (messages && messages.length > 0)
      return messages.map(({ at, sender, side, text }) => {
        const who = sender ?? SIDE_WORDS[side];
        return [at === undefined ? '' : showMoment(at), who === '' ? text : `${who}：${text}`]
          .filter(Boolean)
          .join(' ');
      });
    return (lines ?? []).map(({ text }) => text);
  });
}
