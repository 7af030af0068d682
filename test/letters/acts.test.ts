import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../src/letters/compose.ts';
import { reviewLetter } from '../../src/grounding/review.ts';
import { deadlinesOf } from '../../src/law/deadlines/deadlines.ts';
import type { Contact } from '../../src/model/contact.ts';
import { DOCUMENT_IDS, type DocumentId } from '../../src/model/dispute.ts';
import { KamengError } from '../../src/model/errors.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { CASES, cardInvalid, notDelivered } from './cases.ts';

const templatesDir = join(import.meta.dirname, '../../templates');

const write = (snapshot: CaseSnapshot, document: DocumentId, more: object = {}) =>
  composeLetter({ snapshot, document, templatesDir, no: 1, ...more });
const refusal = async (snapshot: CaseSnapshot, document: DocumentId): Promise<KamengError> => {
  const error: unknown = await write(snapshot, document).catch((thrown: unknown) => thrown);
  if (!(error instanceof KamengError)) throw new Error(`${document} was written`);
  return error;
};
const withLetter = (snapshot: CaseSnapshot, document: DocumentId, on: string, replyBy?: string): CaseSnapshot => {
  const no = snapshot.letters.length + 1;
  snapshot.letters.push({
    no,
    document,
    writtenAt: `${on}T09:00:00+08:00`,
    text: '',
    exhibits: [],
    rules: [],
    ...(replyBy ? { replyBy } : {}),
  });
  return snapshot;
};
const log = (
  snapshot: CaseSnapshot,
  contact: Partial<Contact> & Pick<Contact, 'channel' | 'at' | 'result'>,
): CaseSnapshot => {
  snapshot.contacts.push({
    no: snapshot.contacts.length + 1,
    exhibits: [],
    reading: {
      vague: false,
      refusal: contact.result === 'refused',
      promise: null,
      settled: contact.result === 'claimed',
    },
    loggedAt: snapshot.now,
    ...contact,
  });
  return snapshot;
};
const set = (snapshot: CaseSnapshot, facts: Record<string, string>): CaseSnapshot => {
  for (const [key, value] of Object.entries(facts))
    Object.assign(snapshot.facts, { [key]: { value, status: 'given', sources: [] } });
  return snapshot;
};

describe('acts are not drafts', () => {
  const ACTED =
    /(?:解除合同通知|经营者信息请求函|催办函|升级处理请求|和解协议|撤回投诉|投诉函|起诉状》|报案材料》)(?=》|，|（)|书面请求其|书面通知|已经解除|(?<!邮)寄送|签收|已向[^，。]*(?:报案|投诉|起诉)/;
  test.each(DOCUMENT_IDS)('%s tells of no other document that was only written', async (document) => {
    for (const make of Object.values(CASES)) {
      const before = await write(make(), document).then(
        ({ text }) => text,
        (error: KamengError) => error.code,
      );
      const snapshot = make();
      for (const other of DOCUMENT_IDS)
        if (other !== document) withLetter(snapshot, other, snapshot.today, snapshot.today);
      const after = await write(snapshot, document).then(
        ({ text }) => text,
        (error: KamengError) => error.code,
      );
      // Written, and nothing logged: the text is the same, word for word.
      if (document !== 'resubmit') expect(after).toBe(before);
      expect(after.split('\n').slice(1).join('\n')).not.toMatch(ACTED);
    }
  });
});

