import { describe, expect, it } from 'vitest';
import { explainText, lintText } from '../../../src/words/lint/lint.ts';

const kinds = (text: string, options = {}): string[] => lintText(text, options).map(({ kind }) => kind);

describe('names of the case', () => {
  it.each([
    ['奸商小铺', '我于9月1日在奸商小铺付款96.50元，奸商小铺至今未发货。'],
    ['黑心老王', '收款方为黑心老王，请退还96.50元。'],
    ['骗子·先生の店', '商家骗子·先生の店未答复。'],
    ['弄死你电竞', '在弄死你电竞购买会员一个月。'],
  ])('%s is what it is called, not what the writer calls it', (name, text) => {
    expect(kinds(text)).not.toEqual([]);
    expect(kinds(text, { names: [name] })).toEqual([]);
  });

  it('leave the rest of the sentence as it is', () => {
    expect(kinds('黑心老王就是骗子。', { names: ['黑心老王'] })).toEqual(['accusation']);
    expect(kinds('你们这群奸商。', { names: ['奸商小铺'] })).toEqual(['accusation']);
  });

  it('are seen without a case in 《》 and behind a word for a name', () => {
    expect(kinds('我买的是《奸商模拟器》激活码。')).toEqual([]);
    expect(kinds('店铺名为“黑心老王”，付款96.50元。')).toEqual([]);
  });
});

describe('reported speech ends where the writer judges', () => {
  it.each([
    '客服说不退钱，骗子',
    '卖家说发过了，奸商！',
    '平台回复已处理，无耻',
    '店主表示概不负责，黑店一个',
    '老板回复说卡没问题，大骗子',
  ])('%s', (text) => expect(kinds(text)).not.toEqual([]));

  it.each(['客服说我是无赖，骗子', '对方骂我傻逼，滚', '卖家说你别闹，滚', '客服：不退，骗子'])(
    '%s is theirs',
    (text) => expect(kinds(text)).toEqual([]),
  );
});

describe('a wish for the end of a shop', () => {
  it.each(['祝早点关门倒闭', '盼着你们早日破产', '愿这家店明天就垮台', '坐等贵店关张'])('%s', (text) =>
    expect(kinds(text)).toContain('insult'),
  );

  it.each(['希望贵店不要倒闭', '我不盼着谁倒闭', '店铺倒闭了，请问如何退款'])('%s is none', (text) =>
    expect(kinds(text)).toEqual([]),
  );
});

describe('always and never', () => {
  it.each([
    '会员永远有效',
    '你们店写的是卡密永远可用',
    '价格一直都是96元',
    '页面状态一直都是未发货',
    '账号一直都是我本人在用',
    '我一直都是在这里买的',
  ])('%s is about a thing or oneself', (text) => expect(kinds(text)).toEqual([]));

  it.each(['客服一直都是这个态度', '你们永远不回消息', '商家永远只会敷衍'])('%s is about them', (text) =>
    expect(kinds(text)).toContain('emotion'),
  );
});

describe('a mistake that is no admission', () => {
  it.each(['我把收货人电话搞错了', '我把发票抬头写错了', '本人不小心把证据编号填错了'])('%s', (text) =>
    expect(kinds(text)).toEqual([]),
  );

  it.each(['我把充值账号填错了', '是我自己选错了区服'])('%s is one', (text) =>
    expect(kinds(text)).toEqual(['privacy']),
  );
});

describe('an explanation', () => {
  it('names the rule, the words and what was let pass', () => {
    const { findings, fired, excused } = explainText('你们这帮骗子。商家涉嫌诈骗我的钱，请核查。');
    expect(findings.map(({ rule, text }) => [rule, text])).toEqual([['deceit-words', '骗子']]);
    expect(fired.map(({ rule, text }) => [rule, text])).toEqual([['deceit-words', '骗子']]);
    expect(excused).toContainEqual(expect.objectContaining({ rule: 'fraud-by-them', excuse: 'hedged' }));
  });
});
