import { basename, dirname, extname, join } from 'node:path';
import { allContent } from '../../casefile/contents.ts';
import { getExhibit } from '../../casefile/exhibits.ts';
import { headOf } from '../../casefile/transfer.ts';
import { deadlinesOf } from '../../law/deadlines/deadlines.ts';
import { nextSteps } from '../../law/steps/next-steps.ts';
import { CATEGORIES, KINDS, PROOF_CATEGORIES } from '../../model/evidence.ts';
import { FACT_KEYS, factSpec, type FactKey } from '../../model/facts.ts';
import { chinaDay, daysBetween, showMoment } from '../../model/moment.ts';
import type { Deadline } from '../../model/outcome.ts';
import { readingsIn, type FieldReading } from '../../model/reading.ts';
import type { CaseSnapshot, ExhibitSummary } from '../../model/snapshot.ts';
import type { ReportEvent, ReportExhibit, ReportInput, ReportPicture } from '../../papers/report/input.ts';
import type { PictureToShow } from '../../papers/report/pictures.ts';
import type { OpenCase } from '../cases/open-case.ts';
import { snapshotOf } from '../cases/snapshot.ts';
import { verifyWhole } from '../cases/verify-case.ts';
import { timelineOf, type Happening } from '../cases/timeline.ts';
import { ensureFolder } from '../files/folder.ts';
import { writeNew } from '../files/write.ts';
import { purchaseRow } from '../intake/purchase-row.ts';
import { documentLabel } from './document-label.ts';
import { coveredPicture, MAX_PICTURE, NUMBER_KEYS, privateValues } from './export-catalogue.ts';
import { readerOf, type Reader } from './reader.ts';
import { byCharacter } from '../../model/text.ts';

export interface ReportRequest {
  /** The file to write; it must not be there. */
  path: string;
  redacted: boolean;
  /** Bytes of all pictures together. */
  cap?: number;
  /** Exhibits drawn so far, of all. */
  progress?: (done: number, all: number) => void;
}

export interface WrittenReport {
  files: string[];
  bytes: number;
  /** Exhibits whose picture had no room. */
  leftOut: number[];
  /** What checking the case found; empty when it is whole. */
  problems: string[];
}

/** As base64 a third larger: the page stays near 20 MB, which mail and chat still take. */
const CAP = 15 * 1024 * 1024;
/** Days; what ends later is listed and not drawn, or a limit of years would press all else together. */
const DRAWN_AHEAD = 180;
const MAX_WORDS = 2_000;
const TALK_CELLS = 60;

/** Which facts stand together, in the order of the page. */
const GROUPS: readonly [string, readonly FactKey[]][] = [
  ['纠纷', ['dispute', 'demand', 'failure', 'failedAt', 'redeemed', 'promise', 'promisedBy', 'refusal', 'signs']],
  [
    '交易',
    [
      'product',
      'quantity',
      'amount',
      'refunded',
      'orderedAt',
      'paidAt',
      'paidBy',
      'payee',
      'orderNo',
      'tradeNo',
      'merchantOrderNo',
      'cardCode',
      'account',
      'contactPhone',
      'goods',
      'purpose',
    ],
  ],
  [
    '对方',
    [
      'platform',
      'merchant',
      'site',
      'seller',
      'sellerName',
      'sellerAddress',
      'sellerPhone',
      'platformOperator',
      'platformAddress',
      'platformPhone',
    ],
  ],
  ['投诉人', ['buyerName', 'buyerPhone', 'buyerAddress', 'buyerIdNo']],
];

/**
 * Writes the case as one HTML file for people.
 * @throws KamengError FILE_EXISTS, OUT_NOT_WRITABLE, REDACTION_MISSES
 */
export async function writeReport(file: OpenCase, request: ReportRequest): Promise<WrittenReport> {
  const { renderReport } = await import('../../papers/report/report.ts');
  const { input, leftOut } = await gatherReport(file, request);
  const html = renderReport(input);
  ensureFolder(dirname(request.path));
  const path = join(dirname(request.path), withEnding(basename(request.path)));
  writeNew(path, html);
  return { files: [path], bytes: Buffer.byteLength(html), leftOut, problems: input.integrity.problems };
}

const withEnding = (name: string): string => (/^\.html?$/i.test(extname(name)) ? name : `${name}.html`);

