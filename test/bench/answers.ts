import { judge, PLAIN_ROWS, sums } from '../golden/answers/read-plain.ts';

/** What the program makes of answers that nobody tuned on; `-v` prints mistakes of the half that may be opened. */
const told = PLAIN_ROWS.map(judge);
const verbose = process.argv.includes('-v');
for (const [name, ones] of [
  ['all', told],
  ['opened half', told.filter(({ row }) => row.open)],
  ['kept half', told.filter(({ row }) => !row.open)],
] as const)
  console.log([name, ...sums(ones)].join('\n'));
if (verbose)
  for (const { row, got, verdict, why } of told)
    if (row.open && verdict !== 'right' && verdict !== 'soft')
      console.log(`${verdict}${why ? ` (${why})` : ''}\t${row.label}\t${got}\t${row.said.replaceAll('\n', '⏎')}`);
