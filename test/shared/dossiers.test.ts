import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { reconcile } from '../../src/agreement/reconcile.ts';
import { coverageOf } from '../../src/law/coverage/coverage.ts';
import type { Dispute } from '../../src/model/dispute.ts';
import type { Kind } from '../../src/model/evidence.ts';
import { closeRecogniser } from '../../src/reading/readers/picture/recogniser.ts';
import { aCase } from '../law/a-case.ts';
import { read } from '../reading/made/source.ts';
import { sha256 } from '../support/case.ts';
import { openDesk, PURCHASE } from '../support/kameng.ts';
import { sharedPath } from './folder.ts';

const LAB = sharedPath('evidence-lab/dossiers');
const dossiers = readdirSync(LAB);

interface Truth {
  facts: Record<string, string> & { dispute: Dispute };
  files: { file: string; kind: Kind }[];
}
const truthOf = (name: string): Truth => JSON.parse(readFileSync(join(LAB, name, 'truth.json'), 'utf8')) as Truth;

afterAll(closeRecogniser);

describe.each(dossiers)('the dossier %s', (name) => {
  const folder = join(LAB, name);

  it('is ready, and not without the talk', () => {
    const { facts, files } = truthOf(name);
    const kinds = files.map(({ kind }) => kind);
    const of = (some: Kind[]) =>
      coverageOf(aCase({ dispute: facts.dispute, kinds: some, values: { amount: facts['amount']! } }));
    expect(of(kinds).gaps).toEqual([]);
    expect(of(kinds.filter((kind) => kind !== 'chat' && kind !== 'chat_log')).communication).toBe('missing');
  });

  it('goes in whole and comes out byte for byte', () => {
    const desk = openDesk();
    const names = readdirSync(folder).toSorted();
    const opened = desk.run(['new', folder, '-y', '--json', '-q', '--no-read', '--case', './x.kameng', ...PURCHASE]);
    expect(opened.status).toBe(0);
    expect(opened.json().added).toHaveLength(names.length);
    expect(desk.run(['evidence', '--extract', 'out', '--json']).status).toBe(0);
    expect(readdirSync(join(desk.cwd, 'out')).toSorted()).toEqual(names);
    for (const file of names) {
      expect(sha256(readFileSync(join(desk.cwd, 'out', file)))).toBe(sha256(readFileSync(join(folder, file))));
    }
    const again = desk.run(['add', folder, '--json', '-q', '--no-read']);
    expect(again.json()).toMatchObject({ added: [] });
    expect(again.json().duplicates).toHaveLength(names.length);
    expect(desk.run(['verify']).status).toBe(0);
  });
});

describe('a sample dossier', () => {
  it('is complete with nothing typed', async () => {
    const folder = join(LAB, '05-card_invalid');
    const truth = truthOf('05-card_invalid');
    const exhibits = [];
    for (const [index, { file, kind }] of truth.files.entries()) {
      const reading = await read(readFileSync(join(folder, file)), { name: file });
      expect(reading.kind, file).toBe(kind);
      exhibits.push({ no: index + 1, reading });
    }
    const { facts, conflicts, foreign } = reconcile(exhibits);
    expect(Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, fact.value]))).toMatchObject({
      dispute: 'card_invalid',
      platform: truth.facts['platform'],
      merchant: truth.facts['merchant'],
      product: truth.facts['product'],
      amount: truth.facts['amount'],
      orderNo: truth.facts['orderNo'],
      tradeNo: truth.facts['tradeNo'],
      cardCode: truth.facts['card'],
      failure: truth.facts['fail'],
      contactPhone: truth.facts['phone'],
      paidAt: '2026-10-25T13:20:11+08:00',
    });
    expect([conflicts, foreign]).toEqual([[], []]);
  });
});
