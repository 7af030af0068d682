import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reviewLetter } from '../../src/grounding/review.ts';
import { composeLetter } from '../../src/letters/compose.ts';
import type { Contact } from '../../src/model/contact.ts';
import type { Channel, DocumentId } from '../../src/model/dispute.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { readAnswer } from '../../src/words/answers/read-answer.ts';
import { accountBanned, cardInvalid } from './cases.ts';

const templatesDir = join(import.meta.dirname, '../../templates');
const textOf = async (snapshot: CaseSnapshot): Promise<string> =>
  (await composeLetter({ snapshot, document: 'merchant', templatesDir, no: 1 })).text;
const give = (snapshot: CaseSnapshot, facts: Record<string, string>, exhibits: number[] = []): CaseSnapshot => {
  for (const [key, value] of Object.entries(facts))
    Object.assign(snapshot.facts, {
      [key]: { value, status: 'given', sources: exhibits.map((exhibit) => ({ exhibit, text: value })) },
    });
  return snapshot;
};

describe('a talk', () => {
  const withTalk = (failedAt: string): CaseSnapshot => {
    const snapshot = cardInvalid();
    snapshot.contacts = [] as Contact[];
    const chat = snapshot.exhibits.find(({ kind }) => kind === 'chat')!;
    chat.reading = {
      ...chat.reading!,
      fields: [
        {
          key: 'dispute',
          value: 'card_invalid',
          text: '卡密无效，麻烦处理',
          confidence: 0.8,
          certain: true,
          by: 'sentence',
        },
      ],
      messages: [{ side: 'buyer', at: '2026-09-01T18:04+08:00', text: '卡密无效，麻烦处理' }],
    };
    return give(snapshot, { failedAt });
  };

  test('speaks of the trouble above', async () => {
    expect(await textOf(withTalk('2026-09-01T18:00+08:00'))).toContain('本人在聊天中提出上述问题');
  });
  // What he wrote after paying was taken for a complaint, whatever it was.
  test('does not where nothing in it was heard as a complaint', async () => {
    const snapshot = withTalk('2026-09-01T18:00+08:00');
    snapshot.exhibits = snapshot.exhibits.filter(({ kind }) => kind !== 'chat_log');
    snapshot.exhibits.find(({ kind }) => kind === 'chat')!.reading!.messages![0]!.text = '好，转了，请发货';
    expect(await textOf(snapshot)).toContain('2026年9月1日18:04，本人在聊天中联系贵方');
    // Of the day alone nobody knows whether he wrote it before he paid.
    expect(await textOf(give(snapshot, { paidAt: '2026-09-01' }))).not.toContain('在聊天中');
  });
  test('does not where the trouble is told of a later day', async () => {
    const text = await textOf(withTalk('2026-09-03'));
    expect(text).not.toContain('上述问题');
    expect(text).toContain('2026年9月1日18:04，本人在聊天中联系贵方');
  });
});

// A letter to the shop called the platform's words its own.
test('what the service of the platform says in its talk is not said by the shop', async () => {
  const snapshot = cardInvalid();
  const chat = snapshot.exhibits.find(({ no }) => no === 3)!;
  const title = (value: string) => ({
    key: 'merchant' as const,
    value,
    text: value,
    confidence: 1,
    certain: true,
    by: 'title' as const,
  });
  const fields = chat.reading!.fields;
  chat.reading = { ...chat.reading!, fields: [...fields, title('九州数卡在线客服')] };
  expect(await textOf(snapshot)).toContain('平台以“虚拟商品一经售出概不退换”为由拒绝处理');
  chat.reading = { ...chat.reading!, fields: [...fields, title('青柠网络')] };
  expect(await textOf(snapshot)).toContain('贵方以“虚拟商品一经售出概不退换”为由拒绝处理');
});

