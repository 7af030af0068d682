// The built program at a moment of the caller's choice: node run-at.cjs MOMENT words…
// What bin/kameng.js does, but for the clock; the product has no way to be told another day. The code that it keeps
// between runs lies where all tests find it, so that the hundreds of programs that they start begin as a buyer's does.
const { mkdirSync } = require('node:fs');
const { tmpdir, userInfo } = require('node:os');
const { join } = require('node:path');
const { Program } = require('../../dist/start.cjs');

const home = join(tmpdir(), `kameng-test-code-${userInfo().username}`);
mkdirSync(home, { recursive: true, mode: 0o700 });
const program = new Program(home, require);
const [moment, ...words] = process.argv.slice(2);
void program
  .load('main.cjs')
  .main(words, process, () => moment)
  .then((exitCode) => {
    process.exitCode = exitCode;
    if (exitCode === 0) program.keep(words[0]);
    if (process.getActiveResourcesInfo().length === 0) process.exit();
  });
