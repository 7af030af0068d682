import { expect, it } from 'vitest';
import { promisesInTalk } from '../../src/words/promises-in-talk.ts';

const SAID = '2026-09-01T18:12:39+08:00';
const by = (text: string, side: 'other' | 'unknown' | 'buyer' = 'other'): string | null | undefined => {
  const found = promisesInTalk([{ at: SAID, side, text }]);
  return found.length === 0 ? undefined : (found[0]!.by ?? null);
};

it.each([
  ['承诺48小时内退款到原支付账户', '2026-09-03T18:12:39+08:00'],
  ['亲，24小时之内会给您补发新的卡密', '2026-09-02T18:12:39+08:00'],
  ['半小时内给您处理好', '2026-09-01T18:42:39+08:00'],
  ['三天内一定退款', '2026-09-04'],
  ['7天内原路退回', '2026-09-08'],
  ['明天上午会给您退款', '2026-09-02'],
  ['今天之内解决', '2026-09-01'],
  ['后天给您重发', '2026-09-03'],
  ['9月5日前退款到账', '2026-09-05'],
  ['2026年9月6日前给您补发', '2026-09-06'],
  ['1月3日前退款', '2027-01-03'],
  ['明天12点前给您补发', '2026-09-02T12:00:00+08:00'],
  ['明天下午三点半之前退款', '2026-09-02T15:30:00+08:00'],
  ['今晚12点前肯定到账', '2026-09-01'],
  ['明晚8点前不到账给你退款', '2026-09-02T20:00:00+08:00'],
  ['如果24小时内没有到账会给您退款', '2026-09-02T18:12:39+08:00'],
  ['三天内不解决我给你全额退', '2026-09-04'],
  ['周五前给您退款', '2026-09-04'],
  ['下周三之前给你弄好', '2026-09-09'],
  ['本周内处理好', '2026-09-06'],
  ['月底前给您答复', '2026-09-30'],
  ['3个工作日内退款', '2026-09-04'],
  ['1-3 个工作日内到账', '2026-09-04'],
  ['已经帮您反馈了，24小时内给您答复', '2026-09-02T18:12:39+08:00'],
])('%s: until %s', (text, until) => expect(by(text)).toBe(until));

it.each(['点点小铺（5分钟内回复）', '点点小铺(平均3小时响应)'])('%s: how fast a shop answers is no promise', (text) =>
  expect(by(text)).toBeUndefined(),
);

it.each([
  '我们一定会给您退款的',
  '承诺退款',
  '掉了包换 质保30天',
  '三个月内被找回全额退',
  '一年内掉线免费补号',
  '周二前退款',
])('%s: a promise whose end is not counted here', (text) => expect(by(text)).toBeNull());

it.each([
  '还在处理，请耐心等待',
  '我们会尽快处理的，请耐心等待',
  '虚拟商品一经售出概不退款',
  '48小时内不能退款',
  '请问24小时内能退款吗？',
  '您好，请稍等',
  '订单已发货',
  '不包换也不包退',
  '卡密售出不退不换',
  '不到账不退款',
  '发货都是正常的哦',
  '明天12点前',
  '不会给您退款的',
  '9月1日已给您退款',
  '今天已经处理好了',
  '昨天 10:30 给您补发了',
])('%s: no promise', (text) => expect(by(text)).toBeUndefined());

it('of two ends the one that can be counted stands', () => {
  expect(by('五一后第一个工作日，也就是2027年5月6号给您打款')).toBe('2027-05-06');
});

it('the word for a detail names no holiday', () => expect(by('了解细节后会给您退款')).toBeNull());

it('a term alone answers the question when', () => {
  const answer = (asked: string): unknown =>
    promisesInTalk([
      { side: 'buyer', text: asked },
      { side: 'other', at: SAID, text: '明天12点前' },
    ]).map((one) => one.by);
  expect(answer('什么时候补发？')).toEqual(['2026-09-02T12:00:00+08:00']);
  expect(answer('你们几个人')).toEqual([]);
});

it("the buyer's own words and recalled ones promise nothing", () => {
  expect(by('你承诺48小时内退款', 'buyer')).toBeUndefined();
  expect(promisesInTalk([{ at: SAID, side: 'other', text: '承诺48小时内退款', recalled: true }])).toEqual([]);
});

it('of words without an owner only a dated promise to the buyer counts', () => {
  expect(by('会给您退款的', 'unknown')).toBeUndefined();
  expect(by('48小时内给您退款', 'unknown')).toBe('2026-09-03T18:12:39+08:00');
});

it('without a time of speaking no end is counted', () => {
  expect(promisesInTalk([{ side: 'other', text: '承诺48小时内退款' }])).toEqual([{ text: '承诺48小时内退款' }]);
});

it.each([
  ['如果24小时内没有到账会给您退款', '如果24小时内没有到账会给您退款'],
  ['周日还不能登录的话，我们把钱退您', '周日还不能登录的话'],
  ['48小时内给您退款', undefined],
])('%s hangs on: %s', (text, condition) => {
  expect(promisesInTalk([{ at: SAID, side: 'other', text }])[0]?.if).toBe(condition);
});
