import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CaseFile } from '../../casefile/case-file.ts';
import { allContent } from '../../casefile/contents.ts';
import { getExhibit } from '../../casefile/exhibits.ts';
import { headOf } from '../../casefile/transfer.ts';
import { snapshotOf } from '../cases/snapshot.ts';
import { lintText } from '../../words/lint/lint.ts';
import { redactText, type Covering } from '../../words/private/redact-text.ts';
import { catalogueOf } from '../../letters/story/catalogue.ts';
import { FACT_KEYS, factSpec, type FactKey } from '../../model/facts.ts';
import { formatYuan } from '../../model/money.ts';
import { showMoment } from '../../model/moment.ts';
import { countedExhibits, type CaseSnapshot, type ExhibitSummary } from '../../model/snapshot.ts';
import type { Catalogue } from '../../papers/catalogue/catalogue.ts';
import type { CatalogueInput } from '../../papers/catalogue/input.ts';
import type { ExhibitPart } from '../../papers/catalogue/pages.ts';
import type { RedactedCopy } from '../../papers/redact/picture-list.ts';
import type { Cover } from '../../papers/redact/picture.ts';
import { longHead } from '../integrity/anchor.ts';
import { checkSeals, existedWords } from '../integrity/seal-case.ts';
import { ensureFolder } from '../files/folder.ts';
import { placeIn } from '../files/names.ts';
import { writeNew } from '../files/write.ts';
import { purchaseRow } from '../intake/purchase-row.ts';

export interface CatalogueRequest {
  formats: readonly ('docx' | 'pdf')[];
  /** A court knows the buyer as the plaintiff, an office as the complainant. */
  reader: 'court' | 'office';
  redacted?: boolean;
}

export interface MadeCatalogue {
  /** What the catalogue is made of: names and what stands in the files. */
  outputs: [name: string, data: Uint8Array | string][];
  pageCount: number;
  problems: Catalogue['problems'];
  /** Pictures with covered parts; only with `redacted`. */
  covered: RedactedCopy[];
}

export interface WrittenCatalogue extends Omit<MadeCatalogue, 'outputs'> {
  files: string[];
}

/** A picture larger than this is no screenshot and would not print. */
export const MAX_PICTURE = 100 * 1024 * 1024;

/**
 * Writes the evidence catalogue with what stands behind it, and the SHA-256 list.
 * @throws KamengError FILE_EXISTS, OUT_NOT_WRITABLE, REDACTION_MISSES
 */
export async function writeCatalogue(
  file: CaseFile,
  request: CatalogueRequest & { folder: string },
): Promise<WrittenCatalogue> {
  const { outputs, ...made } = await makeCatalogue(file, request);
  return { files: writeAll(request.folder, outputs), ...made };
}