// The first logged contact was told as the first complaint, though the talk in the case had an older one.
test('the first complaint is that of the talk where no contact was logged before it', async () => {
  const said = '超过48小时了，不受理售后';
  const snapshot = give(cardInvalid(), { refusal: said }, [3]);
  const chat = snapshot.exhibits.find(({ no }) => no === 3)!;
  chat.reading = { ...chat.reading!, fields: [{ ...chat.reading!.fields[0]!, value: said, text: said }] };
  const letter = await composeLetter({ snapshot, document: 'merchant', templatesDir, no: 1 });
  expect(letter.text).toContain('本人首次反馈问题是在2026年9月1日18:09（证据6）');
  expect(reviewLetter(letter, snapshot)).toEqual([]);
});

test('the account that was charged is cited from the exhibit that shows it', async () => {
  const snapshot = give(cardInvalid(), { goods: 'topup' });
  give(snapshot, { account: '13385151338' }, [4]);
  expect(await textOf(snapshot)).toMatch(/充值账号13\*+38（[^）]*证据4[^）]*）/);
});

describe('what a claim rests on is no more than what the case is about', () => {
  const reasonOf = async (dispute: CaseSnapshot['dispute']): Promise<string | undefined> => {
    const snapshot = give(accountBanned(), { dispute: dispute!, refusal: '虚拟商品一经售出概不退换' });
    snapshot.contacts = [];
    return /不是无理由退货，而是([^（。]*)/.exec(await textOf({ ...snapshot, dispute }))?.[1];
  };
  test.each([
    ['not_as_described', /^[^、]*与购买时的商品描述不一致$/],
    ['account_banned', /无法正常使用$/],
    ['not_delivered', /^商品没有交付$/],
    ['service', /^售后问题没有得到处理$/],
  ] as const)('%s', async (dispute, reason) => expect(await reasonOf(dispute)).toMatch(reason));
});

// `本人联系商家` stood before every answer, though nobody had logged that the buyer turned to it that day.
describe('an answer without a filing tells no act of the buyer', () => {
  const lineOf = async (more: Partial<Contact>): Promise<string> => {
    const snapshot = cardInvalid();
    const reading = { vague: false, refusal: false, promise: null, settled: false };
    const at = '2026-09-06T15:00+08:00';
    snapshot.contacts = [
      { no: 1, channel: 'merchant', at, result: 'none', exhibits: [], reading, loggedAt: at, ...more },
    ];
    return (await textOf(snapshot))
      .split('\n')
      .find((line) => line.startsWith('2026年9月6日15:00，'))!
      .slice(15);
  };
  test.each([
    [{ said: '不退', result: 'refused' }, '贵方未予同意，答复为“不退”。'],
    [{ said: '在的亲', result: 'none' }, '贵方答复“在的亲”，当时没有处理结果。'],
    [{ result: 'settled' }, '贵方就此作出处理。'],
    [{ result: 'none' }, '本人联系贵方，未获答复。'],
  ] as const)('%o', async (more, line) => expect(await lineOf(more)).toBe(line));
});

// The promise went first, being the oldest, and with it why the letter was written.
test('the short text keeps the promise that ran out, and speaks to the seller', async () => {
  const snapshot = { ...cardInvalid(), today: '2026-09-10', now: '2026-09-10T10:30:00+08:00' };
  give(snapshot, { promise: '48小时内退款到原支付账户', promisedBy: '2026-09-03T18:12+08:00' });
  const at = '2026-09-06T15:00+08:00';
  const reading = { vague: false, refusal: true, promise: null, settled: false };
  const said = '这张卡已经被使用过，是您自己操作的问题，虚拟商品概不退换，请您自行联系官方客服处理';
  snapshot.contacts = [
    { no: 1, channel: 'merchant', at, said, result: 'refused', exhibits: [], reading, loggedAt: at },
  ];
  const { short } = (await composeLetter({ snapshot, document: 'merchant', templatesDir, no: 1 })).versions!;
  expect(short.length).toBeLessThanOrEqual(200);
  expect(short).toMatch(/本人在“[^”]+”向贵方购买/);
  expect(short).toMatch(/贵方表示“[^”]*48小时[^”]*”，期限为2026年9月3日18:12。截至2026年9月10日，问题仍未解决。/);
});

