import type { ChalkInstance } from 'chalk';
import type { BillView } from '../../clerk/intake/purchase-row.ts';
import type { ExhibitView } from '../../clerk/cases/case-view.ts';
import { CATEGORIES, KINDS, type Category, type Kind } from '../../model/evidence.ts';
import { factSpec, type FactKey } from '../../model/facts.ts';
import { showMoment } from '../../model/moment.ts';
import { printable } from '../../model/text.ts';
import type { ExhibitSummary } from '../../model/snapshot.ts';
import { GIVEN_BY, showValue } from './facts.ts';
import { type FieldReading, heardAs, type Reading } from '../../model/reading.ts';
import { clip, showBytes, table } from './paint.ts';
import { cellsOf } from './cells.ts';
import { columns, hanging } from './wrap.ts';

/** What the second reader says to it. */
const HEARD = {
  agrees: '，两种读法一致',
  differs: '，另一种读法读得不一样',
  denies: '，另一种读法不这样认',
  unasked: '',
} as const;

const partWords = (field: FieldReading): string =>
  `${field.by ? `，${GIVEN_BY[field.by]}` : ''}${HEARD[heardAs(field)]}${mendedWords(field)}`;

/** A letter that was put right is never put right unseen. */
const mendedWords = ({ key, mended }: FieldReading): string =>
  mended === undefined
    ? ''
    : `，原读作“${clip(mended, 32)}”，${MENDED_NAMES.has(key) ? '按常见名称改正一字' : '像数字的字母改成了数字'}`;
const MENDED_NAMES = new Set<FactKey>(['product', 'platform', 'merchant', 'payee']);

const READ_WORDS = {
  read: '已识别',
  partial: '部分识别',
  failed: '识别失败',
  unread: '未识别',
  not_read: '未识别',
} as const;

/** The list of exhibits, one a line. */
export function exhibitRows(views: readonly ExhibitView[], colors: ChalkInstance, width = Infinity): string[] {
  if (views.length === 0) return ['还没有证据。kameng add 文件夹  收入证据'];
  const whole = listed(views, colors, NAME_CELLS);
  const over = Math.max(...whole.map(cellsOf)) - width;
  // What is too wide is taken off the names: the rest says what a file is.
  return over > 0 ? listed(views, colors, Math.max(12, NAME_CELLS - over)) : whole;
}

/** How much of a file's name is shown. */
const NAME_CELLS = 36;

const listed = (views: readonly ExhibitView[], colors: ChalkInstance, nameCells: number): string[] =>
  table([
    ['编号', '文件', '类别', '材料', '大小', '状态'].map((title) => colors.dim(title)),
    ...views.map((view) => [
      String(view.no),
      clip(view.file, nameCells),
      CATEGORIES[view.category].label,
      KINDS[view.kind].label,
      showBytes(view.bytes),
      view.withdrawn
        ? colors.red('已撤下')
        : view.nearDuplicateOf !== null
          ? `与证据 ${view.nearDuplicateOf} 是同一张`
          : READ_WORDS[view.status],
    ]),
  ]);

/** What nobody could make anything of is no kind of proof. */
export const kindWords = (category: Category, kind: Kind): string =>
  category === 'other' && kind === 'other' ? '没看懂，未归类' : `${CATEGORIES[category].label}·${KINDS[kind].label}`;

const showPlace = (box: { x: number; y: number; page?: number } | undefined): string =>
  box ? `（${box.page ? `第 ${box.page} 页 ` : ''}${Math.round(box.x)},${Math.round(box.y)}）` : '';

/** From here on a value and where it was read stand beside each other. */
const ROOMY = 100;

