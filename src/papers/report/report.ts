import { chinaDay, showMoment as showSecond } from '../../model/moment.ts';
import { escapeHtml, escapeLines } from './escape.ts';
import type { ReportEvent, ReportExhibit, ReportFact, ReportInput, ReportPicture, ReportSketch } from './input.ts';
import { drawSketch } from './page-sketch.ts';
import { REPORT_STYLE } from './style.ts';
import { drawTimeline } from './timeline.ts';

/**
 * The case as one HTML file for people: no script, nothing loaded from anywhere, readable on a phone and on paper. The
 * same input gives the same bytes.
 */
export function renderReport(input: ReportInput): string {
  const { title, integrity } = input;
  const sections = [
    section('facts', '基本情况', input.groups.map((group) => factGroup(group.title, group.facts)).join('')),
    section('timeline', '经过', timeline(input.timeline, chinaDay(input.writtenAt))),
    section('exhibits', `证据（${input.exhibits.length} 件）`, input.exhibits.map(exhibit).join('')),
    section('letters', `文书（${input.letters.length} 份）`, letters(input.letters)),
    section('integrity', '完整性', integrityPart(integrity)),
  ];
  const parts = [header(input), `<main>${sections.join('\n')}</main>`];
  return (
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<meta http-equiv="Content-Security-Policy" ` +
    `content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">\n` +
    '<meta name="referrer" content="no-referrer">\n' +
    `<title>${escapeHtml(title)}</title>\n<style>${REPORT_STYLE}</style>\n</head>\n<body>\n` +
    `${parts.join('\n')}\n</body>\n</html>\n`
  );
}

function header(input: ReportInput): string {
  const { title, caseId, openedAt, writtenAt, redacted, next, glance } = input;
  const links = [
    ['facts', '基本情况'],
    ['timeline', '经过'],
    ['exhibits', '证据'],
    ['letters', '文书'],
    ['integrity', '完整性'],
  ];
  const step = next
    ? `<div class="next"><strong>${escapeHtml(next.action)}</strong><p>${escapeHtml(next.why)}</p>` +
      `${next.due === undefined ? '' : `<p class="soft">${escapeHtml(next.due)}</p>`}</div>`
    : '';
  return (
    `<header><h1>${escapeHtml(title)}</h1>` +
    `<p class="soft">建档 ${day(openedAt)} · 本页写于 ${showMoment(writtenAt)}` +
    `${redacted ? ' · 已遮盖姓名、号码和卡密' : ''} · 案卷 ${escapeHtml(caseId)}</p>` +
    `${step}${glanceOf(glance)}<nav aria-label="目录"><ul>` +
    `${links.map(([id, word]) => `<li><a href="#${id}">${word}</a></li>`).join('')}</ul></nav></header>`
  );
}

