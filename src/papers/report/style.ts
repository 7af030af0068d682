/** The look of a report: phone, screen, paper, light and dark. No font and no picture is loaded. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --ground: #fff; --band: #f6f8fa;
  --blue: #0b57d0; --red: #b3261e; --green: #1a7f37; --amber: #7d4e00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9ea7b3; --line: #3d444d; --ground: #0d1117;
  --band: #161b22; --blue: #7cacf8; --red: #ff8a80; --green: #6fdd8b; --amber: #e0b15c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 4rem; background: var(--ground); color: var(--ink);
  font: 16px/1.65 -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
p { margin: .4rem 0; }
.soft { color: var(--soft); font-size: .9rem; }
.next { margin: 1.25rem 0; padding: .9rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--blue);
  border-radius: .4rem; background: var(--band); }
.next strong { display: block; font-size: 1.05rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: .75rem 0 0; padding: 0; }
a { color: var(--blue); }
dl { display: grid; grid-template-columns: 7.5em 1fr; gap: .3rem .75rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; }
.conflict { color: var(--red); }
.doubt { color: var(--amber); }
.timeline { width: 100%; height: auto; max-width: 46rem; display: block; }
.timeline text { font-size: 12px; fill: var(--soft); }
.timeline .no { font-size: 10.5px; text-anchor: middle; fill: #fff; }
.timeline .tick { text-anchor: middle; }
.timeline .tick:first-of-type { text-anchor: start; }
.timeline .lane { stroke: var(--line); }
.timeline .today { stroke: var(--red); stroke-dasharray: 3 3; }
.timeline .now { fill: var(--red); }
.timeline .purchase circle { fill: #57606a; } .timeline .contact circle { fill: #0b57d0; }
.timeline .filing circle { fill: #6639ba; } .timeline .ahead circle { fill: #1a7f37; }
.timeline .passed circle { fill: #b3261e; } .timeline .deadline circle { fill: #57606a; }
ol.events { padding-left: 2.2em; }
ol.events time { color: var(--soft); margin-right: .5em; font-variant-numeric: tabular-nums; }
article { margin: 1.25rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; }
article.withdrawn, article.aside { border-style: dashed; }
article.withdrawn h3 { text-decoration: line-through; }
article h3 { margin-top: 0; }
figure { margin: .75rem 0; }
figure svg { display: block; width: 100%; max-width: 22rem; height: auto; border: 1px solid var(--line); }
.below figure svg { max-width: 100%; }
dl.glance { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: .75rem 1.25rem; margin: 1rem 0; }
.glance dt { font-size: .85rem; }
.glance dd { font-weight: 600; }
@media (min-width: 44rem), print { .beside { display: grid; grid-template-columns: minmax(0, 17rem) 1fr; gap: 1.5rem; }
  .beside dl { align-content: start; margin-top: .75rem; } }
figure svg.sketch { background: #fff; } .sketch text { fill: #1f2328; } .sketch rect { stroke-width: 1; }
figure rect { fill: none; stroke: #d1242f; stroke-width: 3; }
figcaption { color: var(--soft); font-size: .85rem; }
details { margin: .5rem 0; }
summary { cursor: pointer; color: var(--blue); }
pre { white-space: pre-wrap; margin: .5rem 0; padding: .75rem; background: var(--band); border-radius: .4rem;
  font: inherit; font-size: .95rem; }
code { font: .82rem/1.5 ui-monospace, Consolas, monospace; }
ul.plain { list-style: none; padding: 0; margin: 0; }
@media (max-width: 30rem) { dl { grid-template-columns: 5.5em 1fr; gap: .3rem .6rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; }
  article, .next, figure, li { break-inside: avoid; } h2, h3 { break-after: avoid; }
  article .soft { font-size: .8rem; } .beside { grid-template-columns: minmax(0, 6.5cm) 1fr; }
  .beside figure svg { max-height: 8cm; width: auto; max-width: 100%; }
  details.letter::details-content { content-visibility: visible; height: auto; } details.letter { break-inside: auto; }
  details:not(.letter):not([open]) { display: none; } a { color: inherit; text-decoration: none; } }
`;
