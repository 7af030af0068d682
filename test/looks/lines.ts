import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Look } from './pieces.ts';

/** Lines as a recogniser would give them, the page's size, and all its words as a browser copies them. */
export interface DrawnPage {
  height: number;
  copied: string;
  /** The part of each letter of it that is no space, in stretches; none where the words stand otherwise than in the page. */
  copiedParts: [part: string, letters: number][];
  lines: DrawnLine[];
}

export interface DrawnLine {
  text: string;
  box: { x: number; y: number; width: number; height: number };
  /** Which part each letter plays, in stretches; `none` where it plays no part. */
  parts: [part: string, letters: number][];
}

/** Chromium's own lines: letters of one text side by side, joined with what stands so near that a recogniser sees one line. */
export const LINES_OF = `
const NEAR = 0.45;
function linesOf(root) {
  const origin = root.getBoundingClientRect();
  const pieces = [];
  const all = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    const part = node.parentElement.closest('[data-part]')?.dataset.part ?? 'none';
    let open;
    for (let i = 0; i < node.data.length; i++) {
      range.setStart(node, i); range.setEnd(node, i + 1);
      const letter = node.data[i] === '\\u00a0' ? ' ' : node.data[i];
      if (letter.trim() !== '') all.push([letter, part]);
      const rect = range.getClientRects()[0];
      if (!rect || rect.width === 0) continue;
      const y = rect.top + rect.height / 2 - size * 0.55 - origin.top;
      if (open && Math.abs(open.y - y) < size * 0.4) { open.text += letter; open.parts.push(part); open.right = rect.right - origin.left; }
      else { open = { text: letter, parts: [part], x: rect.left - origin.left, right: rect.right - origin.left, y, height: size * 1.1 }; pieces.push(open); }
    }
  }
  const lines = [];
  for (const piece of pieces.filter((one) => one.text.trim() !== '').sort((a, b) => a.y - b.y || a.x - b.x)) {
    const left = lines.find((one) => Math.abs(one.y - piece.y) < one.height * 0.3 && piece.x >= one.right - 1 && piece.x - one.right < NEAR * Math.min(one.height, piece.height));
    if (left) { left.text += piece.text; left.parts.push(...piece.parts); left.right = piece.right; } else lines.push(piece);
  }
  const runs = (parts) => parts.reduce((all, part) => { if (all.length > 0 && all.at(-1)[0] === part) all.at(-1)[1]++; else all.push([part, 1]); return all; }, []);
  const partsOf = (one) => runs(one.parts.slice(one.text.length - one.text.trimStart().length).slice(0, one.text.trim().length));
  const isSame = all.map(([letter]) => letter).join('') === root.innerText.replace(/\\s/g, '');
  const copiedParts = isSame ? runs(all.map(([, part]) => part)) : [];
  return { height: Math.round(origin.height), copied: root.innerText, copiedParts, lines: lines.map((one) => ({ text: one.text.trim(), parts: partsOf(one), box: { x: Math.round(one.x), y: Math.round(one.y), width: Math.round(one.right - one.x), height: Math.round(one.height) } })) };
}
`;

const IN_PAGE = `${LINES_OF}
const out = [...document.querySelectorAll('section')].map(linesOf);
document.body.textContent = JSON.stringify(out).replace(/[^\\x20-\\x7e]|[<>&]/g, (c) => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
`;

const AT_ONCE = 150;
const FONTS = '"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei","WenQuanYi Zen Hei",sans-serif';

export const chromium = process.env['CHROMIUM'] ?? 'chromium';

/** Lines and boxes of each look, straight from Chromium's layout. */
export function drawnPages(looks: readonly Look[]): DrawnPage[] {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'looks-'));
  try {
    const pages: DrawnPage[] = [];
    for (let from = 0; from < looks.length; from += AT_ONCE) {
      const sections = looks
        .slice(from, from + AT_ONCE)
        .map(
          ({ width, html }) => `<section style="position:relative;width:${width}px;overflow:hidden">${html}</section>`,
        );
      const file = path.join(scratch, 'looks.html');
      writeFileSync(
        file,
        `<!doctype html><meta charset="utf-8"><body style="margin:0;font-family:${FONTS.replaceAll('"', "'")};line-height:1.4">${sections.join('')}<script>${IN_PAGE}</script></body>`,
      );
      const dom = execFileSync(
        chromium,
        ['--headless', '--no-sandbox', '--disable-gpu', '--dump-dom', pathToFileURL(file).href],
        {
          encoding: 'utf8',
          maxBuffer: 512 * 1024 * 1024,
          stdio: ['ignore', 'pipe', 'ignore'],
          timeout: 300_000,
        },
      );
      const json = /<body[^>]*>([\s\S]*)<\/body>/.exec(dom)![1]!;
      pages.push(...(JSON.parse(json) as DrawnPage[]));
    }
    return pages;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
