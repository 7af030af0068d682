import type { Contact } from '../../src/model/contact.ts';
import type { Dispute } from '../../src/model/dispute.ts';
import { type Kind, KINDS } from '../../src/model/evidence.ts';
import type { FactKey, Facts } from '../../src/model/facts.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { CaseSnapshot, ExhibitSummary } from '../../src/model/snapshot.ts';

/** Facts as the user would give them. */
export function given(values: Partial<Record<FactKey, string>>): Facts {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { value, status: 'given', sources: [] }]),
  );
}

export function aReading(kind: Kind, more: Partial<Reading> = {}): Reading {
  return {
    reader: 'picture',
    version: '1',
    status: 'read',
    mediaType: 'image/png',
    category: KINDS[kind].category,
    kind,
    confidence: 0.9,
    fields: [],
    notes: [],
    ...more,
  };
}

export function anExhibit(no: number, kind: Kind, more: Partial<ExhibitSummary> = {}): ExhibitSummary {
  return {
    no,
    file: `${no}.png`,
    category: KINDS[kind].category,
    kind,
    labelledByUser: false,
    confidence: 0.9,
    sha256: String(no).padStart(64, '0'),
    bytes: 1000,
    mediaType: 'image/png',
    takenInAt: '2026-11-20T09:00:00+08:00',
    ...more,
  };
}

/** An exhibit on which these fields were read. */
export function readExhibit(
  no: number,
  kind: Kind,
  fields: Partial<Record<FactKey, string>>,
  more: Partial<Reading> = {},
): ExhibitSummary {
  const read = Object.entries(fields).map(([key, value]) => ({
    key: key as FactKey,
    value,
    text: value,
    confidence: 0.95,
    certain: true,
  }));
  return anExhibit(no, kind, { reading: aReading(kind, { fields: read, ...more }) });
}

export function aContact(no: number, more: Partial<Contact> & Pick<Contact, 'channel' | 'at'>): Contact {
  return {
    no,
    result: 'none',
    exhibits: [],
    loggedAt: '2026-11-22T09:00:00+08:00',
    reading: { vague: false, refusal: false, promise: null, settled: false },
    ...more,
  };
}

export function aCase(
  more: Partial<CaseSnapshot> & { dispute?: Dispute; kinds?: Kind[]; values?: Partial<Record<FactKey, string>> } = {},
): CaseSnapshot {
  const { kinds, values, ...rest } = more;
  return {
    id: 'case-1',
    title: '案件',
    file: '案件.kameng',
    openedAt: '2026-11-20T09:00:00+08:00',
    today: '2026-11-22',
    now: '2026-11-22T10:00:00+08:00',
    facts: given({ amount: '96.50', ...values }),
    exhibits: (kinds ?? []).map((kind, i) => anExhibit(i + 1, kind)),
    contacts: [],
    letters: [],
    platformRules: [],
    ...rest,
  };
}
