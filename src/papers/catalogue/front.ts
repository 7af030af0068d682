import type { DocumentBlock } from '../../model/document.ts';
import { showDay } from '../../model/moment.ts';
import type { CatalogueInput } from './input.ts';
import { type PageRange, showRange } from './pages.ts';
import { shaListBlocks } from '../sha-list.ts';

export const CATALOGUE_TITLE = '证据目录';

/** What stands before the exhibits: the table, who hands it in and when, the SHA-256 list. */
export function frontBlocks(input: CatalogueInput, ranges: readonly PageRange[]): DocumentBlock[] {
  const pages = new Map(ranges.map((range) => [range.no, range]));
  const blocks: DocumentBlock[] = [
    { kind: 'title', text: CATALOGUE_TITLE },
    {
      kind: 'fields',
      rows: [
        { label: '案件', value: input.title },
        { label: '提交人', value: input.submittedBy ?? '' },
        { label: '提交日期', value: showDay(input.submittedOn) },
        ...(input.head === undefined ? [] : [{ label: '案卷指纹', value: input.head }]),
        ...(input.copies === undefined ? [] : [{ label: '份数', value: `${input.copies} 份` }]),
      ],
    },
  ];
  if (input.rows.length === 0) blocks.push({ kind: 'paragraph', text: '暂无证据。', indent: 'none' });
  else {
    blocks.push({
      kind: 'table',
      columns: [
        { title: '编号', width: 8, align: 'center' },
        { title: '名称', width: 17 },
        { title: '来源', width: 18 },
        { title: '证明对象', width: 22 },
        { title: '内容', width: 26 },
        { title: '页码', width: 9, align: 'center' },
      ],
      rows: input.rows.map((row) => [
        String(row.no),
        row.name,
        row.source,
        row.proves,
        row.content,
        showRange(pages.get(row.no)),
      ]),
    });
    blocks.push({ kind: 'note', text: pagesNote(input) });
  }
  blocks.push({
    kind: 'signature',
    label: '提交人（签名或者盖章）',
    ...(input.submittedBy === undefined ? {} : { name: input.submittedBy, line: true }),
    date: input.submittedOn,
  });
  if (input.sha.length > 0) blocks.push({ kind: 'pageBreak' }, ...shaListBlocks(input.sha, input.existed));
  return blocks;
}

function pagesNote(input: CatalogueInput): string {
  const pictures = input.redacted
    ? '后附图片是遮盖了个人信息的副本，未遮盖的原件另存备查'
    : '后附图片由原始文件输出，只为适应纸面缩放，长图分页';
  return `“页码”是后附证据材料的总页码，即每页右上角的“总第几页”。${pictures}；原始文件可供核对。`;
}
