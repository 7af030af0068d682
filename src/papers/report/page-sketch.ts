import { escapeHtml } from './escape.ts';
import type { ReportSketch } from './input.ts';

/** Of the height of a line, where the feet of its letters stand. */
const FEET = 0.82;

/** A page as its words lie on it, with what was read framed: for documents that nothing here can draw. */
export function drawSketch({ width, height, lines, marks }: ReportSketch, no: number): string {
  const words = lines.map(
    (line) =>
      `<text x="${round(line.x)}" y="${round(line.y + line.height * FEET)}" font-size="${round(line.height)}"` +
      (line.width === undefined ? '' : ` textLength="${round(line.width)}" lengthAdjust="spacingAndGlyphs"`) +
      `>${escapeHtml(line.text)}</text>`,
  );
  const frames = marks.map(
    (mark) =>
      `<rect x="${round(mark.x)}" y="${round(mark.y)}" width="${round(mark.width)}" height="${round(mark.height)}">` +
      `<title>${escapeHtml(mark.label)}</title></rect>`,
  );
  return (
    `<svg class="sketch" viewBox="0 0 ${round(width)} ${round(height)}" role="img" ` +
    `aria-label="证据 ${no} 第一页的文字">${words.join('')}${frames.join('')}</svg>`
  );
}

/** A number whatever it was given: places come out of a case, and that may be another's. */
const round = (n: number): number => Math.round(n * 10) / 10;
