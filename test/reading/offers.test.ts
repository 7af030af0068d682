import { describe, expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import { tidied } from '../../src/reading/page/form/tidy.ts';
import { pageOf } from '../../src/reading/page/page.ts';
import { platformOf } from '../../src/reading/page/platform-names.ts';
import { readFields, screen, SIZE } from './lines.ts';

const ORDER = ['= 订单详情', '订单编号 | 88120039447001', '商品名称 | 海盐沙龙季卡', '实付款 | ¥30.00'];
const textOf = (rows: readonly string[]): string =>
  tidied(pageOf(screen(rows), SIZE))
    .rows.flat()
    .map(({ text }) => text)
    .join(' ');

describe('what else a shop would like to sell', () => {
  const cards = ['木棉周卡 | 灯塔月卡', '¥6.00 | ¥9.00'];

  it.each(['= 猜你喜欢', '= — 为您推荐 —', '= 看了又看', '= You may also like'])(
    'is no part of an order: %s',
    (head) => {
      expect(textOf([...ORDER, head, ...cards])).not.toMatch(/木棉|¥9/);
    },
  );

  it('is known by how many bought it, whatever stands over it', () => {
    const rows = [...ORDER, '= 顺手带一件', ...cards, '300+人付款 | 2万人付款'];
    expect(textOf(rows)).not.toMatch(/木棉|人付款/);
    expect(textOf(rows)).toMatch(/实付款/);
  });

  it('is not taken for the goods that were bought', () => {
    const { fields } = understand(
      screen([...ORDER.toSpliced(2, 1), '= 猜你喜欢', '木棉 周卡', '¥6.00', '¥9.00']),
      SIZE,
    );
    expect(fields.filter(({ key }) => key === 'product')).toEqual([]);
  });

  it.each(['= 本店所有商品均为官方渠道', '= 猜你喜欢'])('cuts no page that sells nothing below: %s', (line) => {
    expect(textOf([line, ...ORDER])).toMatch(/实付款/);
  });
});

describe('the links of a site', () => {
  const links = '松果屯 | 首页 | 我的订单 | 退出';

  it('stand beside its name, which is asked', () => {
    expect(platformOf(pageOf(screen([links, ...ORDER]), SIZE))).toMatchObject({ by: 'position' });
    expect(readFields(screen([links, ...ORDER]), 'order', SIZE).find(({ key }) => key === 'platform')?.value).toBe(
      '松果屯',
    );
  });

  it('make no order of the page below them', () => {
    const refused = ['= 兑换失败', '= 该兑换码已失效', '= 返回'];
    expect(understand(screen(['松果屯 | 首页 | 我的订单 | 退出', ...refused]), SIZE).kind).toBe('failure');
  });
});

it('the kind under the goods in their frame is not what was bought, though it has a label', () => {
  const rows = ['海盐沙龙季卡 | ¥30.00', '规格类型：官方标配', '订单编号 | 88120039447001', '实付款 | ¥30.00'];
  const lines = screen(rows).map((line) =>
    line.text.startsWith('规格') ? { ...line, box: { ...line.box!, y: 106, height: 24 } } : line,
  );
  const product = readFields(lines, 'order', SIZE).find(({ key }) => key === 'product');
  expect(product?.value).not.toBe('官方标配');
});
