import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { decryptStream, encryptStream, isEncrypted } from '../../src/bag/encrypt.ts';
import { openBag } from '../../src/bag/open.ts';
import { decodePath, encodePath, faultsOf } from '../../src/bag/paths.ts';
import { verifyBag, type BagVerification } from '../../src/bag/verify.ts';
import { folderTarget, writeBag, zipTarget, type BagEntry } from '../../src/bag/write.ts';
import { temporaryFolder } from '../support/folder.ts';

const entry = (path: string, text: string): BagEntry => ({
  path,
  bytes: Buffer.byteLength(text),
  open: () => [Buffer.from(text)],
});
const ENTRIES = [entry('exhibits/01 订单 50%.txt', '订单'), entry('exhibits/02 聊天.txt', '好的'), entry('empty', '')];
/** The signature of the end of a directory in 64 bits. */
const ZIP64_END = Buffer.from('PK\u0006\u0006', 'latin1');
const PAPERS = [{ path: '怎样核对.txt', text: '打开命令行…\n' }];

async function folderBag(): Promise<string> {
  const folder = join(temporaryFolder(), 'bag');
  await writeBag(await folderTarget(folder), ENTRIES, { 'External-Identifier': 'case 1' }, PAPERS);
  return folder;
}

async function zipBag(): Promise<string> {
  const path = join(temporaryFolder(), 'bag.zip');
  await writeBag(
    await zipTarget(createWriteStream(path), '证据包'),
    ENTRIES,
    { 'External-Identifier': 'case 1' },
    PAPERS,
  );
  return path;
}

async function check(path: string): Promise<BagVerification> {
  const bag = await openBag(path);
  try {
    return await verifyBag(bag);
  } finally {
    bag.close();
  }
}

const codes = ({ problems }: BagVerification): string[] => problems.map((problem) => problem.code).toSorted();
const sum = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A bag by hand: paths and texts, with a manifest of what is under data/ unless one is given. */
function handMade(files: Record<string, string>): string {
  const root = join(temporaryFolder(), 'hand');
  const all: Record<string, string> = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'manifest-sha256.txt': Object.entries(files)
      .filter(([path]) => path.startsWith('data/'))
      .map(([path, text]) => `${sum(text)}  ${encodePath(path)}\n`)
      .join(''),
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function zipOf(files: Record<string, string>, mode = 0o100644): Promise<string> {
  const path = join(temporaryFolder(), 'hand.zip');
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files))
    zip.addBuffer(Buffer.from(text), name.replace(/^\W+/, 'xxx/'), { mode });
  zip.end();
  return new Promise((resolve) => {
    zip.outputStream.pipe(createWriteStream(path)).on('close', () => resolve(path));
  });
}

describe('a bag', () => {
  test.each([
    ['as a folder', folderBag],
    ['as a ZIP archive', zipBag],
  ])('%s is complete and valid', async (_, make) => {
    const result = await check(await make());
    expect(result).toMatchObject({ ok: true, problems: [], checked: { files: 7 } });
    expect(result.info).toMatchObject({ 'External-Identifier': 'case 1', 'Payload-Oxum': '12.3' });
  });

  test('in a ZIP64 archive is read as any other', async () => {
    const folder = await folderBag();
    const zip = new ZipFile();
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
      const path = join(folder, name);
      if (!statSync(path).isFile()) continue;
      // Sizes and places in 64 bits, which only archives of 4 GiB or 65,536 files need: npm run test:long makes those.
      zip.addFile(path, `证据包/${name.replaceAll('\\', '/')}`, { forceZip64Format: true });
    }
    zip.end({ forceZip64Format: true, comment: '' });
    const path = join(temporaryFolder(), 'zip64.zip');
    await pipeline(zip.outputStream as unknown as Readable, createWriteStream(path));
    expect(readFileSync(path).includes(ZIP64_END)).toBe(true);
    expect(await check(path)).toMatchObject({ ok: true, problems: [], checked: { files: 7 } });
  });

  test('is the same archive when it is made again', async () => {
    expect(readFileSync(await zipBag()).equals(readFileSync(await zipBag()))).toBe(true);
  });

  test('is never written over what is there', async () => {
    const folder = await folderBag();
    await expect(writeBag(await folderTarget(folder), ENTRIES, {})).rejects.toThrow(/EEXIST/);
    expect((await check(folder)).ok).toBe(true);
  });

  test.each(['../x', '/etc/passwd', 'C:/x', '~/x', 'a/../b', 'con.txt', 'a:b', 'a\u001bb', ''])(
    'has no path like %j',
    async (path) => {
      const target = await folderTarget(join(temporaryFolder(), 'bag'));
      await expect(writeBag(target, [entry(path, 'x')], {})).rejects.toThrow('path of a bag');
    },
  );

  test('has no two paths that some systems take for one', async () => {
    const target = await folderTarget(join(temporaryFolder(), 'bag'));
    for (const [a, b] of [
      ['A.txt', 'a.txt'],
      ['é', 'e\u0301'],
    ] as const) {
      await expect(writeBag(target, [entry(a, 'x'), entry(b, 'y')], {})).rejects.toThrow('paths of a bag');
    }
  });
});

