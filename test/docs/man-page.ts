import { createProgram } from '../../src/cli/program.ts';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { COMMON } from '../../src/cli/common-options.ts';
import type { OptionTable } from '../../src/cli/options.ts';
import { helpTopics } from '../../src/clerk/help.ts';

const CHINESE = '[\\u3000-\\u9fff\\uff00-\\uffef]';
/** Between Chinese signs a line may end; not after what opens, not before what closes. */
const BREAKS = new RegExp(
  `(?<=${CHINESE})(?<![（《“])(?=[^，。、；：？！）》”\\s])|(?<=[^\\s（《“])(?=${CHINESE})(?![，。、；：？！）》”])`,
  'gu',
);

/** A line of text that roff takes as it stands, and that it may break where Chinese is broken. */
const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(BREAKS, '\\:')
    .replace(/^(?=[.'])/gm, '\\&');

/** In roff a bold word in the middle of a line. */
const bold = (text: string): string => `\\fB${plain(text)}\\fR`;

const flagsOf = (flags: string): string =>
  flags.replace(/--?[\w-]+/g, (form) => bold(form)).replace(/<(\w+)>/g, '\\fI$1\\fR');

function optionsOf(table: OptionTable): string[] {
  return Object.values(table).flatMap(({ flags, says, choices, words, some, preset }) => {
    const list = choices?.map((id) => (words?.[id] === undefined ? id : `${id}（${words[id]}）`)) ?? some;
    const allowed = list ? `。可选：${list.join('、')}` : '';
    const otherwise = typeof preset === 'string' ? `。默认 ${preset}` : '';
    return ['.TP', flagsOf(flags), plain(`${says}${allowed}${otherwise}`)];
  });
}

/** The manual page, from the tables that the parser, the help and the completion come from. */
export function renderManPage(version: string): string {
  const program = createProgram(async () => {});
  const lines = [
    `.TH KAMENG 1 "" "kameng ${version}" ""`,
    // Chinese has no spaces to widen, and ids must not be parted.
    '.ad l',
    '.nh',
    '.SH 名称',
    'kameng \\- 把网购数字商品的证据收成案卷，写出有据可查的投诉',
    '.SH 用法',
    `.B kameng`,
    '[\\fI选项\\fR] [\\fI命令\\fR]',
    '.SH 说明',
    plain(program.description()),
    '.PP',
    plain('一个纠纷是一个以 .kameng 结尾的文件，证据都在里面。不写命令时，在终端里打开菜单。'),
    '.SH 通用选项',
    ...optionsOf(COMMON),
    '.TP',
    `${bold('-h')}, ${bold('--help')}`,
    '显示帮助',
    '.TP',
    `${bold('-V')}, ${bold('--version')}`,
    '显示版本',
    '.SH 命令',
    ...COMMANDS.flatMap(({ usage, says, options }) => [
      `.SS ${bold(`kameng ${usage}`)}`,
      plain(says),
      ...optionsOf(options),
    ]),
    '.SH 常见问题',
    plain(
      helpTopics()
        .map(({ title }) => `kameng help ${title}`)
        .join('，'),
    ),
    '.SH 退出码',
    ...Object.entries({
      0: '完成',
      1: '没办成，错误里写明原因和办法',
      2: '命令写法不对',
      3: 'check 发现缺口',
      4: 'verify 发现损坏',
      70: '程序自身的错误',
      130: '取消',
    }).flatMap(([code, says]) => ['.TP', bold(code), says]),
    '.SH 环境变量',
    ...Object.entries({
      KAMENG_HOME: '案卷放在哪个文件夹；没有设置时是系统的数据文件夹',
      KAMENG_CASE: '没有写 --case 时用哪个案卷',
      KAMENG_PICTURES: '终端怎样画图片：kitty、iterm 或 sixel；off 不画；没有设置时按终端自己报的名字',
      NO_COLOR: '不用颜色',
    }).flatMap(([name, says]) => ['.TP', bold(name), plain(says)]),
    '.SH 文件',
    '.TP',
    '\\fI名字\\fR.kameng',
    '一个案卷：SQLite 文件，格式见随程序安装的 docs/case\\-file.md',
  ];
  return `${lines.join('\n')}\n`;
}