describe('a paper that was handed in', () => {
  /** What the platform's letter says of a merchant or operator who was handed this paper on the 6th. */
  const saidOf = async (document: DocumentId, channel: Channel, today: string, replyBy?: string): Promise<string> => {
    const snapshot = { ...cardInvalid(), today, now: `${today}T10:30:00+08:00` };
    const letter = { no: 1, document, writtenAt: '2026-09-06T09:00:00+08:00', text: '', exhibits: [], rules: [] };
    snapshot.letters = [{ ...letter, ...(replyBy ? { replyBy } : {}) }];
    const reading = { vague: false, refusal: false, promise: null, settled: false };
    const at = '2026-09-06';
    snapshot.contacts = [
      { no: 1, channel, at, filedOn: '2026-09-06', letter: 1, result: 'none', exhibits: [], reading, loggedAt: at },
    ];
    const { text } = await composeLetter({ snapshot, document: 'platform_operator', templatesDir, no: 2 });
    return text.split('\n').find((line) => line.startsWith('2026年9月6日')) ?? '';
  };

  // A request for the seller's name was told as a complaint.
  test.each([
    ['identity', 'platform_operator', '向贵平台提交《经营者信息请求函》'],
    ['urge', 'merchant', '联系商家催办'],
    ['rescission', 'merchant', '向商家提交《解除合同通知》'],
    ['resubmit', 'merchant', '再次向商家提出投诉'],
    ['merchant', 'merchant', '向商家提出投诉'],
  ] as const)('is told for what it is: %s at %s', async (document, channel, words) =>
    expect(await saidOf(document, channel, '2026-09-08')).toBe(`2026年9月6日，本人${words}。`),
  );
  // The log shows nothing of an answer, which is no silence while the day for it is still to come.
  test('went unanswered only when its day is over', async () => {
    expect(await saidOf('merchant', 'merchant', '2026-09-13', '2026-09-13')).not.toContain('未获答复');
    expect(await saidOf('merchant', 'merchant', '2026-09-14', '2026-09-13')).toContain('，未获答复。');
  });
});

test('a part of the money is told as money, and its promise did not run out', async () => {
  const snapshot = { ...cardInvalid(), today: '2026-09-26', now: '2026-09-26T10:30:00+08:00' };
  give(snapshot, { refunded: '60.00' });
  for (const key of ['promise', 'promisedBy'] as const) delete snapshot.facts[key];
  const reading = { vague: false, refusal: false, promise: null, settled: false };
  snapshot.contacts = [
    {
      no: 1,
      channel: 'merchant',
      at: '2026-09-22',
      said: '三天内先退60元',
      promisedBy: '2026-09-25',
      result: 'promise',
      exhibits: [],
      reading,
      loggedAt: '2026-09-22',
    },
    { no: 2, channel: 'merchant', at: '2026-09-25', result: 'partly', exhibits: [], reading, loggedAt: '2026-09-25' },
  ];
  const text = await textOf(snapshot);
  expect(text).toContain('2026年9月25日，本人收到部分退款。');
  expect(text).toContain('本人已收到退款60.00元，尚余36.50元未退');
  expect(text).not.toContain('承诺的期限已过');
  expect(await textOf({ ...snapshot, contacts: snapshot.contacts.slice(0, 1) })).toContain('承诺的期限已过');
});

