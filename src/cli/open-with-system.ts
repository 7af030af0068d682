import { spawn } from 'node:child_process';
import { KamengError } from '../model/errors.ts';

/** How each system opens a file with its own program; without a shell, so that a name is only a name. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  win32: ['explorer.exe'],
  darwin: ['open'],
};

/** @throws KamengError OPENER_MISSING */
export async function openWithSystem(path: string, platform: NodeJS.Platform): Promise<void> {
  const [command, ...args] = OPENERS[platform] ?? ['xdg-open'];
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command!, [...args, path], { detached: true, stdio: 'ignore' });
    child.once('error', (cause) =>
      reject(
        new KamengError('OPENER_MISSING', `这台电脑上没有能打开文件的程序：${command}`, {
          hints: [`自己打开：${path}`],
          cause,
        }),
      ),
    );
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
