/**
 * The tables of a case file, as migrations. docs/case-file.md describes the
 * format for readers without this program; the two are compared in a test.
 */

import { CONTACT_INDEXES } from './contacts-schema.ts';
import { SEALS } from './seals-schema.ts';

/** "KMNG" at offset 68 of the file. */
export const APPLICATION_ID = 0x4b4d4e47;
/** Large pages: a gibibyte of evidence goes in a fifth faster than with 4 KiB. */
export const PAGE_SIZE = 16_384;

export interface Migration {
  /** The `user_version` after it. */
  version: number;
  name: string;
  sql: string;
}

const keepTable = (table: string, events: readonly ('UPDATE' | 'DELETE')[]): string =>
  events
    .map(
      (event) => `CREATE TRIGGER ${table}_no_${event.toLowerCase()} BEFORE ${event} ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`,
    )
    .join('\n');

const FIRST = `
CREATE TABLE case_info (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  case_id TEXT NOT NULL,
  title TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  vet_id TEXT
) STRICT;

CREATE TABLE contents (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT;

CREATE TABLE chunks (
  id INTEGER PRIMARY KEY,
  content_id INTEGER NOT NULL REFERENCES contents (id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL CHECK (seq >= 0),
  data BLOB NOT NULL,
  UNIQUE (content_id, seq)
) STRICT;

CREATE TABLE exhibits (
  no INTEGER PRIMARY KEY,
  content_id INTEGER NOT NULL UNIQUE REFERENCES contents (id),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  category TEXT NOT NULL,
  kind TEXT NOT NULL,
  labelled_by TEXT NOT NULL CHECK (labelled_by IN ('user', 'reading', 'guess')),
  confidence REAL NOT NULL,
  note TEXT,
  file_modified_at TEXT,
  taken_in_at TEXT NOT NULL,
  near_duplicate_of INTEGER REFERENCES exhibits (no),
  withdrawn_at TEXT,
  withdrawn_why TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL))
) STRICT;

CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  exhibit INTEGER NOT NULL REFERENCES exhibits (no),
  reader TEXT NOT NULL,
  version TEXT NOT NULL,
  status TEXT NOT NULL,
  read_at TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX readings_by_exhibit ON readings (exhibit, id);

CREATE TABLE facts (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('read', 'given', 'confirmed', 'conflict', 'none')),
  sources TEXT NOT NULL CHECK (json_valid(sources)),
  candidates TEXT CHECK (candidates IS NULL OR json_valid(candidates)),
  set_at TEXT NOT NULL
) STRICT;
CREATE INDEX facts_by_key ON facts (key, id);

CREATE TABLE letters (
  no INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  title TEXT NOT NULL,
  written_at TEXT NOT NULL,
  text TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  anyway_why TEXT
) STRICT;

CREATE TABLE letter_exhibits (
  letter INTEGER NOT NULL REFERENCES letters (no),
  exhibit INTEGER NOT NULL REFERENCES exhibits (no),
  PRIMARY KEY (letter, exhibit)
) STRICT, WITHOUT ROWID;

CREATE TABLE letter_files (
  letter INTEGER NOT NULL REFERENCES letters (no),
  file_name TEXT NOT NULL,
  content_id INTEGER NOT NULL REFERENCES contents (id),
  PRIMARY KEY (letter, file_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
  no INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  at TEXT NOT NULL,
  with_whom TEXT,
  said TEXT,
  promised_by TEXT,
  result TEXT NOT NULL,
  filed_on TEXT,
  received_on TEXT,
  accepted_on TEXT,
  reference TEXT,
  letter INTEGER REFERENCES letters (no),
  reading TEXT NOT NULL CHECK (json_valid(reading)),
  logged_at TEXT NOT NULL
) STRICT;
CREATE INDEX contacts_by_time ON contacts (at, no);

CREATE TABLE contact_exhibits (
  contact INTEGER NOT NULL REFERENCES contacts (no),
  exhibit INTEGER NOT NULL REFERENCES exhibits (no),
  PRIMARY KEY (contact, exhibit)
) STRICT, WITHOUT ROWID;

CREATE TABLE platform_rules (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  number REAL,
  unit TEXT,
  clause TEXT,
  quote TEXT NOT NULL,
  url TEXT,
  version_on TEXT,
  exhibit INTEGER REFERENCES exhibits (no),
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  entry TEXT NOT NULL CHECK (json_valid(entry)),
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

${keepTable('contents', ['UPDATE', 'DELETE'])}
${keepTable('chunks', ['UPDATE', 'DELETE'])}
${keepTable('exhibits', ['DELETE'])}
${keepTable('readings', ['UPDATE', 'DELETE'])}
${keepTable('facts', ['UPDATE', 'DELETE'])}
${keepTable('letters', ['UPDATE', 'DELETE'])}
${keepTable('letter_files', ['UPDATE', 'DELETE'])}
${keepTable('contacts', ['UPDATE', 'DELETE'])}
${keepTable('journal', ['UPDATE', 'DELETE'])}
`;

/** Seals are questions and replies that are kept as they came. */
const WITH_SEALS = `${SEALS}
${keepTable('seals', ['UPDATE', 'DELETE'])}
${keepTable('seal_replies', ['UPDATE', 'DELETE'])}
`;

/** How a document was served, corrections of the log, and why a typed value stands against the exhibits. */
const SERVICE = `
ALTER TABLE contacts ADD COLUMN sent_on TEXT;
ALTER TABLE contacts ADD COLUMN sent_by TEXT;
ALTER TABLE contacts ADD COLUMN sent_no TEXT;
ALTER TABLE contacts ADD COLUMN arrived_on TEXT;
ALTER TABLE contacts ADD COLUMN in_writing INTEGER CHECK (in_writing IN (0, 1));
ALTER TABLE contacts ADD COLUMN corrects INTEGER REFERENCES contacts (no);
ALTER TABLE contacts ADD COLUMN struck_why TEXT CHECK (struck_why IS NULL OR corrects IS NOT NULL);
ALTER TABLE facts ADD COLUMN against_why TEXT;
`;

/** The journal is asked for these when a case is shown; they are few. */
const GLANCE = `${CONTACT_INDEXES}
CREATE INDEX journal_closings ON journal (seq) WHERE action IN ('case.close', 'case.reopen');
`;

/** Steps that were taken without a letter of the case, and printed windows that are not the platform's rule. */
const OWN_STEPS = `
ALTER TABLE contacts ADD COLUMN step TEXT CHECK (step IS NULL OR letter IS NULL);
ALTER TABLE platform_rules ADD COLUMN declined INTEGER CHECK (declined IS NULL OR declined = 1);
`;

/** In order, one transaction each. A released one is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'first', sql: FIRST },
  { version: 2, name: 'service', sql: SERVICE },
  { version: 3, name: 'seals', sql: WITH_SEALS },
  { version: 4, name: 'glance', sql: GLANCE },
  { version: 5, name: 'own steps', sql: OWN_STEPS },
];

export const SCHEMA_VERSION = MIGRATIONS.at(-1)!.version;
