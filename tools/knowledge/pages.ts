import { join } from 'node:path';
import { labelForm } from '../../src/knowledge/label-form.ts';
import {
  labelsSchema,
  marksSchema,
  namesSchema,
  wellKnownSchema,
  type Label,
} from '../../src/knowledge/schema/pages.ts';
import type { KnowledgeFile, KnowledgeSource } from './source.ts';
import type { Subject } from './subject.ts';

/** `knowledge/pages`: the labels before values, the marks of page kinds, the names on pages, those that everyone knows. */
export const pages: Subject = (source) => {
  const file = (name: string): string => join(source.root, 'pages', `${name}.yaml`);
  const labels = source.yaml(file('labels'), labelsSchema);
  const marks = source.yaml(file('marks'), marksSchema);
  const names = source.yaml(file('names'), namesSchema);
  const wellKnown = source.yaml(file('well-known'), wellKnownSchema);
  if (labels) checkWords(source, labels);
  if (!labels || !marks || !names || !wellKnown) return [];
  const { payees, ...pageNames } = names.data;
  return [
    {
      name: 'labels',
      imports: ["import type { ComposedLabel, Label, LikelyLabel } from '../schema/pages.ts';"],
      exports: [
        { name: 'LABELS', type: 'readonly Label[]', value: labels.data.labels },
        { name: 'COMPOSED_LABELS', type: 'readonly ComposedLabel[]', value: labels.data.composed },
        { name: 'LIKELY_LABELS', type: 'readonly LikelyLabel[]', value: labels.data.likely },
      ],
    },
    {
      name: 'page-marks',
      imports: ["import type { FileNameWords, PageMark } from '../schema/pages.ts';"],
      exports: [
        { name: 'PAGE_MARKS', type: 'readonly PageMark[]', value: marks.data.marks },
        { name: 'FILE_NAMES', type: 'readonly FileNameWords[]', value: marks.data.fileNames },
      ],
    },
    {
      name: 'page-names',
      imports: ["import type { PageNames } from '../schema/pages.ts';"],
      exports: [{ name: 'PAGE_NAMES', type: "Omit<PageNames, 'payees'>", value: pageNames }],
    },
    // Asked at every look at a case, when the pages have long been read.
    {
      name: 'payees',
      imports: ["import type { PageNames } from '../schema/pages.ts';"],
      exports: [{ name: 'PAYEES', type: "PageNames['payees']", value: payees }],
    },
    {
      name: 'well-known',
      imports: ["import type { WellKnown } from '../schema/pages.ts';"],
      exports: [{ name: 'WELL_KNOWN', type: 'WellKnown', value: wellKnown.data }],
    },
  ];
};

/** A word in two rows would mean two things, and the later one would win unseen. */
function checkWords(source: KnowledgeSource, { path, data, lineOf }: KnowledgeFile<{ labels: Label[] }>): void {
  const rows = new Map<string, number>();
  data.labels.forEach(({ words }, row) => {
    words.forEach((word, at) => {
      const form = labelForm(word);
      const before = rows.get(form);
      if (form === '' || (before !== undefined && before !== row))
        source.problems.add(
          path,
          lineOf(['labels', row, 'words', at]),
          form === ''
            ? `“${word}” has no letter`
            : `“${word}” stands in two rows: it already means ${data.labels[before!]!.means}`,
        );
      rows.set(form, row);
    });
  });
}