describe('what is pleaded follows what is logged', () => {
  test('an identity request that was sent and not answered opens the way to sue the platform', async () => {
    expect((await refusal(notDelivered(), 'court')).code).toBe('DEFENDANT_UNKNOWN');
    const written = withLetter(notDelivered(), 'identity', '2026-10-14', '2026-10-20');
    expect((await refusal(written, 'court')).hints.join()).toContain('还没有记发出');
    const sent = log(written, {
      channel: 'platform_operator',
      at: '2026-10-14',
      sentOn: '2026-10-14',
      sentBy: 'courier',
      sentNo: 'SF100',
      letter: 1,
      result: 'none',
    });
    const { text } = await write(sent, 'court');
    expect(text).toContain('名称：合肥云端网络服务有限公司');
    expect(text).toContain(
      '原告于2026年10月14日书面请求其提供商家“大白卡铺”的真实名称、地址和有效联系方式，截至2026年10月21日未获提供',
    );
    // The platform is not the seller (消法第四十四条).
    expect(text).toContain('判令被告赔偿原告的损失615.00元');
    expect(text).not.toMatch(/解除|出卖人（服务提供者）为被告|增加赔偿/);
    expect(reviewLetter(await write(sent, 'court'), sent)).toEqual([]);
  });

  test('before the day that the request had set is over nothing is said of silence', async () => {
    const early = log(withLetter(notDelivered(), 'identity', '2026-10-18', '2026-10-25'), {
      channel: 'platform_operator',
      at: '2026-10-18',
      sentOn: '2026-10-18',
      letter: 1,
      result: 'none',
    });
    expect((await refusal(early, 'court')).code).toBe('DEFENDANT_UNKNOWN');
    const refused = log(early, {
      channel: 'platform_operator',
      at: '2026-10-20',
      result: 'refused',
      said: '商家信息不便提供',
      inWriting: true,
    });
    expect((await write(refused, 'court')).text).toContain('其于2026年10月20日书面答复“商家信息不便提供”，未予提供');
  });

  test('rescinded by notice is pleaded from a logged arrival only', async () => {
    const written = withLetter(cardInvalid(), 'rescission', '2026-09-05', '2026-09-12');
    expect((await write(written, 'court')).text).toMatch(/2\. 判令被告退还[^]*以起诉的方式主张解除/);
    const sent = log(written, {
      channel: 'merchant',
      at: '2026-09-05',
      sentOn: '2026-09-05',
      sentBy: 'courier',
      sentNo: 'SF7',
      letter: 1,
      result: 'none',
    });
    const onWay = (await write(sent, 'court')).text;
    expect(onWay).toContain('1. 解除原告与被告就');
    expect(onWay).toContain('2026年9月5日，原告向被告以快递方式发出《解除合同通知》（单号SF7），尚无送达记录。');
    Object.assign(sent.contacts.at(-1)!, { arrivedOn: '2026-09-07' });
    const arrived = await write(sent, 'court');
    expect(arrived.text).toContain('1. 确认原告与被告就订单761072976091679384订立的合同已经解除');
    expect(arrived.text).toContain('2026年9月7日送达');
    expect(reviewLetter(arrived, sent)).toEqual([]);
    // The entry was struck after the letter was composed: it holds no more.
    sent.contacts.pop();
    expect(reviewLetter(arrived, sent).some((finding) => finding.severity === 'error')).toBe(true);
  });

  test('a notice with a date of its own rescinds only after that date', async () => {
    const sent = log(
      withLetter(
        set(notDelivered(), { seller: 'known', sellerName: '大白卡铺', sellerAddress: '合肥市蜀山区黄山路1号' }),
        'rescission',
        '2026-10-18',
        '2026-10-25',
      ),
      {
        channel: 'merchant',
        at: '2026-10-18',
        sentOn: '2026-10-18',
        arrivedOn: '2026-10-19',
        letter: 1,
        result: 'none',
      },
    );
    expect((await write(sent, 'court')).text).toContain('通知载明的期限尚未届满');
    sent.today = '2026-10-26';
    expect((await write(sent, 'court')).text).toContain('订立的合同已经解除');
  });

  test('after the year for rescission the loss is pleaded', async () => {
    const late = set(cardInvalid(), {});
    late.today = '2027-09-02';
    const { text } = await write(late, 'court');
    expect(text).toContain('判令被告一赔偿原告因其违约受到的损失96.50元');
    expect(text).not.toContain('1. 解除');
    // A year without an answer: the platform knew and did nothing.
    expect(text).toContain('判令被告二对被告一的上述付款义务承担连带责任');
  });

  test('who bought to sell again asks no damages for fraud, and nothing is printed without its law', async () => {
    const { text } = await write(set(cardInvalid(), { purpose: 'resale' }), 'court');
    expect(text).not.toMatch(/增加赔偿|第五十五条|依照增加|消费者权益保护法/);
  });

  test('12315 is told of the operator where the shop is only a name', async () => {
    const snapshot = set(notDelivered(), { seller: 'unknown' });
    const { text } = await write(snapshot, 'regulator');
    expect(text).toMatch(/二、被投诉人\n名称：合肥云端网络服务有限公司\n地址：合肥市蜀山区黄山路66号/);
    expect(text).toContain('请求被投诉人提供该店铺的真实名称、地址和有效联系方式');
    expect(text).not.toContain('未能从平台页面获知\n');
  });

  test('money that the other side says it paid back is no money', async () => {
    const snapshot = log(cardInvalid(), {
      channel: 'merchant',
      at: '2026-09-06',
      result: 'claimed',
      said: '已经给您退款了',
    });
    const { text } = await write(snapshot, 'platform');
    expect(text).toContain('商家答复“已经给您退款了”');
    expect(text).toContain('问题仍未解决');
  });
});

