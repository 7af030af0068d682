import { formatYuan } from '../../../model/money.ts';
import type { Reading, ReadingNote } from '../../../model/reading.ts';
import { failedReading, readingOf } from '../../reader.ts';
import type { BillLayout } from './layouts.ts';
import { partsTold } from './general.ts';
import { onlyPurchaseFields } from './purchase.ts';
import { MAX_ROWS, type BillTable } from './table.ts';

const BILL_READER = 'bill';
const BILL_VERSION = '3';

/** Is this table a bill, or something that was meant to be one? */
export function isBill(table: BillTable): boolean {
  const { header, titled, mistaken, unsureDay } = table;
  return header !== undefined || titled || mistaken !== undefined || unsureDay !== undefined;
}

/** A bill's table as a reading; every difference between what it states and what was found is said. */
export function judgeBill(table: BillTable, mediaType: string): Reading {
  if (!table.header) return refuse(table, mediaType);
  const { layout } = table.header;
  const wallet = table.issuer ?? layout.id;
  if (table.found === 0 && table.foreign > 0) {
    return failedReading(BILL_READER, BILL_VERSION, mediaType, {
      code: 'TABLE_FOREIGN',
      severity: 'error',
      message: `这份表格里的 ${table.foreign} 笔都不是人民币，没有读入；请换成人民币账户的明细`,
    });
  }
  if (table.found === 0) {
    return failedReading(BILL_READER, BILL_VERSION, mediaType, {
      code: 'BILL_EMPTY',
      severity: 'error',
      message: `这份${layout.name}账单一笔记录也没有读到，请重新导出包含付款那天的账单（${layout.menu}）`,
    });
  }
  const notes = [...told(table), ...spoilt(table, layout), ...incomplete(table), ...differences(table, layout)];
  return {
    ...readingOf(BILL_READER, BILL_VERSION, mediaType, 'bill', 1),
    status: notes.some((note) => note.severity === 'error') ? 'partial' : 'read',
    fields: table.unitUnsure ? [] : onlyPurchaseFields(table.rows, wallet),
    notes,
    bill: {
      wallet,
      rows: table.rows,
      stated: table.stated,
      found: table.found,
      ...(table.unitUnsure ? { unit: 'unsure' as const } : {}),
    },
  };
}

/** What is said of days that cannot be known. */
const UNSURE_DAYS = { order: '分不出先写日还是先写月', year: '没有写年份' } as const;

function refuse(table: BillTable, mediaType: string): Reading {
  if (table.mistaken) {
    const { called, lacks, layout } = table.mistaken;
    return failedReading(BILL_READER, BILL_VERSION, mediaType, {
      code: 'BILL_IS_LEDGER',
      severity: 'error',
      message: `这是“${called}”的导出，${lacks}。请导出账单：${layout.menu}`,
    });
  }
  if (table.unsureDay) {
    const { written, lacks } = table.unsureDay;
    return failedReading(BILL_READER, BILL_VERSION, mediaType, {
      code: 'TABLE_DAYS_UNSURE',
      severity: 'error',
      message: `日期“${written}”${UNSURE_DAYS[lacks]}，没有读入；请选“年-月-日”的日期格式重新导出`,
    });
  }
  return failedReading(BILL_READER, BILL_VERSION, mediaType, {
    code: 'BILL_HEADER_UNKNOWN',
    severity: 'error',
    message:
      '看上去是账单，但没有找到写着“交易时间、交易对方、金额、交易单号”的表头，文件可能不完整或改动过，请重新导出',
  });
}

/** Of a table without a known wallet: which column was taken for what. */
function told(table: BillTable): ReadingNote[] {
  if (!table.header?.general) return [];
  const notes: ReadingNote[] = [
    {
      code: 'TABLE_COLUMNS',
      severity: 'info',
      message: `按表头读的：${partsTold(table.header, table.names ?? [])}`,
    },
  ];
  if (table.unitUnsure)
    notes.push({
      code: 'TABLE_UNIT_UNSURE',
      severity: 'warning',
      message: '金额都是整数，分不出是元还是分，没有当作付款金额；请核对后写明 --amount',
    });
  if (table.foreign > 0)
    notes.push({
      code: 'TABLE_FOREIGN',
      severity: 'warning',
      message: `有 ${table.foreign} 笔不是人民币，没有读入`,
    });
  return notes;
}

/** Traces of a spreadsheet program that opened the bill and saved it. */
function spoilt(table: BillTable, layout: BillLayout): ReadingNote[] {
  const notes: ReadingNote[] = [];
  if (table.coarseTimes > 0) {
    notes.push({
      code: 'BILL_RESAVED',
      severity: 'warning',
      message: `${table.coarseTimes} 笔记录的时间没有秒，这份账单像是用表格软件打开后另存的。请换成没打开过的原文件（${layout.menu}）`,
    });
  }
  if (table.lostNumbers.length > 0) {
    notes.push({
      code: 'BILL_NUMBER_LOST',
      severity: 'error',
      message: `${showLines(table.lostNumbers)}的订单号被表格软件改成了科学计数法或补了零，已经不是原来的号码，没有采用。请换成原文件`,
    });
  }
  return notes;
}

function incomplete(table: BillTable): ReadingNote[] {
  const notes: ReadingNote[] = [];
  if (table.unread > 0) {
    notes.push({
      code: 'BILL_ROWS_UNREAD',
      severity: 'warning',
      message: `有 ${table.unread} 行看不懂，没有读入：${showLines(table.unreadLines)}`,
    });
  }
  if (table.found > MAX_ROWS) {
    notes.push({
      code: 'BILL_ROWS_OVER_LIMIT',
      severity: 'error',
      message: `账单有 ${table.found} 笔，只读入前 ${MAX_ROWS} 笔；请只导出付款前后几个月的账单`,
    });
  }
  return notes;
}

function differences(table: BillTable, layout: BillLayout): ReadingNote[] {
  const { stated, sums, found } = table;
  if (stated.count !== undefined && stated.count !== found) {
    return [
      {
        code: 'BILL_COUNT_DIFFERS',
        severity: 'warning',
        message: `账单自己写明共 ${stated.count} 笔，实际读到 ${found} 笔，可能被删减过或没有导全`,
      },
    ];
  }
  if (found > MAX_ROWS) return [];
  const wrong = (
    [
      ['支出', stated.outTotal, sums.out],
      ['收入', stated.inTotal, sums.in],
    ] as const
  ).filter(([, said, sum]) => said !== undefined && said !== sum);
  if (wrong.length === 0) return [];
  return [
    {
      code: 'BILL_TOTAL_DIFFERS',
      severity: layout.totals === 'counted_otherwise' ? 'info' : 'warning',
      message: wrong
        .map(([word, said, sum]) => `账单写明${word} ${formatYuan(said!)} 元，各笔相加是 ${formatYuan(sum)} 元`)
        .join('；'),
    },
  ];
}

function showLines(lines: readonly number[]): string {
  const shown = lines.slice(0, 8).join('、');
  return `第 ${shown} 行${lines.length > 8 ? `等 ${lines.length} 行` : ''}`;
}
