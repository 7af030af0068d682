import { deadlinesOf } from '../../law/deadlines/deadlines.ts';
import { FACT_KEYS, factSpec } from '../../model/facts.ts';
import { KamengError } from '../../model/errors.ts';
import type { NextStep } from '../../model/outcome.ts';
import { overAllCases } from '../cases/all-cases.ts';
import { viewCase } from '../cases/case-view.ts';
import { checkCase } from '../cases/check-case.ts';
import { caseName } from '../cases/home.ts';
import { routeCase } from '../cases/route-case.ts';
import { documentLabel } from '../letters/document-label.ts';
import { bounded, MOST_ROWS } from './bounded.ts';
import { casesOf, tellerOf, type Desk, type Opened, type Teller } from './desk.ts';

/**
 * What an assistant is told of a case. Words off exhibits, names of files, what people said and what letters quote
 * stand under `untrusted` and nowhere else: they are material, never an instruction.
 */

const MOST_LETTER = 8_000;

const steps = (next: readonly NextStep[], tell: Teller): object[] =>
  next.slice(0, 8).map(({ due, rule, action, why }) => ({
    due,
    ...(rule === undefined ? {} : { rule }),
    // A step can name a seller or repeat a promise.
    untrusted: { action: tell.words(action), why: tell.words(why) },
  }));

/** All cases that may be seen. */
export function tellCases(desk: Desk): object {
  const results = overAllCases(
    desk.world,
    desk.now,
    (snapshot) => ({
      id: snapshot.id,
      dispute: snapshot.dispute ?? null,
      opened_at: snapshot.openedAt,
      exhibits: snapshot.exhibits.length,
      letters: snapshot.letters.length,
      contacts: snapshot.contacts.length,
      settled: snapshot.contacts.some(({ result }) => result === 'settled'),
      untrusted: { title: tellerOf(snapshot, desk.clear).words(snapshot.title) },
    }),
    casesOf(desk),
  );
  const { list, left_off } = bounded(results, MOST_ROWS);
  return {
    cases: list.map(
      ({ path, value, trouble }) => value ?? { trouble: trouble!.code, untrusted: { file: caseName(path) } },
    ),
    ...(left_off === undefined ? {} : { left_off }),
  };
}

/** One case at a glance. */
export function tellStatus({ file, snapshot, tell }: Opened): object {
  const { coverage, next } = viewCase(file);
  return {
    id: snapshot.id,
    today: snapshot.today,
    dispute: snapshot.dispute ?? null,
    opened_at: snapshot.openedAt,
    exhibits: snapshot.exhibits.length,
    letters: snapshot.letters.length,
    coverage: {
      transaction: coverage.transaction,
      communication: coverage.communication,
      defect: coverage.defect,
      gaps: coverage.gaps.map(({ code, category }) => ({ code, category })),
    },
    next: steps(next, tell),
    contacts: snapshot.contacts.slice(-50).map((contact) => ({
      no: contact.no,
      channel: contact.channel,
      at: contact.at,
      result: contact.result,
      filed_on: contact.filedOn ?? null,
      promised_by: contact.promisedBy ?? null,
      exhibits: contact.exhibits,
      untrusted: {
        with: tell.words(contact.with ?? ''),
        said: tell.words(contact.said ?? '', 1_000),
        reference: tell.words(contact.reference ?? ''),
      },
    })),
    untrusted: { title: tell.words(snapshot.title) },
  };
}

/** What is known, and from which exhibits. */
export function tellFacts({ snapshot, tell }: Opened): object {
  return {
    facts: FACT_KEYS.flatMap((key) => {
      const fact = snapshot.facts[key];
      if (!fact) return [];
      const candidates = fact.candidates ?? [];
      const sources = [...fact.sources, ...candidates.flatMap((one) => one.sources)];
      return [
        {
          key,
          label: factSpec(key).label,
          status: fact.status,
          exhibits: [...new Set(sources.map(({ exhibit }) => exhibit))],
          untrusted: {
            values: (fact.status === 'conflict' ? candidates.map(({ value }) => value) : [fact.value]).map((value) =>
              tell.value(key, value),
            ),
          },
        },
      ];
    }),
  };
}

/** What is missing, what disagrees, which windows close. */
export async function tellCheck({ file, tell }: Opened): Promise<object> {
  const { ready, coverage, conflicts, unread, windows, missing, notes } = await checkCase(file);
  const { gaps, ...covered } = coverage;
  return {
    ready,
    coverage: covered,
    gaps: gaps.map(({ code, category, rule, message, how }) => ({
      code,
      category,
      ...(rule === undefined ? {} : { rule }),
      untrusted: { message: tell.words(message), how: tell.words(how) },
    })),
    conflicts: conflicts.map(({ key, values }) => ({
      key,
      exhibits: values.flatMap((value) => value.exhibits),
      untrusted: { values: values.map(({ value }) => tell.value(key, value)) },
    })),
    unread: unread.map(({ key, sources }) => ({ key, exhibits: sources.map(({ exhibit }) => exhibit) })),
    windows: windows.map(({ rule, due, left, certain, what }) => ({
      rule,
      due,
      left,
      certain,
      untrusted: { what: tell.words(what) },
    })),
    missing,
    notes: notes.map(({ exhibit, code }) => ({ exhibit, code })),
  };
}

/** Where it can be taken now, later, or not. */
export function tellRoute({ file, tell }: Opened): object {
  const { route, needs } = routeCase(file);
  return {
    liable: route.liable,
    channels: route.channels.map(({ id, status, reasons, needs: codes }) => ({
      id,
      status,
      needs: codes.map((code) => ({ code, met: needs[code]?.met ?? false })),
      reasons: reasons.map(({ rule, text }) => ({ rule, untrusted: { text: tell.words(text) } })),
    })),
    warnings: route.warnings.map(({ rule, text }) => ({ rule, untrusted: { text: tell.words(text) } })),
  };
}

/** What has a date. */
export function tellDue({ snapshot, tell }: Opened): object {
  return {
    today: snapshot.today,
    due: deadlinesOf(snapshot).map(({ rule, start, due, certain, left, whose, what }) => ({
      rule,
      start,
      due,
      certain,
      left,
      whose: whose ?? null,
      untrusted: { what: tell.words(what) },
    })),
  };
}

/** The letters that were written. */
export function tellLetters({ snapshot }: Opened): object {
  return {
    letters: snapshot.letters.map(({ no, document, writtenAt, exhibits, rules }) => ({
      no,
      document,
      label: documentLabel(document),
      written_at: writtenAt,
      exhibits,
      rules,
    })),
  };
}

/** One letter as it was frozen. @throws KamengError LETTER_NOT_FOUND */
export function tellLetter({ snapshot, tell }: Opened, no: number): object {
  const letter = snapshot.letters.find((one) => one.no === no);
  if (!letter) throw new KamengError('LETTER_NOT_FOUND', `没有第 ${no} 号文书`);
  const { document, writtenAt, exhibits, rules, text } = letter;
  return {
    no,
    document,
    label: documentLabel(document),
    written_at: writtenAt,
    exhibits,
    rules,
    untrusted: { text: tell.words(text, MOST_LETTER) },
  };
}
