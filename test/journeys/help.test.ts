import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleOf } from '../../src/law/rules/index.ts';
import { openDesk } from '../support/kameng.ts';

const FOLDER = join(import.meta.dirname, '../../docs/help');
const TITLES = readdirSync(FOLDER).map((name) => name.replace(/\.md$/, ''));

describe('help', () => {
  test('has a page for each file, lists them all, and shows none of it without being asked', () => {
    const desk = openDesk();
    const listed = desk.run(['help']).stdout;
    for (const title of TITLES) {
      expect(listed).toContain(`kameng help ${title}`);
      expect(desk.run(['help', title]).stdout.split('\n')[0]).toBe(title);
    }
    expect(desk.run(['help', '--json']).json().topics).toHaveLength(TITLES.length);
  });

  test.each([
    ['拉黑', '卖家失联'],
    ['截图', '手机截图'],
    ['OCR', '图片没读准'],
    ['驳回', '12315不受理'],
    ['找不到订单', '没有订单号'],
  ])('finds a page by another word: %s', (word, title) => {
    expect(openDesk().run(['help', word]).stdout.split('\n')[0]).toBe(title);
  });

  test('names only commands, options and facts that there are', () => {
    const desk = openDesk();
    const commands = desk.run(['help']).stdout;
    for (const title of TITLES) {
      const page = desk.run(['help', title]).stdout;
      for (const [, command, rest] of page.matchAll(/kameng ([a-z]+)([^\n]*)/g)) {
        expect(commands, `${title}: ${command}`).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
        const own = desk.run(['help', command!]).stdout;
        for (const [option] of rest!.matchAll(/--[a-z-]+/g))
          expect(own, `${title}: ${command} ${option}`).toContain(option);
      }
    }
  });

  test('names only rules that the rulebook has', () => {
    const named = TITLES.flatMap((title) =>
      [...readFileSync(join(FOLDER, `${title}.md`), 'utf8').matchAll(/[A-Z]{2,4}-\d{2}/g)].map(([id]) => id),
    );
    expect(named).toContain('SUB-06');
    for (const id of named) expect(ruleOf(id, '2026-11-25').cites.length, id).toBeGreaterThan(0);
  });

  test('what is neither a command nor a page is an error that names what is near', () => {
    const ran = openDesk().run(['help', '截屏']);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('没有讲“截屏”的一页');
  });
});
