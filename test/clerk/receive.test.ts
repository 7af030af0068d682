import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allContent } from '../../src/casefile/contents.ts';
import { getExhibit, listExhibits } from '../../src/casefile/exhibits.ts';
import { makeOwnFolder } from '../../src/clerk/files/own-folder.ts';
import { receiveInto, type ReceiveRequest } from '../../src/clerk/intake/receive.ts';
import { epochOf } from '../../src/model/moment.ts';
import { addBytes, NOW, sha256, temporaryCase } from '../support/case.ts';
import { temporaryFolder } from '../support/folder.ts';

type Phone = { url: string; code: string };

function ask(url: string, method: string, body: string | Uint8Array, key?: string): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const headers = key === undefined ? {} : { 'X-Kameng-Key': key };
    const sent = request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve([response.statusCode!, text]));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Receives into a new case while `phone` does its part. */
async function receiveFrom(
  phone: (at: Phone, key: string) => Promise<void>,
  more: Partial<ReceiveRequest> = {},
  file = temporaryCase(),
) {
  let sending: Promise<void> = Promise.resolve();
  const received = await receiveInto(file, {
    address: '127.0.0.1',
    signal: new AbortController().signal,
    onOpen: (at) => {
      sending = (async () => {
        const [status, key] = await ask(`${at.url}confirm`, 'POST', at.code);
        expect(status).toBe(200);
        await phone(at, key);
      })();
    },
    ...more,
  });
  await sending;
  return { file, received };
}

const put = ({ url }: Phone, key: string, name: string, bytes: Uint8Array, modified?: number) =>
  ask(
    `${url}file?name=${encodeURIComponent(name)}${modified === undefined ? '' : `&modified=${modified}`}`,
    'PUT',
    bytes,
    key,
  );
const ownFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`kameng-receive-${process.pid}-`));

test('each file is in the case when the phone has its digest, under its name and with the time that the phone said', async () => {
  const picture = Buffer.from('\x89PNG not really');
  const taken = epochOf('2026-11-20T08:30:00+08:00');
  const seen: number[] = [];
  const file = temporaryCase();
  const { received } = await receiveFrom(
    async (phone, key) => {
      if (process.platform !== 'win32') expect(statSync(join(tmpdir(), ownFolders()[0]!)).mode & 0o077).toBe(0);
      expect(await put(phone, key, 'DCIM/100/截图 1.png', picture, taken)).toEqual([200, sha256(picture)]);
      seen.push(listExhibits(file).length);
      expect(await put(phone, key, '聊天.txt', Buffer.from('客服：三天内答复'))).toMatchObject([200, {}]);
      expect(await put(phone, key, '以后.txt', Buffer.from('x'), epochOf(NOW) + 40 * 86_400_000)).toMatchObject([
        200,
        {},
      ]);
      expect(await put(phone, key, '又一次.png', picture, taken)).toEqual([200, sha256(picture)]);
      await ask(`${phone.url}done`, 'POST', '', key);
    },
    {},
    file,
  );
  expect(received).toMatchObject({ ended: 'done', added: [1, 2, 3], refused: [], duplicates: [{ exhibit: 1 }] });
  expect(received.received.map(({ exhibit, duplicate }) => [exhibit, duplicate])).toEqual([
    [1, false],
    [2, false],
    [3, false],
    [1, true],
  ]);
  expect(seen).toEqual([1]);
  const [first, second, third] = listExhibits(file);
  expect(first).toMatchObject({ file: '截图 1.png', fileModifiedAt: '2026-11-20T08:30:00+08:00' });
  expect(allContent(file, getExhibit(file, 1).contentId, 1_000)).toEqual(picture);
  // No time said, or one that cannot be: none is recorded.
  expect(second!.fileModifiedAt).toBeUndefined();
  expect(third!.fileModifiedAt).toBeUndefined();
  expect(ownFolders()).toEqual([]);
});

test('files sent at once go in one after the other', async () => {
  const { received } = await receiveFrom(async (phone, key) => {
    const all = Array.from({ length: 12 }, (_one, i) => put(phone, key, `${i}.txt`, Buffer.from(`第 ${i} 个`)));
    expect((await Promise.all(all)).map(([status]) => status)).toEqual(all.map(() => 200));
    await ask(`${phone.url}done`, 'POST', '', key);
  });
  expect(received.added.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_one, i) => i + 1));
});

test('what came is read after closing, and the facts are recorded', async () => {
  const { received, file } = await receiveFrom(
    async (phone, key) => {
      const text = '订单编号：QK2026110919581177\n实付款：￥58.80\n下单时间：2026-11-09 19:57:20\n';
      await put(phone, key, '订单.txt', Buffer.from(text));
      await ask(`${phone.url}done`, 'POST', '', key);
    },
    { reading: {} },
  );
  expect(received.reconciliation).toBeDefined();
  expect(file.prepare('SELECT count(*) AS n FROM readings').get()).toEqual({ n: 1 });
});

test('Ctrl-C closes at once, in the middle of a file too; what was whole stays', async () => {
  const stop = new AbortController();
  const { received, file } = await receiveFrom(
    async (phone, key) => {
      await put(phone, key, 'a.txt', Buffer.from('一'));
      const half = request(`${phone.url}file?name=b.mp4`, {
        method: 'PUT',
        headers: { 'X-Kameng-Key': key, 'Content-Length': 1_000_000 },
        agent: false,
      });
      const broken = new Promise((resolve) => half.on('error', resolve));
      half.write(Buffer.alloc(1_000));
      await new Promise((resolve) => setTimeout(resolve, 100));
      stop.abort();
      await broken;
    },
    { signal: stop.signal },
  );
  expect(received).toMatchObject({ ended: 'closed', added: [1] });
  expect(listExhibits(file)).toHaveLength(1);
  expect(ownFolders()).toEqual([]);
});

test('a file that cannot be taken in is told to the phone and to the screen', async () => {
  const file = temporaryCase();
  addBytes(file, 'x', Buffer.from('x'));
  const trouble: string[] = [];
  file.prepare("CREATE TRIGGER full BEFORE INSERT ON exhibits BEGIN SELECT RAISE(ABORT, 'no'); END").run();
  await receiveFrom(
    async (phone, key) => {
      const [status] = await put(phone, key, '截图.png', Buffer.from('y'));
      expect(status).toBe(500);
      await ask(`${phone.url}done`, 'POST', '', key);
    },
    { onTrouble: (name) => trouble.push(name), onEvent: ({ kind }) => void trouble.push(kind) },
    file,
  );
  expect(trouble).toContain('broken');
  expect(listExhibits(file)).toHaveLength(1);
});

test('a folder that a killed process left is taken away; one in use and those of others stay', () => {
  const parent = temporaryFolder();
  // The largest id that a system gives, and more: no process has it.
  for (const name of ['kameng-receive-4194999-abcdef', `kameng-receive-${process.ppid}-abcdef`, 'kameng-receive-x'])
    mkdirSync(join(parent, name));
  const own = makeOwnFolder('receive', parent);
  expect(readdirSync(parent)).toHaveLength(3);
  expect(existsSync(join(parent, 'kameng-receive-4194999-abcdef'))).toBe(false);
  own.remove();
  expect(existsSync(own.path)).toBe(false);
});
