import { type Kind } from '../model/evidence.ts';
import { type ScoredLine } from './reader.ts';

export interface Classification {
  kind: Kind;
  /** 0 to 1. */
  confidence: number;
}

/** Which kind of page these lines are, by what they say. */
export function classify(_lines: readonly ScoredLine[], _page?: { width: number; height: number }): Classification {
  return { kind: 'other', confidence: 0.1 };
}
