import { caseInfo, renameCase } from '../../casefile/case-info.ts';
import { closedAt, markClosed } from '../../casefile/closing.ts';
import { KamengError } from '../../model/errors.ts';
import type { OpenCase } from './open-case.ts';

/**
 * Puts a settled case away: it leaves the list and the days to keep, and nothing in it changes.
 * @throws KamengError CASE_CLOSED
 */
export function closeCase(file: OpenCase): void {
  if (closedAt(file) !== undefined)
    throw new KamengError('CASE_CLOSED', `“${caseInfo(file).title}”已经结案`, { hints: ['kameng reopen 重新打开'] });
  markClosed(file, true);
}

/** Was the case put away, and not taken back since? */
export const isPutAway = (file: OpenCase): boolean => closedAt(file) !== undefined;

/** Takes a closed case back. @throws KamengError CASE_OPEN */
export function reopenCase(file: OpenCase): void {
  if (closedAt(file) === undefined) throw new KamengError('CASE_OPEN', `“${caseInfo(file).title}”没有结案`);
  markClosed(file, false);
}

const MOST = 100;

/** Gives a case another title; its file keeps its name. @returns the title. @throws KamengError TITLE_INVALID */
export function retitleCase(file: OpenCase, typed: string): string {
  const title = typed.replace(/\s+/g, ' ').trim();
  if (title === '' || title.length > MOST)
    throw new KamengError('TITLE_INVALID', `标题不能为空，最多 ${MOST} 字`, {
      hints: ['例如：kameng rename 橙子卡券季卡'],
    });
  renameCase(file, title);
  return title;
}

/** What a case is called by people. */
export const titleOf = (file: OpenCase): string => caseInfo(file).title;
