import type { Contact } from '../../model/contact.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import { CHANNELS, type Channel } from '../../model/dispute.ts';
import { chinaDay, epochOf } from '../../model/moment.ts';
import { documentOf } from '../../model/snapshot.ts';
import type { Values } from '../values/values.ts';
import { serviceOf } from './wallet-of.ts';
import { isRequest, isWithdrawn } from '../../law/route/situation-of.ts';

export interface OpenFiling {
  filing: Contact;
  /** All that was answered at that door since. */
  since: Contact[];
}

/** A step against a refusal is urged and withdrawn where it is decided, not as a complaint. */
function isStep(values: Values, contact: Contact): boolean {
  const document = documentOf(contact, values.snapshot.letters);
  return document !== undefined && DOCUMENT_TRAITS[document].against !== undefined;
}

/** The complaints at these channels that are still open, oldest first. */
export function openFilings(values: Values, channels: readonly Channel[]): OpenFiling[] {
  const contacts = [...values.snapshot.contacts].sort((a, b) => epochOf(a.at) - epochOf(b.at) || a.no - b.no);
  const after = (filing: Contact): Contact[] =>
    contacts.filter(
      (contact) =>
        contact.no !== filing.no && contact.channel === filing.channel && chinaDay(contact.at) >= filing.filedOn!,
    );
  const closed = (contact: Contact): boolean => contact.result === 'refused' || contact.result === 'settled';
  return contacts
    .filter(
      (contact) =>
        contact.filedOn !== undefined &&
        channels.includes(contact.channel) &&
        !isStep(values, contact) &&
        !isRequest(contact, values.snapshot.letters) &&
        ![contact, ...after(contact)].some(closed),
    )
    .map((filing) => ({ filing, since: after(filing) }));
}

/** The newest of them. */
export function openFiling(values: Values, channels: readonly Channel[]): OpenFiling | undefined {
  return openFilings(values, channels).findLast(
    ({ filing: { channel, filedOn } }) => !isWithdrawn({ channel, on: filedOn! }, values.snapshot),
  );
}

/** Whom a letter about an earlier filing goes to. */
export function officeOf(values: Values, channel: Channel): string {
  const slots: Record<string, string | undefined> = {
    merchant: values.show('merchant'),
    platform: values.show('platform'),
    platformOperator: values.show('platformOperator'),
    provider: serviceOf(values),
  };
  for (const words of CHANNEL_TRAITS[channel].office) {
    const names = [...words.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    if (names.every((name) => slots[name] !== undefined))
      return words.replace(/\{(\w+)\}/g, (_, name: string) => slots[name]!);
  }
  return CHANNELS[channel].label;
}
