/**
 * A quiet contact: one more talk that brought nothing, with no day, number or letter to it. What follows from a log
 * follows from the others and from the first and last of the quiet ones between them (`quiet-contacts.ts`).
 *
 * Its time is written so that the text sorts as the time does: not midnight, which is the day too, and no zone but
 * China's. A full minute can be written with its seconds or without.
 */
export const QUIET = [
  `result IN ('none', 'vague')`,
  ...[
    'promised_by',
    'filed_on',
    'received_on',
    'accepted_on',
    'letter',
    'sent_on',
    'arrived_on',
    'in_writing',
    'corrects',
    'struck_why',
  ].map((column) => `${column} IS NULL`),
  `json_extract(reading, '$.promise') IS NULL`,
  `(length(at) = 10
    OR length(at) = 22 AND substr(at, 17) = '+08:00' AND substr(at, 12, 5) <> '00:00'
    OR length(at) = 25 AND substr(at, 20) = '+08:00' AND substr(at, 12, 8) <> '00:00:00')`,
].join(' AND ');

/** So that a log of any length is seen at a glance. */
export const CONTACT_INDEXES = `
CREATE INDEX contacts_quiet ON contacts (channel, result, at, no) WHERE ${QUIET};
CREATE INDEX contacts_not_quiet ON contacts (at, no) WHERE NOT (${QUIET});
CREATE INDEX contacts_by_corrected ON contacts (corrects) WHERE corrects IS NOT NULL;
`;
