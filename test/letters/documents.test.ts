import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../src/letters/compose.ts';
import { reviewLetter } from '../../src/grounding/review.ts';
import { DISPUTE_TRAITS } from '../../src/knowledge/built/disputes.ts';
import { DEMAND_IDS, DISPUTE_IDS, DOCUMENT_IDS, type DocumentId } from '../../src/model/dispute.ts';
import { KamengError } from '../../src/model/errors.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { accountBanned, CASES, cardInvalid, notDelivered } from './cases.ts';

const templatesDir = join(import.meta.dirname, '../../templates');
const golden = join(import.meta.dirname, '../golden/letters');

const write = (snapshot: CaseSnapshot, document: DocumentId, more: object = {}) =>
  composeLetter({ snapshot, document, templatesDir, no: 1, ...more });
const refusal = async (snapshot: CaseSnapshot, document: DocumentId): Promise<KamengError> => {
  const error: unknown = await write(snapshot, document).catch((thrown: unknown) => thrown);
  if (!(error instanceof KamengError)) throw new Error(`${document} was written`);
  return error;
};
const set = (snapshot: CaseSnapshot, facts: Record<string, string>): CaseSnapshot => {
  for (const [key, value] of Object.entries(facts))
    Object.assign(snapshot.facts, { [key]: { value, status: 'given', sources: [] } });
  return snapshot;
};

describe.each(Object.entries(CASES))('%s', (dispute, make) => {
  test.each(DOCUMENT_IDS)('%s reads as in its golden', async (document) => {
    const shown = await write(make(), document).then(
      (letter) => letter.text,
      (error: unknown) => {
        if (!(error instanceof KamengError)) throw error;
        return `${error.code}\n${error.message}\n${error.hints.join('\n')}\n`;
      },
    );
    await expect(shown).toMatchFileSnapshot(join(golden, dispute, `${document}.txt`));
  });
});

test('every dispute with every demand gives a complaint without holes', async () => {
  let written = 0;
  for (const dispute of DISPUTE_IDS) {
    for (const demand of DEMAND_IDS) {
      for (const bare of [false, true]) {
        const snapshot = set(cardInvalid(), { demand });
        snapshot.dispute = dispute;
        if (bare) {
          for (const key of [
            'failure',
            'failedAt',
            'promise',
            'promisedBy',
            'refusal',
            'quantity',
            'goods',
            'paidBy',
          ] as const)
            delete snapshot.facts[key];
          snapshot.exhibits = [];
          snapshot.contacts = [];
        }
        for (const document of ['merchant', 'platform'] as const) {
          if (bare && DISPUTE_TRAITS[dispute].requires.includes('failure')) {
            expect((await refusal(snapshot, document)).message).toContain('failure');
            continue;
          }
          const letter = await write(snapshot, document);
          const { text, sections } = letter;
          expect(reviewLetter(letter, snapshot)).toEqual([]);
          expect(text).not.toMatch(/undefined|null|\{|\}|，，|。。|，。|；。|“”|（）|立即|骗/);
          expect(sections.demands).toMatch(/2026年9月15日前/);
          expect(sections.facts).not.toBe('');
          written++;
        }
      }
    }
  }
  // Two documents for each, with and without what was read; a type that requires the failure has none without.
  const requiring = DISPUTE_IDS.filter((dispute) => DISPUTE_TRAITS[dispute].requires.includes('failure')).length;
  expect(written).toBe((2 * DISPUTE_IDS.length - requiring) * DEMAND_IDS.length * 2);
  expect(written).toBeGreaterThanOrEqual(120);
});

describe('money', () => {
  test('only what is still owed is claimed', async () => {
    const { text } = await write(accountBanned(), 'court');
    expect(text).toContain('判令被告一退还剩余货款109.90元');
    expect(text).toContain('标的总额：109.90元');
  });

  test('threefold damages are a definite claim of their own, at least 500, and need signs', async () => {
    const { text } = await write(cardInvalid(), 'court');
    expect(text).toContain('判令被告依照《中华人民共和国消费者权益保护法》第五十五条第一款增加赔偿500.00元');
    expect(text).toContain('标的总额：596.50元');
    expect(text).not.toMatch(/如法院认定|备选/);
    const dear = set(cardInvalid(), { amount: '200.00' });
    expect((await write(dear, 'court')).text).toContain('增加赔偿600.00元（价款200.00元的三倍）');
    const plain = cardInvalid();
    delete plain.facts.signs;
    expect((await write(plain, 'court')).text).not.toMatch(/三倍|欺诈|备选/);
  });

  test('interest is claimed only when it was asked for', async () => {
    expect((await write(cardInvalid(), 'court')).text).not.toContain('利息');
    const { text, values } = await write(cardInvalid(), 'court', { interestFrom: '2026-09-04' });
    expect(text).toContain('以96.50元为基数，支付自2026年9月4日起至实际付清之日止的利息');
    expect(values.map((value) => value.from)).toContain('利息起算日');
    // 96.50 × 3 % × 5 / 365
    expect(text).toContain('按同期一年期贷款市场报价利率计算（暂计至2026年9月8日为0.04元）');
    const late = cardInvalid();
    late.today = '2026-12-01';
    const stopped = await write(late, 'court', { interestFrom: '2026-09-04' });
    expect(stopped.text).toContain('（暂计至2026年9月19日为0.13元）');
    expect(reviewLetter(stopped, late)).toEqual([]);
    const unknown = await write(late, 'court', { interestFrom: '2026-10-01' });
    expect(unknown.text).toContain('报价利率计算；');
  });

  test('when everything came back there is nothing to demand', async () => {
    const snapshot = set(cardInvalid(), { refunded: '96.50' });
    expect((await refusal(snapshot, 'merchant')).code).toBe('CLAIM_SETTLED');
    expect((await write(snapshot, 'withdrawal')).text).toContain('现因本人已收到退款96.50元，申请撤回该投诉');
  });
});

