import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../src/letters/compose.ts';
import type { Contact } from '../../src/model/contact.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { cardInvalid } from './cases.ts';

const templatesDir = join(import.meta.dirname, '../../templates');

describe('a second complaint', () => {
  const again = async (dispute: CaseSnapshot['dispute']): Promise<string> => {
    const snapshot = { ...cardInvalid(), dispute };
    Object.assign(snapshot.facts, {
      goods: { value: 'code', status: 'given', sources: [] },
      account: { value: '13385151338', status: 'read', sources: [{ exhibit: 4, text: '13385151338' }] },
    });
    const exhibits = snapshot.exhibits.map(({ no }) => no);
    const written = { document: 'platform', writtenAt: '2026-09-06T09:00:00+08:00', text: '', rules: [] } as const;
    snapshot.letters = [{ ...written, no: 1, exhibits, rules: [] }];
    const later = { ...snapshot.exhibits[0]!, no: 9, takenInAt: '2026-09-08T10:00:00+08:00' };
    snapshot.exhibits = [...snapshot.exhibits, later];
    const open = { vague: false, refusal: false, promise: null, settled: false };
    const log = (no: number, at: string, more: Partial<Contact>): Contact => ({
      no,
      at,
      loggedAt: at,
      channel: 'platform',
      result: 'none',
      exhibits: [],
      reading: open,
      ...more,
    });
    snapshot.contacts = [
      log(1, '2026-09-06', { filedOn: '2026-09-06', letter: 1 }),
      log(2, '2026-09-07T10:00+08:00', { said: '在核实了', result: 'vague', reading: { ...open, vague: true } }),
      log(3, '2026-09-08T10:00+08:00', {
        said: '商家已正常发货，不支持退款',
        result: 'refused',
        reading: { ...open, refusal: true, ground: 'delivered' },
      }),
    ];
    return (await composeLetter({ snapshot, document: 'resubmit', templatesDir, no: 2 })).text;
  };

  test('tells what was said since the first once, and calls its reader by one name', async () => {
    const text = await again('card_invalid');
    expect(text.split('在核实了')).toHaveLength(2);
    expect(text).toContain('贵平台答复“在核实了”');
    expect(text).not.toMatch(/(?<!贵)平台(?:客服|答复)/);
  });
  // The account stood on a page that the first complaint had listed.
  test('calls nothing new that the first one showed', async () => {
    const text = await again('card_invalid');
    expect(text).toContain('新增证据9');
    expect(text).not.toContain('补充充值账号');
  });
  test('says to “it was delivered” that what came is not right, and asks for the record only where nothing came', async () => {
    expect(await again('not_as_described')).toContain('本人请求的理由不是没有收到商品，而是');
    expect(await again('not_delivered')).toContain('请提供交付的时间、方式和可以检索识别的记录');
  });
});
