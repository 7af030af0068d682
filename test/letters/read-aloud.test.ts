import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../src/letters/compose.ts';
import type { Contact } from '../../src/model/contact.ts';
import type { DocumentId } from '../../src/model/dispute.ts';
import type { LetterLength } from '../../src/model/letter.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { readAnswer } from '../../src/words/answers/read-answer.ts';
import { accountBanned, cardInvalid, notDelivered } from './cases.ts';

/** What was found by reading letters aloud as the shop's manager, the clerk at 12315 and the judge. */

const templatesDir = join(import.meta.dirname, '../../templates');
const textOf = async (snapshot: CaseSnapshot, document: DocumentId, length?: LetterLength): Promise<string> =>
  (await composeLetter({ snapshot, document, templatesDir, no: 1, ...(length ? { length } : {}) })).text;

function give(snapshot: CaseSnapshot, facts: Record<string, string>): CaseSnapshot {
  for (const [key, value] of Object.entries(facts))
    Object.assign(snapshot.facts, { [key]: { value, status: 'given', sources: [] } });
  if (facts['dispute']) Object.assign(snapshot, { dispute: facts['dispute'] });
  return snapshot;
}

function without(snapshot: CaseSnapshot, ...keys: string[]): CaseSnapshot {
  for (const key of keys) Reflect.deleteProperty(snapshot.facts, key);
  return snapshot;
}

const contact = (given: Partial<Contact> & Pick<Contact, 'channel' | 'at' | 'result'>): Contact => ({
  no: 1,
  exhibits: [],
  reading: readAnswer(given.said ?? '', given.at),
  loggedAt: given.at,
  ...given,
});

const BUYER = { buyerName: '林晓雯', buyerPhone: '13528208162', buyerAddress: '南京市鼓楼区中山北路45号' };
const SELLER = { seller: 'known', sellerName: '成都青柠网络科技有限公司', sellerAddress: '成都市高新区天府三街18号' };

/** A chat with these messages beside what the case has, as its newest exhibit. */
function withTalk(snapshot: CaseSnapshot, messages: { side: 'buyer' | 'other'; at: string; text: string }[]): number {
  const model = snapshot.exhibits.find(({ reading }) => reading != null)!;
  const no = Math.max(...snapshot.exhibits.map((one) => one.no)) + 1;
  snapshot.exhibits.push({
    ...model,
    no,
    file: `聊天_${no}.txt`,
    kind: 'chat_log',
    category: 'communication',
    mediaType: 'text/plain',
    reading: { ...model.reading!, kind: 'chat_log', category: 'communication', fields: [], lines: [], messages },
  });
  return no;
}

describe('a code that never came', () => {
  test('what never came has no day, and nobody is asked for one', async () => {
    const snapshot = without(give(notDelivered(), BUYER), 'failure', 'failedAt');
    const letter = await composeLetter({ snapshot, document: 'police', templatesDir, no: 1 });
    expect(letter.text).toContain('付款后｜本人未收到所购商品。');
    expect(letter.text).not.toContain('日期不详');
    expect(letter.undated ?? []).toEqual([]);
  });
  test('that the buyer wrote again on a later day is told', async () => {
    const snapshot = without(notDelivered(), 'failure', 'failedAt');
    snapshot.contacts = [];
    snapshot.exhibits = snapshot.exhibits.filter(({ reading }) => (reading?.messages ?? []).length === 0);
    const paid = snapshot.facts.paidAt!.value.slice(0, 10);
    const no = withTalk(snapshot, [
      { side: 'buyer', at: `${paid}T23:50:00+08:00`, text: '还没收到' },
      { side: 'other', at: `${paid}T23:51:00+08:00`, text: '补货中' },
      { side: 'buyer', at: '2026-10-16T09:20:00+08:00', text: '好几天了' },
      { side: 'other', at: '2026-10-16T10:00:00+08:00', text: '请耐心等待' },
    ]);
    expect(await textOf(snapshot, 'merchant')).toContain(
      `2026年10月16日09:20，本人在聊天中再次联系贵方（证据${no}）。`,
    );
  });
  // The application said that the buyer cannot find out who was paid, beside a voucher that names the company.
  test('a court is not asked to find out what the voucher says', async () => {
    const facts = { ...BUYER, ...SELLER, payee: SELLER.sellerName, site: 'own_site', tradeNo: '2026090122001904' };
    const snapshot = give(notDelivered(), { ...facts, paidBy: 'alipay' });
    await expect(textOf(snapshot, 'collect')).rejects.toMatchObject({ code: 'NOTHING_TO_COLLECT' });
    // A person's name is no identity.
    give(snapshot, { payee: '王小明', sellerName: '王小明' });
    expect(await textOf(snapshot, 'collect')).toContain('实名登记信息');
  });
});

