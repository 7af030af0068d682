import { viewCase } from '../../../clerk/cases/case-view.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import {
  localAddresses,
  receiveInto,
  type FromPhone,
  type Received,
  type ReceiveEvent,
} from '../../../clerk/intake/receive.ts';
import { Cancelled, KamengError } from '../../../model/errors.ts';
import type { Context } from '../../context.ts';
import { readingOf, sayNotRead, sayTakenIn } from '../../take-in.ts';
import { coverageLines } from '../../views/case.ts';
import { clip, paint, showBytes } from '../../views/paint.ts';
import { progressBar } from '../../views/progress.ts';
import { qrLines } from '../../views/qr.ts';
import { cellsOf } from '../../views/cells.ts';
import { chooseAddress } from './address.ts';
import type { ReceiveOptions } from './options.ts';

/** Nobody has opened the page for so long: it is time to say what may stand in the way. */
const PATIENCE_MS = 40_000;
/** Lines of talk around the QR code. */
const WORDS_AROUND = 5;

const UNREACHED = [
  '手机打不开这个地址时，依次试：',
  '  1. 手机和电脑连同一个无线网；手机先关掉移动数据再试',
  '  2. 访客网络、公司和酒店的网常把设备互相隔开：换成手机的个人热点，让电脑连上去',
  '  3. 手机和电脑上的 VPN、代理先关掉',
  '  4. 防火墙拦住了：Windows 弹窗里勾选“专用网络”并允许，网络类型也要是“专用”；',
  '     macOS 在 系统设置 → 网络 → 防火墙 里允许 node',
  '  5. 电脑有几个网络时换一个地址：kameng receive --address 地址',
];

export async function run(context: Context, _args: [], options: ReceiveOptions): Promise<void> {
  const ask = context.interactive ? await asker(context) : undefined;
  const address = await chooseAddress(localAddresses(), options.address, ask);
  await context.withCase(async (file) => {
    const received = await receive(context, file, address, options);
    show(context, file, received);
    const trouble = troubleOf(received);
    if (trouble) throw trouble;
  });
}

async function asker(context: Context): Promise<Parameters<typeof chooseAddress>[2]> {
  const prompter = await context.prompter();
  return (choices) => prompter.select({ message: '手机连的是哪个网络？（不清楚就选第一个）', choices });
}

async function receive(
  context: Context,
  file: OpenCase,
  address: string,
  { port, read }: ReceiveOptions,
): Promise<Received> {
  const { io, signal } = context;
  let patience: NodeJS.Timeout | undefined;
  let opened = false;
  const bar: FileBar = { at: 0 };
  const sayUnreached = (): void => {
    if (opened) return;
    opened = true;
    for (const line of UNREACHED) io.say(line);
  };
  try {
    const received = await receiveInto(file, {
      address,
      ...(port === undefined ? {} : { port }),
      signal,
      onOpen: ({ url, code }) => {
        patience = setTimeout(sayUnreached, PATIENCE_MS);
        void sayOpen(context, url, code);
      },
      onEvent: (event) => {
        if (event.kind === 'opened') opened = true;
        sayEvent(context, event, bar);
      },
      onFile: (one) => sayFile(context, one),
      onTrouble: (name, error) => io.warn(`kameng: ${clip(name, 40)} 没有收进案卷：${error.message}`),
      reading: read ? readingOf(context, undefined) : undefined,
    });
    if (received.ended === 'idle') sayUnreached();
    return received;
  } finally {
    clearTimeout(patience);
  }
}

async function sayOpen({ io }: Context, url: string, code: string): Promise<void> {
  const colors = paint(io.color.stderr);
  const qr = await qrLines(url, io, WORDS_AROUND);
  io.say(`用手机${qr.length > 0 ? '扫这个码，或在浏览器里' : '的浏览器'}打开（手机和电脑要在同一个无线网）：`);
  for (const line of qr) io.say(line);
  // The address and the digits are what the command is for: --quiet does not hide them.
  io.warn(`${cellsOf(url) + 2 <= io.width.stderr ? '  ' : ''}${colors.bold(url)}`);
  io.warn(`  手机上要填的六位数字：${colors.bold(code)}`);
  io.say('选好照片和录屏后在手机上点“都传好了”。只收不发；传完、十分钟没动静或按 Ctrl-C 就关闭。');
}