/** Makes it and writes nothing. @throws KamengError REDACTION_MISSES */
export async function makeCatalogue(file: CaseFile, request: CatalogueRequest): Promise<MadeCatalogue> {
  const { renderCatalogue } = await import('../../papers/catalogue/catalogue.ts');
  const { shaSums } = await import('../../papers/sha-list.ts');
  const { redactionText } = await import('../../papers/redact/picture-list.ts');
  const snapshot = snapshotOf(file);
  const hidden = request.redacted ? privateValues(snapshot) : [];
  const covered: RedactedCopy[] = [];
  const exhibits: CatalogueInput['exhibits'] = [];
  const rows = catalogueOf(snapshot, {
    redacted: request.redacted ?? false,
    buyer: request.reader === 'court' ? '原告' : '投诉人',
  });
  for (const exhibit of countedExhibits(snapshot)) {
    const name = rows.find((row) => row.no === exhibit.no)?.name ?? exhibit.file;
    const parts = await partsOf(file, snapshot, exhibit, hidden, request.redacted ?? false, covered);
    exhibits.push({
      no: exhibit.no,
      name,
      file: mask(exhibit.file, hidden),
      mediaType: exhibit.mediaType,
      bytes: exhibit.bytes,
      sha256: exhibit.sha256,
      parts,
    });
  }
  const sha = snapshot.exhibits.map(({ no, file: own, bytes, sha256, takenInAt }) => ({
    no,
    file: mask(own, hidden),
    bytes,
    sha256,
    takenInAt,
  }));
  const catalogue = await renderCatalogue(request.formats, {
    title: mask(snapshot.title, hidden),
    submittedOn: snapshot.today,
    ...(request.redacted ? { redacted: true } : {}),
    ...(snapshot.facts.buyerName?.value && !request.redacted ? { submittedBy: snapshot.facts.buyerName.value } : {}),
    head: longHead(headOf(file)),
    existed: existedWords(await checkSeals(file, file.now())),
    rows: rows.map((row) => ({ ...row, source: mask(row.source, hidden), content: mask(row.content, hidden) })),
    exhibits,
    sha,
  });
  const outputs: [string, Uint8Array | string | undefined][] = [
    ['证据目录.docx', catalogue.docx],
    ['证据目录.pdf', catalogue.pdf],
    [
      'SHA256SUMS.txt',
      shaSums(snapshot.exhibits.map(({ file: own, sha256 }) => ({ file: mask(own, hidden), sha256 }))),
    ],
    ['遮盖清单.txt', covered.length > 0 ? redactionText(covered) : undefined],
  ];
  return {
    outputs: outputs.flatMap(([name, data]) => (data === undefined ? [] : [[name, data]])),
    pageCount: catalogue.pageCount,
    problems: catalogue.problems,
    covered,
  };
}

/** A text with these values covered by what they are. */
export const mask = (text: string, hidden: readonly Covering[]): string =>
  hidden.length > 0 ? redactText(text, hidden).text : text;

/** Numbers by which a stranger could pass himself off as the buyer. */
export const NUMBER_KEYS: readonly FactKey[] = ['orderNo', 'tradeNo', 'merchantOrderNo'];

/** What an outsider need not see: everything the fact table calls private, and the numbers of the purchase. */
export function privateValues(snapshot: CaseSnapshot): Covering[] {
  const isHidden = (key: FactKey): boolean => factSpec(key).private === true || NUMBER_KEYS.includes(key);
  const fromFacts = FACT_KEYS.filter(isHidden).flatMap((key) => {
    const value = snapshot.facts[key]?.value;
    return value ? [{ value, as: `【${factSpec(key).label}】` }] : [];
  });
  const fromReadings = snapshot.exhibits.flatMap((exhibit) =>
    (exhibit.reading?.fields ?? [])
      .filter((field) => isHidden(field.key))
      .map((field) => ({ value: field.value, as: `【${factSpec(field.key).label}】` })),
  );
  const all = [...fromFacts, ...fromReadings];
  return all.filter((one, i) => all.findIndex((other) => other.value === one.value) === i);
}

async function partsOf(
  file: CaseFile,
  snapshot: CaseSnapshot,
  exhibit: ExhibitSummary,
  hidden: readonly Covering[],
  redacted: boolean,
  covered: RedactedCopy[],
): Promise<ExhibitPart[]> {
  const { reading } = exhibit;
  if (exhibit.mediaType.startsWith('image/') && exhibit.bytes <= MAX_PICTURE) {
    const data = allContent(file, getExhibit(file, exhibit.no).contentId, MAX_PICTURE);
    // Under the number of an exhibit stands what was taken in, or nothing.
    if (createHash('sha256').update(data).digest('hex') !== exhibit.sha256)
      return [{ kind: 'apart', howToView: '案卷里的这份内容和收入时不一样了，没有打印；kameng verify 列出哪些受损' }];
    if (!redacted) return [{ kind: 'picture', data, mediaType: exhibit.mediaType }];
    return [await coveredPicture(exhibit, data, hidden, covered)];
  }
  if (reading?.bill) {
    const match = purchaseRow(reading.bill, snapshot.facts);
    if (match) {
      return [
        {
          kind: 'rows',
          columns: ['时间', '交易对方', '商品', '金额（元）', '状态', '交易单号', '商户单号'],
          rows: [match.row, ...match.refunds].map((row) => ({
            line: row.line,
            cells: [
              row.at ? showMoment(row.at) : '',
              row.counterparty,
              row.product,
              formatYuan(row.amount),
              row.status,
              row.tradeNo,
              row.merchantOrderNo,
            ].map((cell) => mask(cell, hidden)),
          })),
          about: '账单中与本笔交易有关的行，其余交易与本案无关，没有打印；原件完整保存',
        },
      ];
    }
  }
  if (reading?.messages && reading.messages.length > 0) {
    const text = reading.messages
      .map((message) => `${message.at ? `${showMoment(message.at)}　` : ''}${message.sender ?? ''}：${message.text}`)
      .join('\n');
    return [{ kind: 'text', text: mask(text, hidden) }];
  }
  const lines = (reading?.lines ?? []).map((line) => line.text).join('\n');
  if (lines !== '' && !reading?.bill) return [{ kind: 'text', text: mask(lines, hidden), about: '文件中的文字' }];
  return [{ kind: 'apart', howToView: howToView(exhibit.mediaType), details: detailsOf(exhibit) }];
}

