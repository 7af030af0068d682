/** What a command was about when it was killed: the calls that it made, put together under names. */

interface Call {
  no: number;
  kind: string;
  path: string;
}

/** What a transaction is about, by the entries of the journal in it; the first that fits gives its name. */
const ABOUT: readonly (readonly [action: RegExp, name: string])[] = [
  [/^case\.open$/, 'empty case'],
  [/^letter\./, 'letter'],
  [/^contact\./, 'contact'],
  [/^seal\./, 'seal'],
  [/^exhibit\.add$/, 'exhibits'],
  [/^reading\./, 'readings'],
  [/^content\./, 'contents'],
  [/^fact\./, 'facts'],
  [/^case\./, 'title'],
  [/^exhibit\./, 'labels'],
];
/** Entries of one transaction that tell it from others: the bytes of a file come before what they are of. */
const TELLING = 3;

/** Where a call goes that is none of a transaction. */
const PLACES: readonly (readonly [path: RegExp, name: string])[] = [
  [/\.bak(?:\.part)?$/, 'copy of the old version'],
  [/\/home\/heads\//, 'head in the home folder'],
  [/\/home\//, 'home folder'],
  [/\/tmp\//, 'temporary folder'],
];

/** The calls that the shim wrote down, `NUMBER KIND PATH` a line; two threads may have mixed them up. */
function callsIn(log: string): Call[] {
  return log
    .split('\n')
    .flatMap((line) => {
      const match = /^(\d+) (\w) (.+)$/.exec(line);
      return match ? [{ no: Number(match[1]), kind: match[2]!, path: match[3]! }] : [];
    })
    .toSorted((a, b) => a.no - b.no);
}

/** A case, one that is growing to be one, or the rollback journal beside it. */
const isOfCase = (path: string): boolean => /\.kameng(?:-journal)?$|\/\.kameng-[^/]*-journal$/.test(path);

const COMMITTED = 'is committed';

/** The transaction is kept when its journal is gone; SQLite writes its pages only when the journal is on the disk. */
function phases(calls: readonly Call[]): string[] {
  let pages = false;
  return calls.map(({ kind, path }) => {
    if (!isOfCase(path)) {
      const place = PLACES.find(([where]) => where.test(path))?.[1] ?? 'output';
      return `${place}: ${kind === 'r' ? 'is given its name' : kind === 'u' ? 'is taken away' : 'is written'}`;
    }
    const journal = path.endsWith('-journal');
    if (journal && kind === 'u') {
      pages = false;
      return COMMITTED;
    }
    pages ||= !journal;
    return pages ? 'pages' : 'journal';
  });
}

/**
 * The steps of an undisturbed run, each with the numbers of its calls: the phases of every transaction for themselves,
 * what happens to files of one place together.
 */
export function stepsIn(log: string): number[][] {
  const calls = callsIn(log);
  const steps = new Map<string, number[]>();
  let transaction = 1;
  for (const [i, phase] of phases(calls).entries()) {
    const { no, path } = calls[i]!;
    const step = isOfCase(path) ? `${transaction}. ${phase}` : phase;
    steps.set(step, [...(steps.get(step) ?? []), no]);
    if (phase === COMMITTED) transaction++;
  }
  return [...steps.values()];
}

/**
 * The step at whose beginning, or in whose midst, a run was killed.
 * @param log up to the call that it died at
 * @param next actions of the entries that an undisturbed run would have written from here on
 * @param migrating the file is still of an older version
 */
export function stepOf(log: string, next: readonly string[], migrating: boolean): string {
  const calls = callsIn(log);
  const last = calls.at(-1);
  if (!last) return 'before the first call';
  const phase = phases(calls).at(-1)!;
  if (!isOfCase(last.path)) return phase;
  const grows = /\/\.kameng-[^/]*$/.test(last.path);
  const about = ABOUT.find(([action]) => next.slice(0, TELLING).some((one) => action.test(one)))?.[1];
  return `${grows ? 'growing case' : migrating ? 'new version' : (about ?? 'case')}: ${phase}`;
}
