import { randomBytes } from 'node:crypto';
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

/** SHA-256, as an object identifier. */
export const SHA256_OID = '2.16.840.1.101.3.4.2.1';
const NONCE_BYTES = 16;

/** A request for a timestamp (RFC 3161), to be carried to an authority by the buyer. */
export interface TimestampQuery {
  /** What stands in a `.tsq` file: DER. */
  bytes: Uint8Array;
  /** Hexadecimal; the reply must repeat it, else it answers somebody else's request. */
  nonce: string;
}

/**
 * Asks that a digest existed by now; the authority's certificates are asked for too, so that the reply can be checked
 * without it.
 * @param sha256 64 hexadecimal digits
 */
export function createQuery(sha256: string): TimestampQuery {
  const nonce = randomBytes(NONCE_BYTES);
  // Positive, and without a leading zero that DER would drop.
  nonce[0] = (nonce[0]! & 0x7f) | 0x40;
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256_OID, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: bufferOf(Buffer.from(sha256, 'hex')) }),
    }),
    nonce: new Integer({ valueHex: bufferOf(nonce) }),
    certReq: true,
  });
  return { bytes: new Uint8Array(request.toSchema().toBER()), nonce: nonce.toString('hex') };
}

/** The bytes alone, in a buffer of their own, as the ASN.1 library takes them. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
