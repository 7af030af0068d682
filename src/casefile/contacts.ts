import type { AnswerReading, Contact, Result } from '../model/contact.ts';
import type { Channel } from '../model/dispute.ts';
import type { CaseFile } from './case-file.ts';
import { insertRow } from './journal.ts';

interface ContactRow {
  no: number;
  channel: Channel;
  at: string;
  with_whom: string | null;
  said: string | null;
  promised_by: string | null;
  result: Result;
  filed_on: string | null;
  received_on: string | null;
  accepted_on: string | null;
  reference: string | null;
  letter: number | null;
  reading: string;
  logged_at: string;
  exhibits: string | null;
}

function toContact(row: ContactRow): Contact {
  const optional = {
    with: row.with_whom,
    said: row.said,
    promisedBy: row.promised_by,
    filedOn: row.filed_on,
    receivedOn: row.received_on,
    acceptedOn: row.accepted_on,
    reference: row.reference,
    letter: row.letter,
  };
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null));
  return {
    no: row.no,
    channel: row.channel,
    at: row.at,
    ...present,
    result: row.result,
    exhibits: row.exhibits === null ? [] : row.exhibits.split(',').map(Number),
    reading: JSON.parse(row.reading) as AnswerReading,
    loggedAt: row.logged_at,
  };
}

/** All contacts in the order they happened. */
export function listContacts(file: CaseFile): Contact[] {
  const sql = `SELECT c.*, (SELECT group_concat(exhibit) FROM contact_exhibits x WHERE x.contact = c.no) AS exhibits
    FROM contacts c ORDER BY c.at, c.no`;
  return file.read(() => (file.prepare(sql).all() as ContactRow[]).map(toContact));
}

/** Logs a contact and returns it with its number. */
export function addContact(file: CaseFile, contact: Omit<Contact, 'no' | 'loggedAt'>): Contact {
  return file.write(() => {
    const { no } = file.prepare('SELECT coalesce(max(no), 0) + 1 AS no FROM contacts').get() as { no: number };
    const loggedAt = file.now();
    insertRow(file, 'contact.log', 'contacts', {
      no,
      channel: contact.channel,
      at: contact.at,
      with_whom: contact.with ?? null,
      said: contact.said ?? null,
      promised_by: contact.promisedBy ?? null,
      result: contact.result,
      filed_on: contact.filedOn ?? null,
      received_on: contact.receivedOn ?? null,
      accepted_on: contact.acceptedOn ?? null,
      reference: contact.reference ?? null,
      letter: contact.letter ?? null,
      reading: JSON.stringify(contact.reading),
      logged_at: loggedAt,
    });
    for (const exhibit of contact.exhibits) {
      insertRow(file, 'contact.show', 'contact_exhibits', { contact: no, exhibit });
    }
    return { ...contact, no, loggedAt };
  });
}