/** One exhibit: what it is, what was read off it and where. */
export function exhibitLines(
  exhibit: ExhibitSummary,
  bills: readonly BillView[],
  { colors, width }: { colors: ChalkInstance; width: number },
): string[] {
  const rows: string[][] = [
    ['  文件', printable(exhibit.file)],
    [
      '  归类',
      `${exhibit.labelledByUser ? `${CATEGORIES[exhibit.category].label}·${KINDS[exhibit.kind].label}` : kindWords(exhibit.category, exhibit.kind)}${exhibit.labelledByUser ? '（你标注）' : `（把握 ${Math.round(exhibit.confidence * 100)}%）`}`,
    ],
    ['  大小', `${showBytes(exhibit.bytes)}（${exhibit.bytes} 字节，${exhibit.mediaType}）`],
    ['  SHA-256', exhibit.sha256],
    ['  收入时间', showMoment(exhibit.takenInAt)],
  ];
  if (exhibit.fileModifiedAt) rows.push(['  文件时间', showMoment(exhibit.fileModifiedAt)]);
  if (exhibit.note) rows.push(['  备注', printable(exhibit.note)]);
  if (exhibit.nearDuplicateOf !== undefined)
    rows.push(['  重复', `与证据 ${exhibit.nearDuplicateOf} 是同一张图，不重复计算`]);
  if (exhibit.withdrawn)
    rows.push(['  已撤下', `${showMoment(exhibit.withdrawn.at)}：${printable(exhibit.withdrawn.why)}`]);
  const lines = [colors.bold(`证据 ${exhibit.no}`), ...columns(rows, width)];
  const reading = exhibit.reading;
  if (!reading) return [...lines, colors.dim('  还没有识别。kameng evidence --read-again 识别')];
  const fields = reading.fields.flatMap((field) => {
    const label = factSpec(field.key as FactKey).label;
    const value = showValue(field.key, field.value);
    const said = [`  ${label}`, field.certain ? value : colors.yellow(`没读准，像是 ${value}`)];
    const place = colors.dim(`${clip(field.text, 40)}${showPlace(field.box)}${partWords(field)}`);
    return width >= ROOMY ? [[...said, place]] : [said, ['', place]];
  });
  if (fields.length > 0) lines.push('', colors.bold('读到的内容'), ...columns(fields, width));
  for (const bill of bills) lines.push('', ...billLines(bill, colors, width));
  if (reading.messages && reading.messages.length > 0) {
    const names = { buyer: '我', other: '对方', system: '系统', unknown: '？' } as const;
    lines.push('', colors.bold(`对话 ${reading.messages.length} 条`));
    for (const message of reading.messages.slice(0, 20)) {
      const who = clip(message.sender ?? names[message.side], 16);
      lines.push(
        ...hanging(`  ${message.at ? `${showMoment(message.at)} ` : ''}${who}：`, clip(message.text, 60), width),
      );
    }
    if (reading.messages.some(({ at, yearless }) => at && yearless))
      lines.push(...hanging('  说明：', '截图上没有年份，按付款的日子算出', width).map((line) => colors.dim(line)));
    if (reading.shown)
      lines.push(...hanging('  说明：', shownWords(reading.shown), width).map((line) => colors.dim(line)));
    if (reading.messages.length > 20) lines.push(colors.dim(`  其余 ${reading.messages.length - 20} 条用 --json 查看`));
  }
  for (const note of reading.notes)
    lines.push(
      ...hanging(`  ${note.severity === 'info' ? '说明' : '注意'}：`, printable(note.message), width).map((line) =>
        colors.yellow(line),
      ),
    );
  lines.push(colors.dim(`  识别程序 ${reading.reader} ${reading.version}，${READ_WORDS[reading.status]}`));
  return lines;
}

/** From what the days of a talk were reckoned whose screen says 昨天. */
function shownWords({ at, by }: NonNullable<Reading['shown']>): string {
  const from = by === 'name' ? '文件名里的截图时间' : '图片自带的拍摄时间';
  return `截图上写的是“昨天”“星期三”这样的日子，或只有钟点，按${from} ${showMoment(at)} 算出`;
}

const SHOWN: Readonly<Record<BillView['shows'], string>> = {
  purchase: '本案这一笔',
  choice: '有几笔都像，没有替你选；核对后写明订单号或付款时间',
  all: '全部',
  none: '没有找到金额和时间（或商家）都对得上的一笔',
};

/** A bill: how many rows it has, and those that are shown. */
function billLines(bill: BillView, colors: ChalkInstance, width: number): string[] {
  const rows = bill.rows.map((row) => [
    `  第 ${row.line} 行`,
    row.at ? showMoment(row.at) : (row.day ?? ''),
    clip(row.counterparty, 24),
    clip(row.product, 24),
    `${row.direction === 'in' ? '收入 ' : ''}${row.amount} 元`,
    clip(row.status, 12),
  ]);
  return [colors.bold(`账单共 ${bill.found} 笔，${SHOWN[bill.shows]}`), ...columns(rows, width)];
}

/** So many pictures are named one by one, and so many that show what one of them shows. */
const MOST_SAME = 3;

/** Which exhibits show what an earlier one shows, and so stand on no list: one short text, or none. */
export function sameWords(exhibits: readonly Pick<ExhibitView, 'no' | 'nearDuplicateOf' | 'withdrawn'>[]): string {
  const copies = new Map<number, number[]>();
  for (const { no, nearDuplicateOf: of, withdrawn } of exhibits)
    if (of !== null && !withdrawn) copies.set(of, [...(copies.get(of) ?? []), no]);
  if (copies.size === 0) return '';
  const groups = [...copies].map(([of, numbers]) => {
    const more = numbers.length > MOST_SAME ? ` 等 ${numbers.length} 件` : ' ';
    return `证据 ${numbers.slice(0, MOST_SAME).join('、')}${more}与证据 ${of}`;
  });
  const more = groups.length > MOST_SAME ? `；还有 ${groups.length - MOST_SAME} 组：kameng evidence` : '';
  const listed = [...copies.keys()].slice(0, MOST_SAME).join('、');
  return `${groups.slice(0, MOST_SAME).join('，')} 是同一张图，文书只列证据 ${listed}${more}`;
}