describe('an account that its first owner took back', () => {
  const takenBack = (): CaseSnapshot => {
    const snapshot = give(without(accountBanned(), 'promise', 'promisedBy'), {
      ...BUYER,
      ...SELLER,
      refusal: '找回是号主自己弄的，跟我没关系，不退',
    });
    snapshot.contacts = [];
    return snapshot;
  };
  test('the seller answers for whoever was behind him, and is spoken to', async () => {
    const text = await textOf(takenBack(), 'merchant');
    expect(text).toMatch(/该订单由贵方出售（证据[^）]+），第三人的原因不影响贵方向本人承担责任。/);
    expect(text).toContain('第五百九十三条');
  });
  test('no form says that it was banned', async () => {
    const text = await textOf(give(takenBack(), { orderNo: 'PS8812', site: 'own_site' }), 'regulator');
    expect(text).toContain('问题类型：账号无法正常使用');
  });
  test('a text without a list of evidence points at none', async () => {
    const snapshot = give(without(takenBack(), 'failure'), { failure: '密码错误，或账号绑定手机已更换' });
    expect(await textOf(snapshot, 'merchant')).toContain('有关情况的材料见证据');
    expect(await textOf(snapshot, 'merchant', 'short')).not.toContain('证据');
  });
});

describe('a membership that was cut short', () => {
  const cut = (): CaseSnapshot => {
    const snapshot = give(without(cardInvalid(), 'promise', 'promisedBy', 'refusal'), {
      ...BUYER,
      dispute: 'not_as_described',
      goods: 'membership',
      product: '办公软件会员180天',
      failure: '会员只有一个月',
    });
    snapshot.contacts = [];
    return snapshot;
  };
  // Article 24 gives goods back within seven days; a service that ran for a month is none.
  test('is no goods that are given back within days', async () => {
    const text = await textOf(cut(), 'merchant');
    expect(text).not.toContain('第二十四条');
    expect(text).toContain('第五百七十七条');
    expect(await textOf(give(cut(), { goods: 'code' }), 'merchant')).toContain('第二十四条');
  });
});

describe('a platform that refused', () => {
  // What it answered to a complaint was counted as a talk of its own.
  test('was talked to as often as it was turned to', async () => {
    const snapshot = give(without(cardInvalid(), 'promise', 'promisedBy', 'refusal'), BUYER);
    const said = '经核实该商品为虚拟商品，虚拟商品不支持退款';
    const letter = { no: 1, document: 'platform', title: '平台投诉', writtenAt: '2026-09-03T10:00:00+08:00' } as never;
    snapshot.letters = [letter];
    snapshot.contacts = [
      contact({
        channel: 'platform',
        at: '2026-09-03T11:00:00+08:00',
        result: 'none',
        filedOn: '2026-09-03',
        letter: 1,
      }),
      contact({ channel: 'platform', no: 2, at: '2026-09-05T11:00:00+08:00', result: 'refused', letter: 1, said }),
      contact({ channel: 'merchant', no: 3, at: '2026-09-02T11:00:00+08:00', result: 'vague', said: '请耐心等待' }),
    ];
    expect(await textOf(snapshot, 'escalate')).toContain('本人已与商家、贵平台沟通2次');
  });
});

describe('a key that was revoked after forty days', () => {
  const revoked = (): CaseSnapshot => {
    const snapshot = give(without(cardInvalid(), 'promise', 'promisedBy', 'refusal'), {
      ...BUYER,
      refusal: '密钥只保30天，过了质保期不处理',
    });
    snapshot.contacts = [];
    return snapshot;
  };
  // Article 622 is about a time in which to look at what came, and no warranty.
  test('a warranty that is over is not answered with the article on too short an inspection', async () => {
    expect(await textOf(revoked(), 'merchant')).not.toContain('第六百二十二条');
    const late = give(revoked(), { refusal: '已经超过24小时售后时限，不处理' });
    expect(await textOf(late, 'merchant')).toContain('第六百二十二条');
  });
});

