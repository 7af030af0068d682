import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KamengError } from '../../src/model/errors.ts';
import { addDays, chinaDay, chinaMoment, type Day, daysBetween, isDay } from '../../src/model/moment.ts';
import { isWorkday } from '../../src/calendar/calendar.ts';
import { countRule, rulesWithClocks } from '../../src/law/deadlines/count.ts';
import { ruleOf } from '../../src/law/rules/index.ts';

const today = '2026-11-22';

interface Row {
  line: string;
  rule: string;
  clock: string;
  start: string;
  nominal: string;
  due: string;
  known: boolean;
  why: string;
}

function readTable(): Row[] {
  const text = readFileSync(join(import.meta.dirname, '../golden/deadlines.txt'), 'utf8');
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [key, start, nominal, due, known, why] = line.split('|').map((cell) => cell.trim());
      const [rule, clock] = key!.split(':');
      return {
        line,
        rule: rule!,
        clock: clock!,
        start: start!,
        nominal: nominal!,
        due: due!,
        known: known === 'yes',
        why: why!,
      };
    });
}

describe('the golden table of deadlines', () => {
  it('comes out row by row', () => {
    const rows = readTable();
    const failed = rows.flatMap((row) => {
      const got = countRule(row.rule, row.start, { today, clock: row.clock })[0]!;
      const same = got.nominal === row.nominal && got.due === row.due && got.certain === row.known;
      return same ? [] : [`${row.line}\n  got ${got.nominal} ${got.due} ${got.certain}`];
    });
    console.log(`deadlines: ${rows.length - failed.length} of ${rows.length} rows pass`);
    expect(failed).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(150);
  });

  it('has a row for every kind of clock that is counted', () => {
    const kinds = new Set(
      rulesWithClocks(today).flatMap((id) =>
        ruleOf(id, today).clocks!.map((clock) => `${clock.unit} ${clock.moves} ${clock.hourZeroOut ?? ''}`),
      ),
    );
    const rows = new Set(
      readTable().flatMap((row) =>
        ruleOf(row.rule, today)
          .clocks!.filter((clock) => clock.id === row.clock)
          .map((clock) => `${clock.unit} ${clock.moves} ${clock.hourZeroOut ?? ''}`),
      ),
    );
    expect([...kinds].filter((kind) => !rows.has(kind))).toEqual([]);
  });
});

describe('bad input', () => {
  const code = (rule: string, start: string): string => {
    try {
      countRule(rule, start, { today });
    } catch (error) {
      if (error instanceof KamengError && error.hints.length > 0) return error.code;
      throw error;
    }
    return 'counted';
  };

  it.each([
    ['REG-01', '2026-02-29', 'DATE_INVALID'],
    ['REG-01', '2026-13-01', 'DATE_INVALID'],
    ['REG-01', '明天', 'DATE_INVALID'],
    ['REG-01', '', 'DATE_INVALID'],
    ['REG-01', '2026-11-22T25:00+08:00', 'DATE_INVALID'],
    ['SUB-14', '9999-12-31', 'DATE_OUT_OF_RANGE'],
    ['SUB-14', '1900-01-01', 'DATE_OUT_OF_RANGE'],
    ['REG-01', '2026'.repeat(50_000), 'DATE_INVALID'],
    ['REG-01', '2026-11-22 17:39', 'ZONE_MISSING'],
    ['PDEF-01', '2026-11-22T17:39', 'ZONE_MISSING'],
    ['PDEF-01', '2026-11-22', 'MOMENT_NEEDED'],
    ['POL-11', '2026-11-22', 'MOMENT_NEEDED'],
    ['REG-99', '2026-11-22', 'RULE_UNKNOWN'],
    ['工作日', '2026-11-22', 'RULE_UNKNOWN'],
    ['EV-06', '2026-11-22', 'RULE_WITHOUT_CLOCK'],
    ['REG-04', '2026-04-14', 'RULE_NOT_IN_FORCE'],
    ['POL-09', '2025-12-31', 'RULE_NOT_IN_FORCE'],
    ['reg-01', '2026/11/23', 'counted'],
    [' REG-01 ', '2026年11月23日', 'counted'],
    ['REG-01', '2041-05-01', 'counted'],
    ['POL-05', '2026-11-22', 'counted'],
    ['REG-05', '2026-01-05', 'counted'],
  ])('%s from %s: %s', (rule, start, expected) => expect(code(rule, start)).toBe(expected));

  it('names the rules that are near', () => {
    expect(() => countRule('REG-00', '2026-11-22', { today })).toThrow(
      expect.objectContaining({ hints: expect.arrayContaining([expect.stringContaining('REG-01')]) }),
    );
  });

  it('takes the text that was in force', () => {
    expect(countRule('REG-01', '2026-04-14', { today })[0]!.source).not.toContain('投诉举报处理办法');
    expect(countRule('REG-01', '2026-04-15', { today })[0]!.source).toContain(
      '《市场监督管理投诉举报处理办法》第十五条',
    );
    expect(countRule('REG-05', '2026-01-05', { today })[0]!.source).toBe(
      '《市场监督管理投诉举报处理办法》第十六条第四项',
    );
  });

  it('says what is second-hand and what is no law', () => {
    expect(countRule('POL-05', '2026-11-22', { today }).every((one) => one.source.startsWith('据解读'))).toBe(true);
    expect(countRule('PDEF-01', '2026-11-22T10:00+08:00', { today })[0]!.source).toContain('非法定');
  });
});

