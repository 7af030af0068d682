import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/agreement/reconcile.ts';
import { standingOf } from '../../src/model/facts.ts';
import { readingOfPage, Score } from '../looks/measure.ts';
import type { LookDispute } from '../looks/screens.ts';
import { understand } from '../../src/reading/kinds/understand.ts';
import { isNoName } from '../../src/reading/page/names.ts';
import { disputeOf } from '../../src/reading/layouts/troubles.ts';
import { SIZE, screen } from './lines.ts';

interface Kept extends Pick<LookDispute, 'name' | 'facts'> {
  looks: {
    name: string;
    kind: string;
    width: number;
    height: number;
    fields: Record<string, string>;
    lines: [string, number, number, number, number][];
  }[];
}

describe('forty drawn disputes whose words no rule was written with', () => {
  const score = new Score();
  for (const { looks, ...dispute } of JSON.parse(
    readFileSync(new URL('../looks/forty.json', import.meta.url), 'utf8'),
  ) as Kept[]) {
    score.add(
      { ...dispute, looks: looks.map((look) => ({ ...look, html: '' })) },
      looks.map(({ lines, width, height }) =>
        readingOfPage(
          lines.map(([text, x, y, wide, high]) => ({ text, box: { x, y, width: wide, height: high } })),
          width,
          height,
        ),
      ),
    );
  }

  it('give no wrong fact unasked', () => expect(score.wrong).toEqual([]));
  it('give nine of ten fields and kinds', () => {
    expect(score.fieldsRight / score.fields).toBeGreaterThan(0.9);
    expect(score.kinds / score.screens).toBeGreaterThan(0.9);
  });
  it('ask for few of what was right', () => expect(score.flaggedRight / score.facts).toBeLessThan(0.1));
});

const read = (rows: string[]) => understand(screen(rows), SIZE);
const valueOf = (rows: string[], key: string) => read(rows).fields.find((field) => field.key === key);

describe('how a value got its part', () => {
  it('is said of each', () => {
    const rows = ['订单编号 | 88120039447001', '合计 | ¥35.00', '店铺 | 白杨书屋', '下单时间 | 2026-09-13 17:39:05'];
    expect(valueOf(rows, 'merchant')).toMatchObject({ value: '白杨书屋', by: 'label', certain: true });
  });

  it.each(['商家正在备货', '卖家已确认收款', '店铺 等待买家付款', '平台担保交易 全程保障'])(
    'no sentence names one: %s',
    (words) => {
      const { fields } = read(['订单编号 | 88120039447001', '合计 | ¥35.00', '数量 | 1', words]);
      expect(fields.filter(({ key, by }) => ['merchant', 'platform'].includes(key) && by === 'label')).toEqual([]);
    },
  );

  it.each(['三十天无理由退换', '由于节日繁忙，到账略慢', '由入驻商家提供服务'])(
    'a reason is no platform: %s',
    (words) => {
      expect(valueOf(['订单编号 | 88120039447001', '合计 | ¥35.00', words], 'platform')).toBeUndefined();
    },
  );

  it('reads labels in brackets, over the ends of lines too', () => {
    const rows = ['【订单编号】88120039447001 【合计】¥35.00 【卖', '家】白杨书屋 【数量】2'];
    expect(read(rows).fields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'orderNo', value: '88120039447001' }),
        expect.objectContaining({ key: 'merchant', value: '白杨书屋' }),
        expect.objectContaining({ key: 'quantity', value: '2' }),
      ]),
    );
  });

  it('doubts a time of which a digit was read as a letter', () => {
    const rows = ['订单编号 | 88120039447001', '合计 | ¥35.00', '下单时间 | 2026-09-1l 17:39:05'];
    expect(valueOf(rows, 'orderedAt')?.certain ?? false).toBe(false);
  });

  it.each(['有什么能帮到您', '客服正在赶来', '等待对方接受'])(
    'what was said first in a talk names nobody: %s',
    (words) => {
      expect(isNoName(words)).toBe(true);
    },
  );
});

describe('what went wrong', () => {
  const place = (text: string, x: number, y: number) => ({ text, box: { x, y, width: text.length * 30, height: 44 } });

  it('is not said by a bubble at the right of a talk that was cut off', () => {
    const lines = [place('白杨书屋', 300, 40), place('9月13日 22:05', 250, 130), place('租的账号被封了', 400, 240)];
    const { kind, fields } = understand(lines, { width: 720, height: 330 });
    expect(kind).not.toBe('failure');
    expect(fields.filter(({ key }) => key === 'failure')).toEqual([]);
  });

  it('has no title in it that stands close above', () => {
    const lines = [place('来自系统', 300, 600), place('该券码已被他人使用', 225, 664), place('确定', 330, 760)];
    const { fields } = understand(lines, SIZE);
    expect(fields.find(({ key }) => key === 'failure')).toMatchObject({ value: '该券码已被他人使用' });
  });
});