test('what the buyer wants is told as taken for granted where nobody has said it', async () => {
  const silent = cardInvalid();
  delete silent.facts.demand;
  const { text, assumed } = await write(silent, 'merchant');
  expect(text).toContain('退还货款96.50元');
  expect(assumed).toEqual(['demand']);
  expect((await write(cardInvalid(), 'merchant')).assumed).toBeUndefined();
  // It asks for no money at all.
  expect((await write(silent, 'identity')).assumed).toBeUndefined();
});

describe('exhibits', () => {
  test('a file that nothing could be read off is named by what it is, never with what the buyer typed', async () => {
    const snapshot = cardInvalid();
    snapshot.exhibits = snapshot.exhibits.slice(0, 3).map((exhibit) => ({
      ...exhibit,
      labelledByUser: true,
      reading: { ...exhibit.reading!, fields: [], lines: [] },
    }));
    for (const fact of Object.values(snapshot.facts)) Object.assign(fact, { status: 'given', sources: [] });
    snapshot.exhibits[2]!.kind = 'other';
    const letter = await write(snapshot, 'platform');
    expect(letter.sections.evidence).toBe('证据1　订单页面截图\n证据2　支付凭证截图');
    expect((await write(snapshot, 'police')).sections.evidence).toContain('证据3　沟通记录截图');
    expect(reviewLetter(letter, snapshot)).toEqual([]);
  });

  test('without any the letter has no such part and points at none', async () => {
    const snapshot = cardInvalid();
    snapshot.exhibits = [];
    snapshot.contacts[0]!.exhibits = [];
    for (const fact of Object.values(snapshot.facts)) Object.assign(fact, { status: 'given', sources: [] });
    const letter = await write(snapshot, 'platform');
    expect(letter.text).not.toContain('证据');
    expect(letter.exhibits).toEqual([]);
  });
});

describe('what a reader must not see', () => {
  const ID = '320106199404121246';
  test.each(DOCUMENT_IDS)('%s shows the identity number only to an office that asks for it', async (document) => {
    const letter = await write(cardInvalid(), document).catch(() => undefined);
    if (letter) expect(letter.text.includes(ID)).toBe(['regulator', 'police', 'court'].includes(document));
  });

  test.each(DOCUMENT_IDS)('%s never has an open card code, wherever it was typed', async (document) => {
    const snapshot = accountBanned();
    set(snapshot, {
      cardCode: 'RAMXZ-D5G34-2T76B',
      failure: '提示 RAMXZD5G342T76B 已失效',
      product: '年卡 ramxz-d5g34-2t76b',
    });
    snapshot.contacts[0]!.said = '您的卡 RAMXZ D5G34 2T76B 没有问题';
    const letter = await write(snapshot, document).catch(() => undefined);
    expect(letter?.text.replace(/[^A-Za-z0-9]/g, '').toUpperCase() ?? '').not.toContain('D5G34');
  });

  test('a redeemed code is shown to the merchant who has to look it up, and to nobody in public', async () => {
    const snapshot = set(cardInvalid(), { redeemed: 'yes', refusal: '卡密RAMXZ-D5G34-2T76B已被使用' });
    expect((await write(snapshot, 'merchant')).text).toContain('RAMXZ-D5G34-2T76B');
    expect((await write(snapshot, 'public')).text).not.toContain('D5G34');
  });

  test('a public text has no number, phone or private name in it', async () => {
    for (const make of Object.values(CASES)) {
      const snapshot = make();
      const { text } = await write(snapshot, 'public');
      for (const key of [
        'orderNo',
        'tradeNo',
        'buyerName',
        'buyerPhone',
        'buyerAddress',
        'account',
        'contactPhone',
      ] as const) {
        const value = snapshot.facts[key]?.value;
        if (value) expect(text).not.toContain(value);
      }
      expect(text).not.toContain('王大白');
    }
  });

  test('any document can be redacted', async () => {
    const { text } = await write(notDelivered(), 'payment', { redacted: true });
    expect(text).toContain('4200********************5831');
    expect(text).not.toMatch(/周航|王大白|13095230281|KM202610141443529492/);
  });
});

