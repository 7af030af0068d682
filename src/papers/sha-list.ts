import type { DocumentBlock } from '../model/document.ts';
import { type Moment, showMoment } from '../model/moment.ts';

/** A file of the case with its fingerprint. */
export interface ShaEntry {
  /** Exhibit number. */
  no: number;
  file: string;
  bytes: number;
  /** 64 hexadecimal digits. */
  sha256: string;
  takenInAt: Moment;
}

/**
 * What the list shows and what it does not. A fingerprint the user took
 * himself speaks of the time since then and of nothing before: origin and
 * truth need the original carrier, a neutral keeper or a notary (证据规定 93, 94).
 */
export const SHA_CLAIMS = {
  shows: '能说明：对文件重新计算 SHA-256，结果与本表相同的，自收入案卷时起一字节未变。',
  silent:
    '不能说明：文件从哪里来、内容是否属实、收入案卷之前有没有改动；收入时间取自收入时所用设备的时钟。这些要靠原始载体（原手机、原账号里的记录）、中立第三方平台保存的记录或者公证来说明，原件请保留。',
  check:
    '核对方法：Windows 用 certutil -hashfile 文件名 SHA256；macOS 用 shasum -a 256 文件名；Linux 用 sha256sum 文件名。',
} as const;

/**
 * The list as part of a document: a table, then what it does and does not say.
 * @param existed what timestamps of third parties say of the case, in sentences
 */
export function shaListBlocks(entries: readonly ShaEntry[], existed: readonly string[] = []): DocumentBlock[] {
  return [
    { kind: 'heading', level: 1, text: '文件校验值清单（SHA-256）' },
    {
      kind: 'table',
      columns: [
        { title: '编号', width: 7, align: 'center' },
        { title: '文件、大小、收入案卷的时间、SHA-256', width: 93 },
      ],
      // The hash stays whole on a line of its own, so that it can be searched for and copied.
      rows: entries.map((entry) => [
        String(entry.no),
        `${entry.file}（${groupDigits(entry.bytes)} 字节）　${showMoment(entry.takenInAt)}\n${entry.sha256}`,
      ]),
    },
    { kind: 'note', text: SHA_CLAIMS.shows },
    ...existed.map((text): DocumentBlock => ({ kind: 'note', text })),
    { kind: 'note', text: SHA_CLAIMS.silent },
    { kind: 'note', text: SHA_CLAIMS.check },
  ];
}

/**
 * The list as a file for `sha256sum -c`: a line a file, its name relative to
 * the folder it is checked in, escaped as coreutils does.
 */
export function shaSums(entries: readonly Pick<ShaEntry, 'file' | 'sha256'>[]): string {
  return entries
    .map(({ file, sha256 }) => {
      const escaped = file.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
      return `${escaped === file ? '' : '\\'}${sha256}  ${escaped}\n`;
    })
    .join('');
}

/** `1234567` → `1,234,567`. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
