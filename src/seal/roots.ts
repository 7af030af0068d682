import { rootCertificates } from 'node:tls';
import { fromBER } from 'asn1js';
import { Certificate } from 'pkijs';
import { KamengError } from '../model/errors.ts';
import { bufferOf } from './query.ts';

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** The roots that Node itself trusts: a list in the program, read without a connection. */
export function knownRoots(): Certificate[] {
  return rootCertificates.flatMap((pem) => readCertificates(pem));
}

/**
 * Certificates of a PEM file, for authorities whose root Node does not carry.
 * @throws KamengError SEAL_TRUST_INVALID when there is none in it
 */
export function readCertificates(pem: string): Certificate[] {
  try {
    const found = [...pem.matchAll(PEM)].map(([, body]) => {
      const bytes = Buffer.from(body!.replace(/\s+/g, ''), 'base64');
      return new Certificate({ schema: fromBER(bufferOf(bytes)).result });
    });
    if (found.length > 0) return found;
  } catch {
    // Said below in one way.
  }
  throw new KamengError('SEAL_TRUST_INVALID', '这个文件里没有证书', {
    hints: ['应是 PEM 格式的根证书，以 -----BEGIN CERTIFICATE----- 开头'],
  });
}
