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
  const query = 'SELECT case_id, title, opened_at, vet_id FROM case_info';
  const row = file.read(() => file.prepare(query).raw().get());
  const [id, title, openedAt, vetId] = row as [string, string, string, string | null];
  return { id, title, openedAt, ...(vetId ? { vetId } : {}) };
}

export function renameCase(file: CaseFile, title: string): void {
  file.write(() => updateRow(file, 'case.rename', 'case_info', [1], { title }));
}

export function recordVet(file: CaseFile, vetId: string): void {
  file.write(() => updateRow(file, 'case.link_vet', 'case_info', [1], { vet_id: vetId }));
}
