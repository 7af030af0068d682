import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LINT_RULES } from '../../src/knowledge/built/lint.ts';
import { countedArithmetic } from './arithmetic.ts';
import { EVERY_RULE } from './every-rule.ts';
import { templateMentions, dataNumbers, unknownRules, unruledLaws, writtenNumbers } from './mentions.ts';
import { unknownSlots } from '../../src/knowledge/schema/law-checks.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Exemption {
  /** A file, or a folder that ends in `/`. */
  path: string;
  /** Words of the text or the expression; left out for the whole of the path. */
  text?: string;
  why: string;
}

/** Words that are looked for and never said, where titles of laws need no rule. */
const LAWS_EXEMPT: readonly Exemption[] = [
  { path: 'src/knowledge/built/', why: 'built from knowledge/, where the build checks it' },
  { path: 'src/reading/', why: 'reads what others wrote; the words it looks for are theirs' },
  { path: 'src/words/', why: 'what people say and write, to be recognised' },
];

/** Numbers in texts that no rule gives. */
const NUMBERS_EXEMPT: readonly Exemption[] = [
  ...LAWS_EXEMPT,
  {
    path: 'src/letters/values/reckoning.ts',
    text: '三日内',
    why: "the buyer's own term for the refund",
  },
  { path: 'src/grounding/pool.ts', text: '三日内', why: 'the same term, as the reader of letters knows it' },
  {
    path: 'src/cli/commands/',
    text: 'kameng platform report_window=48小时',
    why: 'how to type what an agreement says',
  },
  { path: 'src/cli/commands/', text: '例如：48小时、3天', why: 'how to type a length of time' },
  { path: 'src/clerk/intake/understand.ts', text: '一二三四五六日', why: 'the days of a week' },
  { path: 'src/papers/report/style.ts', text: 'color-scheme', why: 'colours of a style sheet' },
  { path: 'src/receive/page.ts', text: 'color-scheme', why: 'colours of a style sheet' },
];

/** Rooms that reckon with days of a case. */
const RECKONING = /^src\/(?:law|letters|grounding|clerk|cli|papers)\//;

/** Numbers in code that count days and are no rule's: how near a day must be before the buyer hears of it. */
const ARITHMETIC_EXEMPT: readonly Exemption[] = [
  { path: 'src/law/interest.ts', text: 'YEAR_DAYS', why: 'a year of interest in days, as rates are quoted' },
  { path: 'src/law/route/standing.ts', text: 'FRESH_DAYS', why: 'so young a transfer may still be stopped' },
  { path: 'src/law/route/', text: 'NEAR', why: 'how near the end of a right must be for a warning' },
  { path: 'src/law/steps/step.ts', text: 'FAR', why: 'how far a day may be to be shown beside a step' },
  {
    path: 'src/law/steps/clocks.ts',
    text: 'days: ',
    why: 'how many days ahead of its end a clock calls for a step',
  },
  { path: 'src/clerk/cases/check-case.ts', text: 'WINDOW_DAYS', why: 'how near a window must be to be news' },
  { path: 'src/clerk/exports/report-timeline.ts', text: 'DRAWN_AHEAD', why: 'how far a timeline is drawn ahead' },
  { path: 'src/papers/report/timeline.ts', text: 'RADIUS', why: 'lengths of a drawing' },
  { path: 'src/papers/report/timeline.ts', text: 'WIDTH', why: 'lengths of a drawing' },
  { path: 'src/papers/report/timeline.ts', text: 'ROOM_FOR', why: 'how many days have room on a drawing' },
  { path: 'src/cli/commands/due/run.ts', text: 'PASSED_DAYS', why: 'for how long a day that has passed is news' },
  { path: 'src/cli/commands/due/run.ts', text: 'SOON_DAYS', why: 'which of many days are shown first' },
  { path: 'src/clerk/cases/talk-years.ts', text: 'DAYS_BEFORE', why: 'how long before buying one asks' },
  { path: 'src/papers/ics.ts', text: 'HOUR', why: 'when a calendar rings' },
];

