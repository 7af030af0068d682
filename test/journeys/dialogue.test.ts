import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Desk, LITTLE, openDesk } from '../support/kameng.ts';
import { answer, CTRL_C, DOWN, ENTER, openTerminal, type Question } from '../support/terminal.ts';

const EXAMPLE = resolve(import.meta.dirname, '../../docs/example');

/** The questions of `new` in order, with an answer to each and what is saved by it. */
const NEW_QUESTIONS: (Question & { see: string; fact?: [string, string] })[] = [
  { see: '在哪个文件夹？', keys: ENTER },
  { see: '发生了什么？', keys: DOWN + ENTER, fact: ['dispute', 'not_delivered'] },
  { see: '在哪个平台', keys: `橙子卡券${ENTER}`, fact: ['platform', '橙子卡券'] },
  { see: '从哪个商家', keys: `晴空数码小铺${ENTER}`, fact: ['merchant', '晴空数码小铺'] },
  { see: '买了什么', keys: `季卡兑换码${ENTER}`, fact: ['product', '季卡兑换码'] },
  { see: '付了多少钱', keys: `58.8${ENTER}`, fact: ['amount', '58.80'] },
  { see: '什么时候付的款', keys: `2026-11-09 19:58${ENTER}`, fact: ['paidAt', '2026-11-09T19:58+08:00'] },
  { see: '订单号是多少', keys: `QK2026110919581177${ENTER}`, fact: ['orderNo', 'QK2026110919581177'] },
  { see: '什么时候发现', keys: ENTER },
  { see: '想要什么', keys: ENTER, fact: ['demand', 'refund'] },
  { see: '就知道该找谁', keys: `n${ENTER}` },
  { see: '拖到这里', keys: ENTER },
];

const factsOf = (desk: Desk): Record<string, { value: string }> =>
  desk.run(['facts', '--json', '-c', 'x.kameng']).json().facts;

