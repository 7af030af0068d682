import { resolve } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openDesk, type Desk } from '../support/kameng.ts';
import { openTerminal } from '../support/terminal.ts';

const ORDER = resolve(import.meta.dirname, '../../docs/example/订单.png');
const SHOW = ['evidence', '1', '-c', './例.kameng'];

function deskThatDraws(): Desk {
  const desk = openDesk();
  desk.env['KAMENG_PICTURES'] = 'kitty';
  desk.run(['new', '-y', '--no-read', '--dispute', 'card_invalid', ORDER, '-c', './例.kameng']);
  return desk;
}

async function shown(desk: Desk, ...more: string[]): Promise<string> {
  const terminal = openTerminal(desk, [...SHOW, ...more]);
  expect(await terminal.exit).toBe(0);
  return terminal.raw();
}

test('one exhibit is drawn above its lines, in a terminal that draws', async () => {
  const raw = await shown(deskThatDraws());
  const pieces = [...raw.matchAll(/\u001b_G[^;]*;([^\u001b]*)\u001b\\/g)].map((match) => match[1]);
  const { format, width, height } = await sharp(Buffer.from(pieces.join(''), 'base64')).metadata();
  expect(format).toBe('png');
  expect(height! / width!).toBeGreaterThan(1.5);
  expect(raw.lastIndexOf('\u001b_G')).toBeLessThan(raw.indexOf('SHA-256'));
});

test('it can be turned off, and nothing but a terminal gets a picture', async () => {
  const desk = deskThatDraws();
  expect(await shown(desk, '--no-picture')).not.toContain('\u001b_G');
  expect(desk.run(SHOW).stdout).not.toContain('\u001b');
  expect(desk.run([...SHOW, '--json']).json().exhibit.no).toBe(1);
});
