import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { splitAction } from '../../src/cli/views/case.ts';
import { routeBrief } from '../../src/cli/views/route.ts';
import { needLabel } from '../../src/law/route/needs.ts';
import { route } from '../../src/law/route/route.ts';
import { situationOf } from '../../src/law/route/situation-of.ts';
import { nextSteps, turnOf } from '../../src/law/steps/next-steps.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { letter, ready, said } from '../law/ready-case.ts';
import { aContact } from '../law/a-case.ts';

/** What `kameng route` says first of a case. */
function brief(snapshot: CaseSnapshot): string {
  const found = route(situationOf(snapshot));
  const codes = found.channels.flatMap(({ needs }) => needs);
  const needs = Object.fromEntries(codes.map((code) => [code, { words: needLabel(code), met: true }]));
  const turn = turnOf(snapshot);
  const routed = { route: found, questions: [], needs, ...(turn === undefined ? {} : { turn }) };
  return routeBrief(routed, new Chalk({ level: 0 }), { width: Infinity, why: false }).join('\n');
}

const sent = letter(1, 'merchant', [1, 2], '2026-11-12T09:00:00+08:00');
const filed = aContact(1, { channel: 'merchant', at: '2026-11-12T10:00:00+08:00', filedOn: '2026-11-12', letter: 1 });

const CASES: readonly [string, CaseSnapshot][] = [
  ['nothing told yet', ready()],
  ['a letter that lies ready', ready({ letters: [sent] })],
  ['the seller is gone', ready({}, { seller: 'unreachable', signs: 'vanished' })],
  ['the platform must say who sold', ready({}, { seller: 'unknown' })],
  ['the seller was told', ready({ letters: [sent], contacts: [filed] })],
  [
    'the seller has refused',
    ready({
      letters: [sent],
      contacts: [filed, said(2, 'merchant', '2026-11-14T10:00:00+08:00', '激活码一经售出概不退款')],
    }),
  ],
  [
    'a promise is broken',
    ready({ contacts: [said(1, 'merchant', '2026-11-12T10:00:00+08:00', '11月13日前退款到原账户')] }),
  ],
];

describe('the route and the next steps', () => {
  it.each(CASES)('name one first door, and the same: %s', (_name, snapshot) => {
    const commands = nextSteps(snapshot).flatMap(({ action }) => splitAction(action).command ?? []);
    const writes = commands.find((command) => / --to | --letter /.test(command));
    expect(writes).toBeDefined();
    expect(brief(snapshot).split('\n')[1]).toContain(writes);
  });

  it('go to the police before anybody writes to a seller who is gone', () => {
    const text = brief(ready({}, { seller: 'unreachable', signs: 'vanished' }));
    expect(text).toMatch(/^现在走这条 .*kameng letter --to police$/m);
    expect(text).toMatch(/^其余 .*也可以走：平台投诉中心/m);
  });

  it('say of another paper at a door why it is written', () => {
    const text = brief(ready({}, { seller: 'unknown' }));
    const asked = brief(ready({ letters: [sent], contacts: [filed] }, { seller: 'unknown' }));
    expect(text).toContain('kameng letter --to merchant');
    expect(asked).toMatch(/^现在走这条 .*kameng letter --to identity$/m);
    expect(asked).toMatch(/^为什么 .*没有被投诉人的名称和地址/m);
  });

  it('call no door the one to go to while one is waited at and the steps go to none', () => {
    const claimed = aContact(2, { channel: 'merchant', at: '2026-11-15T10:00:00+08:00', result: 'claimed' });
    const waits = ready({ letters: [sent], contacts: [filed, claimed] });
    expect(turnOf(waits)).toBeUndefined();
    const text = brief(waits);
    expect(text).toMatch(/^现在走这条  等/m);
    expect(text).not.toContain('kameng letter');
  });
});