describe('new as a dialogue', () => {
  test('asks in the order a person would tell it, and saves every answer', async () => {
    const desk = openDesk();
    const terminal = openTerminal(desk, ['new', '--case', './x.kameng']);
    await answer(terminal, NEW_QUESTIONS);
    expect(await terminal.exit).toBe(0);
    const facts = factsOf(desk);
    for (const { fact } of NEW_QUESTIONS) if (fact) expect(facts[fact[0]]?.value).toBe(fact[1]);
    expect(terminal.screen()).toContain('趁对方还没删，先截下来');
    expect(terminal.screen()).toContain('kameng new -y --dispute not_delivered');
  });

  test('says what is wrong with an answer and asks again', async () => {
    const desk = openDesk();
    const terminal = openTerminal(desk, ['new', '--case', './x.kameng']);
    await answer(terminal, NEW_QUESTIONS.slice(0, 5));
    await terminal.see('付了多少钱');
    terminal.type(`-5${ENTER}`);
    await terminal.see('金额不对');
    terminal.type(`${'\u007f'.repeat(2)}58.8${ENTER}`);
    await terminal.see('什么时候付的款');
    terminal.type(`2099-01-01${ENTER}`);
    await terminal.see('时间还没到');
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
    expect(factsOf(desk)['amount']?.value).toBe('58.80');
  });

  test.each(NEW_QUESTIONS.map(({ see }, i) => [see, i] as const))(
    'Ctrl-C at “%s” loses nothing that was answered',
    async (see, i) => {
      const desk = openDesk();
      const terminal = openTerminal(desk, ['new', '--case', './x.kameng']);
      await answer(terminal, NEW_QUESTIONS.slice(0, i));
      await terminal.see(see);
      terminal.type(CTRL_C);
      expect(await terminal.exit).toBe(130);
      expect(terminal.screen()).not.toMatch(/at .*\.js:\d+/);
      expect(existsSync(join(desk.cwd, 'x.kameng'))).toBe(i > 1);
      if (i <= 1) return;
      expect(terminal.screen()).toContain('案卷已保存');
      expect(terminal.screen()).toContain('下次接着答：kameng');
      const facts = factsOf(desk);
      for (const { fact } of NEW_QUESTIONS.slice(0, i)) if (fact) expect(facts[fact[0]]?.value).toBe(fact[1]);
      // It was called by its folder for good when it was left before the last question, and so were its letters.
      const { title } = desk.run(['status', '--json', '-c', 'x.kameng']).json().case;
      for (const key of ['merchant', 'product'])
        if (facts[key] !== undefined) expect(title).toContain(facts[key].value);
      expect(desk.run(['verify', '-c', 'x.kameng']).status).toBe(0);
      expect(readdirSync(desk.cwd).filter((name) => name.startsWith('x.kameng'))).toEqual(['x.kameng']);
    },
  );

  test('the questions go on from the menu where they were left', async () => {
    const desk = openDesk();
    const stopped = openTerminal(desk, ['new']);
    await answer(stopped, NEW_QUESTIONS.slice(0, 6));
    await stopped.see('什么时候付的款');
    stopped.type(CTRL_C);
    expect(await stopped.exit).toBe(130);
    const again = openTerminal(desk, []);
    await again.see('打开：');
    await again.see('选中');
    again.type(DOWN + ENTER);
    await again.see('回答问题，让判断更准');
    await again.see('选中');
    again.type(DOWN.repeat(3) + ENTER);
    await again.see('什么时候付的款');
    again.type(`前天晚上8点${ENTER}`);
    await again.see('对吗？');
    again.type(ENTER);
    await again.see('订单号是多少');
    // Back to the menu, and there it leaves.
    again.type(CTRL_C);
    await again.see('已停下，没答完的没有记');
    await again.see('选中');
    again.type(CTRL_C);
    expect(await again.exit).toBe(130);
    expect(again.screen()).toContain('接着做：kameng');
    expect(desk.run(['facts', '--json']).json().facts).toMatchObject({
      amount: { value: '58.80' },
      paidAt: { value: '2026-11-23T20:00+08:00' },
    });
  });

  test('what is not known stays open', async () => {
    const desk = openDesk();
    const terminal = openTerminal(desk, ['new', '--case', './x.kameng']);
    await answer(
      terminal,
      NEW_QUESTIONS.map((question) =>
        ['在哪个平台', '从哪个商家', '什么时候付的款', '订单号是多少', '什么时候发现'].includes(question.see)
          ? { ...question, keys: ENTER }
          : question,
      ),
    );
    expect(await terminal.exit).toBe(0);
    expect(Object.keys(factsOf(desk)).toSorted()).toEqual(['amount', 'demand', 'dispute', 'product']);
  });
});

describe('evidence in a dialogue', () => {
  test('a dragged path is taken in, and a file nobody can tell is asked about with a guess', async () => {
    const desk = openDesk();
    writeFileSync(join(desk.cwd, '说明 一.bin'), Buffer.from([1, 2, 3, 4]));
    const terminal = openTerminal(desk, ['new', '--case', './x.kameng']);
    await answer(terminal, NEW_QUESTIONS.slice(0, -1));
    await terminal.see('拖到这里');
    terminal.type(`'${join(desk.cwd, '说明 一.bin')}'${ENTER}`);
    await terminal.see('属于哪一类');
    terminal.type(ENTER);
    await terminal.see('拖到这里');
    terminal.type(ENTER);
    expect(await terminal.exit).toBe(0);
    const exhibits = desk.run(['evidence', '--json', '-c', 'x.kameng']).json().exhibits;
    expect(exhibits).toMatchObject([{ file: '说明 一.bin', category: 'other', confidence: 1 }]);
  });

  // Ctrl-C between two questions was taken note of, and the next question then waited for ever.
  test('files come before questions; Ctrl-C before the next question is heard', async () => {
    const desk = openDesk();
    const terminal = openTerminal(desk, ['new', '--case', './x.kameng']);
    await terminal.see('在哪个文件夹？');
    terminal.type(`/nowhere${ENTER}`);
    await terminal.see('没有这个文件或文件夹');
    terminal.type(`${'\u007f'.repeat('/nowhere'.length)}${join(EXAMPLE, '订单.png')}${ENTER}`);
    await terminal.see('从材料里读到');
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
    expect(terminal.screen()).not.toContain('买了什么');
    expect(desk.run(['evidence', '--json', '-c', 'x.kameng']).json().exhibits).toMatchObject([{ file: '订单.png' }]);
  });

  test('Ctrl-C at the category keeps the file', async () => {
    const desk = openDesk();
    desk.run(['new', '-y', ...LITTLE, '--case', './x.kameng']);
    writeFileSync(join(desk.cwd, 'a.bin'), Buffer.from([1, 2, 3, 4]));
    const terminal = openTerminal(desk, ['add', 'a.bin']);
    await terminal.see('属于哪一类');
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
    expect(desk.run(['evidence', '--json']).json().exhibits).toHaveLength(1);
  });
});

