/** Paths inside a bag: what they may be, and how manifests write them (RFC 8493, 2.1.3). */

/** Why a path of a bag is refused or doubted. */
export type PathFault = 'absolute' | 'outside' | 'home' | 'control' | 'windows_name' | 'windows_sign' | 'too_long';

const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const MAX_PART_BYTES = 255;

/** Faults with which a path may not be touched at all: it would lead out of the bag or steer a terminal. */
export const DANGEROUS: readonly PathFault[] = ['absolute', 'outside', 'home', 'control'];

/** @param path with `/` between its parts, as it stands in a manifest after decoding */
export function faultsOf(path: string): PathFault[] {
  const faults = new Set<PathFault>();
  const parts = path.split(/[/\\]/);
  if (/^[/\\]|^[A-Za-z]:/.test(path)) faults.add('absolute');
  if (parts.includes('..') || path === '' || parts.slice(0, -1).includes('') || parts.includes('.')) {
    faults.add('outside');
  }
  if (path.startsWith('~')) faults.add('home');
  for (const part of parts) {
    if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(part)) faults.add('control');
    if (RESERVED.test(part) || /[. ]$/.test(part)) faults.add('windows_name');
    if (/[<>:"|?*]/.test(part)) faults.add('windows_sign');
    if (Buffer.byteLength(part) > MAX_PART_BYTES) faults.add('too_long');
  }
  // A backslash is a letter of a name on some systems and a step on others.
  if (path.includes('\\')) faults.add('windows_sign');
  return [...faults];
}

/** A path as a manifest writes it. */
export function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The path that a manifest means; other percent signs are left alone, as older bags have them. */
export function decodePath(written: string): string {
  return written.replace(/%(25|0[DA])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Names that one file system takes for the same: composed or decomposed, in capitals or not. */
export function twinKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
