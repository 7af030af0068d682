import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDesk, PURCHASE, type Desk } from '../support/kameng.ts';

/** A desk with two cases, three exhibits, a letter and a contact, and `kameng` on the path of its shells. */
function deskForShells(): Desk {
  const desk = openDesk();
  const bin = join(desk.cwd, 'bin');
  mkdirSync(bin);
  const [runAt, moment] = desk.command([]);
  writeFileSync(join(bin, 'kameng'), `#!/bin/sh\nexec '${process.execPath}' '${runAt}' '${moment}' "$@"\n`);
  chmodSync(join(bin, 'kameng'), 0o755);
  Object.assign(desk.env, { PATH: `${bin}${delimiter}${desk.env['PATH']}`, LC_ALL: 'C.UTF-8', HOME: desk.cwd });
  for (const name of ['账单.txt', '聊天 一.txt']) writeFileSync(join(desk.cwd, name), name);
  expect(desk.run(['new', '-y', '--case', '季卡 甲', ...PURCHASE, '账单.txt', '聊天 一.txt']).status).toBe(0);
  expect(desk.run(['letter', '-c', '季卡 甲', '--to', 'platform', '-y', '--format', 'txt']).status).toBe(0);
  expect(
    desk.run(['followup', '-c', '季卡 甲', '-y', '--channel', 'platform', '--said', '请耐心等待', '--result', 'vague'])
      .status,
  ).toBe(0);
  expect(desk.run(['new', '-y', '--case', '点券', ...PURCHASE]).status).toBe(0);
  return desk;
}

const isThere = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined;

/** What every shell is to offer: the line up to the cursor, and words that must come, whole. */
const LINES: readonly [string, string[]][] = [
  ['kameng lett', ['letter']],
  ['kameng letter --to pla', ['platform', 'platform_operator']],
  ['kameng letter --to=pl', ['--to=platform', '--to=platform_operator']],
  ['kameng letter --to 平台', ['平台投诉中心', '平台经营者']],
  ['kameng -c 点券 letter --form', ['--format']],
  ['kameng letter --format txt,do', ['txt,docx']],
  ['kameng facts ownM', ['ownMistake=']],
  ['kameng facts amount=1 site=pri', ['site=private_chat']],
  ['kameng status -c 点', ['点券']],
  ['kameng evidence -c "季卡 甲" ', ['1', '2']],
  ['kameng letter -c "季卡 甲" ', ['1']],
  ['kameng followup -c "季卡 甲" --letter ', ['1']],
  ['kameng followup -c "季卡 甲" --strike=', ['--strike=1']],
  ['kameng help 卖家', ['卖家失联']],
  ['kameng completion f', ['fish']],
  ['kameng platform re', ['report_window=', 'refund_time=']],
  ['kameng vet --answer operator_match=un', ['operator_match=unknown']],
];