test.each<[string, string[], string]>([
  ['route', ['route'], '你是在哪里买的'],
  ['letter', ['letter'], '写哪一份'],
  ['vet', ['vet', '橙子卡券'], '营业执照和经营者名称吗'],
])('Ctrl-C at a question of %s changes nothing', async (_name, args, see) => {
  const desk = openDesk();
  desk.run(['new', '-y', ...LITTLE, '--case', './x.kameng']);
  const before = readFileSync(join(desk.cwd, 'x.kameng'));
  const terminal = openTerminal(desk, args);
  await terminal.see(see);
  terminal.type(CTRL_C);
  expect(await terminal.exit).toBe(130);
  expect(readFileSync(join(desk.cwd, 'x.kameng')).equals(before)).toBe(true);
});

describe('kameng alone', () => {
  test('is a way in: a new case, and on with one that is there', async () => {
    const desk = openDesk();
    const first = openTerminal(desk, []);
    await first.see('做什么？');
    first.type(ENTER);
    await first.see('在哪个文件夹？');
    first.type(ENTER);
    await first.see('发生了什么？');
    first.type(CTRL_C);
    await first.see('再按一次 Ctrl-C 退出');
    await first.see('选中');
    first.type(CTRL_C);
    expect(await first.exit).toBe(130);

    desk.run(['new', '-y', ...LITTLE]);
    const second = openTerminal(desk, []);
    await second.see('现在做：');
    await second.see('打开：');
    await second.see('选中');
    second.type(DOWN + ENTER);
    await second.see('现在做这个');
    await second.see('看：整个案卷');
    await second.see('选中');
    // All of it stands in a small terminal.
    expect(second.screen().split('现在做这个').at(-1)!.split('\n').length).toBeLessThanOrEqual(20);
    second.type(DOWN.repeat(6) + ENTER);
    await second.see('看整个案卷');
    second.type(ENTER);
    await second.see('按回车回到菜单');
    second.type(ENTER);
    await second.see('退出');
    await second.see('选中');
    second.type(DOWN.repeat(30) + ENTER);
    expect(await second.exit).toBe(0);
  });

  // The menu of a case that had just been closed offered to close it.
  test('leaves a case that was closed as its next step', async () => {
    const desk = openDesk();
    desk.run(['new', '-y', ...LITTLE]);
    desk.run(['followup', '--channel', 'merchant', '--result', 'settled']);
    desk.run(['facts', 'refunded=1']);
    const terminal = openTerminal(desk, []);
    await terminal.see('选中');
    terminal.type(DOWN + ENTER);
    await terminal.see('看：整个案卷');
    await terminal.see('选中');
    terminal.type(ENTER);
    await terminal.see('已结案');
    await terminal.see('按回车回到菜单');
    terminal.type(ENTER);
    await terminal.see('结了的有 1 个');
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
  });

  test('takes a closed case back', async () => {
    const desk = openDesk();
    desk.run(['new', '-y', ...LITTLE]);
    expect(desk.run(['close', '-y']).status).toBe(0);
    const terminal = openTerminal(desk, []);
    await terminal.see('没有在办的案卷；结了的有 1 个');
    await terminal.see('重新打开结了的案卷');
    await terminal.see('选中');
    terminal.type(DOWN + ENTER);
    await terminal.see('不打开了');
    terminal.type(ENTER);
    await terminal.see('kameng reopen --case');
    await terminal.see('按回车回到菜单');
    terminal.type(ENTER);
    await terminal.see('打开：');
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
  });

  test('Ctrl-C at the menu is a cancel', async () => {
    const desk = openDesk();
    const terminal = openTerminal(desk, []);
    await terminal.see('做什么？');
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
  });
});