describe('a seller in a chat who is gone', () => {
  const gone = (): CaseSnapshot => {
    const snapshot = give(without(notDelivered(), 'platform', 'orderNo', 'failure', 'failedAt', 'promise', 'refusal'), {
      ...BUYER,
      dispute: 'vanished',
      site: 'private_chat',
      seller: 'unreachable',
      merchant: '阿鹏低价卡',
      sellerWechat: 'apeng_card66',
      signs: 'vanished',
    });
    snapshot.contacts = [];
    snapshot.exhibits = snapshot.exhibits.filter(({ reading }) => (reading?.messages ?? []).length === 0);
    return snapshot;
  };
  test('is reported by the name and number he traded under', async () => {
    const text = await textOf(gone(), 'report');
    expect(text).toContain('名称：阿鹏低价卡');
    expect(text).toContain('微信号：apeng_card66');
  });
  test('that the talk has no answer is told, and not where it has one', async () => {
    const snapshot = gone();
    const paid = snapshot.facts.paidAt!.value.slice(0, 10);
    const messages = [
      { side: 'buyer' as const, at: `${paid}T23:50:00+08:00`, text: '付了' },
      { side: 'other' as const, at: `${paid}T23:51:00+08:00`, text: '稍等' },
      { side: 'buyer' as const, at: '2026-10-16T09:00:00+08:00', text: '在吗' },
    ];
    const no = withTalk(snapshot, messages);
    const silent = '2026年10月16日09:00，本人在聊天中再次联系对方，聊天记录中没有答复';
    expect(await textOf(snapshot, 'public')).toContain(silent);
    expect(await textOf(snapshot, 'public')).toContain('关于购买“');
    snapshot.exhibits
      .find((one) => one.no === no)!
      .reading!.messages!.push({
        side: 'other',
        at: '2026-10-16T09:10:00+08:00',
        text: '在',
      });
    expect(await textOf(snapshot, 'public')).not.toContain('没有答复');
  });
});

describe('a child that paid', () => {
  const child = (): CaseSnapshot => {
    const snapshot = give(without(notDelivered(), 'failure', 'failedAt', 'promise', 'promisedBy'), {
      ...BUYER,
      ...SELLER,
      dispute: 'service',
      site: 'own_site',
      buyer: 'minor',
      buyerBorn: '2016-05-01',
      guardianName: '林建国',
      goods: 'topup',
    });
    snapshot.contacts = [];
    return snapshot;
  };
  test('asked for no service: its guardian asks the money back', async () => {
    expect(await textOf(child(), 'merchant')).not.toContain('售后');
    const court = await textOf(child(), 'court');
    expect(court).not.toContain('售后');
    expect(court).toContain('（林建国收）');
    expect(court).toContain('法定代理人（签名）：林建国');
  });
  // It said 本人…购买, and nothing of who had paid.
  test('is named as such in the few characters of a chat', async () => {
    for (const length of ['short', 'medium'] as const) {
      const text = await textOf(child(), 'merchant', length);
      expect(text).toContain('付款人系未成年人，其监护人要求返还价款，对该笔付款不予追认。');
      expect(text).not.toContain('本人');
    }
  });
});

describe('an office', () => {
  const atOffice = (today: string, ...contacts: Contact[]): CaseSnapshot => {
    const snapshot = give(cardInvalid(), { ...BUYER, ...SELLER, site: 'own_site' });
    return { ...snapshot, today, now: `${today}T10:00:00+08:00`, contacts };
  };
  const filed = contact({
    channel: 'regulator',
    at: '2026-09-07T10:00:00+08:00',
    result: 'none',
    filedOn: '2026-09-07',
  });
  test('is told of its period once it is over, and that it is over is not said', async () => {
    expect(await textOf(atOffice('2026-09-16', filed), 'urge')).not.toContain('第四十六条');
    const late = await textOf(atOffice('2026-09-17', filed), 'urge');
    expect(late).toContain('第四十六条，有关行政部门应当自收到投诉之日起七个工作日内，予以处理并告知消费者');
    expect(late).not.toMatch(/超期|逾期|已超过/);
    const accepted = contact({ channel: 'regulator', no: 2, at: '2026-09-10T10:00:00+08:00', result: 'accepted' });
    expect(await textOf(atOffice('2026-09-17', filed, accepted), 'urge')).not.toContain('第四十六条');
  });
  test('that could not find the seller of a site of his own is not told of a platform', async () => {
    const said = '按提供的地址无法联系到被投诉人，不予受理';
    const refused = contact({ channel: 'regulator', no: 2, at: '2026-09-10T10:00:00+08:00', result: 'refused', said });
    const hints = await textOf(atOffice('2026-09-12', filed, refused), 'resubmit').catch((error: { hints: string[] }) =>
      error.hints.join(),
    );
    expect(hints).toContain('写明经营者实际经营地、电话的执照或公示页');
    expect(hints).not.toContain('平台经营者');
  });
  // 本人联系12315: the buyer had done nothing that day.
  test('that answers a letter was not turned to on that day', async () => {
    const refused = contact({
      channel: 'regulator',
      no: 2,
      letter: 1,
      at: '2026-09-10T10:00:00+08:00',
      result: 'refused',
      inWriting: true,
      said: '材料不全，不予受理',
    });
    const snapshot = atOffice('2026-09-12', { ...filed, letter: 1 }, refused);
    snapshot.letters = [
      { no: 1, document: 'regulator', title: '12315投诉书', writtenAt: '2026-09-06T10:00:00+08:00' } as never,
    ];
    const text = await textOf(snapshot, 'court');
    expect(text).toContain('市场监督管理部门书面未予受理，答复为“材料不全，不予受理”');
    expect(text).not.toContain('联系12315');
  });
});