describe('what is urged', () => {
  const both = (letterFirst: boolean): CaseSnapshot => {
    const snapshot = withLetter(cardInvalid(), 'merchant', '2026-09-05', '2026-09-12');
    snapshot.contacts = [];
    const letter = {
      channel: 'merchant',
      at: '2026-09-05',
      result: 'none',
      letter: snapshot.letters.at(-1)!.no,
    } as const;
    const served = {
      ...letter,
      filedOn: '2026-09-05',
      sentOn: '2026-09-05',
      sentBy: 'courier',
      sentNo: 'SF9',
    } as const;
    const filed = { channel: 'platform', at: '2026-09-05', filedOn: '2026-09-05', result: 'none' } as const;
    log(snapshot, letterFirst ? served : filed);
    return letterFirst ? log(snapshot, filed) : log(snapshot, served);
  };

  test.each([true, false])('is the complaint that somebody decides, whatever was logged first', async (letterFirst) => {
    const letter = await write(both(letterFirst), 'urge');
    expect(letter.addressee).toContain('投诉中心');
    expect(letter.text).toContain('提交投诉，该投诉已提交3天，未获反馈');
  });

  // Logged without its words, an answer was told as silence.
  test.each([
    ['claimed', '2026年9月7日答复称已经处理，此后未获进一步反馈'],
    ['promise', '2026年9月7日答复同意处理，期限为2026年9月7日，现已届满，此后未获进一步反馈'],
    ['vague', '2026年9月7日有过答复，没有说明处理时限，此后未获进一步反馈'],
  ] as const)('tells an answer whose words nobody noted: %s', async (result, told) => {
    const snapshot = both(true);
    const promised = result === 'promise' ? { promisedBy: '2026-09-07' } : {};
    log(snapshot, { channel: 'platform', at: '2026-09-07', result, ...promised });
    const letter = await write(snapshot, 'urge');
    expect(letter.text).toContain(told);
    expect(letter.text).not.toContain('，未获反馈');
    expect(reviewLetter(letter, snapshot)).toEqual([]);
  });

  test('and a letter that was sent to the shop alone is no complaint handed in', async () => {
    const snapshot = both(true);
    snapshot.contacts.pop();
    const letter = await write(snapshot, 'urge');
    expect(letter.text).toMatch(/向贵方以快递方式发出《[^》]+》（单号SF9），该函已发出3天，未获反馈/);
    expect(letter.text).not.toContain('提交投诉');
    expect(reviewLetter(letter, snapshot)).toEqual([]);
  });
});

// The request for the seller's name was urged and taken back as if it were the complaint.
describe('a request that was handed in is no complaint', () => {
  const requested = (): CaseSnapshot => {
    const snapshot = withLetter(cardInvalid(), 'identity', '2026-09-05');
    snapshot.contacts = [];
    const letter = snapshot.letters.at(-1)!.no;
    return log(snapshot, {
      channel: 'platform_operator',
      at: '2026-09-05',
      filedOn: '2026-09-05',
      result: 'none',
      letter,
    });
  };

  test.each(['urge', 'withdrawal'] as const)('%s is not written for it', async (document) => {
    expect((await refusal(requested(), document)).code).toBe('NOTHING_FILED');
  });

  test('nor is the complaint beside it mistaken for it, or taken back twice', async () => {
    const snapshot = log(requested(), { channel: 'platform', at: '2026-09-04', filedOn: '2026-09-04', result: 'none' });
    expect((await write(snapshot, 'withdrawal')).text).toContain('2026年9月4日');
    log(snapshot, { channel: 'platform', at: '2026-09-07', sentOn: '2026-09-07', result: 'none', step: 'withdrawal' });
    expect((await refusal(snapshot, 'withdrawal')).code).toBe('NOTHING_FILED');
  });

  // 12315 was told of a complaint that was never made, and that nothing clear was answered to what was answered.
  test('and a letter to an office tells it for what it is, with the answer', async () => {
    const said = '商家名称：厦门云栈数码有限公司，地址：厦门市思明区湖滨南路7号';
    const snapshot = log(requested(), { channel: 'platform_operator', at: '2026-09-07', result: 'none', said });
    const letter = await write(snapshot, 'regulator');
    expect(letter.text).toContain('向平台提交《经营者信息请求函》');
    expect(letter.text).toContain(`平台答复“${said}”`);
    expect(letter.text).not.toMatch(/提交投诉|未获明确答复/);
    expect(reviewLetter(letter, snapshot)).toEqual([]);
  });

  test('and no clock of a first reply runs for it', () => {
    const first = (snapshot: CaseSnapshot) => deadlinesOf(snapshot).filter(({ rule }) => rule === 'PDEF-02');
    expect(first(requested())).toEqual([]);
    const complaint = requested();
    delete complaint.contacts[0]!.letter;
    expect(first(complaint)).toHaveLength(1);
  });
});

describe('a document without a list of evidence', () => {
  test.each(['escalate', 'collect', 'public', 'urge', 'settlement'] as const)(
    '%s points at no exhibit',
    async (document) => {
      const snapshot = cardInvalid();
      // Words that the buyer typed: what shows the trouble is named for itself.
      set(snapshot, { failure: '卡密兑换不了' });
      const letter = await write(snapshot, document);
      expect(letter.text).not.toMatch(/证据\d|材料见|录屏。$/m);
    },
  );
});

test('what is told without a day is said to the writer', async () => {
  const { undated } = await write(cardInvalid(), 'police');
  expect(undated).toEqual([{ text: '对方以“虚拟商品一经售出概不退换”为由拒绝处理。' }]);
  const unseen = cardInvalid();
  delete unseen.facts.failedAt;
  expect((await write(unseen, 'court')).undated?.[0]).toMatchObject({ fact: 'failedAt' });
  const dated = log(cardInvalid(), {
    channel: 'merchant',
    at: '2026-09-02',
    result: 'refused',
    said: '虚拟商品一经售出概不退换',
  });
  const letter = await write(dated, 'police');
  expect(letter.undated).toBeUndefined();
  expect(letter.text).not.toContain('日期不详');
});
