import { chinaMoment, epochOf } from '../../../model/moment.ts';
import { cleanText } from '../text/clean.ts';
import type { Received } from './messages.ts';

/** A message of a backup, and which way it went. */
export interface KeptMessage extends Received {
  /** The number or name of the other end. */
  peer: string;
  sent: boolean;
}

const BACKUP = /^\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<\?[^>]*>|\s)*<(?:smses|allsms|sms-backup)\b/i;
const ENTRY = /<sms\b((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))+)\s*\/?>/gi;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const SENT = '2';
const LATEST = epochOf('2100-01-01');

/** The messages in a backup as SMS Backup & Restore writes it, in the order of the file; undefined for other text. */
export function readSmsBackup(text: string): KeptMessage[] | undefined {
  if (!BACKUP.test(text.slice(0, 4096))) return undefined;
  return [...text.matchAll(ENTRY)].flatMap(([, attributes]) => {
    const own = new Map(
      [...attributes!.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [
        name!.toLowerCase(),
        unescaped(double ?? single ?? ''),
      ]),
    );
    const body = cleanText(own.get('body') ?? '').trim();
    const address = cleanText(own.get('address') ?? '').trim();
    if (body === '' || address === '') return [];
    const name = cleanText(own.get('contact_name') ?? '').trim();
    const peer = name === '' || /^\(?unknown\)?$|^null$/i.test(name) ? address : name;
    const ms = Number(own.get('date'));
    const at = Number.isFinite(ms) && ms > 0 && ms < LATEST ? { at: chinaMoment(ms) } : {};
    return [{ ...at, from: peer, peer, text: body, sent: own.get('type') === SENT }];
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Emoji are written as two halves, each by its number. */
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name as string] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code < 0x10000 ? String.fromCharCode(code) : code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