describe('documents that need something first', () => {
  test('a complaint to 12315 without the other side’s address names what is missing', async () => {
    const snapshot = cardInvalid();
    delete snapshot.facts.sellerAddress;
    delete snapshot.facts.buyerPhone;
    const { message } = await refusal(snapshot, 'regulator');
    expect(message).toContain('投诉人电话（buyerPhone）、经营者地址（sellerAddress）');
  });

  test('values that contradict each other stop the letter and are both named', async () => {
    const snapshot = cardInvalid();
    snapshot.facts.orderNo = {
      value: '',
      status: 'conflict',
      sources: [],
      candidates: [
        { value: 'A1', sources: [{ exhibit: 1, text: 'A1' }] },
        { value: 'B2', sources: [{ exhibit: 2, text: 'B2' }] },
      ],
    };
    const error = await refusal(snapshot, 'merchant');
    expect(error.code).toBe('FACT_CONFLICT');
    expect(error.hints.join()).toContain('A1（证据1）、B2（证据2）');
  });

  test('a transfer between persons needs no order number but its trade number, or whom it went to', async () => {
    const snapshot = set(cardInvalid(), { paidBy: 'personal_transfer', payee: '李晓青' });
    delete snapshot.facts.orderNo;
    const { text, title } = await write(snapshot, 'merchant');
    expect(title).toBe('关于“Steam 充值卡 100元”交易的投诉函');
    expect(text).toContain('以个人转账方式实付96.50元，收款方为“李晓青”，交易单号2026090122001904146741483431');
    delete snapshot.facts.tradeNo;
    expect((await write(snapshot, 'merchant')).text).toContain('以个人转账方式实付96.50元，收款方为“李晓青”（');
    delete snapshot.facts.payee;
    expect((await refusal(snapshot, 'merchant')).message).toContain('payee');
  });

  test('a resubmission that adds nothing is not written', async () => {
    const snapshot = accountBanned();
    snapshot.letters[0]!.exhibits = [1, 2, 3, 4, 5, 6, 8];
    snapshot.letters[0]!.text +=
      '被投诉人地址广州市番禺区大石街12号，平台经营者广州极速信息服务有限公司，广州市天河区体育西路103号，发现问题2026年11月6日';
    expect((await refusal(snapshot, 'resubmit')).code).toBe('NOTHING_NEW');
  });

  test('a right to rescind that has lapsed is not declared', async () => {
    const snapshot = accountBanned();
    snapshot.today = '2027-11-06';
    expect((await write(snapshot, 'rescission')).text).toContain('解除');
    snapshot.today = '2027-11-07';
    expect((await refusal(snapshot, 'rescission')).code).toBe('RESCISSION_BARRED');
  });
});

test('what a letter names is in its list of evidence', () => {
  const listed = /^(?:\d+\. )?证据(\d+)　/gm;
  for (const path of readdirSync(golden, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.txt'))) {
    const text = readFileSync(join(golden, path), 'utf8');
    const list = new Set([...text.matchAll(listed)].map((match) => match[1]));
    if (list.size === 0) continue;
    const named = new Set([...text.matchAll(/证据(\d+)/g)].map((match) => match[1]));
    expect(
      [...named].filter((no) => !list.has(no)),
      path,
    ).toEqual([]);
  }
});

describe('the text box of 12315', () => {
  test('takes two hundred and five hundred characters, whatever the names', async () => {
    for (const make of Object.values(CASES)) {
      for (const product of ['月卡', '王者荣耀点券6480点直充秒到账自动发货官方正品支持退换'.repeat(9)]) {
        const snapshot = set(make(), { product });
        const { versions } = await write(snapshot, 'regulator');
        expect(versions!.short.length).toBeLessThanOrEqual(200);
        expect(versions!.medium.length).toBeLessThanOrEqual(500);
        for (const text of [versions!.short, versions!.medium]) {
          expect(text).toContain(snapshot.facts.orderNo!.value);
          expect(text).toContain(`${snapshot.facts.amount!.value}元`);
          expect(text).toMatch(/请求退还(?:剩余)?货款/);
        }
      }
    }
  });

  test('can be the letter itself', async () => {
    const letter = await write(cardInvalid(), 'regulator', { length: 'short' });
    expect(letter.text.trim()).toBe(letter.versions!.short);
  });
});

// Whoever had only his bank's message could not report the seller who was gone.
test('what was paid from a bank account needs no trade number where it is known whom it went to', async () => {
  const transfer = (more: Record<string, string>): CaseSnapshot => {
    const snapshot = set(cardInvalid(), { paidBy: 'personal_transfer', site: 'private_chat', ...more });
    for (const key of ['tradeNo', 'merchantOrderNo', 'orderNo'] as const) delete snapshot.facts[key];
    return snapshot;
  };
  expect((await refusal(transfer({}), 'police')).about).toEqual(['payee']);
  const ways: Record<string, string>[] = [{ payee: '李小华' }, { payeeAccount: '6217003210007788120' }];
  for (const known of ways) {
    for (const document of ['police', 'payment'] as const) {
      const { text } = await write(transfer(known), document);
      expect(text).toContain(Object.values(known)[0]);
      expect(text).not.toMatch(/^交易单号：|的交易单号为/m);
    }
  }
});
