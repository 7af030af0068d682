import type { Draw } from '../looks/draw.ts';
import type { DrawnLine, DrawnPage } from '../looks/lines.ts';

type Bent = Omit<DrawnLine, 'parts'> & { parts: DrawnLine['parts'] };

/** Shifts, scales and glues, so that no one layout is learnt by heart. */
export function bend(page: DrawnPage, draw: Draw): DrawnPage {
  const dx = draw.int(-20, 40);
  const spread = 0.85 + draw.next() * 0.4;
  const glue = draw.chance(0.15);
  const colons = draw.chance(0.1);
  const lines = page.lines.map((line) => ({
    ...line,
    box: {
      ...line.box,
      x: Math.max(0, Math.round(line.box.x + dx + draw.int(-3, 3))),
      y: Math.round(line.box.y * spread + draw.int(-2, 2)),
      height: Math.max(8, line.box.height + draw.int(-2, 2)),
    },
  }));
  if (draw.chance(0.25)) moveValues(lines, draw);
  return { ...page, lines: glue || colons ? glued(lines, glue, colons) : lines };
}

const isLabel = ({ parts }: Bent): boolean => parts.length === 1 && parts[0]![0] === 'label';

/** Values of rows with a label, all in one column or right behind it. */
function moveValues(lines: readonly Bent[], draw: Draw): void {
  const column = draw.int(160, 320);
  const gap = draw.int(16, 60);
  const fixed = draw.chance(0.5);
  for (const line of lines) {
    const left = lines
      .filter((other) => Math.abs(other.box.y - line.box.y) < 8 && other.box.x + other.box.width <= line.box.x)
      .toSorted((a, b) => b.box.x - a.box.x)[0];
    if (!left || !isLabel(left) || line.parts[0]![0] === 'label') continue;
    const end = left.box.x + left.box.width;
    line.box.x = fixed ? Math.max(end + 8, left.box.x + column) : end + gap;
  }
}

/** Values joined to the label before them, as where the gap is small. */
function glued(lines: readonly Bent[], glue: boolean, colons: boolean): Bent[] {
  const joined: Bent[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && isLabel(last) && glue && line.parts[0]![0] !== 'label' && Math.abs(last.box.y - line.box.y) < 8) {
      const sign = colons && !/[:：]$/.test(last.text) ? '：' : '';
      last.text += sign + line.text;
      if (sign) last.parts.push(['none', 1]);
      last.parts.push(...line.parts);
      last.box.width = line.box.x + line.box.width - last.box.x;
    } else joined.push({ ...line, parts: [...line.parts] });
  }
  return joined;
}
