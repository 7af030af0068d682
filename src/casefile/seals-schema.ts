/** Questions to timestamp authorities about the head of the journal, and what came back. */
export const SEALS = `
CREATE TABLE seals (
  no INTEGER PRIMARY KEY,
  head_seq INTEGER NOT NULL CHECK (head_seq > 0),
  head_hash TEXT NOT NULL CHECK (length(head_hash) = 64),
  stamped TEXT NOT NULL,
  nonce TEXT NOT NULL,
  question INTEGER NOT NULL REFERENCES contents (id),
  asked_at TEXT NOT NULL
) STRICT;

CREATE TABLE seal_replies (
  id INTEGER PRIMARY KEY,
  seal INTEGER NOT NULL REFERENCES seals (no),
  reply INTEGER NOT NULL REFERENCES contents (id),
  trust INTEGER REFERENCES contents (id),
  outcome TEXT NOT NULL,
  detail TEXT,
  stamped_at TEXT,
  signer TEXT,
  serial TEXT,
  judged_at TEXT NOT NULL
) STRICT;
`;
