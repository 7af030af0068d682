// The main job on the example dossier beside this file: files, letter, next steps.
// Runs the built program as a user would and leaves everything in a folder that it names.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kameng = fileURLToPath(new URL('../bin/kameng.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kameng-demo-'));
cpSync(join(import.meta.dirname, 'example'), join(folder, '截图'), { recursive: true });

const steps = [
  ['把一个文件夹的截图变成案卷', ['new', '截图', '-y', '--demand', '退款', '--case', './案卷.kameng']],
  ['还缺什么', ['check']],
  ['谁负责，走哪个渠道', ['route', '-y']],
  ['写给平台投诉中心的投诉', ['letter', '--to', 'platform', '-y', '--out', '文书']],
  [
    '提交之后记一笔',
    [
      'followup',
      '--channel',
      'platform',
      '--letter',
      '1',
      '--filed',
      today(),
      '--said',
      '您的问题已反馈，请耐心等待',
      '-y',
    ],
  ],
  ['哪天做什么', ['status']],
  ['每个字节都还在', ['verify']],
];

for (const [title, args] of steps) {
  process.stdout.write(`\n── ${title}\n$ kameng ${args.join(' ')}\n`);
  const { status, error } = spawnSync(process.execPath, [kameng, ...args], {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, KAMENG_HOME: join(folder, 'home') },
  });
  // 3 is `check` telling of gaps, which is news and no failure.
  if (error || (status !== 0 && status !== 3)) {
    process.stderr.write(`这一步没有成功（${error?.message ?? `退出码 ${status}`}）\n`);
    process.exit(1);
  }
}
process.stdout.write(`\n示例案卷和文书都留在：${folder}\n`);

/** Today in China, where the example takes place. */
function today() {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
