import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeReply, type SealExpectation } from '../../src/seal/judge.ts';
import { createQuery } from '../../src/seal/query.ts';
import { readReply } from '../../src/seal/reply.ts';
import { knownRoots, readCertificates } from '../../src/seal/roots.ts';
import { KamengError } from '../../src/model/errors.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/seal');
const bytesOf = (name: string): Uint8Array => readFileSync(join(FOLDER, name));
const data = bytesOf('data.txt');
const roots = readCertificates(readFileSync(join(FOLDER, 'root.pem'), 'utf8'));
const LATER = Date.parse('2030-01-01T00:00:00Z');

const judge = (name: string, changes: Partial<SealExpectation> = {}) =>
  judgeReply(readReply(bytesOf(name)), { data, roots, now: LATER, ...changes });

describe('a timestamp reply', () => {
  test('by a trusted authority over these bytes is valid', async () => {
    expect(await judge('valid.tsr')).toMatchObject({ outcome: 'valid', signer: 'stamper' });
  });

  test('whose certificate has run out since still stands, and says so', async () => {
    expect(await judge('expired.tsr')).toMatchObject({ outcome: 'expired_since', signer: 'short' });
    const { at } = await judge('expired.tsr');
    expect(await judge('expired.tsr', { now: Date.parse(at!) })).toMatchObject({ outcome: 'valid' });
  });

  test('by somebody nobody vouches for is not trusted', async () => {
    expect(await judge('stranger.tsr')).toMatchObject({ outcome: 'untrusted' });
    expect(await judge('valid.tsr', { roots: knownRoots() })).toMatchObject({ outcome: 'untrusted' });
  });

  test('over other bytes, or to another question, is told apart', async () => {
    expect(await judge('valid.tsr', { data: Buffer.from('kameng head 2\n') })).toMatchObject({
      outcome: 'wrong_imprint',
    });
    expect(await judge('valid.tsr', { nonce: 'ff'.repeat(8) })).toMatchObject({ outcome: 'wrong_nonce' });
  });

  test('to which the nonce of its own question belongs', async () => {
    const { token } = readReply(bytesOf('valid.tsr'));
    expect(token!.nonce).toMatch(/^[0-9a-f]{2,}$/);
    expect(await judge('valid.tsr', { nonce: token!.nonce! })).toMatchObject({ outcome: 'valid' });
  });

  test('with any byte changed is never called valid unless it says the same', async () => {
    const original = bytesOf('valid.tsr');
    const whole = await judge('valid.tsr');
    for (let at = 0; at < original.length; at += 3) {
      const changed = Uint8Array.from(original);
      changed[at]! ^= 0x01;
      const result = await Promise.resolve()
        .then(() => judgeReply(readReply(changed), { data, roots, now: LATER }))
        .catch((error: unknown) => {
          expect(error, `byte ${at}`).toBeInstanceOf(KamengError);
          return undefined;
        });
      // What stands outside of the signature (the reply's own status, unsigned certificates) proves nothing either way.
      if (result?.outcome === 'valid') expect(result.at, `byte ${at}`).toBe(whole.at);
    }
  });

  test('that is anything else is refused with a word', () => {
    for (const bytes of [new Uint8Array(), data, Buffer.alloc(2_000_000), bytesOf('query.tsq'), bytesOf('root.pem')]) {
      expect(() => readReply(bytes)).toThrow(expect.objectContaining({ code: 'SEAL_REPLY_INVALID' }));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => readReply(bytes)).toThrow(KamengError);
      }),
    );
  });
});

describe('a timestamp question', () => {
  test('asks for this digest with a nonce and the certificates, and never twice the same', () => {
    const digest = createHash('sha256').update(data).digest('hex');
    const query = createQuery(digest);
    const text = Buffer.from(query.bytes).toString('hex');
    expect(text).toContain(digest);
    expect(text).toContain(query.nonce);
    // certReq TRUE, the last thing in it.
    expect(text.endsWith('0101ff')).toBe(true);
    expect(createQuery(digest).nonce).not.toBe(query.nonce);
  });
});

test('a file without a certificate is no list of roots', () => {
  for (const text of ['', 'x', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----']) {
    expect(() => readCertificates(text)).toThrow(expect.objectContaining({ code: 'SEAL_TRUST_INVALID' }));
  }
});
