import { describe, expect, expectTypeOf, test } from 'vitest';
import { command, declare, type Args, type Options } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import type { NEW } from '../../src/cli/commands/new/options.ts';
import { factFlag, typedFacts } from '../../src/cli/commands/new/fact-flags.ts';
import type { Context } from '../../src/cli/context.ts';
import { flag, manyWords, number, oneOf, path, sentence, someOf, text, unless } from '../../src/cli/options.ts';
import { day } from '../../src/cli/time-options.ts';
import { createProgram } from '../../src/cli/program.ts';
import { FACT_KEYS } from '../../src/model/facts.ts';

const THING = declare('thing [no]', '一件事', {
  to: oneOf('--to <who>', '给谁', ['you', 'me']),
  format: someOf('--format <list>', '格式', { of: ['a', 'b'], preset: 'a', refuse: (wrong) => `没有 ${wrong}` }),
  out: { ...path('--out <dir>', '哪里'), preset: '这里' },
  why: sentence('-w, --why <text>', '为何', 5),
  note: text('--note <text>', '备注'),
  fromDay: day('--from-day <date>', '哪天'),
  piece: number('--piece <no>', '第几件', '件号'),
  file: manyWords('--file <path>', '文件'),
  loud: flag('--loud', '大声'),
  read: unless('--no-read', '不读'),
});

/** What the body of a command gets for words as the parser gives them. */
async function given(typed: Record<string, unknown>): Promise<Options<typeof THING>> {
  const got: Options<typeof THING>[] = [];
  const body = {
    run: async (_context: Context, _args: [string | undefined], options: Options<typeof THING>) =>
      void got.push(options),
  };
  await command(THING, async () => body).run({ now: () => '2026-11-25T10:00:00+08:00' } as Context, [undefined], typed);
  return got[0]!;
}

describe('a table of options', () => {
  test('is the type of what the body gets', () => {
    expectTypeOf<Args<typeof THING>>().toEqualTypeOf<[string | undefined]>();
    expectTypeOf<Options<typeof THING>['to']>().toEqualTypeOf<'you' | 'me' | undefined>();
    expectTypeOf<Options<typeof THING>['format']>().toEqualTypeOf<('a' | 'b')[]>();
    expectTypeOf<Options<typeof THING>['out']>().toEqualTypeOf<string>();
    expectTypeOf<Options<typeof THING>['piece']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Options<typeof THING>['read']>().toEqualTypeOf<boolean>();
  });

  test('checks what was typed, and gives what was not its preset', async () => {
    expect(await given({})).toEqual({ format: ['a'], out: '这里', read: true });
    expect(
      await given({
        format: 'b, a,b',
        why: '  因为 ',
        fromDay: '2026-11-01',
        piece: '3',
        file: ['x', 'y'],
        read: false,
      }),
    ).toEqual({
      format: ['b', 'a'],
      out: '这里',
      why: '因为',
      fromDay: '2026-11-01',
      piece: 3,
      file: ['x', 'y'],
      read: false,
    });
  });

  test('names every wrong option at once', async () => {
    await expect(given({ format: 'a,c', why: '说来话长啊', out: '', file: [''] })).rejects.toMatchObject({
      code: 'OPTION_INVALID',
      exitCode: 2,
      hints: ['--format：没有 c', '--out：不能为空', '--file：不能为空'],
    });
    await expect(given({ why: '一二三四五六' })).rejects.toMatchObject({ hints: ['--why：最多 5 字'] });
    await expect(given({ fromDay: '2026-02-30' })).rejects.toMatchObject({ code: 'DATE_INVALID' });
    await expect(given({ piece: '0' })).rejects.toMatchObject({ code: 'NUMBER_INVALID' });
  });

  test('asks for the library of schemas only when there is something to check', async () => {
    let asked = 0;
    const table = {
      note: { ...text('--note <text>', '备注'), schema: (z: typeof import('zod').z) => (asked++, z.string()) },
    };
    const run = async (): Promise<void> => {};
    await command(declare('x', 'x', table), async () => ({ run })).run({} as Context, [], { other: '1' });
    expect(asked).toBe(0);
    await command(declare('x', 'x', table), async () => ({ run })).run({} as Context, [], { note: '1' });
    expect(asked).toBe(1);
  });
});

describe('the commands', () => {
  test('give each option under the name by which the parser gives it', () => {
    const program = createProgram(async () => {});
    for (const { name, options } of COMMANDS) {
      const declared = program.commands.find((one) => one.name() === name)!.options;
      for (const [key, { flags }] of Object.entries(options))
        expect(declared.find((one) => one.flags === flags)?.attributeName(), `${name} ${flags}`).toBe(key);
    }
  });

  test('are written one way, and no two by one name', () => {
    const names = COMMANDS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { usage } of COMMANDS)
      expect(usage).toMatch(/^[a-z]+(?: (?:\[[a-z]+(?:\.\.\.)?\]|<[a-z]+(?:\.\.\.)?>))?$/);
  });
});

describe('the facts of new', () => {
  test('are taken from its options in the order of the facts', () => {
    const options = { order: 'KM1', dispute: 'vanished', amount: '5', read: true } as unknown as Options<typeof NEW>;
    expect(typedFacts(options)).toEqual([
      ['dispute', 'vanished'],
      ['amount', '5'],
      ['orderNo', 'KM1'],
    ]);
  });

  test('each have the option that the table names', () => {
    expect(FACT_KEYS.flatMap((key) => factFlag(key) ?? [])).toEqual([
      '--dispute',
      '--platform',
      '--merchant',
      '--product',
      '--amount',
      '--paid-at',
      '--order',
      '--trade',
      '--paid-by',
      '--demand',
      '--site',
    ]);
  });
});
