import type { FactKey } from '../../../src/model/facts.ts';

/** A letter as it comes by mail, and what it says. */
export interface Letter {
  /** Named in the failing test. */
  name: string;
  from: string;
  to: string;
  subject: string;
  /** RFC 5322. */
  date: string;
  text?: string;
  html?: string;
  /** Lines of the head beside the usual. */
  head?: readonly string[];
  /** What is read; a key that is missing must not be read, null: may be or not. */
  says: Partial<Record<FactKey, string | RegExp | null>>;
  /** Whose words each message is, of those that the letter quotes and itself, the oldest first. */
  sides: readonly ('buyer' | 'other' | 'unknown')[];
  /** Money of another country that it names. */
  foreign?: string;
}

/** The bytes of a letter: text and page as two forms of the same, where both are there. */
export function mailOf(letter: Letter): string {
  const head = [
    'Received: from mx.example.net',
    `From: ${letter.from}`,
    `To: ${letter.to}`,
    `Subject: ${encoded(letter.subject)}`,
    `Date: ${letter.date}`,
    'Message-ID: <letter@example.net>',
    'MIME-Version: 1.0',
    ...(letter.head ?? []),
  ].join('\r\n');
  const parts = [part('plain', letter.text), part('html', letter.html)].filter((one) => one !== '');
  if (parts.length === 1) return `${head}\r\n${parts[0]}`;
  return `${head}\r\nContent-Type: multipart/alternative; boundary=Y\r\n\r\n${parts
    .map((one) => `--Y\r\n${one}\r\n`)
    .join('')}--Y--\r\n`;
}

function part(type: string, words: string | undefined): string {
  if (words === undefined) return '';
  const body = Buffer.from(words).toString('base64').replace(/.{76}/g, '$&\r\n');
  return `Content-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}`;
}

const encoded = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