// 本人保留依法向市场监督管理部门投诉的权利, it said of a complaint that had been handed in days before.
test('what was handed in is not announced', async () => {
  const snapshot = { ...cardInvalid(), today: '2026-09-15', now: '2026-09-15T10:30:00+08:00' };
  const reading = { vague: false, refusal: false, promise: null, settled: false };
  const filed = (no: number, channel: Channel): Contact => {
    const at = `2026-09-0${no + 3}`;
    return { no, channel, at, filedOn: at, result: 'none', exhibits: [], reading, loggedAt: at };
  };
  const text = async (document: DocumentId, ...channels: Channel[]): Promise<string> => {
    const contacts = channels.map((channel, i) => filed(i + 1, channel));
    return (await composeLetter({ snapshot: { ...snapshot, contacts }, document, templatesDir, no: 1 })).text;
  };
  expect(await text('escalate', 'platform')).toContain('本人保留依法向市场监督管理部门投诉的权利。');
  const told = await text('escalate', 'platform', 'regulator');
  expect(told).toContain('本人已于2026年9月5日通过12315提交投诉。');
  expect(told).not.toContain('保留依法');
  expect(await text('merchant', 'platform', 'regulator')).toContain('将依法通过诉讼等途径解决');
});

// `该订单由“…”出售，由其向本人履行合同` stood in a complaint about the shop because the platform had said to ask the shop.
describe('the excuse that is answered is that of whoever is complained of', () => {
  const refusedBy = (no: number, channel: Channel, said: string): Contact => {
    const at = `2026-09-0${no + 3}T15:00+08:00`;
    return { no, channel, at, said, result: 'refused', exhibits: [], reading: readAnswer(said, at), loggedAt: at };
  };
  const shop = refusedBy(1, 'merchant', '这张卡已经被使用过，不予退款');
  const platform = refusedBy(2, 'platform', '退款问题请您与商家协商，平台不介入');
  const answerTo = async (contacts: Contact[]): Promise<string> => textOf({ ...cardInvalid(), contacts });

  test('the shop said so before the platform sent the buyer back to it', async () => {
    expect(platform.reading.ground).toBe('contact_other');
    expect(await answerTo([shop, platform])).toContain('如认为卡密已由本人使用，请提供');
  });
  test.each([[[shop, platform]], [[platform]]])('nobody is told who sold it: %#', async (contacts) =>
    expect(await answerTo(contacts)).not.toContain('向本人履行合同'),
  );
  test('the shop that sends him elsewhere is', async () =>
    expect(await answerTo([refusedBy(1, 'merchant', '这个请联系游戏官方，我们不负责')])).toContain(
      '由贵方向本人履行合同',
    ));
});

// 商品“耀点券 6480” stood behind a receipt, as a guess had cut it out of 商品王者荣耀点券 6480.
test('a guess that the case did not take is cited from no exhibit', async () => {
  const guess = (value: string, taken: boolean): Promise<string> => {
    const snapshot = cardInvalid();
    const order = snapshot.exhibits[0]!;
    const fields = order.reading!.fields.filter(({ key }) => key !== 'product');
    fields.push({ key: 'product', value, text: value, confidence: 0.9, certain: true, by: 'guess' });
    order.reading = { ...order.reading!, fields };
    return textOf(give(snapshot, { product: '王者荣耀点券 6480' }, taken ? [order.no] : []));
  };
  expect(await guess('耀点券 6480', false)).not.toContain('“耀点券 6480”');
  expect(await guess('王者荣耀点券 6480', true)).toContain('商品“王者荣耀点券 6480”');
});

// 市场监督管理部门未予受理，答复为“…终止调解” stood in a statement of claim.
test('an office that ended the mediation is not said to have refused the complaint', async () => {
  const [said, at] = ['经调解双方未能达成一致，终止调解', '2026-09-20'];
  const snapshot = { ...cardInvalid(), today: '2026-09-26', now: '2026-09-26T10:30:00+08:00' };
  const log = { no: 1, channel: 'regulator', at, said, result: 'refused', loggedAt: at } as const;
  snapshot.contacts = [{ ...log, exhibits: [], filedOn: '2026-09-10', reading: readAnswer(said, at) }];
  const { text } = await composeLetter({ snapshot, document: 'court', templatesDir, no: 1 });
  expect(text).toContain('告知调解终止');
  expect(text).not.toContain('未予受理');
});
