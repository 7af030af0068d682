import { foldOf } from './compose.ts';
import { Draw } from './draw.ts';
import { esc, inGroups, playing, type Row, type Theme } from './layout-parts.ts';
import type { MadeLayout } from './words.ts';
import {
  ARRANGED,
  type Arranged,
  SIGNS,
  AROUND,
  MARKS,
  ENDS,
  JOINTS,
  BUTTONS,
  SECTIONS,
  NOTES,
  BETWEEN,
  ENGLISH,
} from './layouts-made-choices.ts';

/** A quarter of the choices of each kind is held out, so that a reading can be tried with what was not learnt. */
const isHeld = foldOf(0.25, 8);

interface Made {
  arranged: Arranged;
  sign: string;
  around: string;
  mark: string;
  end: string;
  joint: string;
  /** So many in a line, or side by side. */
  abreast: number;
  align: 'left' | 'right' | 'center';
  button?: string;
  sections: boolean;
  /** Letters of labels and values, beside the theme's. */
  smaller: number;
  bold: boolean;
  lines: 'none' | 'rules' | 'boxes' | 'stripes';
  column: number;
  width: number;
  notes: number;
  between: boolean;
  english: boolean;
  dark: boolean;
  /** A sheet over the page, with so much room beside it. */
  sheet: number;
  /** Of the line, as a share, for a value beside its label. */
  room: number;
}

export const isMade = (layout: string): layout is MadeLayout => /^(?:made|held):/.test(layout);

/** What a number of a layout stands for. */
function madeOf(layout: MadeLayout): Made {
  const [side, number] = layout.split(':');
  const draw = new Draw(Number(number));
  const one = <T extends string>(of: readonly T[]): T => {
    const mine = of.filter((choice) => choice === '' || isHeld(choice) === (side === 'held'));
    return draw.pick(mine.length > 0 ? mine : of);
  };
  const arranged = one(ARRANGED);
  const grid = arranged === 'cells' || arranged === 'heads';
  const abreast = grid ? draw.int(2, 5) : draw.chance(0.15) ? 2 : 1;
  return {
    arranged,
    sign: one(SIGNS),
    around: one(AROUND),
    mark: one(MARKS),
    end: one(ENDS),
    joint: one(JOINTS),
    abreast,
    align: draw.pick(['left', 'left', 'left', 'right', 'center'] as const),
    ...(draw.chance(0.3) ? { button: draw.pick(BUTTONS) } : {}),
    sections: draw.chance(0.25),
    smaller: draw.int(-2, 8),
    bold: draw.chance(0.25),
    lines: draw.pick(['none', 'none', 'rules', 'boxes', 'stripes'] as const),
    column: draw.int(150, 280),
    width: abreast > 1 ? Math.min(1280, draw.int(230, 330) * abreast + 100) : 720,
    notes: draw.chance(0.2) ? draw.next() * 0.6 : 0,
    between: draw.chance(0.15),
    english: draw.chance(0.1),
    dark: draw.chance(0.15),
    sheet: draw.chance(0.15) && abreast === 1 ? draw.int(20, 60) : 0,
    room: draw.chance(0.3) ? draw.int(30, 60) : 62,
  };
}

export const widthOfMade = (layout: MadeLayout): number => madeOf(layout).width;