const isExempt = (list: readonly Exemption[], path: string, text: string): boolean =>
  list.some((one) => path.startsWith(one.path) && text.includes(one.text ?? ''));

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n');
const program = filesUnder('src').filter((path) => path.endsWith('.ts'));
const templates = filesUnder('templates');
/** What people write and pages show is recognised as it is; the law and its calendar are the place of the numbers. */
const NOT_SAID = /^knowledge\/(?:law|calendar|words|sentences|pages|wallets)\//;
const knowledge = filesUnder('knowledge');

/** What is found in a file and not exempt, each with its place. */
function left<T extends { line: number; text: string }>(
  path: string,
  found: readonly T[],
  exempt: readonly Exemption[],
): string[] {
  return found.filter((one) => !isExempt(exempt, path, one.text)).map((one) => `${path}:${one.line} ${one.text}`);
}

describe('a law is named with a rule id beside it', () => {
  it.each(program)('%s', (path) => expect(left(path, unruledLaws(path, read(path)), LAWS_EXEMPT)).toEqual([]));

  it.each(LINT_RULES.map((rule) => [rule.id, rule] as const))('%s of the linter', (_id, { why, suggestion }) =>
    expect([...templateMentions(why), ...templateMentions(suggestion)]).toEqual([]),
  );
});

describe('a number of law is written in knowledge/law and nowhere else', () => {
  it.each(program)('in no text of %s', (path) =>
    expect(left(path, writtenNumbers(path, read(path)), NUMBERS_EXEMPT)).toEqual([]),
  );

  it.each(program.filter((path) => RECKONING.test(path)))('in no reckoning of %s', (path) =>
    expect(left(path, countedArithmetic(path, read(path)), ARITHMETIC_EXEMPT)).toEqual([]),
  );

  it.each(templates)('in no line of %s', (path) => expect(left(path, templateMentions(read(path)), [])).toEqual([]));

  it('in no other file of knowledge', () => {
    const said = knowledge.filter((path) => !NOT_SAID.test(path));
    expect(said.flatMap((path) => left(path, dataNumbers(read(path)), []))).toEqual([]);
  });

  it.each(program)('and every slot of %s names one', (path) =>
    expect(unknownSlots(read(path), EVERY_RULE)).toEqual([]),
  );
});

describe('the exemptions', () => {
  it('are all still needed', () => {
    const found = program.map((path) => ({
      path,
      laws: unruledLaws(path, read(path)),
      numbers: writtenNumbers(path, read(path)),
      reckoned: countedArithmetic(path, read(path)),
    }));
    const idle = (list: readonly Exemption[], kinds: readonly ('laws' | 'numbers' | 'reckoned')[]): Exemption[] =>
      list.filter((one) =>
        found.every((file) =>
          kinds.every((kind) => file[kind].every((each) => !isExempt([one], file.path, each.text))),
        ),
      );
    expect(idle(LAWS_EXEMPT, ['laws', 'numbers'])).toEqual([]);
    expect(idle(NUMBERS_EXEMPT, ['laws', 'numbers'])).toEqual([]);
    expect(idle(ARITHMETIC_EXEMPT, ['reckoned'])).toEqual([]);
  });
});

describe('rule ids', () => {
  it.each(program)('that %s names are in the tables', (path) => expect(unknownRules(path, read(path))).toEqual([]));
});

describe('the repealed measures', () => {
  it('are named nowhere', () => {
    const said = [...program, ...templates, ...knowledge, ...filesUnder('docs'), ...filesUnder('bin')].filter((path) =>
      /暂行办法|总局令第20号/.test(read(path)),
    );
    expect(said).toEqual([]);
  });
});