describe('what is wrong with a bag', () => {
  test('is all said in one run', async () => {
    const folder = await folderBag();
    writeFileSync(join(folder, 'data/exhibits/02 聊天.txt'), '好吗');
    writeFileSync(join(folder, 'data/more.txt'), 'x');
    writeFileSync(join(folder, 'bag-info.txt'), 'External-Identifier: other\n');
    const result = await check(folder);
    expect(result.ok).toBe(false);
    expect(codes(result)).toEqual(['CHANGED', 'CHANGED', 'UNLISTED']);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['no declaration', { 'data/a': 'x', 'bagit.txt': 'hello' }, ['NOT_A_BAG']],
    [
      'another encoding',
      { 'data/a': 'x', 'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: GBK\n' },
      ['ENCODING'],
    ],
    [
      'a file too few',
      { 'data/a': 'x', 'manifest-sha256.txt': `${sum('x')}  data/a\n${sum('y')}  data/b\n` },
      ['MISSING'],
    ],
    [
      'a line that leads out',
      { 'data/a': 'x', 'manifest-sha256.txt': `${sum('x')}  data/a\n${sum('y')}  ../b\n` },
      ['MANIFEST_LINE'],
    ],
    [
      'an absolute line',
      { 'data/a': 'x', 'manifest-sha256.txt': `${sum('x')}  data/a\n${sum('y')}  /etc/passwd\n` },
      ['MANIFEST_LINE'],
    ],
    ['content to fetch', { 'data/a': 'x', 'fetch.txt': 'http://x.example/b - data/b\n' }, ['FETCH']],
    ['sizes that do not add up', { 'data/a': 'x', 'bag-info.txt': 'Payload-Oxum: 5.2\n' }, ['OXUM']],
    ['no manifest', { 'data/a': 'x', 'manifest-sha256.txt': '' }, ['NO_MANIFEST']],
  ])('%s', async (_, files, expected) => {
    expect(codes(await check(handMade(files)))).toEqual(expected);
  });

  test('a link is no evidence', async () => {
    const folder = handMade({ 'data/a': 'x' });
    symlinkSync('/etc/hostname', join(folder, 'data/b'));
    expect(codes(await check(folder))).toEqual(['LINK']);
    expect(codes(await check(await zipOf({ 'data/a': 'x' }, 0o120777)))).toContain('LINK');
  });

  test('an archive whose names lead out is reported, not unpacked', async () => {
    const path = await zipOf({
      'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      '../evil.txt': 'x',
    });
    // The writer of archives refuses such names: put in by hand, in both places where a name stands.
    const bytes = readFileSync(path);
    const renamed = Buffer.from(bytes.toString('latin1').replaceAll('xxx/evil.txt', '../evil1.txt'), 'latin1');
    writeFileSync(path, renamed);
    expect((await check(path)).problems).toContainEqual(
      expect.objectContaining({ code: 'PATH', path: '../evil1.txt', message: expect.stringContaining('指向包外') }),
    );
  });

  test('an archive that is cut short or none at all is one sentence', async () => {
    const path = await zipBag();
    writeFileSync(path, readFileSync(path).subarray(0, 500));
    await expect(openBag(path)).rejects.toMatchObject({ code: 'BAG_UNREADABLE' });
    await expect(openBag(`${path}.nowhere`)).rejects.toMatchObject({ code: 'BAG_NOT_FOUND' });
  });

  test('a byte changed in an archive is found', async () => {
    const path = await zipBag();
    const bytes = readFileSync(path);
    for (let at = 40; at < bytes.length - 200; at += 97) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 0x10;
      writeFileSync(path, changed);
      const result = await check(path).catch((error: { code?: string }) => error.code);
      // The same name, time or attribute twice in an archive: only one of the two is read.
      if (typeof result === 'object' && result.ok) expect(result.checked.files, `byte ${at}`).toBe(7);
    }
  });
});

