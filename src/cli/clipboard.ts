import { spawn } from 'node:child_process';
import { KamengError } from '../model/errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

const READ_UTF8 = '[Console]::InputEncoding=[Text.Encoding]::UTF8; Set-Clipboard -Value ([Console]::In.ReadToEnd())';
const POWERSHELL = ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', READ_UTF8];

/** What can copy on a computer like this, the likeliest first; each is given the text on its standard input. */
export function copiers(platform: NodeJS.Platform, env: Env): string[][] {
  if (platform === 'win32') return [POWERSHELL];
  if (platform === 'darwin') return [['pbcopy']];
  return [
    ...(env['WAYLAND_DISPLAY'] ? [['wl-copy']] : []),
    ...(env['DISPLAY']
      ? [
          ['xclip', '-selection', 'clipboard'],
          ['xsel', '--clipboard', '--input'],
        ]
      : []),
    ...(env['TERMUX_VERSION'] ? [['termux-clipboard-set']] : []),
    // Linux inside Windows has the clipboard of Windows.
    ...(env['WSL_DISTRO_NAME'] ? [POWERSHELL] : []),
  ];
}

/**
 * Puts a text where the next paste takes it from, with the program that the system has for it.
 * @throws KamengError CLIPBOARD_MISSING where there is none
 */
export async function copyText(text: string, platform: NodeJS.Platform, env: Env): Promise<void> {
  const candidates = copiers(platform, env);
  for (const [program, ...args] of candidates) if (await feed(program!, args, text, env)) return;
  const wanted = platform === 'linux' ? ['装上 wl-clipboard 或 xclip 再试'] : [];
  throw new KamengError('CLIPBOARD_MISSING', '这台电脑上没有能复制的程序，文字没有复制', {
    hints: ['打开写出的 .txt 文件，全选复制', ...wanted],
  });
}

/** @returns whether the program took the text */
function feed(program: string, args: readonly string[], text: string, env: Env): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'ignore', 'ignore'],
      windowsHide: true,
      // Without it pbcopy takes Chinese for the letters of an older set.
      env: { ...env, ...(program === 'pbcopy' ? { LC_CTYPE: 'UTF-8' } : {}) } as NodeJS.ProcessEnv,
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    // A program that ends before it has read says so by its exit code.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}
