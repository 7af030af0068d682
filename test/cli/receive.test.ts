import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { localAddresses } from '../../src/clerk/intake/receive.ts';
import { chooseAddress } from '../../src/cli/commands/receive/address.ts';
import { createIo } from '../../src/cli/io.ts';
import { progressBar } from '../../src/cli/views/progress.ts';
import { qrLines } from '../../src/cli/views/qr.ts';
import { cellsOf } from '../../src/cli/views/cells.ts';
import { Writable } from 'node:stream';
import { openDesk, PURCHASE } from '../support/kameng.ts';

const WIFI = { address: '192.168.1.5', name: 'wlan0' };
const CABLE = { address: '10.0.0.8', name: 'eth0' };

test('one address is taken, of several a person is asked, without a person the likeliest is taken', async () => {
  expect(await chooseAddress([WIFI], undefined, () => Promise.reject(new Error('asked')))).toBe('192.168.1.5');
  expect(await chooseAddress([WIFI, CABLE], undefined, (choices) => Promise.resolve(choices[1]!.value))).toBe(
    '10.0.0.8',
  );
  expect(await chooseAddress([WIFI, CABLE], undefined)).toBe('192.168.1.5');
  expect(await chooseAddress([WIFI, CABLE], '10.0.0.8')).toBe('10.0.0.8');
});

test('an address that is not of this computer is refused with those that are; without a network there is a way on', async () => {
  await expect(chooseAddress([WIFI], '8.8.8.8')).rejects.toMatchObject({
    code: 'RECEIVE_ADDRESS',
    hints: ['可选：192.168.1.5（wlan0）'],
  });
  await expect(chooseAddress([], undefined)).rejects.toMatchObject({ code: 'RECEIVE_NO_NETWORK' });
});

test('the built program never listens on an address that is not private', () => {
  const desk = openDesk();
  expect(desk.run(['new', '-y', ...PURCHASE, '--case', './x.kameng']).status).toBe(0);
  for (const address of ['127.0.0.1', '0.0.0.0', '8.8.8.8', '::']) {
    const ran = desk.run(['receive', '--address', address, '--json']);
    expect(ran.error().code).toBe(localAddresses().length > 0 ? 'RECEIVE_ADDRESS' : 'RECEIVE_NO_NETWORK');
    expect(ran.stdout).toBe('');
  }
  expect(desk.run(['receive', '--port', '80']).status).toBe(2);
});

function terminal(columns: number, rows: number, color = true) {
  const written: string[] = [];
  const stream = (): Writable & { isTTY: boolean; columns: number; rows: number } =>
    Object.assign(new Writable({ write: (chunk, _encoding, next) => (written.push(String(chunk)), next()) }), {
      isTTY: true,
      columns,
      rows,
    });
  return { io: createIo({ stdout: stream(), stderr: stream() }, { quiet: false, color }), written };
}

const URL_OF_PHONE = 'http://192.168.100.100:43121/0123456789abcdef0123456789abcdef/';

test('the QR code drawn in the terminal is the code of the address, light all round', async () => {
  const { io, written } = terminal(80, 40);
  // As the terminal gets it, which lets through no code that is not known.
  for (const line of await qrLines(URL_OF_PHONE, io, 5)) io.say(line);
  const lines = written.join('').trimEnd().split('\n');
  for (const line of lines) expect(line).toMatch(/^\u001b\[30m\u001b\[107m[ ▀▄█]{37}\u001b\[0m$/);
  const { data, size } = encode(URL_OF_PHONE, { ecc: 'L', border: 2 });
  const cells = lines.map((line) => [...line.replace(/\u001b\[[0-9;]*m/g, '')]);
  const drawn = Array.from({ length: size }, (_row, y) =>
    Array.from({ length: size }, (_cell, x) => {
      const cell = cells[y >> 1]![x]!;
      return cell === '█' || cell === (y % 2 === 0 ? '▀' : '▄');
    }),
  );
  expect(drawn).toEqual(data.map((row) => [...row]));
  expect(drawn[1]!.some(Boolean)).toBe(false);
});

test.each([
  [80, 23, true],
  [36, 60, true],
  [80, 40, false],
])('a terminal of %i by %i, colour %s, has no room for it or no way to show it', async (columns, rows, color) => {
  expect(await qrLines(URL_OF_PHONE, terminal(columns, rows, color).io, 5)).toEqual([]);
});

test('work of more than a second shows its rate and the time left, and nothing off a terminal', () => {
  let now = 0;
  const { io, written } = terminal(100, 40);
  const bar = progressBar(io, '收入', 100_000_000, { clock: () => now });
  bar.update(1);
  expect(written).toEqual([]);
  now = 500;
  bar.update(5_000_000, 'a.mp4');
  expect(written.at(-1)).toContain(' 5% a.mp4');
  now = 2_000;
  bar.update(20_000_000, 'a.mp4');
  expect(written.at(-1)).toContain('20% 10 MB/秒 还要约 8 秒 a.mp4');
  const pieces = progressBar(io, '识别', 40, { unit: 'pieces', clock: () => now });
  pieces.update(0, '1.png');
  expect(written.at(-1)).toContain('1/40 1.png');
  now += 60_000;
  pieces.update(10, '11.png');
  expect(written.at(-1)).toContain('11/40 每分钟 10 件 还要约 3 分钟 11.png');
});

test.each([60, 80])('on a screen of %i cells the bar makes room for how long it will take', (columns) => {
  let now = 0;
  const { io, written } = terminal(columns, 40);
  const pieces = progressBar(io, '识别', 60, { unit: 'pieces', clock: () => now });
  pieces.update(0, '1.png');
  now += 30_000;
  pieces.update(37, '微信图片_20261109203012.png');
  const line = written.at(-1)!.replace(/^\r\u001b\[2K/, '');
  expect(line).toContain(' 61% 38/60 每分钟 74 件 还要约 19 秒 微信');
  expect(cellsOf(line)).toBeLessThan(columns);
});
