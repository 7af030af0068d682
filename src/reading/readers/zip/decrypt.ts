import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry } from 'yauzl';
import { KamengError } from '../../../model/errors.ts';

/**
 * Opens what the wallets send: bills in a ZIP locked with WinZip AES, seldom
 * with the older ZipCrypto. Reading only, from the formats' public descriptions
 * (PKWARE APPNOTE 6.1 and WinZip "AES Encryption Information" AE-1/AE-2).
 */
const AES_EXTRA = 0x9901;
const AES_METHOD = 99;
const STORED = 0;
const DEFLATED = 8;
/** Rounds that the WinZip format fixes. */
const AES_ROUNDS = 1000;
const MAC_BYTES = 10;

/** Compression of an entry, for a message; behind AES the real one stands in the extra field. */
export function methodOf(entry: Entry): number {
  return aesExtra(entry)?.method ?? entry.compressionMethod;
}

/**
 * @param packed the entry's bytes as they lie in the archive
 * @returns the unpacked bytes, checked against checksum or authentication code
 * @throws KamengError ZIP_PASSWORD_WRONG, ZIP_DAMAGED or ZIP_METHOD_UNKNOWN
 */
export function decryptEntry(packed: Uint8Array, entry: Entry, password: string): Uint8Array {
  const aes = entry.compressionMethod === AES_METHOD ? aesExtra(entry) : undefined;
  if (entry.compressionMethod === AES_METHOD && !aes) throw broken();
  const plain = aes ? openAes(packed, aes.keyBytes, password) : openZipCrypto(packed, entry, password);
  const unpacked = inflate(plain, methodOf(entry), entry.uncompressedSize, aes === undefined);
  // AE-2 leaves the checksum out: its authentication code has been checked instead.
  if (aes?.version !== 2 && crc32(unpacked) !== entry.crc32) throw aes ? broken() : wrongPassword();
  return unpacked;
}

function aesExtra(entry: Entry): { version: number; keyBytes: number; method: number } | undefined {
  const data = entry.extraFields.find((field) => field.id === AES_EXTRA)?.data;
  if (!data || data.length < 7) return undefined;
  const keyBytes = { 1: 16, 2: 24, 3: 32 }[data[4]!];
  return keyBytes === undefined ? undefined : { version: data.readUInt16LE(0), keyBytes, method: data.readUInt16LE(5) };
}

function openAes(packed: Uint8Array, keyBytes: number, password: string): Uint8Array {
  const saltBytes = keyBytes / 2;
  if (packed.length < saltBytes + 2 + MAC_BYTES) throw broken();
  const salt = packed.subarray(0, saltBytes);
  const check = packed.subarray(saltBytes, saltBytes + 2);
  const data = packed.subarray(saltBytes + 2, packed.length - MAC_BYTES);
  const mac = packed.subarray(packed.length - MAC_BYTES);
  const keys = pbkdf2Sync(Buffer.from(password, 'utf8'), salt, AES_ROUNDS, keyBytes * 2 + 2, 'sha1');
  if (!timingSafeEqual(keys.subarray(keyBytes * 2), check)) throw wrongPassword();
  const own = createHmac('sha1', keys.subarray(keyBytes, keyBytes * 2))
    .update(data)
    .digest()
    .subarray(0, MAC_BYTES);
  // One wrong password in 65,536 passes the short check and fails here.
  if (!timingSafeEqual(own, mac)) throw broken();
  return counterMode(data, keys.subarray(0, keyBytes));
}

/** AES in counter mode with the counter in little-endian order, which node's own `ctr` does not have. */
function counterMode(data: Uint8Array, key: Uint8Array): Uint8Array {
  const blocks = Math.ceil(data.length / 16);
  const counters = Buffer.alloc(blocks * 16);
  for (let i = 0; i < blocks; i += 1) {
    counters.writeUInt32LE((i + 1) >>> 0, i * 16);
    counters.writeUInt32LE(Math.floor((i + 1) / 0x1_0000_0000), i * 16 + 4);
  }
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  const stream = Buffer.concat([cipher.update(counters), cipher.final()]);
  const out = Buffer.alloc(data.length);
  for (let i = 0; i < data.length; i += 1) out[i] = data[i]! ^ stream[i]!;
  return out;
}

const CRC_TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function openZipCrypto(packed: Uint8Array, entry: Entry, password: string): Uint8Array {
  if (packed.length < 12) throw broken();
  let [k0, k1, k2] = [0x12345678, 0x23456789, 0x34567890];
  const step = (crc: number, byte: number): number => (CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8)) >>> 0;
  const feed = (byte: number): void => {
    k0 = step(k0, byte);
    k1 = (Math.imul((k1 + (k0 & 0xff)) >>> 0, 134_775_813) + 1) >>> 0;
    k2 = step(k2, k1 >>> 24);
  };
  for (const byte of Buffer.from(password, 'utf8')) feed(byte);
  const out = Buffer.alloc(packed.length);
  for (let i = 0; i < packed.length; i += 1) {
    const mask = (k2 | 2) >>> 0;
    out[i] = packed[i]! ^ ((Math.imul(mask, mask ^ 1) >>> 8) & 0xff);
    feed(out[i]!);
  }
  // The last byte of the header repeats the checksum, or the time when sizes follow the data.
  const expected = entry.generalPurposeBitFlag & 8 ? entry.lastModFileTime >>> 8 : entry.crc32 >>> 24;
  if (out[11] !== (expected & 0xff)) throw wrongPassword();
  return out.subarray(12);
}

function inflate(data: Uint8Array, method: number, size: number, unauthenticated: boolean): Uint8Array {
  if (method === STORED) return data;
  if (method !== DEFLATED) {
    throw new KamengError('ZIP_METHOD_UNKNOWN', `压缩包用了不支持的压缩方式（${method}），请解压后把里面的文件加进来`);
  }
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw unauthenticated ? wrongPassword() : broken();
  }
}

function wrongPassword(): KamengError {
  return new KamengError('ZIP_PASSWORD_WRONG', '压缩包密码不对');
}

function broken(): KamengError {
  return new KamengError('ZIP_DAMAGED', '压缩包里的文件不完整或已损坏');
}
