import type { Moment } from '../model/moment.ts';
import type { CaseFile } from './case-file.ts';
import { caseInfo } from './case-info.ts';
import { updateRow } from './journal.ts';

// A case is closed and reopened by an entry of the journal alone: no row says what the chain does not.

/** When the case was put away; undefined while it is open. */
export function closedAt(file: CaseFile): Moment | undefined {
  const row = file.read(() =>
    file
      .prepare("SELECT action, at FROM journal WHERE action IN ('case.close', 'case.reopen') ORDER BY seq DESC LIMIT 1")
      .get(),
  ) as { action: string; at: Moment } | undefined;
  return row?.action === 'case.close' ? row.at : undefined;
}

/** Puts the case away, or takes it back. */
export function markClosed(file: CaseFile, closed: boolean): void {
  const { title } = caseInfo(file);
  file.write(() => updateRow(file, closed ? 'case.close' : 'case.reopen', 'case_info', [1], { title }));
}
