import { expect, it } from 'vitest';
import { Cancelled, EXIT, KamengError, usageError } from '../../src/model/errors.ts';

it('an error that was foreseen fails with 1 and carries what is to be said', () => {
  const cause = new Error('disk full');
  const error = new KamengError('CASE_FULL', '磁盘满了', { hints: ['换一个磁盘'], cause });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ code: 'CASE_FULL', message: '磁盘满了', hints: ['换一个磁盘'], exitCode: 1, cause });
  expect(new KamengError('X', 'x')).toMatchObject({ hints: [], exitCode: EXIT.failed });
  expect('cause' in new KamengError('X', 'x')).toBe(false);
});

it('wrong words exit with 2, giving up with 130', () => {
  expect(usageError('OPTION_UNKNOWN', '没有这个选项', '看 --help', '或者 kameng')).toMatchObject({
    exitCode: 2,
    hints: ['看 --help', '或者 kameng'],
  });
  const cancelled = new Cancelled();
  expect(cancelled).toBeInstanceOf(KamengError);
  expect(cancelled).toMatchObject({ code: 'CANCELLED', exitCode: 130, message: '已取消' });
});

it('exit codes are the contract of scripts', () => {
  expect(EXIT).toEqual({ done: 0, failed: 1, usage: 2, gaps: 3, damage: 4, bug: 70, cancelled: 130 });
});