describe('the rest of a sentence behind a label', () => {
  it('makes no value beside one under a label of its own', () => {
    const notice = '虚拟商品离柜概不负责';
    const rows = [notice, '订单编号：88120039447001', '商品：盐汽水券', '合计：¥35.00', notice];
    expect(read(rows).fields.filter(({ key }) => key === 'product')).toEqual([
      expect.objectContaining({ value: '盐汽水券', certain: true }),
    ]);
  });
});

describe('what only its place speaks for', () => {
  const page = ['= 白杨书屋', '> 你好', '< 您好', '> 卡密用不了，提示无效', '< 稍等'];

  it('is asked when it stands alone', () => {
    const own = ['= 阿楠不爱吃鱼', ...page.slice(1)];
    const { facts } = reconcile([{ no: 1, reading: readingOfPage(screen(own), SIZE.width, SIZE.height) }]);
    expect(facts.merchant).toMatchObject({ status: 'conflict', candidates: [{ value: '阿楠不爱吃鱼' }] });
    expect(standingOf(facts.merchant!)).toBe('asked');
  });

  it('stands when another exhibit says the same', () => {
    const order = ['订单编号 | 88120039447001', '合计 | ¥35.00', '店铺 | 白杨书屋', '数量 | 1'];
    const { facts } = reconcile(
      [page, order].map((rows, i) => ({ no: i + 1, reading: readingOfPage(screen(rows), SIZE.width, SIZE.height) })),
    );
    expect(facts.merchant).toMatchObject({ status: 'read', value: '白杨书屋' });
    expect(standingOf(facts.merchant!)).toBe('agreed');
  });
});

describe('words that name nobody and fail nothing', () => {
  it.each(['前面还有12人排队', '系统自动回复', '以下是新消息', '现在可以开始聊天了'])(
    'takes %s for no name in a talk',
    (said) => {
      const { fields } = read([`= ${said}`, '> 你好，在吗', '< 在的亲', '> 什么时候发货']);
      expect(fields.filter(({ key }) => key === 'merchant')).toEqual([]);
    },
  );
  it.each(['电子回单', '付款凭条', '收银台'])('takes %s on a voucher for no name', (said) => {
    expect(isNoName(said)).toBe(true);
  });
  it('knows 末 for 未 before a verb, as pictures have it', () => {
    expect(disputeOf('游戏币末到账')?.dispute).toBe(disputeOf('游戏币未到账')!.dispute);
    expect(disputeOf('周末发货')?.dispute).not.toBe(disputeOf('未发货')!.dispute);
  });
});

describe('what a talk’s title adds to a name', () => {
  it.each([
    '灯塔书摊·客服部',
    '灯塔书摊（售后小美）',
    '灯塔书摊 | 在线接待',
    '灯塔书摊【企业认证】',
    '灯塔书摊-金牌客服03号',
    '灯塔书摊',
  ])('is no part of it: %s', (title) => {
    const { fields } = read([`= ${title}`, '> 你好，在吗', '< 在的亲', '> 什么时候发货']);
    expect(fields.find(({ key }) => key === 'merchant')?.value).toBe('灯塔书摊');
  });
});

describe('what stands between a label and its value', () => {
  it.each([
    ['a bar', '消费单号 | '],
    ['dots', '消费单号............'],
    ['a list mark', '1. 消费单号：'],
  ])('may be %s', (_, number) => {
    const lines = [`${number}88120039447001`, '卖方名称：白杨书屋'].map((text, i) => ({
      text,
      box: { x: 40, y: 200 + i * 80, width: text.length * 18, height: 32 },
    }));
    expect(understand(lines, SIZE).fields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'orderNo', value: '88120039447001', by: 'label' }),
        expect.objectContaining({ key: 'merchant', value: '白杨书屋' }),
      ]),
    );
  });

  it('takes no label for a value that no table has, where it stands as the others do', () => {
    const rows = [
      '订单编号 | 88120039447001',
      '店铺 | 白杨书屋',
      '宝贝名称 | 盐汽水券',
      '赏味贴士 | 常温即可',
      '合计 | ¥35.00',
    ];
    expect(valueOf(rows, 'product')).toMatchObject({ value: '盐汽水券' });
    expect(read(rows).fields.map(({ value }) => value)).not.toContain('赏味贴士');
  });
});
