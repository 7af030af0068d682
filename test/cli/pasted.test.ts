import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pasteJoiner } from '../../src/cli/pasted.ts';

const [BEGIN, END] = ['\u001b[200~', '\u001b[201~'];
const joined = (...chunks: string[]): string => chunks.map(pasteJoiner()).join('');

// Of an answer of three lines the first was logged, and the second answered the next question.
test('what is pasted is one line, what is typed stays', () => {
  expect(joined(`${BEGIN}one\r\ntwo\rthree${END}\r`)).toBe('one two three\r');
  expect(joined('typed\r', 'more\r')).toBe('typed\rmore\r');
  expect(joined(`a${BEGIN}b\n${END}${BEGIN}c${END}`)).toBe('ab c');
});

test('keys that begin like a mark are keys', () => {
  expect(joined('\u001b', '[A')).toBe('\u001b[A');
  expect(joined('\u001b[2~')).toBe('\u001b[2~');
});

test('it does not matter where a paste is cut', () => {
  const whole = `x${BEGIN}一\n二${END}y\r`;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length }), (at) => {
      // A mark that is cut behind its first letters is still one; a lone escape is a key and goes on at once.
      fc.pre(!/\u001b\[?$/.test(whole.slice(0, at)));
      expect(joined(whole.slice(0, at), whole.slice(at))).toBe('x一 二y\r');
    }),
  );
});
