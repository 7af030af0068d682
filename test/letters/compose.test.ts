import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../src/letters/compose.ts';
import type { KamengError } from '../../src/model/errors.ts';
import { cardInvalid, notDelivered } from './cases.ts';

const templatesDir = join(import.meta.dirname, '../../templates');

describe('a complaint', () => {
  test('is the same for the same case', async () => {
    const input = { snapshot: cardInvalid(), document: 'merchant', templatesDir, no: 1 } as const;
    expect(await composeLetter(input)).toEqual(await composeLetter({ ...input, snapshot: cardInvalid() }));
  });

  test('has its three parts, names its exhibits and what it cites', async () => {
    const letter = await composeLetter({ snapshot: cardInvalid(), document: 'platform', templatesDir, no: 1 });
    expect(letter.sections.facts).toContain('订单号761072976091679384（证据1、证据2）');
    expect(letter.sections.demands).toContain('退还货款96.50元');
    expect(letter.sections.evidence).toContain(
      '证据2　支付凭证截图（交易单号2026090122001904146741483431，商户单号761072976091679384，金额96.50元',
    );
    expect(letter.exhibits).toEqual([1, 2, 3, 4, 5, 6]);
    expect(letter.laws.map((law) => law.rule)).toEqual(['PLT-04', 'SUB-04', 'SUB-17']);
  });

  test('without headings has its parts too', async () => {
    const { sections } = await composeLetter({ snapshot: cardInvalid(), document: 'urge', templatesDir, no: 1 });
    expect(sections.facts).toContain('该投诉已提交4天');
    expect(sections.demands).toContain('请于2026年9月11日前告知处理进度和结果');
  });

  test('names all missing facts at once, with the command that sets them', async () => {
    const snapshot = notDelivered();
    delete snapshot.facts.orderNo;
    delete snapshot.facts.product;
    const error = await composeLetter({ snapshot, document: 'platform', templatesDir, no: 1 }).catch(
      (thrown: KamengError) => thrown,
    );
    expect(error).toMatchObject({ code: 'FACT_MISSING', exitCode: 1 });
    expect((error as KamengError).message).toContain('商品（product）、订单号（orderNo）');
    expect((error as KamengError).hints[0]).toContain('kameng facts product=… orderNo=…');
  });

  test('never shows a card code that may still be worth money', async () => {
    const snapshot = cardInvalid();
    snapshot.contacts[0]!.said = '卡密 ramxz d5g34 2t76b 我们查过了';
    for (const document of ['merchant', 'platform'] as const) {
      const letter = await composeLetter({ snapshot, document, templatesDir, no: 1 });
      expect(letter.text.replace(/[^A-Za-z0-9]/g, '').toUpperCase()).not.toContain('D5G34');
    }
  });

  // A picture taken with the talk's heading (18:09) made the promise three minutes older than the export says.
  test('words on several exhibits are told at the closest of their times', async () => {
    const snapshot = cardInvalid();
    snapshot.contacts = [];
    const exported = snapshot.exhibits.find(({ no }) => no === 6)!;
    const picture = structuredClone({ ...exported, no: 4 });
    for (const message of picture.reading!.messages!) message.at = '2026-09-01T18:09+08:00';
    snapshot.exhibits = [...snapshot.exhibits.filter(({ no }) => no !== 4), picture].toSorted((a, b) => a.no - b.no);
    const { text } = await composeLetter({ snapshot, document: 'platform', templatesDir, no: 1 });
    expect(text).toContain('2026年9月1日18:12，对方表示“承诺48小时内退款到原支付账户”');
  });
});
