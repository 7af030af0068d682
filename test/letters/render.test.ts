import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeLetter } from '../../src/letters/compose.ts';
import { readBlocks } from '../../src/letters/template/blocks.ts';
import { hideMarkup, showMarkdown, showPlain } from '../../src/letters/values/marks.ts';
import { toMarkdown, toText } from '../../src/letters/template/text.ts';
import type { KamengError } from '../../src/model/errors.ts';
import { cardInvalid } from './cases.ts';

const templatesDir = join(import.meta.dirname, '../../templates');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kameng-templates-'));
  await mkdir(join(folder, 'letters', 'merchant'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

async function withTemplate(letter: string, facts: Record<string, string> = {}, settings?: string): Promise<string> {
  await rm(join(folder, 'letters', 'merchant', 'template.json'), { force: true });
  await writeFile(join(folder, 'letters', 'merchant', 'letter.hbs'), letter);
  if (settings !== undefined) await writeFile(join(folder, 'letters', 'merchant', 'template.json'), settings);
  const snapshot = cardInvalid();
  for (const [key, value] of Object.entries(facts))
    Object.assign(snapshot.facts, { [key]: { value, status: 'given', sources: [] } });
  return (await composeLetter({ snapshot, document: 'merchant', templatesDir, userTemplatesDir: folder, no: 7 })).text;
}

const failure = (letter: string, settings?: string): Promise<KamengError> =>
  withTemplate(letter, {}, settings).then(
    (text) => {
      throw new Error(`rendered: ${text}`);
    },
    (error: KamengError) => error,
  );

describe('a template of one’s own', () => {
  test('is used, with what it does not have taken from ours', async () => {
    expect(
      await withTemplate('# {{title}}\n\n第{{no}}号：{{facts.merchant}}，{{facts.amount}}\n\n{{> evidence}}\n'),
    ).toMatch(/^关于订单761072976091679384的投诉函\n\n第7号：青柠网络，96\.50元\n证据1　订单页面截图/);
  });

  test('says which facts are missing, all at once', async () => {
    const error = await failure('{{facts.orderedAt}} {{facts.payee}} {{facts.merchant}}');
    expect(error.code).toBe('FACT_MISSING');
    expect(error.message).toContain('下单时间（orderedAt）');
    expect(error.message).toContain('收款方（payee）');
  });

  test('takes the example of the documentation for its settings', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/templates.md'), 'utf8');
    const example = /```json\n([\s\S]*?)```/.exec(page)![1]!;
    expect(await withTemplate('# {{title}}\n\n{{> laws}}\n', {}, example)).toMatch(
      /^关于订单761072976091679384的投诉函\n\n依据《中华人民共和国民法典》第五百七十七条/,
    );
  });

  test('may ask for a fact before it uses it', async () => {
    expect(await withTemplate('{{#if facts.payee}}{{facts.payee}}{{else}}没有收款方{{/if}}')).toBe('没有收款方\n');
  });

  test.each([
    ['a block that is not closed', '一\n二\n{{#if facts.merchant}}三', /第 3 行/],
    ['braces that do not close', '一\n{{facts.merchant\n', /第 \d 行/],
    ['a name that does not exist', '一\n\n{{facts.ordrNo}}', /第 3 行：没有“ordrNo”这个值/],
  ])('with %s gets one error with file and line', async (_, letter, line) => {
    const error = await failure(letter);
    expect(error.code).toBe('TEMPLATE_INVALID');
    expect(error.message).toContain(join('letters', 'merchant', 'letter.hbs'));
    expect(error.message).toMatch(line);
  });

  test.each([
    '{{constructor}}',
    '{{facts.constructor}}',
    '{{this.constructor.constructor}}',
    '{{facts.__proto__}}',
    '{{__proto__.polluted}}',
    '{{story.constructor.name}}',
    '{{#with facts}}{{merchant}}{{/with}}',
    '{{lookup facts "merchant"}}',
    '{{lookup this "constructor"}}',
    '{{log "x"}}',
    '{{#each (lookup . "facts")}}{{/each}}',
    '{{helperMissing}}',
    '{{#blockHelperMissing facts}}{{/blockHelperMissing}}',
    '{{@root.constructor}}',
    '{{@root.__proto__}}',
    '{{@partial-block}}',
    '{{@../x}}',
    '{{#if (eq 1 1)}}x{{/if}}',
    '{{facts.merchant.toString "x"}}',
    '{{toString}}',
    '{{facts.valueOf}}',
    '{{facts.[constructor]}}',
    '{{["constructor"]}}',
    '{{facts.merchant.constructor}}',
    '{{> ../../../etc/passwd}}',
    '{{> (lookup . "title")}}',
    '{{> unknown}}',
    '{{> evidence x=1}}',
    '{{#> evidence}}x{{/evidence}}',
    '{{#*inline "facts"}}x{{/inline}}',
    '{{* decorator}}',
    '{{{raw-helper "a"}}}',
    '{{{{raw}}}}x{{{{/raw}}}}',
    '{{"literal"}}',
    '{{1}}',
    '{{#each story}}{{#each ../story}}{{#each ../../story}}x{{/each}}{{/each}}{{/each}}',
    '{{#each story}}{{#each ../story}}{{> facts}}{{/each}}{{/each}}',
    '{{#if constructor}}x{{/if}}',
    '{{#each constructor}}x{{/each}}',
    '{{#unless __proto__}}x{{/unless}}',
    '{{#if story includeZero=true}}x{{/if}}',
  ])('cannot reach out: %s', async (letter) => {
    const error = await failure(letter);
    expect(error.code).toBe('TEMPLATE_INVALID');
    expect(error.hints.length).toBeGreaterThan(0);
  });

  test('@root is the context and nothing else', async () => {
    expect(await withTemplate('{{#each exhibits}}{{@root.facts.merchant}}{{@index}} {{/each}}')).toBe(
      '青柠网络0 青柠网络1 青柠网络2 青柠网络3 青柠网络4 青柠网络5\n',
    );
  });

  test('that is no file, or no folder, is said', async () => {
    const snapshot = cardInvalid();
    const missing = composeLetter({
      snapshot,
      document: 'merchant',
      templatesDir,
      userTemplatesDir: join(folder, 'none'),
      no: 1,
    });
    await expect(missing).rejects.toMatchObject({ code: 'TEMPLATE_MISSING' });
    await mkdir(join(folder, 'letters', 'platform', 'letter.hbs'), { recursive: true });
    const odd = composeLetter({ snapshot, document: 'platform', templatesDir, userTemplatesDir: folder, no: 1 });
    await expect(odd).rejects.toMatchObject({ code: 'TEMPLATE_UNREADABLE' });
  });

  test('that is too large, or writes without end, is refused', async () => {
    expect((await failure(`一${'字'.repeat(70_000)}`)).message).toContain('太大');
    expect(
      (await failure(`{{#each exhibits}}{{#each ../exhibits}}${'很长的一段'.repeat(5000)}{{/each}}{{/each}}`)).message,
    ).toContain('太长');
  });

  test.each([
    ['not json', '{', /JSON/],
    ['a wrong value', '{"title":""}', /title/],
    ['a key of its own', '{"helpers":{}}', /helpers/],
  ])('settings with %s are refused', async (_, settings, message) => {
    expect((await failure('x', settings)).message).toMatch(message);
  });
});

describe('values are data', () => {
  const NASTY = [
    '**VIP** _年卡_ `x`',
    '{{facts.orderNo}}',
    '{{> evidence}}',
    '# 标题',
    '- 一项',
    '1. 一项',
    '| 格 | 子 |',
    '::: signature',
    '[链接](http://x.cn)',
    '<b>粗</b> & ~~删~~',
    '“引号”里',
    '## 一、事实 {#facts}',
    '\u202e倒写',
    '一\n\n# 二',
  ];
  test.each(NASTY)('%j comes out as it went in', async (product) => {
    const shown = product.replace('\u202e', '').replace(/\s+/g, ' ').trim();
    const text = await withTemplate(
      '{{facts.product}}\n\n- {{facts.product}}\n\n| 甲 | 乙 |\n| - | - |\n| {{facts.product}} | 完 |\n',
      { product },
    );
    expect(text).toBe(`${shown}\n${shown}\n甲｜乙\n${shown}｜完\n`);
  });

  test('Markdown prints them as they are', () => {
    expect(showMarkdown(hideMarkup('# a*b_c'))).toBe('\\# a\\*b\\_c');
    expect(showMarkdown(hideMarkup('96.50'))).toBe('96\\.50');
    expect(showMarkdown(`价格${hideMarkup('96.50-x')}`)).toBe('价格96.50-x');
    expect(showPlain(hideMarkup('a|b'))).toBe('a|b');
  });

  test('a table keeps its cells whatever stands in them', () => {
    const blocks = readBlocks(`| 甲 | 乙 |\n| --- | --- |\n| ${hideMarkup('a | b')} | c |`, '2026-09-08').map(
      (one) => one.block,
    );
    expect(blocks[0]).toMatchObject({ kind: 'table', rows: [[hideMarkup('a | b'), 'c']] });
    expect(toText(blocks)).toBe('甲｜乙\na | b｜c\n');
    expect(toMarkdown(blocks)).toContain('| a \\| b | c |');
  });
});

test('a form has boxes, fields and a place to sign', () => {
  const blocks = readBlocks(
    '::: fields\n姓名：张三\n是否同意：[ ] 是 [x] 否\n:::\n\n::: signature\n投诉人：张三\n:::',
    '2026-09-08',
  ).map((one) => one.block);
  expect(blocks).toEqual([
    {
      kind: 'fields',
      rows: [
        { label: '姓名', value: '张三' },
        {
          label: '是否同意',
          options: [
            { label: '是', checked: false },
            { label: '否', checked: true },
          ],
        },
      ],
    },
    { kind: 'signature', label: '投诉人', name: '张三', date: '2026-09-08' },
  ]);
  expect(toText(blocks)).toBe('姓名：张三\n是否同意：☐是　☑否\n\n投诉人：张三\n2026年9月8日\n');
});
