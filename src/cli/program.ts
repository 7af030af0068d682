import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { CHANNEL_IDS, DEMAND_IDS, DISPUTE_IDS, DOCUMENT_IDS } from '../model/dispute.ts';
import { CATEGORY_IDS, KIND_IDS } from '../model/evidence.ts';
import { PAID_BY_IDS } from '../model/facts.ts';
import { RESULT_IDS } from '../model/contact.ts';
import { type CommandModule } from './command.ts';
import { type CommonOptions } from './context.ts';
import { styleHelp, unknownCommand } from './help.ts';

/** Runs a command that was chosen; set by `main`, which owns the streams and the exit code. */
export type Launch = (load: () => Promise<CommandModule>, command: Command) => Promise<void>;

const oneOf = (flags: string, text: string, choices: readonly string[]): Option =>
  new Option(flags, text).choices([...choices]);
const many = (value: string, all: string[] | undefined): string[] => [...(all ?? []), value];

/** Declares every command; the bodies are loaded when one is run. */
export function createProgram(launch: Launch): Command {
  const program = new Command('kameng');
  styleHelp(program);
  program
    .description('卡盟维权助手：收集证据，写投诉，记下每次联系，告诉你哪天做什么。全部在本机完成，不联网。')
    .version(packageJson.version, '-V, --version', '显示版本')
    .helpCommand('help [command]', '显示某个命令的帮助')
    .usage('[选项] [命令]')
    .allowExcessArguments()
    .action((_options, command: Command) => {
      if (command.args.length > 0) throw unknownCommand(command.args[0]!, program);
      return launch(() => import('./commands/home.ts'), command);
    });
  common(program);

  const add = (usage: string, text: string, load: () => Promise<CommandModule>): Command => {
    // A word too many is a mistake of the hand: `evidence 1 2 --withdraw …` would withdraw only the first.
    const command = program.command(usage).description(text).allowExcessArguments(false);
    styleHelp(command);
    command.action((...args: unknown[]) => launch(load, args.at(-1) as Command));
    return command;
  };

  add('new [path...]', '新建案卷；给出文件或文件夹就收入并读取', () => import('./commands/new.ts'))
    .addOption(oneOf('--dispute <type>', '发生了什么', DISPUTE_IDS))
    .option('--platform <name>', '在哪个平台或网站买的')
    .option('--merchant <name>', '从哪个商家、店铺买的')
    .option('--product <name>', '买了什么')
    .option('--order <no>', '订单号')
    .option('--trade <no>', '支付交易号（微信、支付宝账单里的）')
    .option('--amount <yuan>', '实付金额，如 96.50')
    .option('--paid-at <time>', '付款时间，如 "2026-09-01 17:39"，按北京时间')
    .addOption(oneOf('--paid-by <method>', '付款方式', PAID_BY_IDS))
    .addOption(oneOf('--demand <what>', '想要什么；配合 --yes 不写时为 refund', DEMAND_IDS))
    .option('--title <text>', '案卷标题')
    .option('--password <text>', '打开加密的 ZIP 或 PDF')
    .option('--no-read', '只收入，不识别文件内容');

  add('add <path...>', '收入更多证据：文件、文件夹，或 - 表示标准输入', () => import('./commands/add.ts'))
    .addOption(oneOf('--as <category>', '归入哪一类', CATEGORY_IDS))
    .addOption(oneOf('--kind <kind>', '是什么材料', KIND_IDS))
    .option('--note <text>', '备注')
    .option('--name <file>', '标准输入的文件名')
    .option('--password <text>', '打开加密的 ZIP 或 PDF')
    .option('--no-read', '只收入，不识别文件内容');

  add('evidence [no]', '列出证据，或查看一件', () => import('./commands/evidence.ts'))
    .option('--open', '用系统程序打开')
    .option('--extract <dir>', '原样取出到文件夹')
    .addOption(oneOf('--as <category>', '改归类', CATEGORY_IDS))
    .addOption(oneOf('--kind <kind>', '改材料种类', KIND_IDS))
    .option('--note <text>', '改备注')
    .option('--withdraw <why>', '撤下不用并写明原因（不删除，编号保留）')
    .option('--restore', '恢复撤下的证据')
    .option('--read-again', '用当前版本重新识别，旧结果保留')
    .option('--password <text>', '打开加密的 ZIP 或 PDF');

  add('facts [assignment...]', '查看事实和来源；key=value 设定或裁定，key= 收回', () => import('./commands/facts.ts'));

  add('check', '检查三类证据是否齐全、互相是否一致、期限是否临近', () => import('./commands/check.ts'));

  add('route', '谁该负责，现在走哪个渠道，哪个以后走，哪个走不通', () => import('./commands/route.ts')).option(
    '--facts <file>',
    '不用案卷，从 JSON 文件（- 为标准输入）判断',
  );

  add('letter [no]', '写给某个渠道的文书；给编号则查看已写的', () => import('./commands/letter.ts'))
    .addOption(oneOf('--to <channel>', '写给谁', DOCUMENT_IDS))
    .option('--format <list>', '格式：txt,md,docx,pdf', 'txt,md')
    .option('--out <dir>', '写到哪个文件夹（默认当前文件夹）')
    .option('--templates <dir>', '自己的模板文件夹')
    .option('--edit', '用 $EDITOR 修改后定稿，成为新的一号')
    .option('--redacted', '遮盖姓名、号码和卡密')
    .option('--interest-from <date>', '起诉时从哪天起要利息')
    .option('--anyway <why>', '检查不通过也定稿，写明理由');

  add('followup', '记一次联系、提交、答复、拒绝或承诺，并告诉下一步', () => import('./commands/followup.ts'))
    .addOption(oneOf('--channel <channel>', '哪个渠道', CHANNEL_IDS))
    .option('--with <name>', '和谁：姓名、工号、客服编号')
    .option('--at <time>', '什么时候，默认现在')
    .option('--said <text>', '对方说了什么（原话），@文件 表示从文件读')
    .option('--promised <date>', '对方答应的日期')
    .addOption(oneOf('--result <result>', '结果', RESULT_IDS))
    .option('--filed <date>', '提交投诉的日期')
    .option('--received <date>', '有权处理的部门收到的日期')
    .option('--accepted <date>', '受理的日期')
    .option('--reference <no>', '受理编号')
    .option('--letter <no>', '提交的是第几号文书')
    .option('--file <path>', '作为证据的文件，可写多次', many);

  add('due', '所有案卷里有日期的事', () => import('./commands/due.ts'))
    .option('--ics <file>', '写成日历文件')
    .option('--rule <id>', '只算一条规则的期限，不用案卷')
    .option('--start <date>', '从哪一天（或哪一刻）起算');

  add('status', '一页看清一个案卷', () => import('./commands/status.ts'));
  add('list', '所有案卷', () => import('./commands/list.ts'));
  add('timeline', '按时间顺序看发生过的事', () => import('./commands/timeline.ts'));

  add('verify', '重新校验每个字节和每条记录', () => import('./commands/verify.ts'));

  add('export', '证据目录和后附的图片（法院、律师用），以及 SHA-256 清单', () => import('./commands/export.ts'))
    .option('--format <list>', '格式：docx,pdf', 'docx,pdf')
    .option('--out <dir>', '写到哪个文件夹', '证据目录')
    .option('--redacted', '遮盖姓名、号码和卡密');

  add('platform [assignment...]', '记下平台自己的规则（不是法律）', () => import('./commands/platform.ts'))
    .option('--clause <no>', '条款号')
    .option('--quote <text>', '规则原文')
    .option('--url <address>', '规则页面地址')
    .option('--version-on <date>', '规则版本日期')
    .option('--exhibit <no>', '规则页面是第几号证据');

  add('vet [platform]', '购买前核查一个平台，结论留存', () => import('./commands/vet.ts')).option(
    '--answer <key=value>',
    '回答一项，可写多次',
    many,
  );

  add('lint <file>', '检查任意文字的语气、威胁和隐私', () => import('./commands/lint.ts'))
    .addOption(oneOf('--to <channel>', '这段文字给谁看', DOCUMENT_IDS))
    .option('--explain', '写明是哪条规则、哪些词，以及放过了什么');

  add('completion <shell>', '输出补全脚本：bash、zsh、fish', () => import('./commands/completion.ts'));
  for (const command of program.commands) common(command);
  return program;
}

function common(command: Command): void {
  command
    .option('-c, --case <file>', '用哪个案卷：文件或名字')
    .option('--json', '标准输出为一个 JSON 文档')
    .option('-y, --yes', '不提问：采用读到的，缺什么就报错')
    .option('--no-color', '不用颜色')
    .option('-q, --quiet', '只输出结果和错误')
    .option('--debug', '出错时显示详情');
}

/** The common options of a command, given before or after its name. */
export function commonOptions(command: Command): CommonOptions & { color?: boolean } {
  return command.optsWithGlobals();
}
