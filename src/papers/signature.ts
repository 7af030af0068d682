import type { DocumentBlock } from '../model/document.ts';
import { showDay } from '../model/moment.ts';

const LINE = '＿'.repeat(8);
const BLANK_DATE = '　　　　年　　月　　日';

/** The lines of a place to sign: who, on what line, and the day. */
export function signatureLines({ label, name, line, date }: Extract<DocumentBlock, { kind: 'signature' }>): string[] {
  const signed = name === undefined ? LINE : name + (line ? `　${LINE}` : '');
  const lines = [`${label}：${signed}`];
  if (date !== undefined) lines.push(date === 'blank' ? BLANK_DATE : showDay(date));
  return lines;
}
