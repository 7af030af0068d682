import type { Moment } from '../model/moment.ts';
import type { CaseFile } from './case-file.ts';
import { updateRow } from './journal.ts';

export interface CaseInfo {
  id: string;
  title: string;
  openedAt: Moment;
  /** The check before buying that was taken into this case. */
  vetId?: string;
}

export function caseInfo(file: CaseFile): CaseInfo {
  const row = file.read(() => file.prepare('SELECT case_id, title, opened_at, vet_id FROM case_info').get()) as {
    case_id: string;
    title: string;
    opened_at: string;
    vet_id: string | null;
  };
  return { id: row.case_id, title: row.title, openedAt: row.opened_at, ...(row.vet_id ? { vetId: row.vet_id } : {}) };
}

export function renameCase(file: CaseFile, title: string): void {
  file.write(() => updateRow(file, 'case.rename', 'case_info', [1], { title }));
}

export function recordVet(file: CaseFile, vetId: string): void {
  file.write(() => updateRow(file, 'case.link_vet', 'case_info', [1], { vet_id: vetId }));
}
