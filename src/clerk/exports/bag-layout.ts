import type { TransferTable } from '../../casefile/transfer.ts';

/** Where things lie in a bag of ours, below `data/`. */
export const BAG = {
  exhibits: '证据',
  letters: '文书',
  catalogue: '证据目录',
  seals: '时间戳',
  /** What only a case needs, to become one again. */
  contents: '案卷/contents',
  tables: '案卷/tables',
  journal: '案卷/journal.jsonl',
} as const;

/** The labels of `bag-info.txt` that are ours. */
export const INFO = {
  agent: 'Bag-Software-Agent',
  date: 'Bagging-Date',
  id: 'External-Identifier',
  title: 'External-Description',
  name: 'Kameng-Case',
  head: 'Kameng-Head',
  schema: 'Kameng-Schema',
  redacted: 'Kameng-Redacted',
} as const;

/** The file of a table's rows. */
export const rowsPath = (table: TransferTable): string =>
  table === 'journal' ? BAG.journal : `${BAG.tables}/${table}.jsonl`;
