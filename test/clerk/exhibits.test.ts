import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import {
  copyForViewing,
  describeExhibit,
  exhibitDetail,
  exhibitLabels,
  extractExhibits,
} from '../../src/clerk/cases/exhibits.ts';
import { addBytes, temporaryCase } from '../support/case.ts';
import { temporaryFolder } from '../support/folder.ts';

const bytes = Buffer.from('你好');

describe('what a person says of an exhibit', () => {
  test('a kind brings its category, and another category makes the kind unknown', () => {
    const file = temporaryCase();
    const no = addBytes(file, 'a.txt', bytes);
    expect(exhibitLabels(file, [no])).toMatchObject([{ category: 'other', guessed: true }]);
    expect(describeExhibit(file, no, { kind: 'payment' })).toBe(true);
    expect(exhibitLabels(file, [no])).toMatchObject([{ category: 'transaction', kind: 'payment', guessed: false }]);
    describeExhibit(file, no, { category: 'transaction' });
    expect(exhibitLabels(file, [no])).toMatchObject([{ kind: 'payment' }]);
    describeExhibit(file, no, { category: 'defect' });
    expect(exhibitLabels(file, [no])).toMatchObject([{ category: 'defect', kind: 'other' }]);
  });

  test('a note leaves the label to the guess, and nothing said changes nothing', () => {
    const file = temporaryCase();
    const no = addBytes(file, 'a.txt', bytes);
    expect(describeExhibit(file, no, {})).toBe(false);
    expect(describeExhibit(file, no, { note: '第一天' })).toBe(true);
    expect(exhibitDetail(file, no).summary).toMatchObject({ note: '第一天', labelledByUser: false });
  });

  test('withdrawn and brought back', () => {
    const file = temporaryCase();
    const no = addBytes(file, 'a.txt', bytes);
    describeExhibit(file, no, { withdraw: '重复' });
    expect(exhibitDetail(file, no).view.withdrawn).toMatchObject({ why: '重复' });
    expect(describeExhibit(file, no, { restore: true })).toBe(true);
    expect(exhibitDetail(file, no).view.withdrawn).toBeNull();
    expect(() => describeExhibit(file, no, { restore: true })).toThrow('没有撤下过');
  });
});

describe('extracting', () => {
  test('two of one name come out beside each other, byte for byte', () => {
    const file = temporaryCase();
    addBytes(file, 'a.txt', bytes);
    addBytes(file, 'a.txt', Buffer.from('再见'));
    const folder = join(temporaryFolder(), 'out');
    const extracted = extractExhibits(file, folder);
    expect(extracted.map(({ path }) => basename(path))).toEqual(['a.txt', '2-a.txt']);
    expect(extracted.map(({ path }) => readFileSync(path, 'utf8'))).toEqual(['你好', '再见']);
  });

  test('a copy for another program lies in a folder of its own', () => {
    const file = temporaryCase();
    const path = copyForViewing(file, addBytes(file, 'a.txt', bytes));
    expect(dirname(dirname(path))).toBe(tmpdir());
    expect(readFileSync(path)).toEqual(bytes);
  });
});
