import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { STEPS } from './steps.ts';
import { judgeTrace } from './trace.ts';

test('every command of the table is run under the trace', () => {
  const traced = new Set(STEPS.map(({ args }) => args[0]));
  expect(COMMANDS.map(({ name }) => name).filter((name) => !traced.has(name))).toEqual([]);
});

test('only what is asked to listen may, and only on its one address', () => {
  const allowed = { cwd: '/w', mayWrite: [], listensOn: '192.168.77.2' };
  const listen = (address: string): string =>
    [
      'socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 18<socket:[6]>',
      'bind(18<socket:[6]>, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 0',
      'socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, IPPROTO_IP) = 21<socket:[7]>',
      `bind(21<socket:[7]>, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("${address}")}, 16) = 0`,
      'listen(21<socket:[7]>, 511) = 0',
    ]
      .map((call) => `77 ${call}`)
      .join('\n');
  expect(judgeTrace(listen('192.168.77.2'), allowed)).toEqual([]);
  expect(judgeTrace(listen('0.0.0.0'), allowed)).toHaveLength(2);
  expect(judgeTrace(listen('192.168.77.2'), { cwd: '/w', mayWrite: [] })).toHaveLength(5);
  const call = '77 connect(22<socket:[8]>, {sa_family=AF_INET, sin_addr=inet_addr("192.168.77.2")}, 16) = 0';
  expect(judgeTrace(call, allowed)).toHaveLength(1);
});

const judge = (...lines: string[]): string[] =>
  judgeTrace(lines.map((line) => `77 ${line}`).join('\n'), { cwd: '/w', mayWrite: ['/w', '/home', '/tmp/kameng-'] });

describe('a trace', () => {
  test('of reading, of writing where it may, and of our own channel is silent', () => {
    expect(
      judge(
        'openat(AT_FDCWD</w>, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3</etc/passwd>',
        'openat(AT_FDCWD</w>, "x.kameng", O_RDWR|O_CREAT, 0600) = 3</w/x.kameng>',
        'openat(AT_FDCWD</w>, "/dev/null", O_WRONLY) = 4</dev/null>',
        'mkdir("/tmp/kameng-a1", 0700) = 0',
        'openat(AT_FDCWD</w>, "/tmp/other", O_RDWR|O_CREAT, 0600) = -1 EACCES (Permission denied)',
        'socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0, [19<socket:[1]>, 20<socket:[2]>]) = 0',
        'sendmsg(19<socket:[1]>, {msg_name=NULL, msg_namelen=0}, MSG_NOSIGNAL) = 12',
      ),
    ).toEqual([]);
  });

  test.each([
    ['a socket', 'socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 26<socket:[9]>'],
    ['a socket that could not be had', 'socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = -1 EAFNOSUPPORT (Address family)'],
    ['a call to a named service', 'connect(3<socket:[4]>, {sa_family=AF_UNIX, sun_path="/run/nscd/socket"}, 110) = -1'],
    ['a name that is looked up', 'openat(AT_FDCWD</w>, "/etc/resolv.conf", O_RDONLY) = -1 ENOENT (No such file)'],
    ['a file outside', 'openat(AT_FDCWD</w>, "/root/.cache/id", O_WRONLY|O_CREAT, 0600) = 3</root/.cache/id>'],
    ['a file outside by a way round', 'openat(AT_FDCWD</w>, "../x", O_WRONLY|O_CREAT, 0600) = 3</x>'],
    ['a file in a folder that only begins alike', 'mkdir("/work", 0700) = 0'],
    [
      'a file under a descriptor',
      'openat(25</root/.cache>, "id.tmp", O_WRONLY|O_CREAT, 0600) = 26</root/.cache/id.tmp>',
    ],
    ['a file that is moved out', 'rename("/w/a", "/root/a") = 0'],
    ['a ring, which the trace does not see into', 'io_uring_setup(256, {flags=0}) = 9<anon_inode:[io_uring]>'],
  ])('with %s is not', (_, line) => {
    expect(judge(line)).toHaveLength(1);
  });

  test('joins a call that another thread cut in two', () => {
    const begun = '78 socket(AF_INET, SOCK_STREAM <unfinished ...>';
    const other = '79 getpid() = 3';
    expect(
      judgeTrace([begun, other, '78 <... socket resumed>, 0) = 7'].join('\n'), { cwd: '/w', mayWrite: [] }),
    ).toEqual(['network: socket(AF_INET, SOCK_STREAM, 0) = 7']);
  });
});
