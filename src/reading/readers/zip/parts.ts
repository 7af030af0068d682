import { KamengError } from '../../../model/errors.ts';
import type { FileSource, Reading } from '../../../model/reading.ts';

/** Bytes that were held by another file, as a file of their own. */
export function partSource(name: string, bytes: Uint8Array): FileSource {
  return {
    name,
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    all: async (limit) => {
      if (bytes.length > limit) throw new KamengError('FILE_TOO_LARGE', '这个文件太大，没有读取内容');
      return bytes;
    },
  };
}

/** Which kinds speak for a container when several lie in it, the weightiest first. */
const WEIGHT: readonly Reading['kind'][] = [
  'bill',
  'order',
  'payment',
  'refund',
  'failure',
  'recording',
  'chat_log',
  'chat',
  'email',
  'promise',
];

/**
 * A container takes kind, category and values of what it holds: all of them when
 * there is one file, else those that the files do not contradict.
 */
export function summarize(container: Reading, parts: NonNullable<Reading['parts']>): Reading {
  const read = parts.filter(({ reading }) => reading.status === 'read' || reading.status === 'partial');
  const best = [...read].sort((a, b) => rank(a.reading) - rank(b.reading))[0]?.reading;
  const problems = container.notes.some((note) => note.severity !== 'info') || read.length < parts.length;
  const summary: Reading = {
    ...container,
    status: read.length === 0 ? unreadStatus(container, parts) : problems ? 'partial' : 'read',
    notes: [...container.notes],
    parts,
  };
  if (summary.status === 'failed' && summary.notes.length === 0) {
    summary.notes.push({
      code: 'PARTS_UNREAD',
      severity: 'error',
      message: `里面的 ${parts.length} 个文件都没有读出来：${parts[0]!.reading.notes[0]?.message ?? ''}`,
    });
  }
  if (best && best.kind !== 'other')
    Object.assign(summary, { kind: best.kind, category: best.category, confidence: best.confidence });
  if (read.length === 1) summary.fields = read[0]!.reading.fields;
  return summary;
}

/** Locked, or of kinds that nobody reads, is not yet a failure. */
function unreadStatus(container: Reading, parts: NonNullable<Reading['parts']>): 'unread' | 'failed' {
  if (parts.length > 0) return parts.every(({ reading }) => reading.status === 'unread') ? 'unread' : 'failed';
  return container.notes.some((note) => note.code.startsWith('ZIP_PASSWORD')) ? 'unread' : 'failed';
}

function rank(reading: Reading): number {
  const place = WEIGHT.indexOf(reading.kind);
  return place < 0 ? WEIGHT.length : place;
}