/** A picture with its private places covered, or why there is none. */
export async function coveredPicture(
  exhibit: ExhibitSummary,
  data: Uint8Array,
  hidden: readonly Covering[],
  covered: RedactedCopy[],
): Promise<ExhibitPart> {
  if (!exhibit.reading || exhibit.reading.status !== 'read') {
    // What was not read cannot be covered for certain; it is not shown.
    return { kind: 'apart', howToView: '这张图片没有识别成功，不能确定要遮盖的位置，遮盖版中不打印；需要时请提供原件' };
  }
  const { redactPicture } = await import('../../papers/redact/picture.ts');
  const picture = await redactPicture(data, exhibit.mediaType, coversOf(exhibit, hidden));
  covered.push({
    exhibit: exhibit.no,
    copy: `证据${exhibit.no}（遮盖）`,
    originalSha256: exhibit.sha256,
    copySha256: createHash('sha256').update(picture.bytes).digest('hex'),
    covered: picture.covered,
  });
  return { kind: 'picture', data: picture.bytes, mediaType: picture.mediaType };
}

/**
 * Where private values were read on a picture: the lines that hold them, and numbers of anyone that the safety reader
 * knows.
 */
function coversOf(exhibit: ExhibitSummary, hidden: readonly Covering[]): Cover[] {
  const covers: Cover[] = [];
  const { fields = [], lines = [] } = exhibit.reading ?? {};
  for (const field of fields) {
    if (field.box && (factSpec(field.key).private || NUMBER_KEYS.includes(field.key)))
      covers.push({ box: field.box, what: factSpec(field.key).label });
  }
  for (const line of lines) {
    if (!line.box) continue;
    const { covered } = redactText(line.text, hidden);
    const strange = lintText(line.text, { audience: 'public' }).some((finding) => finding.kind === 'privacy');
    const what = covered[0]?.as.replace(/[【】]/g, '') ?? (strange ? '个人信息' : undefined);
    if (what !== undefined) covers.push({ box: line.box, what });
  }
  return covers.filter((cover, i) => covers.findIndex((other) => isDeepStrictEqual(other.box, cover.box)) === i);
}

function howToView(mediaType: string): string {
  if (mediaType.startsWith('video/')) return '录像，另附原文件，用任何视频播放器打开';
  if (mediaType.startsWith('audio/')) return '录音，另附原文件，用任何音频播放器打开';
  return '另附原文件，用相应的程序打开';
}

function detailsOf(exhibit: ExhibitSummary): { label: string; value: string }[] {
  const media = exhibit.reading?.media;
  return [
    ...(media?.durationMs ? [{ label: '时长', value: `${Math.round(media.durationMs / 1000)} 秒` }] : []),
    ...(media?.width && media.height ? [{ label: '画面', value: `${media.width}×${media.height}` }] : []),
    ...(media?.recordedAt ? [{ label: '录制时间', value: showMoment(media.recordedAt) }] : []),
  ];
}

function writeAll(folder: string, outputs: MadeCatalogue['outputs']): string[] {
  ensureFolder(folder);
  return outputs.map(([name, data]) => {
    const path = placeIn(folder, name);
    writeNew(path, data);
    return path;
  });
}
