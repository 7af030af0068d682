import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../src/clerk/cases/snapshot.ts';
import type { CaseFile } from '../../src/casefile/case-file.ts';
import { previewLetter, writeLetter } from '../../src/clerk/letters/write-letter.ts';
import { type Basis, basisOf, type Plea } from '../../src/law/basis.ts';
import { situationOf } from '../../src/law/route/situation-of.ts';
import { DOCUMENT_IDS, type DocumentId } from '../../src/model/dispute.ts';
import { KamengError } from '../../src/model/errors.ts';
import { caseOf, RELATIONS } from './relations.ts';

const templatesDir = join(import.meta.dirname, '../../templates');
const golden = join(import.meta.dirname, '../golden/relations');

/** A document of a case as the clerk would write it, or why it does not. */
async function textOf(file: CaseFile, document: DocumentId): Promise<string> {
  try {
    const { text, findings } = await previewLetter(file, document, templatesDir);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    return text;
  } catch (error) {
    if (!(error instanceof KamengError)) throw error;
    return `${error.code}\n${error.message}\n${error.hints.join('\n')}\n`;
  }
}

const isRefusal = (text: string): boolean => /^[A-Z_]+\n/.test(text);

/** Documents that are read whole; of the others it is said whether they are written. */
const READ: readonly DocumentId[] = ['merchant', 'platform', 'platform_operator', 'court', 'collect'];

describe.each(Object.keys(RELATIONS))('%s', (relation) => {
  test('no document states what the relation does not bear', async () => {
    const refused: string[] = [];
    for (const talked of [false, true]) {
      const file = caseOf(relation, { talked });
      const basis = basisOf(situationOf(snapshotOf(file)));
      for (const document of DOCUMENT_IDS) {
        const text = await textOf(file, document);
        // What only waits for an entry of the log says nothing of the relation.
        if (talked && isRefusal(text) && !text.startsWith('NOTHING_'))
          refused.push(`  ${document}: ${text.split('\n')[0]}`);
        if (!isRefusal(text)) holdAgainst(text, basis, document, talked);
        if (talked && READ.includes(document))
          await expect(text).toMatchFileSnapshot(join(golden, relation, `${document}.txt`));
      }
    }
    await expect(`${refused.join('\n')}\n`).toMatchFileSnapshot(join(golden, relation, 'refused.txt'));
  });
});

/** What must not stand in a document of this relation. */
function holdAgainst(text: string, basis: Basis, document: DocumentId, talked: boolean): void {
  const never = (plea: Plea): boolean => basis.neverPleads.includes(plea);
  const refuse = (words: RegExp): void => expect(text, `${basis.id} ${document}`).not.toMatch(words);
  refuse(/undefined|null\b|\{|\}|，，|。。|，。|；。|“”|（）/);
  if (never('punitive')) refuse(/增加赔偿|三倍|第五十五条/);
  if (never('consumer_law')) refuse(/《中华人民共和国消费者权益保护法》|《侵害消费者权益行为处罚办法》/);
  if (never('rescission')) refuse(/解除/);
  if (never('breach')) refuse(/违约责任|第五百八十二条|第五百七十七条|退还(?:剩余)?货款/);
  // What the law says of payment services holds whatever was bought.
  if (never('ecommerce_law')) refuse(/电子商务法》第(?!五十三条|五十七条)/);
  if (never('platform_liability')) refuse(/连带责任；/);
  if (never('platform_assists')) refuse(/第六十一条/);
  if (basis.represents && document !== 'public' && text.includes('林晓雯')) expect(text, document).toContain('林建国');
  if (basis.id === 'unjust_enrichment') refuse(/未收到所购|未交付|仍未到账|出卖人/);
  // Nothing was sent, and nothing was logged but the talk with the seller.
  refuse(/书面通知|已经解除|(?<!邮)寄送|签收|未获提供|12315提交|向平台提交/);
  if (!talked) refuse(/未予同意|概不退换|2026年9月2日/);
}

test('a minor’s letter is frozen by the clerk with its guardian under it', async () => {
  const file = caseOf('minor', { talked: true });
  const { letter } = await writeLetter(file, { document: 'merchant', formats: ['txt'], templatesDir });
  expect(letter.text).toMatch(/投诉人：林晓雯\n法定代理人：林建国/);
});
