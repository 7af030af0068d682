import { usageError } from '../../model/errors.ts';
import type { AskedSeal } from './seal-case.ts';

/** A path or an address as one word of a shell. */
function quoted(word: string, platform: NodeJS.Platform): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return platform === 'win32' ? `"${word.replaceAll('"', '""')}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** What the user may run to have it stamped and to check it without kameng; nothing of it is run here. */
export interface SealCommands {
  send: string;
  look: string;
  verify: string;
  takeIn: string;
}

/** @param authority its address, as the user named it. @throws KamengError AUTHORITY_INVALID */
export function sealCommands(
  asked: Pick<AskedSeal, 'textFile' | 'queryFile'>,
  authority: string | undefined,
  platform: NodeJS.Platform,
): SealCommands {
  const word = (text: string): string => quoted(text, platform);
  const type = word('Content-Type: application/timestamp-query');
  const reply = word(asked.queryFile.replace(/\.tsq$/, '.tsr'));
  const address = authority === undefined ? '机构的网址' : word(checkedAddress(authority));
  return {
    send: `curl -sS -H ${type} --data-binary ${word(`@${asked.queryFile}`)} -o ${reply} ${address}`,
    look: `openssl ts -reply -in ${reply} -text`,
    verify: `openssl ts -verify -data ${word(asked.textFile)} -in ${reply} -CAfile 机构的根证书.pem`,
    takeIn: `kameng seal --reply ${reply}`,
  };
}

function checkedAddress(text: string): string {
  try {
    const { protocol, href } = new URL(text);
    if (protocol === 'https:' || protocol === 'http:') return href;
  } catch {
    // Said below.
  }
  throw usageError('AUTHORITY_INVALID', `这不是网址：${text}`, '以 https:// 或 http:// 开头，照时间戳机构公布的写');
}
