import { zipOf, type ZipPart } from './zip.ts';

/** A number stands as a number, a text as shared or inline string. */
export type XlsxCell = string | number | null;

export interface XlsxSheet {
  name: string;
  /** Row number in the sheet to its cells; missing numbers are missing in the file. */
  rows: Record<number, readonly XlsxCell[]>;
}

interface XlsxOptions {
  inline?: boolean;
  date1904?: boolean;
  externalLinks?: boolean;
  /** Prefix of all elements, as some libraries write. */
  prefix?: string;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\t', '_x0009_');

/** A workbook with just the parts that a reader needs. */
export function xlsxOf(sheets: readonly XlsxSheet[], options: XlsxOptions = {}): Uint8Array {
  const p = options.prefix ? `${options.prefix}:` : '';
  const strings: string[] = [];
  const cell = (value: XlsxCell, column: number, row: number): string => {
    const reference = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (value === null) return '';
    if (typeof value === 'number') return `<${p}c ${reference} s="1"><${p}v>${value}</${p}v></${p}c>`;
    if (options.inline)
      return `<${p}c ${reference} t="inlineStr"><${p}is><${p}t>${escape(value)}</${p}t></${p}is></${p}c>`;
    strings.push(value);
    return `<${p}c ${reference} t="s"><${p}v>${strings.length - 1}</${p}v></${p}c>`;
  };
  const parts: ZipPart[] = sheets.map((sheet, i) => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    data: `<?xml version="1.0"?><${p}worksheet><${p}sheetData>${Object.entries(sheet.rows)
      .map(
        ([row, cells]) =>
          `<${p}row r="${row}">${cells.map((value, column) => cell(value, column, Number(row))).join('')}</${p}row>`,
      )
      .join('')}</${p}sheetData></${p}worksheet>`,
  }));
  parts.unshift(
    {
      name: 'xl/workbook.xml',
      data: `<${p}workbook><${p}workbookPr${options.date1904 ? ' date1904="1"' : ''}/><${p}sheets>${sheets
        .map((sheet, i) => `<${p}sheet name="${sheet.name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</${p}sheets></${p}workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    },
    { name: '[Content_Types].xml', data: '<Types/>' },
  );
  if (strings.length > 0) {
    parts.push({
      name: 'xl/sharedStrings.xml',
      data: `<${p}sst>${strings.map((text) => `<${p}si><${p}t>${escape(text)}</${p}t></${p}si>`).join('')}</${p}sst>`,
    });
  }
  if (options.externalLinks) parts.push({ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' });
  return zipOf(parts);
}