const glanceOf = (rows: ReportInput['glance']): string =>
  rows.length === 0
    ? ''
    : '<dl class="glance">' +
      rows.map(({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('') +
      '</dl>';

const section = (id: string, title: string, body: string): string =>
  `<section id="${id}"><h2>${escapeHtml(title)}</h2>${body === '' ? '<p class="soft">还没有</p>' : body}</section>`;
/** To the minute: seconds stand in the case. */
const showMoment = (at: string): string => showSecond(at).slice(0, 16);
const day = (at: string): string => escapeHtml(chinaDay(at));

function factGroup(title: string, facts: readonly ReportFact[]): string {
  if (facts.length === 0) return '';
  const rows = facts.map(({ label, value, status, exhibits, conflict }) => {
    const from = exhibits.length === 0 ? escapeHtml(status) : exhibits.map(exhibitLink).join('、');
    const shown = `${escapeHtml(value)}${from === '' ? '' : ` <span class="soft">${from}</span>`}`;
    return `<dt>${escapeHtml(label)}</dt><dd${conflict ? ' class="conflict"' : ''}>${shown}</dd>`;
  });
  return `<h3>${escapeHtml(title)}</h3><dl>${rows.join('')}</dl>`;
}

const exhibitLink = (no: number): string => `<a href="#exhibit-${no}">证据${no}</a>`;

function timeline(events: readonly ReportEvent[], today: string): string {
  if (events.length === 0) return '';
  const rows = events.map(({ at, text, exhibits, due }) => {
    const mark = due === 'passed' ? '<span class="conflict">（已过）</span>' : due === 'ahead' ? '（期限）' : '';
    const from = exhibits.length > 0 ? ` <span class="soft">${exhibits.map(exhibitLink).join('、')}</span>` : '';
    return `<li><time datetime="${escapeHtml(at)}">${showMoment(at)}</time>${escapeHtml(text)}${mark}${from}</li>`;
  });
  return `${drawTimeline(events, today)}<ol class="events">${rows.join('')}</ol>`;
}

function exhibit(one: ReportExhibit): string {
  const fields = one.fields.map(
    ({ label, value, certain }) =>
      `<dt>${escapeHtml(label)}</dt><dd${certain ? '' : ' class="doubt"'}>` +
      `${escapeHtml(value)}${certain ? '' : '（没读准）'}</dd>`,
  );
  const words =
    one.words.length === 0
      ? ''
      : `<details><summary>读到的文字（${one.words.length} 行）</summary>` +
        `<pre>${escapeLines(one.words.join('\n'))}</pre></details>`;
  const read = fields.length > 0 ? `<dl>${fields.join('')}</dl>` : '';
  const shown = one.picture ?? one.sketch;
  const drawn = one.picture ? picture(one.picture, one.no) : one.sketch ? sketch(one.sketch, one.no) : '';
  const seen = shown ? `<div class="${isWide(shown) ? 'below' : 'beside'}">${drawn}${read}</div>` : read;
  const idle = one.withdrawn !== undefined ? ' class="withdrawn"' : one.aside === undefined ? '' : ' class="aside"';
  return (
    `<article id="exhibit-${one.no}"${idle}>` +
    `<h3>证据 ${one.no} · ${escapeHtml(one.label)}</h3>` +
    `<p class="soft">${escapeHtml(one.category)} · ${escapeHtml(one.file)}` +
    ` · ${one.bytes} 字节 · 收入 ${showMoment(one.takenInAt)}</p>` +
    (one.withdrawn === undefined ? '' : `<p>已撤下：${escapeHtml(one.withdrawn)}</p>`) +
    (one.aside === undefined ? '' : `<p>${escapeHtml(one.aside)}</p>`) +
    (one.note === undefined ? '' : `<p>${escapeHtml(one.note)}</p>`) +
    (one.missing === undefined ? '' : `<p class="soft">${escapeHtml(one.missing)}</p>`) +
    `${seen}${words}<p class="soft">SHA-256 <code>${escapeHtml(one.sha256)}</code></p></article>`
  );
}

const isWide = ({ width, height }: { width: number; height: number }): boolean => width > height;

function picture({ webp, width, height, marks, cut }: ReportPicture, no: number): string {
  const data = Buffer.from(webp.buffer, webp.byteOffset, webp.byteLength).toString('base64');
  const boxes = marks.map(
    (mark) =>
      `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}">` +
      `<title>${escapeHtml(mark.label)}</title></rect>`,
  );
  return figure(
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="证据 ${no} 的图片">` +
      `<image href="data:image/webp;base64,${data}" width="${width}" height="${height}"/>${boxes.join('')}</svg>`,
    [...framed(marks), ...(cut ? ['图片很长，只放了上面一段；原件在案卷里'] : [])],
  );
}

const sketch = (page: ReportSketch, no: number): string =>
  figure(drawSketch(page, no), ['第一页按读到的字和它们的位置重画，不是原样；原件在案卷里', ...framed(page.marks)]);

const framed = (marks: ReportPicture['marks']): string[] =>
  marks.length > 0 ? [`框出的是读到的：${marks.map(({ label }) => label).join('、')}`] : [];

function figure(drawn: string, caption: readonly string[]): string {
  const words = escapeHtml(caption.join('。'));
  return `<figure>${drawn}${words === '' ? '' : `<figcaption>${words}</figcaption>`}</figure>`;
}

function letters(all: ReportInput['letters']): string {
  return all
    .map(
      ({ no, title, writtenAt, text }) =>
        `<details class="letter"><summary>第 ${no} 号 ${escapeHtml(title)}（${showMoment(writtenAt)}）</summary>` +
        `<pre>${escapeLines(text.trimEnd())}</pre></details>`,
    )
    .join('');
}

function integrityPart({ head, claims, problems, seals }: ReportInput['integrity']): string {
  const list = (items: readonly string[], kind = ''): string =>
    items.length === 0
      ? ''
      : `<ul class="plain${kind}">${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  return (
    list(problems, ' conflict') +
    list(claims) +
    list(seals) +
    `<p>案卷指纹：<code>${escapeHtml(head)}</code></p>` +
    '<p class="soft">案卷指纹代表到这一条为止的全部记录：其中任何一处后来改动过，它就会不同。</p>'
  );
}