describe('the scan of texts', () => {
  const laws = (source: string): string[] => unruledLaws('a.ts', source).map((one) => one.says);
  const numbers = (source: string): string[] => writtenNumbers('a.ts', source).map((one) => one.says);

  it.each([
    [`const a = '依据《消费者权益保护法》';`, 1],
    [`const a = '民法典第1024条';`, 2],
    ['const a = `按照《电子商务法》${x}`;', 1],
    [`f({ text: '民法典' }, { rule: 'NOT-01' });`, 1],
    [`const rows = [\n  { rule: 'REG-01', text: '民法典' },\n  { text: '电子商务法' },\n];`, 1],
    [`function f() {\n  g('REG-01');\n  return '民法典';\n}`, 1],
  ])('sees the law in %s', (source, expected) => expect(laws(source).join(' ').split(' ')).toHaveLength(expected));

  it.each([
    `const a = { rule: 'REG-01', text: '依民法典' };`,
    `const a = '依民法典'; // SUB-04`,
    `const a = '第 2 条证据';`,
    "const a = `${titleOf('REG-01')}：依民法典`;",
    '// 民法典',
  ])('lets %s pass', (source) => expect(laws(source)).toEqual([]));

  it.each([
    [`const a = '应当在七个工作日内决定';`, '七个工作日'],
    [`const a = { rule: 'REG-01', text: '七个工作日内决定' };`, '七个工作日'],
    [`const a = '七个工作日内决定（REG-01）';`, '七个工作日'],
    [`f('PLT-12', '超过十五日不退'); // PLT-12`, '十五日'],
    [`const a = '48小时内反馈';`, '48小时'],
    [`const a = '15 天内退款';`, '15 天'],
    [`const a = '解除权只有一年';`, '一年'],
    [`const a = '价款的三倍，不足五百元的';`, '三倍 五百元'],
    ["const a = `${titleOf('SUB-14')}：三年`;", '三年'],
    [`const a = '两个月内，最低1000元';`, '两个月 1000元'],
    [`const a = '百分之五十以下，50%';`, '百分之五十 50%'],
  ])('sees the number in %s', (source, expected) => expect(numbers(source)).toEqual([expected]));

  it.each([
    'const a = `${n} 个工作日内`;',
    `const a = '超过{PLT-12.refuse}不退';`,
    `const a = '最早的一天';`,
    `const a = '第三天再看，哪一天都行';`,
    `const a = '付款日期 2026年9月1日，9月15日到期';`,
    `const a = '一年期贷款市场报价利率';`,
    `const a = /七个工作日/;`,
    `// 七个工作日`,
  ])('lets %s pass', (source) => expect(numbers(source)).toEqual([]));

  it('sees a template line whatever stands beside the number', () => {
    expect(
      templateMentions('请在十五日内退款{{!-- PLT-12 --}}\n按民法典\n按民法典{{!-- SUB-04 --}}').map((one) => one.line),
    ).toEqual([1, 2]);
    expect(dataNumbers('# 十五日\nsays: 超过十五日').map((one) => one.line)).toEqual([2]);
    expect(unknownRules('a.ts', `f('REG-88', 'REG-01', 'UTF-16', '证据 SHA-25');`)).toEqual(['REG-88']);
  });
});

describe('the scan of reckoning', () => {
  const seen = (source: string): string[] => countedArithmetic('a.ts', source).map((one) => one.text);

  it.each([
    ['addDays(x, 15);', 'addDays(x, 15)'],
    ['addMonths(x, 12 * years);', 'addMonths(x, 12 * years)'],
    ['calendar.addWorkdays(x, -7);', 'calendar.addWorkdays(x, -7)'],
    ['if (days > 15) f();', 'days > 15'],
    ['f(daysBetween(a, b) >= 15);', 'daysBetween(a, b) >= 15'],
    ['f(one.left <= 30);', 'one.left <= 30'],
    ['const until = hours + 48;', 'hours + 48'],
    ['const OFFICE_YEARS = 3;', 'OFFICE_YEARS = 3'],
    ['const a = { replyDays: 15 };', 'replyDays: 15'],
    ['const LIMIT = 15;\naddDays(x, LIMIT);', 'addDays(x, LIMIT)'],
    ['const LIMIT = 15;\nf(waited > LIMIT);', 'waited > LIMIT'],
  ])('sees %s', (source, expected) => expect(seen(source)).toContain(expected));

  it.each([
    'addDays(x, 1);',
    'addDays(x, clock.n);',
    'f(one.left >= 0);',
    'const most = 15;',
    'f(day.slice(0, 10));',
    'f(rows.length > 15);',
    'const days = daysBetween(a, b);',
  ])('lets %s pass', (source) => expect(seen(source)).toEqual([]));
});
