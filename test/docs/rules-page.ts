import { ARRANGEMENTS } from '../../src/knowledge/built/calendar.ts';
import { RULE_TABLES, SOURCES, STARTS } from '../../src/knowledge/built/law.ts';
import { isPlatformRule } from '../../src/law/rules/index.ts';
import type { Clock, Rule } from '../../src/law/rules/rule.ts';
import { statuteTitle } from '../../src/law/rules/statutes.ts';

const UNITS = { hour: '小时', day: '日', workday: '个工作日', month: '个月', year: '年' } as const;
const MOVES = {
  rest_day: '遇休假日顺延',
  holiday: '遇法定节假日顺延',
  unstated: '顺延不明，两个日子都列',
  none: '',
} as const;

const INTRO = `# 规则表

<!-- Generated from knowledge/law by \`npm run docs:rules\`. Do not edit. -->

kameng 说到的每一条法律、每一个天数都在这张表里，程序里没有别的出处。这不是法律意见。

- **V**：读过全文；**V-1**：读过单一副本或者官方摘录。这两种当作法律来说。
- **S**：只有二手资料，只说“据解读”，不当作期限依据。
- 没有核实的不收。平台自己的规则另列，不是法律。
- “施行”为空：所用资料没有写明施行日。同一编号有两行的，按日期选用。

`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function clockText(clock: Clock): string {
  const moves = MOVES[clock.moves];
  const from = `自${STARTS[clock.start]}起`;
  return `${clock.what}：${clock.n} ${UNITS[clock.unit]}，${from}${moves === '' ? '' : `，${moves}`}`;
}

function forceText(rule: Rule): string {
  if (rule.inForceFrom === null) return '';
  return rule.inForceUntil === undefined ? `${rule.inForceFrom} 起` : `${rule.inForceFrom} 至 ${rule.inForceUntil}`;
}

function sourceText(rule: Rule): string {
  return [rule.sources.join('、'), ...(rule.urls ?? [])].join(' ');
}

function row(rule: Rule): string {
  const places = rule.cites.map(([statute, article]) => `${statuteTitle(statute)}${article}`).join('、');
  const says = rule.quote === undefined ? rule.says : `${rule.says}<br>“${rule.quote}”`;
  const clocks = (rule.clocks ?? []).map(clockText).join('<br>');
  const cells = [
    rule.id,
    says,
    places,
    clocks,
    forceText(rule),
    isPlatformRule(rule) ? '默认值' : rule.certainty,
    sourceText(rule),
    rule.checkedOn,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function table(title: string, rules: readonly Rule[]): string {
  return [
    `## ${title}`,
    '',
    '| 编号 | 说什么 | 依据 | 期限 | 施行 | 把握 | 出处 | 核对 |',
    '|---|---|---|---|---|---|---|---|',
    ...rules.map(row),
    '',
    '',
  ].join('\n');
}

function calendar(): string {
  const years = ARRANGEMENTS.flatMap((one) => [
    `| ${one.year} | ${one.holidays.map(([first, last]) => `${first} 至 ${last}`).join('<br>')} | ${one.workdays.join('<br>')} | ${one.rule} ${one.url} |`,
  ]);
  return [
    '## 工作日',
    '',
    '没有列出的年份只按周末推算，并标为不确定。',
    '',
    '| 年 | 放假 | 调休上班 | 出处 |',
    '|---|---|---|---|',
    ...years,
    '',
    '',
  ].join('\n');
}

function sources(): string {
  const rows = Object.entries(SOURCES).map(
    ([key, source]) => `| ${key} | ${cell(source.text)} | ${'url' in source ? source.url : ''} |`,
  );
  return ['## 出处', '', '| 键 | 是什么 | 网址 |', '|---|---|---|', ...rows, ''].join('\n');
}

/** `docs/rules.md` as it has to be for the rules as they are. */
export function renderRulesPage(): string {
  return INTRO + RULE_TABLES.map((one) => table(one.title, one.rules)).join('') + calendar() + sources();
}
