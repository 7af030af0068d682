import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDesk, PURCHASE, type Desk } from '../support/kameng.ts';
import { openTerminal } from '../support/terminal.ts';

/** A case in which somebody has written other values past kameng, with the triggers as they were. */
function deskWithChanged(sql: string): Desk {
  const desk = openDesk();
  desk.run(['new', '-y', ...PURCHASE, '--case', './x.kameng']);
  desk.run(['followup', '--channel', 'merchant', '--said', '再等等', '-y']);
  const db = new Database(join(desk.cwd, 'x.kameng'));
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql);
  for (const trigger of triggers) db.exec(trigger.sql);
  db.close();
  return desk;
}

describe('a case that somebody has changed', () => {
  test.each([
    ['a time that is none', "UPDATE contacts SET at = 'yesterday'", [['status'], ['timeline'], ['route']]],
    ['a result that is none', "UPDATE contacts SET result = 'x'", [['timeline']]],
    [
      'a dispute that is none',
      "UPDATE facts SET value = 'x' WHERE key = 'dispute'",
      [['check'], ['letter', '--to', 'merchant']],
    ],
    ['a day of payment that is none', "UPDATE facts SET value = 'x' WHERE key = 'paidAt'", [['facts'], ['due']]],
  ])('%s is no bug of ours, and it is said what was changed', (_, sql, commands) => {
    const desk = deskWithChanged(sql);
    for (const args of commands) {
      const ran = desk.run([...args, '--json']);
      expect(ran.status, args.join(' ')).not.toBe(70);
      if (ran.status === 1) expect(ran.stderr).toMatch(/CASE_CHANGED|kameng verify/);
    }
    expect(desk.run(['verify']).status).toBe(4);
    expect(desk.run(['list']).status).not.toBe(70);
  });

  test('colours in an error are somebody else’s and do not reach a terminal', async () => {
    const desk = openDesk();
    const terminal = openTerminal(desk, ['status', '--case', '\u001b[31m\u001b[8mx']);
    await terminal.see('没有叫');
    expect(await terminal.exit).toBe(1);
    expect(terminal.raw()).not.toMatch(/\u001b\[(?:31|8)m/);
    expect(desk.run(['status', '--case', '\u001b[31mx', '--debug']).stderr).not.toContain('\u001b');
  });
});