describe('laws of counting', () => {
  const day2026 = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2026-01-01', n));
  const anyDay = fc.integer({ min: 0, max: 365 * 12 }).map((n) => addDays('2024-07-01', n));
  const dayClocks = rulesWithClocks(today).flatMap((rule) =>
    ruleOf(rule, today)
      .clocks!.filter((clock) => clock.unit !== 'hour')
      .map((clock) => ({ rule, clock })),
  );
  const count = (rule: string, clock: string, start: string) => countRule(rule, start, { today, clock })[0]!;
  const inForce = (rule: string, start: Day): boolean => (ruleOf(rule, today).inForceFrom ?? '') <= start;

  it('a later start never ends earlier', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...dayClocks),
        (start, more, { rule, clock }) => {
          fc.pre(inForce(rule, start));
          const [first, second] = [count(rule, clock.id, start), count(rule, clock.id, addDays(start, more))];
          expect(first.nominal <= second.nominal).toBe(true);
          expect(first.due <= second.due).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('ends after its start, never before its nominal day, and left agrees', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...dayClocks), (start, { rule, clock }) => {
        fc.pre(inForce(rule, start));
        const got = count(rule, clock.id, start);
        expect(got.nominal > start && got.due >= got.nominal && isDay(got.due)).toBe(true);
        expect(daysBetween(got.nominal, got.due)).toBeLessThan(12);
        expect(got.left).toBe(daysBetween(today, got.due));
      }),
      { numRuns: 500 },
    );
  });

  it('never lands on a rest day when it counts working days or moves', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...dayClocks), (start, { rule, clock }) => {
        fc.pre(inForce(rule, start) && (clock.unit === 'workday' || clock.moves !== 'none'));
        expect(isWorkday(count(rule, clock.id, start).due)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('holds as many working days as it counts', () => {
    fc.assert(
      fc.property(
        day2026,
        fc.constantFrom(...dayClocks.filter(({ clock }) => clock.unit === 'workday')),
        (start, { rule, clock }) => {
          fc.pre(inForce(rule, start));
          const { due } = count(rule, clock.id, start);
          const days = Array.from({ length: daysBetween(start, due) }, (_, i) => addDays(start, i + 1));
          expect(days.filter(isWorkday).length).toBe(clock.n);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('depends on the moment, not on the zone it is written in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 * 86_400 }),
        fc.constantFrom('-11:00', '-08:00', '+00:00', '+05:30', '+09:00', '+14:00'),
        fc.constantFrom('PDEF-01', 'REG-01', 'SUB-10'),
        (seconds, zone, rule) => {
          const epoch = Date.parse('2026-01-01T00:00:00Z') + seconds * 1000;
          const minutes = (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
          const there = `${new Date(epoch + minutes * 60_000).toISOString().slice(0, 19)}${zone}`;
          const [abroad, home] = [
            countRule(rule, there, { today })[0]!,
            countRule(rule, chinaMoment(epoch), { today })[0]!,
          ];
          expect([abroad.nominal, abroad.due]).toEqual([home.nominal, home.due]);
          if (rule !== 'PDEF-01') expect(abroad.start).toBe(chinaDay(there));
        },
      ),
      { numRuns: 300 },
    );
  });
});
