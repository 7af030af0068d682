import { lintKind } from '../../src/knowledge/schema/lint.ts';
import { trainingSentences } from './sentences.ts';
import type { Subject } from './subject.ts';

/**
 * `knowledge/sentences/lint.tsv`: sentences whose kind a person has told, for what no rule finds.
 * `source` says where one is from: `labelled-01` a set of test/golden/lint, `talk` what buyers write to sellers.
 */
export const lintSentences: Subject = (source) => [
  {
    name: 'lint-sentences',
    imports: ["import type { LintSentenceKind } from '../schema/lint.ts';"],
    exports: [
      {
        name: 'LINT_SENTENCES',
        type: 'readonly (readonly [kind: LintSentenceKind, sentence: string])[]',
        value: trainingSentences(source, 'lint.tsv', lintKind),
      },
    ],
  },
];
