import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { chinaMoment } from '../../src/model/moment.ts';
import { pageTexts } from '../papers/opened.ts';
import { openDesk, PURCHASE, type Desk } from '../support/kameng.ts';

const CONFIG = `[req]
distinguished_name = dn
[dn]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[stamper]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
serial = serial
ess_cert_id_alg = sha256
`;

/** An authority on this computer, whose root nobody knows. */
function openAuthority(desk: Desk): { root: string; stamp(query: string, reply: string): void } {
  const run = (line: string): void => {
    const ran = spawnSync('openssl', line.split(' '), { cwd: desk.cwd, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`openssl ${line}: ${ran.stderr}`);
  };
  writeFileSync(join(desk.cwd, 'ca.cnf'), CONFIG);
  writeFileSync(join(desk.cwd, 'serial'), '01\n');
  const root = '-config ca.cnf -extensions root';
  run(`req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -subj /CN=root -days 9000 ${root}`);
  run('req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj /CN=stamper -config ca.cnf');
  run(
    'x509 -req -in tsa.csr -CA root.pem -CAkey root.key -set_serial 7 -days 9000 -extfile ca.cnf -extensions stamper -out tsa.pem',
  );
  // From here on the program's day is the day of the authority.
  desk.now = chinaMoment(Date.now() + 60_000);
  return {
    root: join(desk.cwd, 'root.pem'),
    stamp: (query, reply) =>
      run(
        `ts -reply -queryfile ${query} -signer tsa.pem -inkey tsa.key -chain root.pem -config ca.cnf -section tsa -out ${reply}`,
      ),
  };
}

const noOpenssl = spawnSync('openssl', ['version']).error !== undefined;

test.skipIf(noOpenssl)(
  'a timestamp is asked for, judged, kept, and said by verify',
  async () => {
    const desk = openDesk();
    expect(desk.run(['new', '-y', '--case', 'a', ...PURCHASE]).status).toBe(0);
    const authority = openAuthority(desk);
    expect(desk.run(['seal', '--reply', 'x.tsr', '--json']).error().code).toBe('SEAL_NOT_ASKED');
    const asked = desk.run(['seal', '--out', 'S', '--json', '--authority', 'https://tsa.example/tsr']).json();
    expect(readFileSync(asked.textFile, 'utf8')).toBe(asked.stamped);
    expect(asked.stamped).toMatch(new RegExp(`^kameng [0-9a-f-]{36} ${asked.head.seq} ${asked.head.hash}\\n$`));
    expect(asked.commands.send).toMatch(/^curl .*application\/timestamp-query.* https:\/\/tsa\.example\/tsr$/);
    const bare = desk.run(['verify', '--json']).json();
    expect(bare.promises).toEqual({ unchanged: true, existedBy: null, authentic: false });
    expect(bare.claims.join()).toContain('没有第三方的时间戳');

    const [reply, other] = ['reply.tsr', 'other.tsr'].map((name) => join(desk.cwd, name)) as [string, string];
    authority.stamp(asked.queryFile, reply);
    const take = (file: string, ...more: string[]) => desk.run(['seal', '--reply', file, '--json', ...more]);
    expect([take(reply).status, take(reply).json().outcome]).toEqual([1, 'untrusted']);
    expect(desk.run(['verify', '--json']).json().claims.join()).toMatch(/有时间戳，但这里不认识签发的机构.*--trust/);
    const trusted = take(reply, '--trust', authority.root);
    expect([trusted.status, trusted.json()]).toMatchObject([
      0,
      { outcome: 'valid', signer: 'stamper', head: asked.head },
    ]);
    const said = desk.run(['verify', '--json']).json();
    expect(said).toMatchObject({ ok: true, promises: { unchanged: true, authentic: false } });
    expect(Date.parse(said.promises.existedBy)).toBe(Date.parse(trusted.json().at));
    expect(said.claims.join()).toContain('已经存在');

    // The line that is printed is the line that OpenSSL takes.
    const line = (asked.commands.verify as string).replace('机构的根证书.pem', authority.root);
    authority.stamp(asked.queryFile, asked.queryFile.replace(/tsq$/, 'tsr'));
    const [program, ...args] = line.split(' ');
    expect(spawnSync(program!, args, { encoding: 'utf8' }).stdout).toContain('Verification: OK');

    // The same line to another question; another line; a reply that was changed; no reply at all.
    const query = (data: string): string => {
      spawnSync('openssl', ['ts', '-query', '-data', data, '-sha256', '-cert', '-out', 'own.tsq'], { cwd: desk.cwd });
      authority.stamp('own.tsq', other);
      return other;
    };
    expect(take(query(asked.textFile), '--trust', authority.root).json().outcome).toBe('wrong_nonce');
    expect(take(query(authority.root), '--trust', authority.root).json().outcome).toBe('wrong_imprint');
    const changed = readFileSync(reply);
    changed[changed.length - 3]! ^= 0x01;
    writeFileSync(other, changed);
    expect(take(other, '--trust', authority.root).json().outcome).toBe('bad_signature');
    expect(take(asked.textFile).error().code).toBe('SEAL_REPLY_INVALID');
    expect(take(reply, '--trust', asked.textFile).error().code).toBe('SEAL_TRUST_INVALID');

    // A report says so too, with the head that it stands for.
    const [page] = desk.run(['export', '--report', '--json']).json().files;
    expect(readFileSync(page, 'utf8')).toMatch(/时间戳 1（\d+:[0-9a-f]{12}）：.*有效：/);
    expect(readFileSync(page, 'utf8')).toContain(`案卷指纹：<code>${desk.run(['verify', '--json']).json().head.seq}:`);

    // So does the catalogue, and none of them says more.
    expect(desk.run(['add', '-', '--name', '聊天.txt', '-y'], { input: '客服：请耐心等待' }).status).toBe(0);
    desk.run(['export', '--out', 'C', '--format', 'pdf']);
    const catalogue = (await pageTexts(readFileSync(join(desk.cwd, 'C', '证据目录.pdf')))).join('');
    expect(catalogue).toMatch(/能说明：案卷第\d+条及以前的记录在.*已经存在/);

    // It travels with the case, and stands there too.
    const { bag } = desk.run(['export', '--bag', '--json']).json();
    expect(readdirSync(join(bag, 'data', '时间戳'))).toEqual(expect.arrayContaining(['1.tsq', '1.tsr', '1.txt']));
    expect(readFileSync(join(bag, '怎样核对.txt'), 'utf8')).toContain('已经存在');
    expect(desk.run(['import', bag, '--case', 'b']).status).toBe(0);
    expect(desk.run(['verify', '--json', '-c', 'b']).json().promises.existedBy).toBe(said.promises.existedBy);
  },
  60_000,
);

test('a seal of another history is a problem', () => {
  const desk = openDesk();
  const path = join(desk.cwd, 'a.kameng');
  expect(desk.run(['new', '-y', '--case', path, ...PURCHASE]).status).toBe(0);
  expect(desk.run(['seal', '-c', path, '--json']).status).toBe(0);
  const db = new Database(path);
  db.exec('DROP TRIGGER seals_no_update');
  db.exec("UPDATE seals SET head_hash = replace(head_hash, substr(head_hash, 1, 1), 'g')");
  db.exec(
    "CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals\nBEGIN SELECT RAISE(ABORT, 'seals is append-only'); END",
  );
  db.close();
  const codes = desk
    .run(['verify', '--json', '-c', path])
    .json()
    .problems.map((one: { code: string }) => one.code);
  expect(codes).toEqual(expect.arrayContaining(['ROW_CHANGED', 'SEAL_OTHER']));
});

test('an address that is none is said before anything is written', () => {
  const desk = openDesk();
  expect(desk.run(['new', '-y', '--case', 'a', ...PURCHASE]).status).toBe(0);
  for (const wrong of ['tsa.example', 'file:///etc/passwd', 'x; rm -rf /'])
    expect(desk.run(['seal', '--authority', wrong, '--json', '--out', 'S']).error().code).toBe('AUTHORITY_INVALID');
  const { commands } = desk.run(['seal', '--authority', "https://tsa.example/a'b;c", '--json', '--out', 'S']).json();
  if (process.platform !== 'win32') expect(commands.send).toMatch(/'https:\/\/tsa\.example\/a'\\''b;c'$/);
  expect(desk.run(['seal', '--trust', 'x', '--json']).status).toBe(2);
});
