import type { IStylesOptions } from 'docx';

/**
 * Faces that WPS and Word have in China; LibreOffice and others put their own
 * Song or Fang Song face in place of a name they know as such.
 */
export const BODY_FONT = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'SimSun',
} as const;
export const HEADING_FONT = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'SimHei' } as const;
/** The squares of forms stand in this face on Windows; others fall back by themselves. */
export const SYMBOL_FONT = {
  ascii: 'Segoe UI Symbol',
  hAnsi: 'Segoe UI Symbol',
  cs: 'Segoe UI Symbol',
  eastAsia: 'Segoe UI Symbol',
} as const;

/** Ids of the paragraph styles that the blocks use. */
export const STYLE = { cell: 'CellText', note: 'NoteText', stamp: 'ExhibitStamp', mono: 'ExhibitText' } as const;

const BODY = 24;
const heading = (size: number, before: number) => ({
  run: { font: HEADING_FONT, size, bold: true, color: '000000' },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});

/** Sizes in half points, distances in twentieths of a point. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: BODY_FONT,
        size: BODY, // Latin letters and digits in English: under Chinese rules LibreOffice breaks lines within numbers.
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
    },
    title: {
      run: { font: HEADING_FONT, size: 36, bold: true, color: '000000' },
      paragraph: { alignment: 'center', spacing: { after: 280 } },
    },
    heading1: heading(28, 160),
    heading2: heading(25, 120),
    heading3: heading(24, 100),
    listParagraph: { run: { size: BODY }, paragraph: { spacing: { line: 360, after: 40 } } },
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      run: { font: BODY_FONT, size: BODY },
      paragraph: { spacing: { line: 360, after: 60 } },
    },
    {
      id: STYLE.cell,
      name: '表格文字',
      basedOn: 'Normal',
      run: { size: 21 },
      paragraph: { spacing: { line: 280, after: 0 }, indent: { firstLine: 0 } },
    },
    {
      id: STYLE.note,
      name: '说明',
      basedOn: 'Normal',
      run: { size: 19, color: '444444' },
      paragraph: { spacing: { line: 280, before: 100, after: 60 } },
    },
    {
      id: STYLE.stamp,
      name: '证据页眉',
      basedOn: 'Normal',
      run: { size: 20, bold: true },
      paragraph: { alignment: 'right', spacing: { line: 280, after: 60 } },
    },
    {
      id: STYLE.mono,
      name: '证据文字',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { line: 270, lineRule: 'exact', after: 0 } },
    },
  ],
};
