import type { DocumentId } from '../../model/dispute.ts';
import type { Finding } from '../../model/outcome.ts';
import { excuseReason, explainText, lintText, type Excused, type Fired } from '../../words/lint/lint.ts';

/** The findings of a text with the rules behind them, and what was let pass. */
export interface ExplainedLint {
  findings: Finding[];
  fired: Fired[];
  /** `reason`: why the excuse lets it pass, in Chinese. */
  excused: (Excused & { reason: string })[];
}

/** What in any text would hurt its writer: tone, threats, private data. @param audience whose eyes it is for */
export function lint(text: string, audience: DocumentId | undefined): Finding[] {
  return lintText(text, optionsFor(audience));
}

/** The same with the rule behind each finding, and with what an excuse let pass. */
export function explainLint(text: string, audience: DocumentId | undefined): ExplainedLint {
  const explained = explainText(text, optionsFor(audience));
  return { ...explained, excused: explained.excused.map((one) => ({ ...one, reason: excuseReason(one.excuse) })) };
}

const optionsFor = (audience: DocumentId | undefined): { audience?: DocumentId } =>
  audience === undefined ? {} : { audience };
