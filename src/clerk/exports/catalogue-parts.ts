import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CaseFile } from '../../casefile/case-file.ts';
import { intactContent } from '../../casefile/contents.ts';
import { getExhibit } from '../../casefile/exhibits.ts';
import { factSpec } from '../../model/facts.ts';
import { formatYuan } from '../../model/money.ts';
import { showMoment } from '../../model/moment.ts';
import type { CaseSnapshot, ExhibitSummary } from '../../model/snapshot.ts';
import type { ExhibitPart } from '../../papers/catalogue/pages.ts';
import type { RedactedCopy } from '../../papers/redact/picture-list.ts';
import type { Cover } from '../../papers/redact/picture.ts';
import { lintText } from '../../words/lint/lint.ts';
import { redactText, type Covering } from '../../words/private/redact-text.ts';
import { purchaseRow } from '../intake/purchase-row.ts';
import { mask, NUMBER_KEYS } from './private-values.ts';

/** A picture larger than this is no screenshot and would not print. */
export const MAX_PICTURE = 100 * 1024 * 1024;

/** Of an exhibit whose bytes in the case are not those that were taken in. */
export const CHANGED = '案卷里的这份内容和收入时不一样了';

/** What is to be said of the exhibits beside what is printed of them. */
export interface Said {
  /** Pictures with covered parts. */
  covered: RedactedCopy[];
  /** Exhibits that are not printed, since they are no longer what was taken in. */
  changed: number[];
}

/** What is printed of an exhibit: the picture, its words, the rows of this purchase, or how to view the file. */
export async function partsOf(
  file: CaseFile,
  snapshot: CaseSnapshot,
  exhibit: ExhibitSummary,
  hidden: readonly Covering[],
  redacted: boolean,
  said: Said,
): Promise<ExhibitPart[]> {
  const { reading } = exhibit;
  if (exhibit.mediaType.startsWith('image/') && exhibit.bytes <= MAX_PICTURE) {
    const data = intactContent(file, getExhibit(file, exhibit.no).contentId, MAX_PICTURE);
    if (!data) {
      said.changed.push(exhibit.no);
      return [{ kind: 'apart', howToView: `${CHANGED}，没有打印；kameng verify 列出哪些受损` }];
    }
    if (!redacted) return [{ kind: 'picture', data, mediaType: exhibit.mediaType }];
    return [await coveredPicture(exhibit, data, hidden, said.covered)];
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
