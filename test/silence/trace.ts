/** Reads a trace of system calls (`strace -f -y`) and says what of it breaks the promise. */
import { isAbsolute, resolve } from 'node:path';

interface Allowed {
  cwd: string;
  /** Beginnings of paths: a folder stands for all that is in it. */
  mayWrite: readonly string[];
  /** The one address on which it may listen, for the one command that does when it is asked to. */
  listensOn?: string | undefined;
}

/** Where writing leaves nothing behind. */
const NOWHERE = /^\/(?:dev\/(?:null|tty|shm\/?)|proc\/)/;
const NAME_LOOKUP = /\/etc\/(?:resolv\.conf|hosts|nsswitch\.conf|host\.conf)$/;
/** Calls whose success changes the file system, and which of their quoted words are paths that they change. */
const CHANGES: Record<string, 'all' | 'last'> = {
  creat: 'all',
  mkdir: 'all',
  mkdirat: 'all',
  rename: 'all',
  renameat: 'all',
  renameat2: 'all',
  link: 'last',
  linkat: 'last',
  symlink: 'last',
  symlinkat: 'last',
  unlink: 'all',
  unlinkat: 'all',
  mknod: 'all',
  mknodat: 'all',
  truncate: 'all',
  utimensat: 'all',
};

/** @returns one line a finding; none for a silent program */
export function judgeTrace(trace: string, allowed: Allowed): string[] {
  const calls = completed(trace);
  const bound = new Set(calls.flatMap((call) => socketBoundTo(call, allowed.listensOn) ?? []));
  return calls.flatMap((call) => judgeCall(call, allowed, bound));
}

/** The socket that a call binds to this address and no other. */
function socketBoundTo(call: string, address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const [, socket, to] =
    /^bind\(\d+<(socket:\[\d+\])>, \{sa_family=AF_INET, .*inet_addr\("([^"]*)"\)\}, \d+\) = 0$/.exec(call) ?? [];
  return to === address ? socket : undefined;
}

/**
 * What listening on one address takes: a socket, bound to just that, and the kernel's list of this computer's own
 * addresses, which is asked for over a socket that leads nowhere else. No call to anyone.
 */
function isListening(call: string, bound: ReadonlySet<string>): boolean {
  const socket = /^\w+\(\d+<(socket:\[\d+\])>/.exec(call)?.[1];
  return (
    /^socket\(AF_(?:INET, SOCK_STREAM\||NETLINK, SOCK_RAW\|SOCK_CLOEXEC, NETLINK_ROUTE)/.test(call) ||
    /^(?:bind|sendto)\(.*\{sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000\}/.test(call) ||
    (/^(?:bind|listen)\(/.test(call) && socket !== undefined && bound.has(socket))
  );
}

/** Calls that another thread interrupted stand in two lines, joined here by thread. */
function completed(trace: string): string[] {
  const open = new Map<string, string>();
  const calls: string[] = [];
  for (const line of trace.split('\n')) {
    const [, thread, call] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (thread === undefined || call === undefined) continue;
    const begun = /^(.*?)\s*<unfinished \.\.\.>$/.exec(call)?.[1];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(call)?.[1];
    if (begun !== undefined) open.set(thread, begun);
    else if (resumed !== undefined) {
      calls.push((open.get(thread) ?? '') + resumed);
      open.delete(thread);
    } else calls.push(call);
  }
  return [...calls, ...open.values()];
}

function judgeCall(call: string, { cwd, mayWrite, listensOn }: Allowed, bound: ReadonlySet<string>): string[] {
  const name = /^(\w+)\(/.exec(call)?.[1];
  if (name === undefined) return [];
  const short = call.length > 200 ? `${call.slice(0, 200)}…` : call;
  const failed = /\)\s+= -1 /.test(call);
  if (/^(?:socket|connect|bind|listen|sendto|sendmsg|sendmmsg|socketpair)$/.test(name) && !isOwnChannel(name, call))
    return listensOn !== undefined && isListening(call, bound) ? [] : [`network: ${short}`];
  if (name === 'io_uring_setup') return failed ? [] : [`unseen by this trace: ${short}`];
  const paths = pathsOf(call, cwd);
  const writes =
    /^open(?:at2?)?$/.test(name) && /\bO_(?:WRONLY|RDWR|CREAT|TRUNC)\b/.test(call)
      ? paths
      : CHANGES[name] === 'last'
        ? paths.slice(-1)
        : CHANGES[name]
          ? paths
          : [];
  // Node's resolver reads its settings when a server begins to listen; it asks nobody, which would take a socket.
  const lookups = (listensOn === undefined ? paths : [])
    .filter((path) => NAME_LOOKUP.test(path))
    .map(() => `network: a name is looked up: ${short}`);
  if (failed) return lookups;
  const strange = writes.filter((path) => !NOWHERE.test(path) && !mayWrite.some((start) => isUnder(path, start)));
  return [...lookups, ...strange.map(() => `written outside: ${short}`)];
}

/** The channel to the recogniser: a pair of sockets that was never given a name, and messages on it. */
function isOwnChannel(name: string, call: string): boolean {
  if (name === 'socketpair') return call.startsWith('socketpair(AF_UNIX, SOCK_STREAM');
  return (
    name.startsWith('send') &&
    /^send\w+\(\d+<(?:socket:\[\d+\]|UNIX(?:-STREAM)?:\[[^\]]*\])>/.test(call) &&
    !/sa_family/.test(call)
  );
}

const isUnder = (path: string, start: string): boolean =>
  path === start || path.startsWith(start.endsWith('-') ? start : `${start}/`);

/** Absolute paths of a call; a relative one begins at the folder that the descriptor before it names. */
function pathsOf(call: string, cwd: string): string[] {
  return [...call.matchAll(/(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/g)].map(([, folder, word]) => {
    const path = unquote(word!);
    return isAbsolute(path) ? resolve(path) : resolve(folder ? unquote(folder) : cwd, path);
  });
}

/** Bytes of names outside ASCII stand as octal escapes. */
function unquote(word: string): string {
  const bytes = word.replace(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
