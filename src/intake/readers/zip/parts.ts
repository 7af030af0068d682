import { KamengError } from '../../../model/errors.ts';
import { type EvidenceSource, type Reading } from '../../../model/reading.ts';

/** Bytes that were held by another file, as a file of their own. */
export function partSource(name: string, bytes: Uint8Array): EvidenceSource {
  return {
    name, size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    all: async (limit) => {
      if (bytes.length > limit) throw new KamengError('FILE_TOO_LARGE', '这个文件太大，没有读取内容');
      return bytes;
    },
  };
}

/** Which kinds speak for a container when several lie in it, the weightiest first. */
const WEIGHT: readonly Reading['kind'][] = ['bill', 'order', 'payment', 'refund', 'failure', 'recording', 'chat_log', 'chat', 'email', 'promise'];

/**
 * A container takes kind, category and values of what it holds: all of them when
 * there is one file, else those that the files do not contradict.
 */
export function summarize(container: Reading, parts: NonNullable<Reading['parts']>): Reading {
  const read = parts.filter(({ reading }) => reading.status === 'read' || reading.status === 'partial');
  const best = [...read].sort((a, b) => rank(a.reading) - rank(b.reading))[0]?.reading;
  const problems = container.notes.some((note) => note.severity !== 'info') || read.length < parts.length;
  const status = read.length === 0 ? (parts.length === 0 && container.notes.some((n) => n.code.startsWith('ZIP_PASSWORD')) ? 'unread' : 'failed') : problems ? 'partial' : 'read';
  const summary: Reading = { ...container, status, parts };
  if (best && best.kind !== 'other') Object.assign(summary, { kind: best.kind, category: best.category, confidence: best.confidence });
  if (read.length === 1) summary.fields = read[0]!.reading.fields;
  return summary;
}

function rank(reading: Reading): number {
  const place = WEIGHT.indexOf(reading.kind);
  return place < 0 ? WEIGHT.length : place;
}
