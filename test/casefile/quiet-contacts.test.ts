import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../src/casefile/case-file.ts';
import { addContact, listContacts } from '../../src/casefile/contacts.ts';
import { countContacts, newestContacts, tellingContacts } from '../../src/casefile/quiet-contacts.ts';
import { takeSnapshot } from '../../src/casefile/snapshot.ts';
import { recordFact } from '../../src/casefile/facts.ts';
import { coverageOf } from '../../src/law/coverage/coverage.ts';
import { deadlinesOf } from '../../src/law/deadlines/deadlines.ts';
import { route } from '../../src/law/route/route.ts';
import { situationOf } from '../../src/law/route/situation-of.ts';
import { nextSteps } from '../../src/law/steps/next-steps.ts';
import { RESULT_IDS, type Contact } from '../../src/model/contact.ts';
import { CHANNEL_IDS } from '../../src/model/dispute.ts';
import { addBytes, temporaryCase } from '../support/case.ts';

type Entry = Omit<Contact, 'no' | 'loggedAt'>;

/** Few days, so that many fall together; mostly times of a clock, and every other way to write one. */
const DAY = fc.integer({ min: 1, max: 9 }).map((day) => `2026-11-0${day}`);
const ODD = fc.constantFrom(
  '',
  'T00:00+08:00',
  'T00:00:00+08:00',
  'T09:30+08:00',
  'T09:30:00+08:00',
  'T09:30:20.5+08:00',
  'T01:30:20Z',
  'T17:00:00Z',
);
const CLOCK = fc.integer({ min: 10, max: 20 }).map((hour) => `T${hour}:15:20+08:00`);
const TIME = fc.oneof({ weight: 4, arbitrary: CLOCK }, { weight: 1, arbitrary: ODD });
const maybe = <T>(value: fc.Arbitrary<T>, weight = 6): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: weight });

const QUIET_ENTRY: fc.Arbitrary<Entry> = fc.record({
  channel: fc.constantFrom('merchant', 'platform', 'regulator'),
  at: fc.tuple(DAY, TIME).map(([day, time]) => day + time),
  said: maybe(fc.constant('请耐心等待')),
  result: fc.constantFrom('none', 'vague'),
  exhibits: fc.constantFrom([], [], [], [1]),
  reading: fc.constant({ vague: true, refusal: false, promise: null, settled: false }),
}) as fc.Arbitrary<Entry>;

const LOUD_ENTRY: fc.Arbitrary<Entry> = fc.record({
  channel: fc.constantFrom('merchant', 'platform', 'regulator', ...CHANNEL_IDS),
  at: fc.tuple(DAY, TIME).map(([day, time]) => day + time),
  said: maybe(fc.constant('已经给您退款了'), 2),
  promisedBy: maybe(DAY),
  result: fc.constantFrom(...RESULT_IDS),
  filedOn: maybe(DAY, 2),
  receivedOn: maybe(DAY),
  acceptedOn: maybe(DAY),
  inWriting: maybe(fc.boolean()),
  exhibits: fc.constantFrom([], [1]),
  reading: fc.record({
    vague: fc.boolean(),
    refusal: fc.boolean(),
    promise: fc.option(fc.record({ by: fc.option(DAY), text: fc.constant('三天内') })),
    settled: fc.boolean(),
  }),
}) as fc.Arbitrary<Entry>;

/** Most say nothing; some take one before them back. */
const LOG = fc.array(
  fc.record({
    entry: fc.oneof({ weight: 12, arbitrary: QUIET_ENTRY }, { weight: 1, arbitrary: LOUD_ENTRY }),
    takesBack: fc.option(fc.record({ no: fc.nat(), why: maybe(fc.constant('记错了'), 2) }), { freq: 12 }),
  }),
  { minLength: 20, maxLength: 80 },
);

