import { standingContacts, type AnswerReading, type Contact, type Result, type SentBy } from '../model/contact.ts';
import type { Channel, OwnStep } from '../model/dispute.ts';
import type { CaseFile } from './case-file.ts';
import { insertRow, nextNumber } from './journal.ts';

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
  sent_on: string | null;
  sent_by: SentBy | null;
  sent_no: string | null;
  arrived_on: string | null;
  in_writing: number | null;
  corrects: number | null;
  struck_why: string | null;
  step: OwnStep | null;
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
    sentOn: row.sent_on,
    sentBy: row.sent_by,
    sentNo: row.sent_no,
    arrivedOn: row.arrived_on,
    inWriting: row.in_writing === null ? null : row.in_writing === 1,
    corrects: row.corrects,
    struckWhy: row.struck_why,
    step: row.step,
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

/** The contacts that count, in the order they happened. */
export function listContacts(file: CaseFile): Contact[] {
  return standingContacts(loggedContacts(file));
}

/** Every entry of the log, with those that were corrected or struck. */
export function loggedContacts(file: CaseFile): Contact[] {
  return contactsWhere(file, 'true');
}

/** The entries of the log that a condition holds for, in the order of time. */
export function contactsWhere(file: CaseFile, condition: string, ...values: unknown[]): Contact[] {
  const sql = `SELECT *,
    (SELECT group_concat(exhibit) FROM contact_exhibits x WHERE x.contact = contacts.no) AS exhibits
    FROM contacts WHERE ${condition} ORDER BY at, no`;
  return file.read(() => (file.prepare(sql).all(...values) as ContactRow[]).map(toContact));
}

/** Logs a contact and returns it with its number. */
export function addContact(file: CaseFile, contact: Omit<Contact, 'no' | 'loggedAt'>): Contact {
  return file.write(() => {
    const no = nextNumber(file, 'contacts');
    const loggedAt = file.now();
    const action =
      contact.struckWhy !== undefined ? 'contact.strike' : contact.corrects ? 'contact.correct' : 'contact.log';
    insertRow(file, action, 'contacts', {
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
      sent_on: contact.sentOn ?? null,
      sent_by: contact.sentBy ?? null,
      sent_no: contact.sentNo ?? null,
      arrived_on: contact.arrivedOn ?? null,
      in_writing: contact.inWriting === undefined ? null : Number(contact.inWriting),
      corrects: contact.corrects ?? null,
      struck_why: contact.struckWhy ?? null,
      step: contact.step ?? null,
    });
    for (const exhibit of contact.exhibits) {
      insertRow(file, 'contact.show', 'contact_exhibits', { contact: no, exhibit });
    }
    return { ...contact, no, loggedAt };
  });
}
