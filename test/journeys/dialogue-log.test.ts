import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Desk, LITTLE, openDesk } from '../support/kameng.ts';
import { answer, CTRL_C, DOWN, ENTER, openTerminal } from '../support/terminal.ts';

const factsOf = (desk: Desk): Record<string, { value: string }> =>
  desk.run(['facts', '--json', '-c', 'x.kameng']).json().facts;

describe('followup as a dialogue', () => {
  const questions = [
    { see: '记什么？', keys: ENTER },
    { see: '和谁联系的', keys: DOWN + ENTER },
    { see: '有对方答复的截图', keys: ENTER },
    { see: '什么时候', keys: ENTER },
    { see: '对方是谁', keys: `客服03${ENTER}` },
    { see: '对方说了什么', keys: `请耐心等待，我们会尽快处理${ENTER}` },
  ];

  function openCase(desk: Desk): void {
    desk.run(['new', '-y', ...LITTLE, '--case', './x.kameng']);
  }

  test('an answer that was pasted where a name is asked is heard as an answer', async () => {
    const desk = openDesk();
    openCase(desk);
    const said = '您好，您反馈的问题已收到，请保持电话畅通。';
    const terminal = openTerminal(desk, ['followup']);
    const pasted = questions.map((one) =>
      one.see === '对方是谁'
        ? { ...one, keys: said + ENTER }
        : one.see === '对方说了什么'
          ? { ...one, keys: ENTER }
          : one,
    );
    await answer(terminal, pasted);
    expect(await terminal.exit).toBe(0);
    const [contact] = desk.run(['status', '--json']).json().contacts;
    expect(contact).toMatchObject({ said, result: 'vague' });
    expect(contact).not.toHaveProperty('with');
  });

  test('where somebody has said that he paid, the money is what is asked about', async () => {
    const desk = openDesk();
    openCase(desk);
    desk.run(['followup', '--channel', 'merchant', '--said', '已为您全额退款，请查收']);
    const terminal = openTerminal(desk, ['followup']);
    await answer(terminal, [{ see: '记什么？', keys: ENTER }]);
    await terminal.see('是谁退的、谁解决的？');
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
  });

  test('logs what was said', async () => {
    const desk = openDesk();
    openCase(desk);
    const terminal = openTerminal(desk, ['followup']);
    await answer(terminal, questions);
    expect(await terminal.exit).toBe(0);
    expect(terminal.screen()).toContain('可以这样问回去');
    // What stands last is taken for the next thing to do.
    expect(terminal.screen()).toMatch(/同样的事可以直接写[\s\S]*kameng followup --channel[\s\S]*现在做这个/);
    expect(desk.run(['status', '--json']).json().contacts).toMatchObject([
      { channel: 'platform', with: '客服03', result: 'vague' },
    ]);
  });

  // All that was typed was gone when its day did not fit.
  test('what cannot be logged is asked again, with the answers at hand', async () => {
    const desk = openDesk();
    openCase(desk);
    const terminal = openTerminal(desk, ['followup']);
    await answer(terminal, [
      { see: '记什么？', keys: ENTER },
      { see: '和谁联系的', keys: ENTER },
      { see: '有对方答复的截图', keys: ENTER },
      { see: '什么时候', keys: `2026-10-01${ENTER}` },
      { see: '对方是谁', keys: ENTER },
      { see: '对方说了什么', keys: `材料不足${ENTER}` },
      { see: '对方的意思是', keys: DOWN + ENTER },
      { see: '早于付款日期', keys: '' },
      { see: '改一下再记', keys: ENTER },
      { see: '记什么？', keys: ENTER },
      { see: '和谁联系的', keys: ENTER },
      { see: '有对方答复的截图', keys: ENTER },
      { see: '什么时候', keys: `2026-11-05${ENTER}` },
      { see: '对方是谁', keys: ENTER },
      { see: '回车：材料不足', keys: ENTER },
      { see: '对方的意思是', keys: ENTER },
    ]);
    expect(await terminal.exit).toBe(0);
    // 材料不足 may ask or refuse: the buyer heard it.
    expect(desk.run(['status', '--json']).json().contacts).toMatchObject([
      { channel: 'merchant', at: '2026-11-05', said: '材料不足', result: 'refused' },
    ]);
  });

  test('a step that he took himself is logged as that step', async () => {
    const desk = openDesk();
    openCase(desk);
    desk.run(['followup', '--channel', 'police', '--filed', '2026-11-10']);
    desk.run(['followup', '--channel', 'police', '--at', '2026-11-20', '--result', 'refused', '--in-writing']);
    const terminal = openTerminal(desk, ['followup']);
    await answer(terminal, [
      { see: '记什么？', keys: '\u001b[A' + ENTER },
      { see: '交给了谁？', keys: ENTER },
      { see: '交的、提的是什么？', keys: DOWN.repeat(2) + ENTER },
      { see: '哪天交的？', keys: `昨天${ENTER}` },
      { see: '日期：2026-11-24', keys: ENTER },
      { see: '对方答复了吗', keys: ENTER },
      { see: '受理编号', keys: ENTER },
      { see: '有截图就拖到这里', keys: ENTER },
    ]);
    expect(await terminal.exit).toBe(0);
    expect(desk.run(['status', '--json']).json().contacts.at(-1)).toMatchObject({
      channel: 'police',
      step: 'police_reconsider',
      filedOn: '2026-11-24',
    });
    expect(terminal.screen()).toMatch(/--step police_reconsider/);
  });

  test('money that came back is asked for with its amount', async () => {
    const desk = openDesk();
    openCase(desk);
    const terminal = openTerminal(desk, ['followup']);
    await answer(terminal, [
      { see: '记什么？', keys: DOWN.repeat(3) + ENTER },
      { see: '是谁退的', keys: ENTER },
      { see: '钱到账了吗', keys: DOWN + ENTER },
      { see: '什么时候', keys: ENTER },
      { see: '有截图就拖到这里', keys: ENTER },
    ]);
    expect(await terminal.exit).toBe(0);
    expect(factsOf(desk)['refunded']?.value).toBe('1.00');
    // Asked whether it came, he was told to see whether it came.
    expect(terminal.screen()).not.toContain('核对钱是否到账');
    expect(terminal.screen().split('refunded=1.00').at(-1)).toContain('kameng close');
    expect(terminal.screen().match(/同样的事可以直接写/g)).toHaveLength(1);
  });

  // Of three lines the first was logged, and the second was taken for the path of a screenshot.
  test('an answer of several lines that is pasted is one answer', async () => {
    const desk = openDesk();
    openCase(desk);
    const terminal = openTerminal(desk, ['followup']);
    await answer(terminal, [
      { see: '记什么？', keys: ENTER },
      { see: '和谁联系的', keys: ENTER },
      { see: '有对方答复的截图', keys: ENTER },
      { see: '什么时候', keys: ENTER },
      { see: '对方是谁', keys: ENTER },
      { see: '对方说了什么', keys: `\u001b[200~亲，系统延迟，\r11月30日前\r一定退款\u001b[201~${ENTER}` },
    ]);
    expect(await terminal.exit).toBe(0);
    const [contact] = desk.run(['status', '--json']).json().contacts;
    expect(contact.said).toBe('亲，系统延迟， 11月30日前 一定退款');
    // The terminal is left as it was found.
    expect(
      terminal
        .raw()
        .match(/\u001b\[\?2004[hl]/g)
        ?.at(-1),
    ).toBe('\u001b[?2004l');
  });

  // 60 of 96.50 had come, and the matter counted as settled.
  test('a part of the money ends nothing unless he says so', async () => {
    const desk = openDesk();
    openCase(desk);
    const terminal = openTerminal(desk, ['followup']);
    await answer(terminal, [
      { see: '记什么？', keys: DOWN.repeat(3) + ENTER },
      { see: '是谁退的', keys: ENTER },
      { see: '钱到账了吗', keys: DOWN.repeat(2) + ENTER },
      { see: '一共退了多少', keys: `0.4${ENTER}` },
      { see: '还差 0.60 元没退', keys: ENTER },
      { see: '什么时候', keys: ENTER },
      { see: '有截图就拖到这里', keys: ENTER },
    ]);
    expect(await terminal.exit).toBe(0);
    expect(factsOf(desk)['refunded']?.value).toBe('0.40');
    expect(terminal.screen()).toMatch(/退了一部分[\s\S]*--result partly[\s\S]*refunded=0\.40/);
    expect(terminal.screen()).not.toContain('kameng close');
  });

  test.each(questions.map(({ see }, i) => [see, i] as const))('Ctrl-C at “%s” logs nothing', async (see, i) => {
    const desk = openDesk();
    openCase(desk);
    const terminal = openTerminal(desk, ['followup']);
    await answer(terminal, questions.slice(0, i));
    await terminal.see(see);
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
    expect(desk.run(['status', '--json']).json().contacts).toEqual([]);
  });
});

describe('letter as a dialogue', () => {
  /** A case that lacks what only the platform knows. */
  function openCase(desk: Desk): void {
    desk.run(
      (
        'new -y --dispute card_invalid --platform 橙子卡券 --merchant 小铺 --product 季卡 --amount 58.80 ' +
        '--paid-at 2026-11-01 --order QK2026110919581177 --case ./x.kameng'
      ).split(' '),
    );
    desk.run(['facts', 'site=marketplace', 'purpose=own_use', 'seller=unknown', 'goods=code', 'signs=none']);
  }

  test('where the seller has no address, the platform is asked for it', async () => {
    const desk = openDesk();
    openCase(desk);
    const terminal = openTerminal(desk, ['letter', '--to', '12315', '--out', '-']);
    await answer(terminal, [
      { see: '你想要什么', keys: ENTER },
      { see: '先写一份，请平台提供', keys: ENTER },
      { see: '发出去了吗', keys: DOWN + ENTER },
    ]);
    expect(await terminal.exit).toBe(0);
    const status = desk.run(['status', '--json']).json();
    expect(status.letters).toMatchObject([{ document: 'identity' }]);
    expect(status.contacts).toMatchObject([{ channel: 'platform_operator', letter: 1, filedOn: '2026-11-25' }]);
  });

  // Opened with --yes, a case had a demand that nobody had made.
  test('what he wants is no fact until he says so, and where nobody is asked the letter tells', () => {
    const desk = openDesk();
    openCase(desk);
    expect(desk.run(['facts', '--json']).json().facts.demand).toBeUndefined();
    expect(desk.run(['letter', '--to', 'platform', '--out', '-', '--json']).json().assumed).toEqual(['demand']);
    const { stderr } = desk.run(['letter', '--to', 'merchant', '--out', '-']);
    expect(stderr).toContain('这份按退款写');
    desk.run(['facts', 'demand=换货']);
    expect(desk.run(['letter', '--to', 'merchant', '--out', '-', '--json']).json()).toMatchObject({
      assumed: [],
      sections: { demands: expect.stringContaining('更换可以正常兑换的') },
    });
  });

  test('a letter that was chosen from the list ends with what comes next', async () => {
    const desk = openDesk();
    openCase(desk);
    const terminal = openTerminal(desk, ['letter', '--out', '-']);
    await answer(terminal, [
      { see: '写哪一份', keys: ENTER },
      { see: '你想要什么', keys: ENTER },
      { see: '发出去了吗', keys: DOWN + ENTER },
    ]);
    expect(await terminal.exit).toBe(0);
    expect(terminal.screen()).toMatch(/kameng letter --to merchant[\s\S]*现在做这个/);
    expect(terminal.screen()).not.toMatch(/现在做这个[\s\S]*同样的事可以直接写/);
  });

  // The menu wrote the same letter again each time one pressed Enter.
  test('a letter that lies ready is the next thing to hand in, not to write', async () => {
    const desk = openDesk();
    openCase(desk);
    desk.run(['facts', 'promise=三天内退款', 'promisedBy=2026-11-05']);
    expect(desk.run(['letter', '--to', 'merchant', '--out', '-']).status).toBe(0);
    const next = desk.run(['status', '--json']).json().next as { action: string }[];
    const actions = next.map(({ action }) => action).join('\n');
    expect(actions).toContain('kameng followup --letter 1 --filed');
    expect(actions).not.toContain('kameng letter --to merchant');
  });

  // The command that every letter ends with asked for the day that stands in it.
  test('the command that logs a letter as handed in asks nothing', async () => {
    const desk = openDesk();
    openCase(desk);
    expect(desk.run(['letter', '--to', 'merchant', '--out', '-']).status).toBe(0);
    const terminal = openTerminal(desk, ['followup', '--letter', '1', '--filed', '2026-11-25']);
    expect(await terminal.exit).toBe(0);
    expect(desk.run(['status', '--json']).json().contacts).toMatchObject([{ letter: 1, filedOn: '2026-11-25' }]);
  });
});

describe('what one looks at afterwards', () => {
  const NEW =
    'new -y --dispute card_invalid --platform p --merchant m --product x --amount 1 --paid-at 2026-11-01 --order A1234';

  test('due says what a case that was called settled waits for', () => {
    const desk = openDesk();
    desk.run(NEW.split(' '));
    desk.run(['followup', '--channel', 'merchant', '--result', 'settled']);
    expect(desk.run(['due']).stderr).toContain('到账了：kameng facts refunded=金额');
    desk.run(['facts', 'refunded=1']);
    expect(desk.run(['due']).stderr).not.toContain('refunded=金额');
  });

  test('due says who says that it is settled, until they are asked again', () => {
    const desk = openDesk();
    desk.run(NEW.split(' '));
    desk.run(['followup', '--channel', 'platform', '--filed', '2026-11-20']);
    desk.run(['followup', '--channel', 'platform', '--result', 'claimed']);
    const { stderr } = desk.run(['due']);
    expect(stderr).toContain('平台投诉中心称已解决，还没写钱到账');
    expect(stderr).toContain('kameng followup --channel platform --result none');
    desk.run(['followup', '--channel', 'platform', '--result', 'none']);
    expect(desk.run(['due']).stderr).not.toContain('称已解决');
  });

  test('check folds what would be more than a screen, and unfolds it', () => {
    const desk = openDesk();
    desk.run(NEW.split(' '));
    const names = Array.from({ length: 12 }, (_file, i) => `订单${i}.txt`);
    names.forEach((name, i) => {
      const page = `订单详情\n订单编号：QK20261109195811${10 + i}\n实付金额：￥${20 + i}.00\n店铺名称：小铺${i}\n`;
      writeFileSync(join(desk.cwd, name), page);
    });
    desk.run(['add', ...names]);
    const folded = desk.run(['check']).stdout;
    expect(folded).toContain('商家：你填的和证据上的不一样');
    expect(folded).toMatch(/其余 9 个：kameng check --all/);
    expect(folded).not.toContain('31.00 元');
    expect(desk.run(['check', '--all']).stdout).toContain('31.00 元');
  });
});

// The platform gave the seller's name, and nothing of it came into the case.
test('who the seller is becomes a fact when the buyer has looked at it', async () => {
  const desk = openDesk();
  desk.run(['new', '-y', ...LITTLE, '--case', './x.kameng']);
  const terminal = openTerminal(desk, ['followup']);
  await answer(terminal, [
    { see: '记什么？', keys: ENTER },
    { see: '和谁联系的', keys: DOWN + DOWN + ENTER },
    { see: '有对方答复的截图', keys: ENTER },
    { see: '什么时候', keys: ENTER },
    { see: '对方是谁', keys: ENTER },
    { see: '对方说了什么', keys: `公司名称：厦门云栈数码有限公司，公司地址：厦门市思明区湖滨南路7号${ENTER}` },
    { see: '经营者地址：厦门市思明区湖滨南路7号', keys: '' },
    { see: '记进案卷', keys: ENTER },
  ]);
  expect(await terminal.exit).toBe(0);
  expect(terminal.screen()).toMatch(/kameng facts sellerName=[\s\S]*现在做这个/);
  expect(factsOf(desk)['sellerName']?.value).toBe('厦门云栈数码有限公司');
});