/** The bar of the file under way. */
interface FileBar {
  of?: string;
  at: number;
  drawing?: ReturnType<typeof progressBar>;
}

function sayEvent({ io }: Context, event: ReceiveEvent, bar: FileBar): void {
  switch (event.kind) {
    case 'opened':
      io.status('手机打开了页面，等它填数字…');
      break;
    case 'confirmed':
      io.say('数字对了，手机可以传了');
      break;
    case 'wrong_code':
      io.say(event.left > 0 ? `有人填错了数字，再错 ${event.left} 次就关闭` : '数字错得太多，为安全起见关闭了');
      break;
    case 'second_phone':
      io.say('另一部手机想连进来，没有理它：一次只收一部手机');
      break;
    case 'progress':
      if (bar.of !== event.name || event.bytes < bar.at)
        Object.assign(bar, { of: event.name, drawing: progressBar(io, '收', event.total) });
      bar.at = event.bytes;
      bar.drawing?.update(event.bytes, event.name);
      break;
    case 'broken':
      io.say(`${clip(event.name, 40)} 没传完，手机会再试`);
      break;
    case 'received':
      io.status('');
      break;
  }
}

function sayFile({ io }: Context, { file, exhibit, sha256, bytes, duplicate }: FromPhone): void {
  const what = duplicate ? `已经是证据 ${exhibit}，跳过` : `证据 ${exhibit}`;
  io.say(`${duplicate ? '=' : '✓'} ${clip(file, 40)}（${showBytes(bytes)}）${what}`);
  const whole = `    SHA-256 ${sha256}`;
  // Sixty files of three lines each would push all else off a small screen; the phone and `evidence NO` show the whole.
  io.say(cellsOf(whole) <= io.width.stderr ? whole : `    SHA-256 ${sha256.slice(0, 16)}…`);
}

function show(context: Context, file: OpenCase, received: Received): void {
  const { added, duplicates, refused } = received;
  if (received.reconciliation) {
    sayNotRead(context, received.reconciliation);
    // What was there already was said when it came.
    sayTakenIn(context, file, { ...received, duplicates: [] });
  }
  if (context.options.json) {
    context.io.json({
      ...viewCase(file),
      added,
      duplicates,
      refused,
      received: received.received,
      ended: received.ended,
    });
    return;
  }
  context.io.data(`从手机收入 ${added.length} 件，重复 ${duplicates.length} 件`);
  if (added.length === 0) return;
  const look = { how: false, width: context.io.width.stdout };
  for (const line of coverageLines(viewCase(file).coverage, paint(context.io.color.stdout), look))
    context.io.data(line);
  context.io.say('下一步：kameng check 看还缺什么');
}

/** Why it ended, where that is not what one wanted. */
function troubleOf({ ended, received, added }: Received): KamengError | undefined {
  if (ended === 'closed') {
    return new Cancelled('接收已关闭', [
      received.length > 0
        ? `已收下的 ${received.length} 个文件都在案卷里` +
          (added.length > 0 ? '，下次 kameng add 或 kameng receive 时识别' : '')
        : '什么也没有收到',
    ]);
  }
  if (ended === 'wrong_codes') {
    return new KamengError('RECEIVE_WRONG_CODES', '数字错了太多次，接收已关闭', {
      hints: ['再运行一次 kameng receive，会有新的地址和新的数字'],
    });
  }
  if (ended === 'idle' && received.length === 0) {
    return new KamengError('RECEIVE_IDLE', '十分钟没有收到文件，接收已关闭', {
      hints: ['再运行一次 kameng receive；连不上时改用数据线拷到电脑，再 kameng add 文件夹'],
    });
  }
  return undefined;
}
