#!/usr/bin/env node
// Plain enough for any Node to read, so that an old one gets a sentence and not a crash in a native module.
const NEEDED = 22;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `kameng: 错误: 需要 Node.js ${NEEDED} 或更新的版本，现在是 ${process.version}；请从 nodejs.org 安装新版后重试\n`,
  );
  process.exitCode = 1;
} else {
  const { enableCompileCache } = await import('node:module');
  // Compiled code is kept between runs; where the folder cannot be written nothing is lost.
  enableCompileCache();
  const { main } = await import('../dist/main.js');
  process.exitCode = await main(process.argv.slice(2), process);
}
