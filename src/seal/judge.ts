import { createHash, getHashes } from 'node:crypto';
import { CertificateChainValidationEngine, type Certificate, type ExtKeyUsage, type SignerInfo } from 'pkijs';
import { chinaMoment, epochOf, type Moment } from '../model/moment.ts';
import { bufferOf, SHA256_OID } from './query.ts';
import type { TimestampReply, TimestampToken } from './reply.ts';

/**
 * What a timestamp reply is worth.
 * `valid`: a trusted authority signed this digest. `expired_since`: it did, and its certificate has run out since; the
 * timestamp stands. `untrusted`: the signature is right, but nobody known vouches for the signer. `wrong_imprint`:
 * something else was stamped. `wrong_nonce`: it answers another request. `bad_signature`: the reply was changed, or
 * its signer may not stamp. `refused`: the authority did not stamp. `uncheckable`: signed in a way that cannot be
 * checked here (SM2 and SM3).
 */
export type SealOutcome =
  | 'valid'
  | 'expired_since'
  | 'untrusted'
  | 'wrong_imprint'
  | 'wrong_nonce'
  | 'bad_signature'
  | 'refused'
  | 'uncheckable';

export interface SealJudgement {
  outcome: SealOutcome;
  /** The authority's own words for a refusal, or what could not be checked. */
  detail?: string;
  /** From the token, whatever it is worth. */
  at?: Moment;
  /** Common name of the signer. */
  signer?: string;
  serial?: string;
}

/** What the reply should be about. */
export interface SealExpectation {
  /** The bytes that were stamped. */
  data: Uint8Array;
  /** Hexadecimal, where the request is known. */
  nonce?: string;
  /** Certificates of those who may vouch. */
  roots: readonly Certificate[];
  /** Milliseconds since the epoch: whether certificates have run out since. */
  now: number;
}

const DIGESTS: Readonly<Record<string, string>> = {
  [SHA256_OID]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.156.10197.1.401': 'sm3',
};
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const COMMON_NAME = '2.5.4.3';
/** National algorithms of China, GM/T: their signatures have no checker in Node. */
const NATIONAL = /^1\.2\.156\.10197\./;

/** Checks a reply in the order in which its reader would: about this, to this question, signed, by somebody known. */
export async function judgeReply(reply: TimestampReply, expected: SealExpectation): Promise<SealJudgement> {
  const { token } = reply;
  if (!reply.granted || !token) {
    return { outcome: 'refused', ...(reply.refusal === undefined ? {} : { detail: reply.refusal }) };
  }
  const certificate = signerOf(token);
  const told = { at: token.at, serial: token.serial, ...(certificate ? { signer: nameOf(certificate) } : {}) };
  const digest = digestOf(token.imprint.algorithm, expected.data);
  if (digest === undefined) return { outcome: 'uncheckable', detail: token.imprint.algorithm, ...told };
  if (digest !== token.imprint.digest) return { outcome: 'wrong_imprint', ...told };
  if (expected.nonce !== undefined && token.nonce !== expected.nonce) return { outcome: 'wrong_nonce', ...told };
  const signature = signerInfo(token)?.signatureAlgorithm.algorithmId ?? '';
  if (NATIONAL.test(signature)) return { outcome: 'uncheckable', detail: signature, ...told };
  if (!certificate || !mayStamp(certificate) || !(await isSigned(token, expected.data))) {
    return { outcome: 'bad_signature', ...told };
  }
  if (!(await isTrusted(token, certificate, expected.roots, epochOf(token.at)))) {
    return { outcome: 'untrusted', ...told };
  }
  const still = await isTrusted(token, certificate, expected.roots, expected.now);
  return { outcome: still ? 'valid' : 'expired_since', ...told };
}

function digestOf(algorithm: string, data: Uint8Array): string | undefined {
  const name = DIGESTS[algorithm];
  if (name === undefined || !getHashes().includes(name)) return undefined;
  return createHash(name).update(data).digest('hex');
}

/** A token has exactly one signer (RFC 3161, 2.4.2). */
function signerInfo({ signed }: TimestampToken): SignerInfo | undefined {
  return signed.signerInfos.length === 1 ? signed.signerInfos[0] : undefined;
}

function signerOf(token: TimestampToken): Certificate | undefined {
  const sid = signerInfo(token)?.sid as { issuer?: Certificate['issuer']; serialNumber?: Certificate['serialNumber'] };
  if (!sid?.issuer || !sid.serialNumber) return undefined;
  const { issuer, serialNumber } = sid;
  return token.certificates.find((one) => one.issuer.isEqual(issuer) && one.serialNumber.isEqual(serialNumber));
}

/** A certificate for timestamps and nothing else (RFC 3161, 2.3). */
function mayStamp(certificate: Certificate): boolean {
  const extension = certificate.extensions?.find((one) => one.extnID === EXTENDED_KEY_USAGE);
  const purposes = (extension?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes ?? [];
  return extension?.critical === true && purposes.length === 1 && purposes[0] === TIME_STAMPING;
}

async function isSigned(token: TimestampToken, data: Uint8Array): Promise<boolean> {
  try {
    return await token.signed.verify({ signer: 0, data: bufferOf(data), checkChain: false });
  } catch {
    return false;
  }
}

/** Does a way lead from the signer to one of the roots, with every certificate on it valid at that time? */
async function isTrusted(
  token: TimestampToken,
  signer: Certificate,
  roots: readonly Certificate[],
  at: number,
): Promise<boolean> {
  // A root that another root vouches for as well is the end of the way all the same: the library would follow the
  // other way only, and fail where that other root is no longer trusted.
  const others = token.certificates.filter((one) => one !== signer && !roots.some((root) => isSameKey(root, one)));
  // The library takes the last of the list for the one that is asked about.
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [...roots],
    certs: [...others, signer],
    checkDate: new Date(epochOf(chinaMoment(at))),
  });
  try {
    return (await engine.verify()).result;
  } catch {
    return false;
  }
}

function isSameKey(a: Certificate, b: Certificate): boolean {
  return (
    a.subject.isEqual(b.subject) &&
    a.subjectPublicKeyInfo.subjectPublicKey.isEqual(b.subjectPublicKeyInfo.subjectPublicKey)
  );
}

function nameOf(certificate: Certificate): string {
  const names = certificate.subject.typesAndValues;
  return String((names.find((one) => one.type === COMMON_NAME) ?? names.at(-1))?.value.valueBlock.value ?? '');
}
