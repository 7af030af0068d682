import type { CaseFile } from '../../casefile/case-file.ts';
import { verifyCase } from '../../casefile/verify.ts';
import { KamengError } from '../../model/errors.ts';

/** Every byte and every record, checked again. */
export { verifyCase };

/**
 * What an error that nobody foresaw means over this case: where the records are not as kameng wrote them, that they
 * were changed; a value of another's hand can be anything. Else the error itself, which is then a bug of ours.
 */
export function explainOverCase(file: CaseFile, error: unknown): unknown {
  if (error instanceof KamengError) return error;
  const { problems } = verifyCase(file);
  if (problems.length === 0) return error;
  return new KamengError('CASE_CHANGED', `案卷里的记录被改动过，读不下去：${file.path}`, {
    hints: [
      ...problems.slice(0, 3).map(({ message }) => message),
      'kameng verify 列出所有被改动的地方',
      '用没有改动过的副本继续',
    ],
    cause: error,
  });
}
