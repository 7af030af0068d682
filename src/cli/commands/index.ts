import { command, declare } from '../command.ts';
import type { Command } from '../context.ts';
import { ADD } from './add/options.ts';
import { BACKUP } from './backup/options.ts';
import { CHECK } from './check/options.ts';
import { COMPLETION } from './completion/options.ts';
import { DRAFT } from './draft/options.ts';
import { DUE } from './due/options.ts';
import { EVIDENCE } from './evidence/options.ts';
import { EXPORT } from './export/options.ts';
import { FACTS } from './facts/options.ts';
import { FOLLOWUP } from './followup/options.ts';
import { IMPORT } from './import/options.ts';
import { LETTER } from './letter/options.ts';
import { LINT } from './lint/options.ts';
import { LIST } from './list/options.ts';
import { MCP } from './mcp/options.ts';
import { ME } from './me/options.ts';
import { NEW } from './new/options.ts';
import { PLATFORM } from './platform/options.ts';
import { RECEIVE } from './receive/options.ts';
import { ROUTE } from './route/options.ts';
import { SEAL } from './seal/options.ts';
import { SEARCH } from './search/options.ts';
import { STATUS } from './status/options.ts';
import { TIMELINE } from './timeline/options.ts';
import { VERIFY } from './verify/options.ts';
import { VET } from './vet/options.ts';

/** What `kameng` alone does. */
export const MENU: Command = command(
  declare('kameng', '卡盟维权助手：收集证据，写投诉，记下每次联系，告诉你哪天做什么。全部在本机完成，不联网。'),
  () => import('./menu/run.ts'),
);

/** What belongs together, in the order in which the help has it. */
export const HELP_GROUPS: readonly { title: string; commands: readonly string[] }[] = [
  { title: '从这里开始', commands: ['new', 'add', 'receive', 'status', 'route', 'letter', 'followup', 'due'] },
  {
    title: '看和改',
    commands: ['evidence', 'facts', 'check', 'timeline', 'list', 'search', 'me', 'rename', 'close', 'reopen'],
  },
  { title: '保管和交给别人', commands: ['export', 'import', 'backup', 'verify', 'seal'] },
  { title: '平台', commands: ['vet', 'platform'] },
  { title: '其他', commands: ['lint', 'mcp', 'draft', 'completion', 'help'] },
];

/** Every command, in the order of the help. One with options has a folder: what it takes, and its body. */
export const COMMANDS: readonly Command[] = [
  command(NEW, () => import('./new/run.ts')),
  command(ADD, () => import('./add/run.ts')),
  command(RECEIVE, () => import('./receive/run.ts')),
  command(EVIDENCE, () => import('./evidence/run.ts')),
  command(FACTS, () => import('./facts/run.ts')),
  command(CHECK, () => import('./check/run.ts')),
  command(ROUTE, () => import('./route/run.ts')),
  command(LETTER, () => import('./letter/run.ts')),
  command(FOLLOWUP, () => import('./followup/run.ts')),
  command(DUE, () => import('./due/run.ts')),
  command(STATUS, () => import('./status/run.ts')),
  command(LIST, () => import('./list/run.ts')),
  command(TIMELINE, () => import('./timeline/run.ts')),
  command(SEARCH, () => import('./search/run.ts')),
  command(ME, () => import('./me/run.ts')),
  command(declare('close', '结案：收起来，什么都不删'), () => import('./close.ts')),
  command(declare('reopen', '把结了的案重新打开'), () => import('./reopen.ts')),
  command(declare('rename <title...>', '给案卷改个标题'), () => import('./rename.ts')),
  command(VERIFY, () => import('./verify/run.ts')),
  command(SEAL, () => import('./seal/run.ts')),
  command(EXPORT, () => import('./export/run.ts')),
  command(IMPORT, () => import('./import/run.ts')),
  command(BACKUP, () => import('./backup/run.ts')),
  command(PLATFORM, () => import('./platform/run.ts')),
  command(VET, () => import('./vet/run.ts')),
  command(LINT, () => import('./lint/run.ts')),
  command(MCP, () => import('./mcp/run.ts')),
  command(DRAFT, () => import('./draft/run.ts')),
  command(COMPLETION, () => import('./completion/run.ts')),
  command(declare('help [topic]', '某个命令的帮助，或常见问题，如 kameng help 卖家失联'), () => import('./help.ts')),
];
