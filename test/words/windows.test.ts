import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { windowsIn } from '../../src/words/windows.ts';

const windowIn = (text: string) => windowsIn(text)[0];

const { yes, no } = parse(
  readFileSync(join(import.meta.dirname, '../../knowledge/words/windows.yaml'), 'utf8'),
) as Record<'yes' | 'no', string[]>;

describe('a window that a platform prints', () => {
  it.each(yes)('is found in %s', (sentence) => expect(windowIn(sentence)).toBeDefined());
  it.each(no)('is not in %s', (sentence) => expect(windowIn(sentence)).toBeUndefined());

  it.each([
    ['点券类订单，请于签收后３６小时内发起售后。过期不候', 36, 'hour', 'received'],
    ['2. 买家可在下单之日起十日内申请平台介入', 10, 'day', 'ordered'],
    ['如遇异常请在 72 小时内反馈', 72, 'hour', undefined],
    ['维权时效：支付后5个工作日', 5, 'workday', 'paid'],
    ['订单完成后两天内可提出异议', 2, 'day', 'completed'],
    ['投诉须在发货后 24小时之内', 24, 'hour', 'sent'],
  ])('%s: how long and from when', (sentence, number, unit, start) => {
    const found = windowIn(sentence)!;
    expect([found.number, found.unit, found.start?.id]).toEqual([number, unit, start]);
  });

  it.each([
    '客服在线时间 9:00-21:00，48小时内回复您的投诉',
    '专员将于24-48小时内联系您，请留意投诉进度',
    '本店承诺：售出30天内掉线包补，联系我们即可',
    '会员有效期30天',
    '退款将在3个工作日内原路退回，如有疑问请投诉',
    '领取后7天内使用，逾期失效',
    '预计在付款后2小时内到账，到账慢请投诉',
    '您的投诉已提交，商家需在收货后24小时内给出方案',
    '24小时投诉热线 400-000-0000',
  ])('is not in %s', (sentence) => expect(windowIn(sentence)).toBeUndefined());

  it('is quoted as its sentence alone, without the number of the line', () => {
    expect(windowIn('3、本品不支持退换。收货后 48 小时内可申请售后。感谢理解')?.quote).toBe('收货后48小时内可申请售后');
  });

  it('is read over the end of a line, with what stands before it, and quoted from its own line', () => {
    expect(windowsIn('点券一经发出概不', '退换；签收后三十六小', '时内可投诉。').map((one) => one.quote)).toEqual([
      '签收后三十六小时内可投诉',
    ]);
    expect(windowsIn('点券一经发出概不退换，请', '于签收后36小时内投诉').map((one) => one.quote)).toEqual([
      '于签收后36小时内投诉',
    ]);
    expect(windowsIn('专员收到投诉后将在', '36小时内反馈')).toEqual([]);
  });
});
