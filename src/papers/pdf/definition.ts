/** What is used of pdfmake's document definition; lengths in points (1/72 inch). */
export interface TextNode {
  text: string | TextNode[];
  /** In columns. */
  width?: number;
  bold?: boolean;
  decoration?: 'underline';
  fontSize?: number;
  lineHeight?: number;
  color?: string;
  alignment?: 'left' | 'center' | 'right';
  leadingIndent?: number;
  characterSpacing?: number;
  preserveLeadingSpaces?: boolean;
  preserveTrailingSpaces?: boolean;
  noWrap?: boolean;
  margin?: Margin;
  headlineLevel?: number;
  pageBreak?: 'before' | 'after';
  fillColor?: string;
  unbreakable?: boolean;
}

/** left, top, right, bottom */
export type Margin = [number, number, number, number];

export interface TableLayout {
  hLineWidth(): number;
  vLineWidth(): number;
  hLineColor(): string;
  vLineColor(): string;
  paddingLeft(): number;
  paddingRight(): number;
  paddingTop(): number;
  paddingBottom(): number;
}

export type Content =
  | TextNode
  | { stack: Content[]; unbreakable?: boolean; margin?: Margin; pageBreak?: 'before' | 'after' }
  | { columns: Content[]; margin?: Margin }
  | {
      table: {
        widths: number[];
        headerRows: number;
        dontBreakRows: boolean;
        keepWithHeaderRows?: number;
        body: Content[][];
      };
      layout: TableLayout;
      margin?: Margin;
    }
  | { image: string; width: number; height: number; alignment?: 'left' | 'center'; margin?: Margin };

/** A node after a first layout; `top` in points from the page's top. */
export interface LaidOutNode {
  headlineLevel?: number;
  /** Present on a table; its cells are nodes of their own. */
  table?: unknown;
  startPosition?: { top: number };
}

export interface DocumentDefinition {
  info: { title: string; subject: string; creator: string; producer: string; creationDate: Date; modDate: Date };
  version: '1.7';
  language: 'zh-CN';
  displayTitle: true;
  pageSize: 'A4';
  pageMargins: Margin;
  defaultStyle: { font: string; fontSize: number; lineHeight: number };
  images?: Record<string, string>;
  content: Content[];
  header?(page: number, pages: number): Content;
  footer?(page: number, pages: number): Content;
  pageBreakBefore?(node: LaidOutNode, query: { getFollowingNodesOnPage(): LaidOutNode[] }): boolean;
}

export const PAGE = { width: 595.28, height: 841.89, left: 72, right: 72, top: 58, bottom: 56 } as const;
export const LINE_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const BODY_SIZE = 12;
export const TABLE_SIZE = 10.5;
export const GREY = '#444444';