async function gatherReport(
  file: OpenCase,
  { redacted, cap = CAP, progress }: ReportRequest,
): Promise<{ input: ReportInput; leftOut: number[] }> {
  const snapshot = snapshotOf(file);
  const reader = readerOf(snapshot, { redacted });
  const deadlines = deadlinesOf(snapshot);
  const [step] = nextSteps(snapshot, { deadlines });
  const { pictures, leftOut } = await gatherPictures(file, snapshot, reader, cap, progress);
  const { problems, claims, head } = await verifyWhole(file, {});
  const input: ReportInput = {
    title: reader.cover(snapshot.title),
    caseId: snapshot.id,
    openedAt: snapshot.openedAt,
    writtenAt: snapshot.now,
    redacted,
    // What the buyer does next is no business of whoever gets a covered copy.
    ...(step && !redacted
      ? {
          next: {
            action: step.action,
            why: step.why,
            ...(step.due === null ? {} : { due: `${showMoment(step.due).slice(0, 16)} 前` }),
          },
        }
      : {}),
    groups: [...factGroups(snapshot, reader), ...farDeadlines(snapshot, deadlines)],
    timeline: eventsOf(timelineOf(file), deadlines, snapshot, reader),
    exhibits: snapshot.exhibits.map((exhibit) => exhibitOf(exhibit, snapshot, pictures.get(exhibit.no), reader)),
    letters: snapshot.letters.map(({ no, document, writtenAt, text }) => ({
      no,
      title: documentLabel(document),
      writtenAt,
      text: reader.cover(text),
    })),
    integrity: {
      head: head ?? headOf(file),
      claims,
      problems: problems.map(({ message }) => reader.cover(message)),
      seals: [],
    },
  };
  return { input, leftOut };
}

const STATUS_WORDS = { read: '读到', given: '本人填写', confirmed: '本人确认', conflict: '说法不一' } as const;

function factGroups({ facts }: CaseSnapshot, reader: Reader): ReportInput['groups'] {
  const grouped = GROUPS.flatMap(([, keys]) => keys);
  const rest = FACT_KEYS.filter((key) => !grouped.includes(key));
  return [...GROUPS, ['其他', rest] as const].flatMap(([title, keys]) => {
    const rows = keys.flatMap((key) => {
      const fact = facts[key];
      if (!fact) return [];
      const conflict = fact.status === 'conflict';
      const values = conflict ? (fact.candidates ?? []).map((one) => one.value) : [fact.value];
      const sources = conflict ? (fact.candidates ?? []).flatMap((one) => one.sources) : fact.sources;
      return [
        {
          label: factSpec(key).label,
          value: values.map((value) => reader.value(key, value)).join(' / '),
          status: STATUS_WORDS[fact.status],
          exhibits: [...new Set(sources.map(({ exhibit }) => exhibit))],
          ...(conflict ? { conflict } : {}),
        },
      ];
    });
    return rows.length > 0 ? [{ title, facts: rows }] : [];
  });
}

const isFar = (snapshot: CaseSnapshot, { due }: Deadline): boolean =>
  daysBetween(snapshot.today, chinaDay(due)) > DRAWN_AHEAD;

function farDeadlines(snapshot: CaseSnapshot, deadlines: readonly Deadline[]): ReportInput['groups'] {
  const far = deadlines.filter((deadline) => isFar(snapshot, deadline));
  if (far.length === 0) return [];
  const facts = far.map(({ what, due, rule }) => ({
    label: what,
    value: showMoment(due).slice(0, 16),
    status: rule,
    exhibits: [],
  }));
  return [{ title: '半年以后的期限', facts }];
}

const LANES: Partial<Record<Happening['kind'], ReportEvent['lane']>> = {
  purchase: 'purchase',
  message: 'contact',
  contact: 'contact',
};

/** What happened and what is due, with a talk of many words as one event of its day. */
function eventsOf(
  happenings: readonly Happening[],
  deadlines: readonly Deadline[],
  snapshot: CaseSnapshot,
  reader: Reader,
): ReportEvent[] {
  const talks = new Map<string, Happening[]>();
  const events: ReportEvent[] = [];
  for (const happening of happenings) {
    const lane = happening.filed ? 'filing' : LANES[happening.kind];
    if (lane === undefined) continue;
    if (happening.kind === 'message') {
      const key = `${chinaDay(happening.at)} ${happening.exhibits[0]}`;
      talks.set(key, [...(talks.get(key) ?? []), happening]);
    } else {
      events.push({ at: happening.at, lane, text: reader.cover(happening.text), exhibits: happening.exhibits });
    }
  }
  for (const talk of talks.values()) {
    const first = talk[0]!;
    const text = talk.length === 1 ? first.text : `聊天 ${talk.length} 条，开头是 ${first.text}`;
    const clipped = text.length > TALK_CELLS ? `${text.slice(0, TALK_CELLS)}…` : text;
    events.push({ at: first.at, lane: 'contact', text: reader.cover(clipped), exhibits: first.exhibits });
  }
  for (const deadline of deadlines) {
    if (isFar(snapshot, deadline)) continue;
    events.push({
      at: deadline.due,
      lane: 'deadline',
      text: `${deadline.what}（${deadline.rule}）${deadline.certain ? '' : '，日子还不能确定'}`,
      exhibits: [],
      due: deadline.left < 0 ? 'passed' : 'ahead',
    });
  }
  return events.toSorted((a, b) => byCharacter(chinaDay(a.at), chinaDay(b.at)) || byCharacter(a.at, b.at));
}

