import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unknownRules, unruledLines, unruledMentions } from './mentions.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Files whose texts are tables of law, or words that are looked for and never said. */
const EXEMPT: readonly { path: string; why: string }[] = [
  { path: 'src/law/rules/', why: 'the rules themselves' },
  { path: 'src/law/rules/platform-defaults.ts', why: 'the platform defaults themselves' },
  { path: 'src/reading/', why: 'reads what others wrote; the words it looks for are theirs' },
  { path: 'src/words/lint/phrases/innocents.ts', why: 'names of games and shops that hold a suspicious word' },
  { path: 'src/words/lint/phrases/examples/', why: 'sentences of buyers, to be recognised' },
  { path: 'src/knowledge/built/answer-', why: 'what customer service says, to be recognised' },
];

/** Texts with a length of time that no rule gives; each with its reason. */
const ALLOWED: readonly { path: string; text: string; why: string }[] = [
  {
    path: 'src/letters/documents/closing.ts',
    text: '合同解除后，请于三日内',
    why: "the buyer's own term for the refund, no rule's",
  },
  {
    path: 'src/cli/commands/platform/run.ts',
    text: '例如：kameng platform report_window=',
    why: 'how to type what an agreement says',
  },
  { path: 'src/cli/commands/platform/run.ts', text: '例如：48小时、3天', why: 'how to type a length of time' },
  { path: 'src/words/lint/phrases/threats/menaces.ts', text: '24小时|轮流', why: 'how people threaten, no period' },
];

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
const exempt = (path: string): boolean => EXEMPT.some((one) => path.startsWith(one.path));

describe('a text that names a law or a number of days has a rule id beside it', () => {
  it.each(program.filter((path) => !exempt(path)))('%s', (path) => {
    const bare = unruledMentions(path, read(path)).filter(
      (one) => !ALLOWED.some((allowed) => allowed.path === path && one.text.includes(allowed.text)),
    );
    expect(bare.map((one) => `${path}:${one.line} ${one.says}: ${one.text}`)).toEqual([]);
  });

  it.each(templates)('%s', (path) => {
    expect(unruledLines(read(path)).map((one) => `${path}:${one.line} ${one.says}: ${one.text}`)).toEqual([]);
  });

  it('allows nothing that is no longer there', () => {
    expect(ALLOWED.filter((one) => !read(one.path).includes(one.text))).toEqual([]);
    expect(EXEMPT.filter((one) => !program.some((path) => path.startsWith(one.path)))).toEqual([]);
  });
});

describe('rule ids', () => {
  it.each(program)('that %s names are in the tables', (path) => expect(unknownRules(path, read(path))).toEqual([]));
});

describe('the repealed measures', () => {
  it('are named nowhere', () => {
    const said = [...program, ...templates, ...filesUnder('docs'), ...filesUnder('bin')].filter((path) =>
      /暂行办法|总局令第20号/.test(read(path)),
    );
    expect(said).toEqual([]);
  });
});

describe('the scan itself', () => {
  const bare = (source: string): string[] => unruledMentions('a.ts', source).map((one) => one.says);

  it.each([
    [`const a = '应当在七个工作日内决定';`, ['七个工作日']],
    [`const a = '48小时内反馈';`, ['48小时']],
    [`const a = '15 天内退款';`, ['15 天内']],
    [`const a = '依据《消费者权益保护法》';`, 1],
    [`const a = '民法典第1024条';`, 2],
    ['const a = `按照《电子商务法》${x}`;', 1],
    [`f({ text: '三年内起诉' }, { rule: 'NOT-01' });`, ['三年内']],
    [`const rows = [\n  { rule: 'REG-01', text: '七个工作日' },\n  { text: '十五日内' },\n];`, ['十五日内']],
    [`function f() {\n  g('REG-01');\n  return '六十日内';\n}`, ['六十日内']],
  ])('sees %s', (source, expected) => {
    const got = bare(source);
    if (typeof expected === 'number') expect(got.join(' ').split(' ')).toHaveLength(expected);
    else expect(got).toEqual(expected);
  });

  it.each([
    `const a = { rule: 'REG-01', text: '七个工作日内决定' };`,
    `const a = '七个工作日内决定'; // REG-01`,
    `const a = '七个工作日内决定（REG-01）';`,
    `f('REG-01', '七个工作日内决定');`,
    "const a = `${lawText('REG-01')}：七个工作日内决定`;",
    'const a = `${n} 个工作日内`;',
    `const a = '最早的一天';`,
    `const a = '第三天再看';`,
    `const a = '付款日期 2026年9月1日';`,
    `const a = /七个工作日/;`,
    `// 七个工作日`,
    `const a = '第 2 条证据';`,
  ])('lets %s pass', (source) => expect(bare(source)).toEqual([]));

  it('sees a template line and lets a ruled one pass', () => {
    expect(unruledLines('请在十五日内退款\n请在十五日内退款{{!-- PLT-12 --}}').map((one) => one.line)).toEqual([1]);
    expect(unknownRules('a.ts', `f('REG-88', 'REG-01', 'UTF-16', '证据 SHA-25');`)).toEqual(['REG-88']);
  });
});
