import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What of the computer decides where cases live. */
export interface World {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  platform: NodeJS.Platform;
}

/** Where cases live when nothing else is said: KAMENG_HOME, or the data folder of the system. */
export function homeFolder(world: World): string {
  const { env } = world;
  if (env['KAMENG_HOME']) return resolve(world.cwd, env['KAMENG_HOME']);
  if (world.platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'kameng');
  if (world.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'kameng');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'kameng');
}
