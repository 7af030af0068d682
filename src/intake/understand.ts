import { KINDS, type Category, type Kind } from '../model/evidence.ts';
import { type ChatMessage, type FieldReading, type Reading } from '../model/reading.ts';
import { classify } from './classify.ts';
import { extractFields } from './extract.ts';
import { type ScoredLine } from './reader.ts';

export interface Understanding {
  kind: Kind;
  category: Category;
  confidence: number;
  fields: FieldReading[];
  messages?: ChatMessage[];
  promises?: Reading['promises'];
}

/**
 * What a page of text is and which values stand on it: for pictures, PDF, HTML
 * and mail alike. Pure.
 * @param lines in reading order; with boxes the geometry is used, without them the order
 * @param page pixels (or points) of the page, when known
 */
export function understand(lines: readonly ScoredLine[], page?: { width: number; height: number }): Understanding {
  const { kind, confidence } = classify(lines, page);
  const fields = extractFields(lines, kind, page);
  return { kind, category: KINDS[kind].category, confidence, fields };
}
