import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isPrivateAddress, localAddresses } from '../../src/receive/addresses.ts';
import {
  startReceiving,
  type ReceivedFile,
  type ReceiveEvent,
  type ReceiveOptions,
  type Receiving,
} from '../../src/receive/server.ts';
import { temporaryFolder } from '../support/folder.ts';

interface Asked {
  status: number;
  text: string;
  headers: Record<string, string | string[] | undefined>;
}

let running: Receiving | undefined;
afterEach(() => running?.close());

interface Desk {
  receiving: Receiving;
  folder: string;
  files: (ReceivedFile & { content: Buffer })[];
  events: ReceiveEvent[];
}

async function open(options: Partial<ReceiveOptions> = {}): Promise<Desk> {
  const desk = { folder: temporaryFolder(), files: [], events: [] } as unknown as Desk;
  desk.receiving = await startReceiving({
    address: '127.0.0.1',
    folder: desk.folder,
    receive: async (file) => {
      desk.files.push({ ...file, content: readFileSync(file.path) });
      rmSync(file.path);
    },
    tell: (event) => void desk.events.push(event),
    ...options,
  });
  running = desk.receiving;
  return desk;
}

function ask(
  url: string,
  method = 'GET',
  body: string | Uint8Array = '',
  headers: Record<string, string> = {},
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode!, text, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function confirmed(desk: Desk): Promise<Record<string, string>> {
  const { status, text } = await ask(`${desk.receiving.url}confirm`, 'POST', desk.receiving.code);
  expect(status).toBe(200);
  return { 'X-Kameng-Key': text };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const kinds = (desk: Desk): string[] => desk.events.map((event) => event.kind);

describe('what the phone sends', () => {
  test('arrives byte for byte, with name and time, and its digest is the answer; sixty files, one by one', async () => {
    const desk = await open();
    const key = await confirmed(desk);
    for (let i = 0; i < 60; i++) {
      const bytes = randomBytes(1_000 + i * 777);
      const query = `name=${encodeURIComponent(`截图 ${i}.png`)}&modified=1764000000000`;
      expect(await ask(`${desk.receiving.url}file?${query}`, 'PUT', bytes, key)).toMatchObject({
        status: 200,
        text: sha256(bytes),
      });
      expect(desk.files[i]).toMatchObject({
        name: `截图 ${i}.png`,
        bytes: bytes.length,
        modifiedAt: 1_764_000_000_000,
      });
      expect(desk.files[i]!.content.equals(bytes)).toBe(true);
    }
    expect(readdirSync(desk.folder)).toEqual([]);
    expect((await ask(`${desk.receiving.url}done`, 'POST', '', key)).status).toBe(200);
    expect(await desk.receiving.ended).toBe('done');
    await expect(ask(desk.receiving.url)).rejects.toThrow(/ECONNREFUSED/);
  });

  test('cut short by a broken line leaves nothing, and is taken when it is sent again', async () => {
    const desk = await open();
    const key = await confirmed(desk);
    const { port, hostname, host, pathname } = new URL(desk.receiving.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `PUT ${pathname}file?name=a.png HTTP/1.1\r\nHost: ${host}\r\nX-Kameng-Key: ${key['X-Kameng-Key']}\r\nContent-Length: 100000\r\n\r\nhalf`,
    );
    await expect.poll(() => kinds(desk)).toContain('progress');
    const [half] = readdirSync(desk.folder);
    if (process.platform !== 'win32') expect(statSync(join(desk.folder, half!)).mode & 0o077).toBe(0);
    socket.destroy();
    await expect.poll(() => kinds(desk)).toContain('broken');
    expect(readdirSync(desk.folder)).toEqual([]);
    expect(desk.files).toEqual([]);
    expect((await ask(`${desk.receiving.url}file?name=a.png`, 'PUT', 'whole', key)).status).toBe(200);
    expect(desk.files.map((file) => file.content.toString())).toEqual(['whole']);
  });

  test('that the case does not take is told to the phone, and the next is taken', async () => {
    let first = true;
    const desk = await open({
      receive: async () => {
        if (first) {
          first = false;
          throw new Error('disk');
        }
      },
    });
    const key = await confirmed(desk);
    expect((await ask(`${desk.receiving.url}file?name=a`, 'PUT', 'x', key)).status).toBe(500);
    expect((await ask(`${desk.receiving.url}file?name=a`, 'PUT', 'x', key)).status).toBe(200);
  });

  test('above a limit is refused before it is read', async () => {
    const desk = await open({ limits: { fileBytes: 10, files: 2, allBytes: 15 } });
    const key = await confirmed(desk);
    const put = async (bytes: number): Promise<number> =>
      (await ask(`${desk.receiving.url}file?name=a`, 'PUT', Buffer.alloc(bytes), key)).status;
    expect([await put(11), await put(10), await put(6), await put(5), await put(0)]).toEqual([413, 200, 413, 200, 413]);
  });
});

describe('whoever else asks', () => {
  test('without the token, with another host or from another page gets nothing', async () => {
    const desk = await open();
    const { origin, port } = new URL(desk.receiving.url);
    expect((await ask(`${origin}/`)).status).toBe(404);
    expect((await ask(`${origin}/${'0'.repeat(32)}/`)).status).toBe(404);
    expect((await ask(desk.receiving.url, 'GET', '', { Host: `evil.example:${port}` })).status).toBe(421);
    expect((await ask(desk.receiving.url, 'GET', '', { Host: 'localhost' })).status).toBe(421);
    expect(
      (await ask(`${desk.receiving.url}confirm`, 'POST', desk.receiving.code, { Origin: 'http://evil' })).status,
    ).toBe(403);
    for (const [path, method] of [
      ['file?name=a', 'PUT'],
      ['done', 'POST'],
      ['file?name=a', 'GET'],
      ['../x', 'GET'],
      ['a/b', 'GET'],
    ] as const) {
      expect([403, 404], `${method} ${path}`).toContain((await ask(desk.receiving.url + path, method, 'x')).status);
    }
    expect(desk.files).toEqual([]);
  });

  test('guesses the code five times and it closes', async () => {
    const desk = await open();
    for (let i = 0; i < 5; i++) {
      expect((await ask(`${desk.receiving.url}confirm`, 'POST', 'xxxxxx')).status).toBe(403);
    }
    expect(await desk.receiving.ended).toBe('wrong_codes');
  });

  test('comes as a second phone is told so, and the first goes on', async () => {
    const desk = await open();
    const key = await confirmed(desk);
    expect((await ask(`${desk.receiving.url}confirm`, 'POST', desk.receiving.code)).status).toBe(409);
    expect((await ask(`${desk.receiving.url}file?name=b`, 'PUT', 'x')).status).toBe(403);
    expect(kinds(desk)).toContain('second_phone');
    expect((await ask(`${desk.receiving.url}file?name=a`, 'PUT', 'x', key)).status).toBe(200);
  });
});

test('the page loads nothing, allows nothing from elsewhere and is not kept', async () => {
  const desk = await open();
  const { status, text, headers } = await ask(desk.receiving.url);
  expect(status).toBe(200);
  expect(text).not.toMatch(/src=|href=|https?:|%NONCE%|%BYTES%/);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'nonce-[A-Za-z0-9+/=]+';/);
  expect(headers['cache-control']).toBe('no-store');
});

test('it closes after a time without a request, not after the first', async () => {
  const desk = await open({ limits: { idleMs: 150 } });
  await ask(desk.receiving.url);
  await ask(desk.receiving.url);
  expect(await desk.receiving.ended).toBe('idle');
});

test('who does not know the token keeps it open no longer', async () => {
  const desk = await open({ limits: { idleMs: 300 } });
  const { origin } = new URL(desk.receiving.url);
  const knocking = setInterval(() => void ask(`${origin}/`).catch(() => {}), 50);
  try {
    const late = new Promise((resolve) => setTimeout(() => resolve('still open'), 2_000).unref());
    expect(await Promise.race([desk.receiving.ended, late])).toBe('idle');
  } finally {
    clearInterval(knocking);
  }
});

test('addresses: private ones only, wireless first, tunnels and containers last', () => {
  const one = (address: string, internal = false) =>
    ({ address, family: 'IPv4', internal, netmask: '', mac: '', cidr: null }) as never;
  const found = localAddresses({
    lo: [one('127.0.0.1', true)],
    docker0: [one('172.17.0.1')],
    eth0: [one('10.0.0.4')],
    wlan0: [one('192.168.1.5')],
    ppp0: [one('100.64.1.1')],
    public: [one('8.8.8.8')],
  });
  expect(found.map(({ address }) => address)).toEqual(['192.168.1.5', '10.0.0.4', '172.17.0.1']);
  expect(['172.15.0.1', '172.32.0.1', '169.254.1.1', '11.0.0.1'].some(isPrivateAddress)).toBe(false);
});