/** A picture of an exhibit, or why there is none. */
type Shown = { picture: ReportPicture } | { missing: string };

/** The pictures of the case, shrunk, those that prove most first while there is room. */
async function gatherPictures(
  file: OpenCase,
  snapshot: CaseSnapshot,
  reader: Reader,
  cap: number,
  progress: ReportRequest['progress'],
): Promise<{ pictures: Map<number, Shown>; leftOut: number[] }> {
  const { fitPictures } = await import('../../papers/report/pictures.ts');
  const pictures = new Map<number, Shown>();
  const order = byImportance(snapshot);
  for (const [i, exhibit] of order.entries()) {
    progress?.(i, order.length);
    const shown = await pictureOf(file, exhibit, snapshot, reader);
    if (shown) pictures.set(exhibit.no, shown);
  }
  const drawn = [...pictures].flatMap(([no, shown]) => ('picture' in shown ? [{ no, ...shown.picture }] : []));
  const fits = fitPictures(
    drawn.map(({ webp }) => webp.byteLength),
    cap,
  );
  const leftOut = drawn.filter((_one, i) => !fits[i]).map(({ no }) => no);
  for (const no of leftOut) pictures.set(no, { missing: '为了让这一页发得出去，没有放这张图片；原件在案卷里' });
  return { pictures, leftOut: leftOut.toSorted((a, b) => a - b) };
}

/** What facts rest on before what they do not, proof before the rest, withdrawn last. */
function byImportance({ exhibits, facts }: CaseSnapshot): ExhibitSummary[] {
  const uses = new Map<number, number>();
  for (const fact of Object.values(facts)) {
    for (const { exhibit } of fact.sources) uses.set(exhibit, (uses.get(exhibit) ?? 0) + 1);
  }
  const rank = (exhibit: ExhibitSummary): number =>
    (exhibit.withdrawn ? 4 : 0) +
    (exhibit.nearDuplicateOf === undefined ? 0 : 2) +
    ((PROOF_CATEGORIES as readonly string[]).includes(exhibit.category) ? 0 : 1);
  return exhibits.toSorted((a, b) => rank(a) - rank(b) || (uses.get(b.no) ?? 0) - (uses.get(a.no) ?? 0) || a.no - b.no);
}

async function pictureOf(
  file: OpenCase,
  exhibit: ExhibitSummary,
  snapshot: CaseSnapshot,
  reader: Reader,
): Promise<Shown | undefined> {
  const { reading, mediaType } = exhibit;
  const marks = marksOf(reading?.fields ?? [], reader);
  if (mediaType.startsWith('image/')) {
    if (exhibit.bytes > MAX_PICTURE) return { missing: '图片太大，没有放进这一页；原件在案卷里' };
    const bytes = allContent(file, getExhibit(file, exhibit.no).contentId, MAX_PICTURE);
    const width = reading?.media?.width;
    const place = width === undefined ? { width: 1, marks: [] } : { width, marks };
    if (!reader.redacted) return shrink({ bytes, mediaType, ...place });
    const part = await coveredPicture(exhibit, bytes, privateValues(snapshot), []);
    if (part.kind !== 'picture') return { missing: '这张图片没有识别成功，不能确定要遮盖的位置，没有放' };
    return shrink({ bytes: part.data, mediaType: part.mediaType, ...place });
  }
  if (reading?.thumbnail) {
    if (reader.redacted) return { missing: '录像的画面不能遮盖，没有放' };
    const isPng = reading.thumbnail[0] === 0x89;
    return shrink({
      bytes: reading.thumbnail,
      mediaType: isPng ? 'image/png' : 'image/jpeg',
      width: 1,
      marks: [],
    });
  }
  if (mediaType.startsWith('video/')) return { missing: '录像不放进这一页，原件在案卷里' };
  return undefined;
}

async function shrink(picture: PictureToShow): Promise<Shown> {
  const { shrinkPicture } = await import('../../papers/report/pictures.ts');
  try {
    return { picture: await shrinkPicture(picture) };
  } catch {
    return { missing: '这张图片在这台电脑上解不开，没有放；原件在案卷里' };
  }
}

/** Where values that may stand were read; in a covered copy, only those that are not covered. */
function marksOf(fields: readonly FieldReading[], { redacted }: Reader): PictureToShow['marks'] {
  return fields.flatMap(({ key, box, certain }) => {
    const { label, private: isPrivate } = factSpec(key);
    if (!box || !certain || (redacted && (isPrivate || NUMBER_KEYS.includes(key)))) return [];
    return [{ label, box }];
  });
}

function exhibitOf(
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
    ...(exhibit.note === undefined ? {} : { note: reader.cover(exhibit.note) }),
    ...shown,
    fields: readings
      .flatMap(({ fields }) => fields)
      .map(({ key, value, certain }) => ({ label: factSpec(key).label, value: reader.value(key, value), certain })),
    words: words.slice(0, MAX_WORDS).map((line) => reader.cover(line)),
  };
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
