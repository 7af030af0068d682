import stringWidth from 'fast-string-width';
import type { Run } from './screen.ts';

const SIZE = 15;
const CELL = 8.1;
const LINE = 21;
const MARGIN = 18;
const BAR = 30;

/** Colours by their number in a terminal, on a light and on a dark ground; each is read well on it. */
const COLORS: Readonly<Record<number, readonly [light: string, dark: string]>> = {
  31: ['#b3261e', '#ff8a80'],
  32: ['#1b6e3c', '#7fd99a'],
  33: ['#8a5300', '#f2c14e'],
  34: ['#1a4fa3', '#8ab4f8'],
  35: ['#7b2d8b', '#d7a1e6'],
  36: ['#00696f', '#6fd3dc'],
};

/** What is stretched to its cells by itself: Chinese, or words of the alphabet with single spaces. */
const PIECE = /[^\u0000-\u007f]+|[\u0021-\u007e]+(?: [\u0021-\u007e]+)*/g;

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`);

/**
 * A screen as one SVG that needs nothing else and follows the reader's light or dark. Every stretch is stretched to its
 * cells, two for a Chinese sign, whatever fonts the reader has.
 * @param alt what it shows, for who can't see it
 */
export function drawScreen(lines: readonly Run[][], alt: string): string {
  const cells = Math.max(60, ...lines.map((line) => stringWidth(line.map(({ text }) => text).join(''))));
  const [width, height] = [Math.ceil(cells * CELL) + 2 * MARGIN, BAR + lines.length * LINE + MARGIN];
  const rules = (tone: 0 | 1): string =>
    Object.entries(COLORS)
      .map(([code, tones]) => `.c${code}{fill:${tones[tone]}}`)
      .join('');
  const drawn = lines.flatMap((line, row) => {
    let column = 0;
    return line.flatMap(({ text, bold, dim, color }) => {
      const at = column;
      column += stringWidth(text);
      const looks = [bold && 'b', dim && 'd', color && `c${color > 89 ? color - 60 : color}`].filter(Boolean).join(' ');
      const y = BAR + (row + 1) * LINE - 6;
      return [...text.matchAll(PIECE)].map(({ 0: piece, index }) => {
        const x = MARGIN + (at + stringWidth(text.slice(0, index))) * CELL;
        const sizes = `x="${x.toFixed(1)}" y="${y}" textLength="${(stringWidth(piece) * CELL).toFixed(1)}"`;
        return `<text ${sizes}${looks ? ` class="${looks}"` : ''}>${escaped(piece)}</text>`;
      });
    });
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(alt)}</title>
<style>
text{font:${SIZE}px "Sarasa Mono SC","Noto Sans Mono CJK SC",ui-monospace,Menlo,Consolas,"PingFang SC","Microsoft YaHei",monospace;
fill:#1f2328;white-space:pre;dominant-baseline:auto}
.b{font-weight:700}.d{fill:#5c6670}.g{fill:#f6f8fa;stroke:#d0d7de}.o{fill:#c4ccd4}${rules(0)}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.d{fill:#9aa4af}.g{fill:#0d1117;stroke:#30363d}.o{fill:#3d444d}${rules(1)}}
</style>
<rect class="g" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>
<circle class="o" cx="20" cy="17" r="5"/><circle class="o" cx="37" cy="17" r="5"/><circle class="o" cx="54" cy="17" r="5"/>
${drawn.join('\n')}
</svg>
`;
}