test('a name that a Mac took apart is the same name', async () => {
  const path = 'data/Café 加油.txt';
  const folder = handMade({
    [path.normalize('NFD')]: 'x',
    'manifest-sha256.txt': `${sum('x')}  ${path.normalize('NFC')}\n`,
  });
  expect(await check(folder)).toMatchObject({ ok: true, problems: [] });
});

test('older bags with other digests are checked as well', async () => {
  const md5 = createHash('md5').update('x').digest('hex');
  const folder = handMade({
    'data/a': 'x',
    'bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n',
    'manifest-md5.txt': `${md5}  data/a\n`,
  });
  expect((await check(folder)).ok).toBe(true);
  writeFileSync(join(folder, 'manifest-md5.txt'), `${md5.replace(/./, '0')}  data/a\n`);
  expect(codes(await check(folder))).toEqual(['CHANGED']);
});

test('paths in manifests come back as they were', () => {
  for (const path of ['a%b', 'a%0Ab', 'a\nb\r', '100%']) expect(decodePath(encodePath(path))).toBe(path);
  expect(decodePath('a%20b')).toBe('a%20b');
  expect(faultsOf('exhibits/01 订单.png')).toEqual([]);
});

describe('an encrypted stream', () => {
  const collect = async (stream: Readable): Promise<Buffer> => Buffer.concat((await stream.toArray()) as Buffer[]);

  test('comes back with its passphrase and with no other', async () => {
    const sealed = await collect(await encryptStream(Readable.from([Buffer.from('证据')]), { passphrase: '口令' }));
    expect(isEncrypted(sealed)).toBe(true);
    expect(sealed.includes(Buffer.from('证据'))).toBe(false);
    expect((await collect(await decryptStream(Readable.from([sealed]), { passphrase: '口令' }))).toString()).toBe(
      '证据',
    );
    await expect(decryptStream(Readable.from([sealed]), { passphrase: '口' })).rejects.toMatchObject({
      code: 'KEY_WRONG',
    });
  });

  test('is for a recipient', async () => {
    const { generateIdentity, identityToRecipient } = await import('age-encryption');
    const identity = await generateIdentity();
    const recipients = [await identityToRecipient(identity)];
    const sealed = await collect(await encryptStream(Readable.from([Buffer.from('x')]), { recipients }));
    expect((await collect(await decryptStream(Readable.from([sealed]), { identities: [identity] }))).toString()).toBe(
      'x',
    );
    await expect(encryptStream(Readable.from(['x']), { recipients: ['age1x'] })).rejects.toMatchObject({
      code: 'RECIPIENT_INVALID',
    });
  });
});

test('a folder is left as it was when a bag in it is only looked at', async () => {
  const folder = await folderBag();
  const before = readdirSync(folder, { recursive: true });
  await check(folder);
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});