describe.skipIf(!isThere('bash'))('bash', () => {
  test('offers what can stand there', { timeout: 120_000 }, () => {
    const desk = deskForShells();
    // Bash parts a word at = and :, so the line is handed over as bash itself would part it.
    const script = `
      eval "$(kameng completion bash)"
      while IFS= read -r line; do
        COMP_WORDS=()
        for word in $(printf '%s' "$line" | sed 's/"\\([^ "]*\\) \\([^"]*\\)"/\\1@@\\2/; s/=/ = /g'); do
          COMP_WORDS+=("\${word/@@/\\\\ }")
        done
        [[ $line == *' ' ]] && COMP_WORDS+=("")
        COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
        _kameng kameng
        printf '%s\\t' "\${COMPREPLY[@]}"
        printf '\\n'
      done`;
    const ran = spawnSync('bash', ['-c', script], {
      cwd: desk.cwd,
      env: desk.env,
      input: LINES.map(([line]) => `${line}\n`).join(''),
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    const offered = ran.stdout.split('\n').map((line) => line.split('\t').filter(Boolean));
    for (const [i, [line, words]] of LINES.entries()) {
      // What stands before the last = in the same word is there already.
      const whole = words.map((word) => (line.includes('=') ? word.replace(/^[^=]*=(?=.)/, '') : word));
      expect(offered[i], line).toEqual(whole);
    }
  });

  test('completes in a real line, a case with a space in its name too', { timeout: 120_000 }, async () => {
    const shell = await openShell(deskForShells(), 'bash', 'eval "$(kameng completion bash)"');
    expect(await shell.completed('kameng letter --to=platform_')).toBe('kameng letter --to=platform_operator ');
    expect(await shell.completed('kameng facts ownMi')).toBe('kameng facts ownMistake=');
    expect(await shell.completed('kameng status -c 季')).toBe('kameng status -c 季卡\\ 甲 ');
    expect(await shell.completed('kameng status -c "季')).toBe('kameng status -c "季卡 甲" ');
    expect(await shell.completed('kameng lint 账')).toBe('kameng lint 账单.txt ');
  });
});

const COMPINIT = 'autoload -Uz compinit; compinit -u -d zcompdump';

describe.skipIf(!isThere('zsh'))('zsh', () => {
  test('offers and completes in a real line', { timeout: 120_000 }, async () => {
    const desk = deskForShells();
    const shell = await openShell(desk, 'zsh', `${COMPINIT}; source <(kameng completion zsh)`);
    expect(await shell.completed('kameng letter --to=platform_')).toBe('kameng letter --to=platform_operator ');
    expect(await shell.completed('kameng facts ownMi')).toBe('kameng facts ownMistake=');
    expect(await shell.completed('kameng status -c 季')).toBe('kameng status -c 季卡\\ 甲 ');
    expect(await shell.completed('kameng lint 账')).toBe('kameng lint 账单.txt ');
    expect(await shell.completed('kameng status -c 账')).toBe('kameng status -c 账');
    // What is offered is said by the program alone; here it is seen that it arrives.
    for (const [line, words] of LINES.filter((_line, i) => i % 3 === 1)) {
      const seen = await shell.listed(line, words);
      for (const word of words) expect(seen, line).toContain(word);
    }
  });

  test('loads from a folder of functions as well', { timeout: 120_000 }, async () => {
    const desk = deskForShells();
    mkdirSync(join(desk.cwd, 'functions'));
    writeFileSync(join(desk.cwd, 'functions', '_kameng'), desk.run(['completion', 'zsh']).stdout);
    const shell = await openShell(desk, 'zsh', `fpath=($PWD/functions $fpath); ${COMPINIT}`);
    expect(await shell.completed('kameng verif')).toBe('kameng verify ');
    expect(await shell.completed('kameng letter --to med')).toBe('kameng letter --to mediation ');
  });
});

test.skipIf(!isThere('fish'))('fish offers what can stand there, with what it is', { timeout: 120_000 }, () => {
  const desk = deskForShells();
  const script = `
    kameng completion fish | source
    while read -l line
      complete -C "$line" | string join '|'
    end`;
  const ran = spawnSync('fish', ['--no-config', '-c', script], {
    cwd: desk.cwd,
    env: desk.env,
    input: [...LINES.map(([line]) => line), 'kameng lint 账', 'kameng status -c '].map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
  });
  const offered = ran.stdout.split('\n').map((line) => line.split('|').map((one) => one.split('\t')));
  for (const [i, [line, words]] of LINES.entries()) {
    const found = offered[i]!.map(([word]) => word);
    for (const word of words) expect(found, `${line}: ${ran.stderr}`).toContain(word);
  }
  expect(offered[1]).toContainEqual(['platform', '平台投诉中心']);
  const [file, inCase] = offered.slice(LINES.length).map((words) => words.map(([word]) => word));
  expect(file).toContain('账单.txt');
  // A case is named, or a file that is one.
  expect(inCase).toContain('点券');
  expect(inCase).not.toContain('账单.txt');
});

test('looking a name up leaves no trace and no error, whatever it finds', () => {
  const desk = openDesk();
  const offers = (...line: string[]): ReturnType<Desk['run']> => desk.run(line, { env: { KAMENG_COMPLETE: '1' } });
  expect(offers('evidence', '')).toMatchObject({ status: 0, stdout: 'none\n', stderr: '' });
  writeFileSync(join(desk.cwd, 'x.kameng'), 'not a case');
  expect(offers('evidence', '')).toMatchObject({ status: 0, stdout: 'none\n', stderr: '' });
  expect(offers('status', '-c', '').stdout).toContain('x\t');
  expect(offers('nonsense', '--to', '').status).toBe(0);
});

interface Shell {
  /** The line after a press of Tab, as the shell has it. */
  completed(line: string): Promise<string>;
  /** What the screen shows after the line, a press of Tab and one that lists, as soon as these words are there. */
  listed(line: string, words: readonly string[]): Promise<string>;
}

const TAB = '\t';
const LIST = '\u0004';
const TELL = '\u0018l';
const WIPE = '\u0015';

/** A real shell in a real pseudo-terminal, with a key that writes down the line as the shell has it. */
async function openShell(desk: Desk, shell: 'bash' | 'zsh', setUp: string): Promise<Shell> {
  const told = join(desk.cwd, 'told');
  const tell = {
    bash: `tell() { printf '%s' "$READLINE_LINE" > told.part; mv told.part told; }; bind -x '"\\C-xl": tell'`,
    zsh: `tell() { print -rn -- "$BUFFER" > told.part; mv told.part told }; zle -N tell; bindkey '^Xl' tell`,
  }[shell];
  writeFileSync(join(desk.cwd, 'set-up'), `${setUp}\n${tell}\n`);
  const pty = spawn(shell, shell === 'bash' ? ['--norc', '-i'] : ['-f', '-i'], {
    cwd: desk.cwd,
    env: { ...desk.env, TERM: 'xterm' } as Record<string, string>,
    cols: 200,
    rows: 60,
  });
  onTestFinished(() => pty.kill());
  let output = '';
  pty.onData((data) => (output += data));
  const line = async (keys: string): Promise<string> => {
    rmSync(told, { force: true });
    pty.write(keys + TELL);
    for (let tries = 0; !existsSync(told); tries++) {
      if (tries > 400) throw new Error(`no answer to ${JSON.stringify(keys)}:\n${output.slice(-2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    pty.write(WIPE);
    return readFileSync(told, 'utf8');
  };
  pty.write('. ./set-up; touch ready\r');
  for (let tries = 0; !existsSync(join(desk.cwd, 'ready')) && tries < 400; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    completed: (typed) => line(typed + TAB),
    async listed(typed, words) {
      const from = output.length;
      const completed = await line(typed + TAB + LIST);
      const seen = (): string => output.slice(from) + completed;
      // What a terminal shows arrives when it will, the file with the line may be there before it.
      for (let tries = 0; words.some((word) => !seen().includes(word)) && tries < 100; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return seen();
    },
  };
}
