import type { Address, Email } from 'postal-mime';
import { chinaMoment, epochOf, showMoment, type Moment } from '../../../model/moment.ts';
import { cleanLine, cleanRow } from '../text/clean.ts';

const MAX_LINES = 20_000;
const LATEST = epochOf('2100-01-01');

/** `青柠客服 <kf@example.com>`; groups by their members. */
export function addressText(address: Address | undefined): string {
  if (!address) return '';
  if (address.group) return address.group.map(addressText).join('、');
  const name = cleanLine(address.name);
  const mail = cleanLine(address.address ?? '');
  return name && mail ? `${name} <${mail}>` : name || mail;
}

/** The time of sending in China; undefined for a date that is none. */
export function mailMoment(date: string | undefined): Moment | undefined {
  const ms = epochOf(date ?? '');
  return ms > 0 && ms < LATEST ? chinaMoment(ms) : undefined;
}

/** The head of the letter and its words, line by line; what was quoted from earlier letters too. */
export function linesOfMail(mail: Email, body: string): string[] {
  const at = mailMoment(mail.date);
  const to = (mail.to ?? []).slice(0, 20).map(addressText).join('、');
  const head: [string, string][] = [
    ['主题', cleanLine(mail.subject ?? '')],
    ['发件人', addressText(mail.from)],
    ['收件人', to],
    ['时间', at ? showMoment(at) : ''],
  ];
  const lines = head.filter(([, value]) => value !== '').map(([label, value]) => `${label}：${value}`);
  return [...lines, ...body.split('\n').map(cleanRow).filter(Boolean)].slice(0, MAX_LINES);
}
