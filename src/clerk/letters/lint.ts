import type { DocumentId } from '../../model/dispute.ts';
import type { Finding } from '../../model/outcome.ts';
import { lintText } from '../../words/lint/lint.ts';

/** What in any text would hurt its writer: tone, threats, private data. @param audience whose eyes it is for */
export function lint(text: string, audience: DocumentId | undefined): Finding[] {
  return lintText(text, audience === undefined ? {} : { audience });
}