/** Labels with their values in a layout that was put together by chance. */
export function madeListOf(rows: readonly Row[], layout: MadeLayout, theme: Theme): string {
  const made = madeOf(layout);
  const [open, close] = [made.around.slice(0, 1), made.around.slice(1)];
  const small = made.abreast > 2 ? theme.size - 9 : made.abreast > 1 ? theme.size - 6 : theme.size;
  const chance = new Draw(rows.length * 131 + made.column + (rows[0]?.value.length ?? 0));
  const english = (row: Row): string =>
    made.english
      ? `<div style="font-size:${small - 8}px;color:#999">${esc(chance.pick(ENGLISH[row.part ?? ''] ?? ['Note']))}</div>`
      : '';
  const ownLabel = (row: Row, at: number): string =>
    `${esc(made.mark.replace('%', String(at + 1)))}${esc(open)}<span data-part="label" style="color:${theme.labelColor}">${esc(row.label)}</span>${esc(close)}`;
  const label = (row: Row, at: number): string => ownLabel(row, at) + english(row);
  const bare = (row: Row): string =>
    `<span style="${made.bold ? 'font-weight:bold' : ''}">${playing(row.part ?? 'none', row.value)}</span>${esc(made.end)}`;
  const note = (): string =>
    chance.chance(made.notes)
      ? `<div style="font-size:${small - 7}px;color:#999">${esc(chance.pick(NOTES))}</div>`
      : '';
  const said = (row: Row): string => bare(row) + note();
  const button = ({ value }: Row): string =>
    made.button !== undefined && /^[\w-]{9,}$/.test(value)
      ? `<span style="margin-left:${small}px;font-size:${small - 6}px;color:#07c;white-space:nowrap">${made.button}</span>`
      : '';
  const sign = made.around !== '' && made.sign.trim() === '' ? '' : made.sign;
  const inLine = (row: Row, at: number): string => `${ownLabel(row, at)}${space(sign)}${bare(row)}${button(row)}`;
  const block = (inner: string, at: number, css = ''): string =>
    `<div style="margin:${theme.gap}px ${theme.pad}px;font-size:${small}px;word-break:break-all;${lineCss(made, at)}${css}">${inner}</div>`;
  const table = (inner: string): string =>
    `<table style="margin:${theme.gap}px 10px;width:${made.width - 24}px;table-layout:fixed;font-size:${small}px;border-collapse:collapse">${inner}</table>`;
  const td = (inner: string, at: number): string =>
    `<td style="padding:${theme.gap / 2}px 10px;text-align:${made.align};vertical-align:top;word-break:break-all;${lineCss(made, at)}">${inner}</td>`;
  const smaller = (inner: string): string => `<div style="font-size:${small - made.smaller}px">${inner}</div>`;
  const list = (own: readonly Row[]): string => {
    switch (made.arranged) {
      case 'run':
        return block(own.map(inLine).join(space(made.joint)), 0, `line-height:1.7;text-align:${made.align}`);
      case 'inLine':
        return inGroups(own, made.abreast)
          .map((some, i) =>
            block(
              some.map((row, k) => inLine(row, i * made.abreast + k)).join(space(made.joint)),
              i,
              `text-align:${made.align}`,
            ),
          )
          .join('');
      case 'spread':
        return own
          .map((row, i) =>
            block(
              `<div>${label(row, i)}${theme.colon}</div><div style="max-width:${made.room}%;text-align:right">${said(row)}${button(row)}</div>`,
              i,
              'display:flex;justify-content:space-between',
            ),
          )
          .join('');
      case 'reversed':
        return own
          .map((row, i) =>
            block(
              `<div style="max-width:66%">${said(row)}</div><div style="flex:none;font-size:${small - made.smaller}px">${label(row, i)}</div>`,
              i,
              'display:flex;justify-content:space-between',
            ),
          )
          .join('');
      case 'beside':
        return own
          .map((row, i) =>
            block(
              `<div style="flex:none">${label(row, i)}${theme.colon}</div><div style="margin-left:${made.column / 6}px">${said(row)}${button(row)}</div>`,
              i,
              'display:flex',
            ),
          )
          .join('');
      case 'fixed':
        return own
          .map((row, i) =>
            block(
              `<div style="flex:none;width:${made.column}px;text-align:${made.align}">${label(row, i)}${theme.colon}</div><div style="margin-left:20px">${said(row)}${button(row)}</div>`,
              i,
              'display:flex',
            ),
          )
          .join('');
      case 'over':
        return own
          .map((row, i) =>
            block(`${smaller(label(row, i))}<div>${said(row)}${button(row)}</div>`, i, `text-align:${made.align}`),
          )
          .join('');
      case 'chips':
        return block(
          own
            .map(
              (row, i) =>
                `<div style="display:flex;border:1px solid #ccd;border-radius:8px"><div style="padding:6px 12px;flex:none">${label(row, i)}</div><div style="padding:6px 14px">${said(row)}</div></div>`,
            )
            .join(''),
          0,
          `display:flex;flex-wrap:wrap;gap:${Math.max(10, made.smaller * 3)}px`,
        );
      case 'steps':
        return own
          .map((row, i) =>
            block(
              `<div style="flex:none;width:${made.column / 4}px"></div><div><div>${label(row, i)}</div>${smaller(said(row))}</div>`,
              i,
              'display:flex',
            ),
          )
          .join('');
      case 'under':
        return own
          .map((row, i) =>
            block(
              `<div>${said(row)}</div>${smaller(label(row, i))}`,
              i,
              `text-align:${made.align};margin-top:${theme.gap * 2}px`,
            ),
          )
          .join('');
      case 'cells':
        return table(
          inGroups(own, made.abreast)
            .map(
              (some, i) =>
                `<tr>${some.map((row, k) => td(`${smaller(label(row, i * made.abreast + k))}<div>${said(row)}</div>`, i)).join('')}</tr>`,
            )
            .join(''),
        );
      case 'heads':
        return inGroups(own, made.abreast)
          .map((some) =>
            table(
              `<tr>${some.map((row, k) => td(label(row, k), 0)).join('')}</tr><tr>${some.map((row) => td(said(row), 1)).join('')}</tr>`,
            ),
          )
          .join('');
    }
  };
  const draw = new Draw(rows.length + made.column);
  const banner = (): string => {
    const [words, doing] = draw.pick(BETWEEN);
    return block(
      `<span>${esc(words)}</span><span style="color:#e40">${esc(doing)}</span>`,
      0,
      'display:flex;justify-content:space-between;background:#fff3e6',
    );
  };
  const many = rows.length >= 5;
  const groups = many && (made.sections || made.between) ? inGroups(rows, Math.ceil(rows.length / 2)) : [rows];
  const inner = groups
    .map((group, i) => {
      const head = made.sections && many ? block(esc(draw.pick(SECTIONS)), 0, 'font-weight:bold') : '';
      return (i > 0 && made.between ? banner() : '') + head + list(group);
    })
    .join('');
  const paper = made.dark ? 'background:#16181d;color:#e8e8ea;' : '';
  if (made.sheet === 0) return paper ? `<div style="${paper}padding:6px 0">${inner}</div>` : inner;
  const title = centred(draw.pick(SECTIONS));
  const doing = `<div style="display:flex;justify-content:space-around"><span>${draw.pick(BUTTONS)}</span><span>关闭</span></div>`;
  return `<div style="padding:40px ${made.sheet}px;background:#777"><div style="${paper || 'background:#fff;'}padding:20px 0">${title}${inner}${doing}</div></div>`;
}

const centred = (words: string): string => `<div style="text-align:center">${esc(words)}</div>`;

const space = (text: string): string => esc(text).replace(/ /g, '&nbsp;');

function lineCss({ lines }: Made, at: number): string {
  if (lines === 'rules') return 'border-bottom:1px solid #ddd;';
  if (lines === 'boxes') return 'border:1px solid #ccc;padding:6px 10px;';
  return lines === 'stripes' && at % 2 === 1 ? 'background:#f3f5f7;' : '';
}