test('a telephone number that nobody can call is asked again, and kept when it is meant', async () => {
  const desk = openDesk();
  const terminal = openTerminal(desk, ['me', '电话=12345']);
  await answer(terminal, [
    { see: '12345 不像电话', keys: ENTER },
    { see: '投诉人电话', keys: `87654321${ENTER}` },
    { see: '87654321 不像电话', keys: DOWN + ENTER },
  ]);
  expect(await terminal.exit).toBe(0);
  expect(desk.run(['me', '--json']).json().me).toEqual({ buyerPhone: '87654321' });
  // Where nobody can be asked it is said, and kept.
  const alone = desk.run(['me', '电话=1380013800']);
  expect(alone.status).toBe(0);
  expect(alone.stderr).toContain('1380013800 不像电话');
});

test('what one keeps of oneself may be left out when it is asked again', async () => {
  const desk = openDesk();
  const terminal = openTerminal(desk, ['me']);
  await answer(terminal, [
    { see: '姓名（不填就直接回车）', keys: `林晓${ENTER}` },
    { see: '电话（不填就直接回车）', keys: `12345${ENTER}` },
    { see: '12345 不像电话', keys: ENTER },
    { see: '电话（不改就直接回车）', keys: ENTER },
    { see: '地址（不填就直接回车）', keys: ENTER },
    { see: '证件号码（不填就直接回车）', keys: ENTER },
  ]);
  expect(await terminal.exit).toBe(0);
  expect(desk.run(['me', '--json']).json().me).toEqual({ buyerName: '林晓' });
});

test('what was read is shown for a yes, and a correction is kept', async () => {
  const desk = openDesk();
  const terminal = openTerminal(desk, [
    'new',
    EXAMPLE,
    '--case',
    './x.kameng',
    '--platform',
    '橙子卡券',
    '--demand',
    'refund',
  ]);
  await terminal.see('从材料里读到');
  await terminal.see('都对吗？');
  terminal.type(`n${ENTER}`);
  await terminal.see('改哪一项？');
  await terminal.see('选中');
  terminal.type(ENTER);
  await terminal.see('账号被封');
  await terminal.see('选中');
  terminal.type(DOWN + ENTER);
  await terminal.see('改哪一项？');
  await terminal.see('纠纷类型：未到账');
  await terminal.see('选中');
  // What is done is done with Enter alone.
  terminal.type(ENTER);
  await terminal.see('什么时候发现');
  terminal.type(ENTER);
  await terminal.see('就知道该找谁');
  terminal.type(`n${ENTER}`);
  expect(await terminal.exit).toBe(0);
  expect(terminal.screen()).toMatch(/example[\s\S]*-y(?: --dispute |\s+kameng facts dispute=)not_delivered/);
  const facts = factsOf(desk) as Record<string, { value: string; status?: string }>;
  expect(facts['dispute']).toMatchObject({ value: 'not_delivered', status: 'given' });
  expect(facts['orderNo']).toMatchObject({ value: 'QK2026110919581177', status: 'confirmed' });
});
