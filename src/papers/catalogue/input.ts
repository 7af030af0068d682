import type { Day } from '../../model/moment.ts';
import type { ExhibitBehind } from './pages.ts';
import type { ShaEntry } from '../sha-list.ts';

/** A row as courts ask for it (证据规定 19); its pages are counted, not given. */
export interface CatalogueRow {
  no: number;
  name: string;
  source: string;
  proves: string;
  content: string;
}

export interface CatalogueInput {
  /** What the case is called: `张三与某某公司网络购物合同纠纷`. */
  title: string;
  /** Absent leaves a line to fill in. */
  submittedBy?: string;
  submittedOn: Day;
  /** The last entry of the case that it was made from: `12:` and 64 digits. */
  head?: string;
  /** What timestamps of third parties say of the case, in sentences. */
  existed?: readonly string[];
  /** Copies to hand in: one for the court and one for each opposing party. */
  copies?: number;
  /** Pictures behind are copies with parts covered. */
  redacted?: boolean;
  rows: CatalogueRow[];
  exhibits: ExhibitBehind[];
  sha: ShaEntry[];
}
