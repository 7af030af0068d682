import { describe, expect, it } from 'vitest';
import { lintText } from '../../../src/words/lint/lint.ts';

const kinds = (text: string, options = {}): string[] => lintText(text, options).map(({ kind }) => kind);

describe('spellings', () => {
  it.each([
    '骗子',
    '骗*子',
    '骗 子',
    '骗.子',
    '骗-子',
    '騙子',
    '骗骗子子',
    '骗\u200b子',
    '骗孑',
    'pianzi',
    'pian zi',
    'P I A N Z I',
  ])('%s accuses', (word) => {
    expect(kinds(`你们是${word}吧`)).toContain('accusation');
  });

  it.each([
    '傻逼',
    '傻 逼',
    '傻*逼',
    '傻B',
    '傻x',
    '傻13',
    '煞笔',
    '沙雕',
    'sb客服',
    'Ｓ Ｂ客服',
    's.b客服',
    'nmsl',
    'N-M-S-L',
    'TMD',
    '草泥马',
    '草泥🐴',
    '尼玛',
    '操你妈',
    '艹尼玛',
    '你 妈 的 逼',
    'cao ni ma',
    '傻傻逼逼',
  ])('%s insults', (word) => {
    expect(kinds(word)).toContain('insult');
  });
});

describe('words inside words', () => {
  it.each([
    '他们不骗人。',
    '请联系反诈中心。',
    '防骗提示',
    '该操作无效。',
    '做广播体操',
    '请不必操心。',
    '日期为9月10日，你方未答复。',
    '日常任务',
    '垃圾短信',
    '垃圾分类',
    '手机死机',
    '页面滚动',
    '妈妈的手机',
    '比较靠谱',
    '依靠',
    '草稿',
    '狗年活动',
    '《骗子酒馆》',
    '骗子酒馆激活码',
    '《刺客信条》',
    '第二百五十条',
    '第二笔付款',
    '设备型号SB-100',
    'USB接口',
    '卡密前缀SB，共16位',
    'README.md',
    '订单号SB2026091012345678',
    '诈骗罪的构成要件',
    '电信诈骗的立案标准',
  ])('%s is harmless', (text) => {
    expect(lintText(text)).toEqual([]);
  });
});

describe('whose words they are', () => {
  it.each([
    '客服：滚，骗子',
    '客服回复：“你就是骗子”',
    '对方骂我傻逼',
    '商家答复「垃圾买家」，截图附后',
    '2026-09-01 18:12:39 青柠网络\n你个骗子\n滚',
    '[2026-09-01 18:12] 小美：傻逼',
    '店铺名为“黑店”',
    '商品名称：骗子酒馆',
    '评论区出现“骗子”等字样',
  ])('%s is not the writer', (text) => {
    expect(lintText(text)).toEqual([]);
  });

  it.each([
    '你们这帮"骗子"',
    '我对客服说：“你们是骗子”',
    '我：你们是骗子',
    '客服回复说不退，你们这群骗子',
    '客服说的都是骗人的',
    '2026-09-01 18:12:39 我\n你们这群骗子',
    '客服说：“不退。”你们是骗子',
  ])('%s is', (text) => {
    expect(kinds(text)).toContain('accusation');
  });
});

describe('accusations', () => {
  it.each([
    '商家涉嫌诈骗，请核查。',
    '疑似欺诈',
    '请核查是否构成欺诈',
    '我没有说商家是骗子',
    '如构成诈骗，请依法处理',
    '原告主张被告构成欺诈',
    '不确定是否为诈骗',
    '经营者有欺诈行为的，应当增加赔偿',
  ])('%s is a question or a claim', (text) => {
    expect(lintText(text)).toEqual([]);
  });

  it.each([
    '如果不退款，你们就是骗子',
    '不是骗子是什么',
    '商家已构成欺诈',
    '这是欺诈行为',
    '你们就是诈骗',
    '商家诈骗我96元',
  ])('%s is stated', (text) => {
    expect(kinds(text)).toContain('accusation');
  });

  it('lets the police hear that one was deceived', () => {
    expect(kinds('我被骗了96.50元。')).toEqual(['accusation']);
    expect(kinds('我被骗了96.50元。', { audience: 'police' })).toEqual([]);
  });
});

describe('absolute words', () => {
  it('are a finding about others, not about oneself or a thing', () => {
    expect(kinds('你们从来没有回复过。')).toEqual(['emotion']);
    expect(kinds('你们绝对是故意的。')).toContain('emotion');
    expect(kinds('我从来没有兑换过该卡密。')).toEqual([]);
    expect(kinds('填写绝对路径')).toEqual([]);
    expect(kinds('下载到100%后报错')).toEqual([]);
  });
});
