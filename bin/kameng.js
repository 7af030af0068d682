#!/usr/bin/env node
// A script and no module, which starts sooner. Plain enough for any Node to read, so that an old one gets a sentence
// and not a crash in a native module.
const NEEDED = '22.3';
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 3)) {
  process.stderr.write(
    `kameng: 错误: 需要 Node.js ${NEEDED} 或更新的版本，现在是 ${process.version}；请从 nodejs.org 安装新版后重试\n`,
  );
  process.exitCode = 1;
} else if (!saysVersion()) {
  const { Program } = require('../dist/start.cjs');
  // Compiled code is kept between runs, a third of the start of most commands. Beside the cases, once there are any,
  // and not where Node would put it: what others can write to is not run.
  const program = new Program(homeFolder(), require);
  const words = process.argv.slice(2);
  void program
    .load('main.cjs')
    .main(words, process)
    .then((exitCode) => {
      process.exitCode = exitCode;
      if (exitCode === 0) program.keep(process.env.KAMENG_COMPLETE === undefined ? words[0] : 'completion');
      // Nothing is under way: to take the engine apart, and to tidy its memory first, only costs time.
      if (process.getActiveResourcesInfo().length === 0) process.exit();
    });
}

/** Asked often and by scripts: answered before anything else is loaded. Where that fails the program says what is amiss. */
function saysVersion() {
  if (process.argv.length !== 3 || !['--version', '-V'].includes(process.argv[2])) return false;
  const { version } = require('../package.json');
  try {
    // Six letters: Node's stream takes longer to load than all of this.
    require('node:fs').writeSync(1, `${version}\n`);
    return true;
  } catch {
    return false;
  }
}

/** The folder of the cases, as src/clerk/cases/home.ts has it; that is not loaded yet. */
function homeFolder() {
  const { homedir } = require('node:os');
  const { join, resolve } = require('node:path');
  const { env, platform } = process;
  if (env.KAMENG_HOME) return resolve(env.KAMENG_HOME);
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'kameng');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'kameng');
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'kameng');
}
