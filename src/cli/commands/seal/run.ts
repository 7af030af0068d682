import { basename, dirname, resolve } from 'node:path';
import { shortHead } from '../../../clerk/integrity/anchor.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { askSeal, takeReply } from '../../../clerk/integrity/seal-case.ts';
import { sealCommands } from '../../../clerk/integrity/seal-commands.ts';
import { isStanding, OUTCOME_WORDS } from '../../../clerk/integrity/seal-words.ts';
import { EXIT, usageError, type ExitCode } from '../../../model/errors.ts';
import { showMoment } from '../../../model/moment.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { paint } from '../../views/paint.ts';
import type { SealOptions } from './options.ts';

export async function run(context: Context, _args: [], options: SealOptions): Promise<ExitCode> {
  const { reply } = options;
  if (reply === undefined && options.trust !== undefined)
    throw usageError('SEAL_USAGE', '--trust 要和 --reply 一起用', 'kameng seal --reply 回复.tsr --trust 根证书.pem');
  return context.withCase((file) =>
    reply === undefined ? ask(context, file, options) : take(context, file, options, reply),
  );
}

async function ask(context: Context, file: OpenCase, options: SealOptions): Promise<ExitCode> {
  const { platform, cwd } = context.world;
  // An address that is none is said before anything is written.
  sealCommands({ textFile: '', queryFile: '' }, options.authority, platform);
  const asked = await askSeal(file, resolve(cwd, options.out ?? '.'));
  if (context.options.json) {
    context.io.json({ ...asked, commands: sealCommands(asked, options.authority, platform) });
    return EXIT.done;
  }
  const { io } = context;
  // What lies here is named without its folder: the commands are long enough.
  const near = (path: string): string =>
    dirname(path) === resolve(cwd) && /^\w/.test(basename(path)) ? basename(path) : path;
  const here = { textFile: near(asked.textFile), queryFile: near(asked.queryFile) };
  const { send, takeIn, look, verify } = sealCommands(here, options.authority, platform);
  io.data(printable(asked.queryFile));
  io.data(printable(asked.textFile));
  io.say(`请求的是案卷此刻的指纹 ${shortHead(asked.head)}；里面没有案卷的内容。`);
  io.say('把 .tsq 交给你选的时间戳机构，把回复存成 .tsr。自己联网发送可以运行：');
  io.whole(`  ${printable(send)}`);
  io.say('收到回复后存进案卷：');
  io.whole(`  ${printable(takeIn)}`);
  io.say('不用 kameng 也能核对：');
  io.whole(`  ${printable(look)}`);
  io.whole(`  ${printable(verify)}`);
  return EXIT.done;
}

async function take(context: Context, file: OpenCase, options: SealOptions, reply: string): Promise<ExitCode> {
  const { cwd } = context.world;
  const trust = options.trust === undefined ? undefined : resolve(cwd, options.trust);
  const judged = await takeReply(file, resolve(cwd, reply), trust, context.now());
  const standing = isStanding(judged.outcome);
  if (context.options.json) {
    context.io.json({ ...judged, words: OUTCOME_WORDS[judged.outcome] });
    return standing ? EXIT.done : EXIT.failed;
  }
  const colors = paint(context.io.color.stdout);
  context.io.data((standing ? colors.green : colors.red)(OUTCOME_WORDS[judged.outcome]));
  if (judged.at) context.io.data(`时间：${showMoment(judged.at)}`);
  if (judged.signer !== undefined) context.io.data(`签发：${printable(judged.signer)}`);
  if (judged.detail !== undefined) context.io.data(`说明：${printable(judged.detail)}`);
  context.io.data(`案卷指纹：${shortHead(judged.head)}`);
  context.io.say('请求、回复和核对结果都已存进案卷。');
  return standing ? EXIT.done : EXIT.failed;
}
