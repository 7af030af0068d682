import { type Kind } from '../model/evidence.ts';
import { type FieldReading } from '../model/reading.ts';
import { type ScoredLine } from './reader.ts';

/** The values that stand on a page of this kind, each with its place and certainty. */
export function extractFields(
  _lines: readonly ScoredLine[],
  _kind: Kind,
  _page?: { width: number; height: number },
): FieldReading[] {
  return [];
}