function logInto(file: CaseFile, log: typeof LOG extends fc.Arbitrary<infer T> ? T : never): void {
  file.write(() => {
    recordFact(file, 'dispute', { value: 'card_invalid', status: 'given', sources: [] });
    recordFact(file, 'paidAt', { value: '2026-10-29T10:00:00+08:00', status: 'given', sources: [] });
    log.forEach(({ entry, takesBack }, i) => {
      const taken = takesBack && i > 0 ? { corrects: (takesBack.no % i) + 1 } : {};
      const struck = takesBack?.why !== undefined && i > 0 ? { struckWhy: takesBack.why } : {};
      addContact(file, { ...entry, ...taken, ...struck });
    });
  });
}

/** All that a screen says of a case as rules see it. */
function conclusions(file: CaseFile, glance: boolean): unknown {
  const snapshot = takeSnapshot(file, { glance });
  const situation = situationOf(snapshot);
  return {
    situation,
    route: route(situation),
    coverage: coverageOf(snapshot),
    deadlines: deadlinesOf(snapshot),
    next: nextSteps(snapshot),
  };
}

describe('a log at a glance', () => {
  test('leads to the same conclusions as the whole log', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(LOG, (log) => {
        const file = temporaryCase();
        addBytes(file, 'a.png', Buffer.from('a'));
        logInto(file, log);
        expect(conclusions(file, true)).toEqual(conclusions(file, false));
        const [all, telling] = [listContacts(file), tellingContacts(file)];
        // However the quiet ones are found: all read at once, as in so short a log, or asked for one by one.
        expect(tellingContacts(file, 0)).toEqual(telling);
        expect(countContacts(file)).toBe(all.length);
        const numbers = new Set(telling.contacts.map(({ no }) => no));
        expect(telling.contacts).toEqual(all.filter(({ no }) => numbers.has(no)));
        const left = all.filter(({ no }) => !numbers.has(no));
        expect(telling.quiet).toBe(left.filter(({ exhibits }) => exhibits.length === 0).length);
        for (const count of [0, 1, 5])
          expect(newestContacts(file, count)).toEqual(count === 0 ? [] : all.slice(-count));
      }),
      { numRuns: 60 },
    );
  });

  test('leaves out all but a few of many that brought nothing', () => {
    const file = temporaryCase();
    file.write(() => {
      for (let i = 0; i < 2_000; i++) {
        const at = `2026-11-${String(1 + (i % 20)).padStart(2, '0')}T10:${String(i % 60).padStart(2, '0')}:07+08:00`;
        const reading = { vague: false, refusal: false, promise: null, settled: false };
        const filed = i % 500 === 0 ? { filedOn: at.slice(0, 10) } : {};
        addContact(file, { channel: 'platform', at, ...filed, result: 'none', exhibits: [], reading });
      }
    });
    const { contacts, quiet } = tellingContacts(file);
    expect(countContacts(file)).toBe(2_000);
    expect(contacts.length + quiet).toBe(2_000);
    expect(contacts.length).toBeLessThan(40);
  });

  test('is asked of indexes and never of the whole table', () => {
    const file = temporaryCase();
    const asked: string[] = [];
    const prepare = file.prepare.bind(file);
    file.prepare = (sql) => {
      asked.push(sql);
      return prepare(sql);
    };
    addBytes(file, 'a.png', Buffer.from('a'));
    const reading = { vague: false, refusal: false, promise: null, settled: false };
    for (const result of ['none', 'refused'] as const)
      addContact(file, { channel: 'platform', at: '2026-11-03T10:20:07+08:00', result, exhibits: [1], reading });
    asked.length = 0;
    tellingContacts(file);
    tellingContacts(file, 0);
    newestContacts(file, 2);
    countContacts(file);
    for (const sql of new Set(asked)) {
      const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array(sql.split('?').length - 1).fill(1)) as {
        detail: string;
      }[];
      const scans = plan.map(({ detail }) => detail).filter((detail) => /^SCAN (?:contacts|newer)/.test(detail));
      expect(
        scans.filter((detail) => !/USING (?:COVERING )?INDEX/.test(detail)),
        sql,
      ).toEqual([]);
    }
  });
});
