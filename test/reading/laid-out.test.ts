import { describe, expect, it } from 'vitest';
import { laidOut } from '../../src/reading/page/laid-out.ts';
import { read } from './made/source.ts';

const said = async (text: string): Promise<Record<string, string>> =>
  Object.fromEntries((await read(text)).fields.map(({ key, value }) => [key, value]));

describe('text that was copied off a page', () => {
  it('gives what stands under labels that no table has', async () => {
    const page =
      '松果数卡\n\n这单的号码\nSG20260311094455\n\n到手的东西\n云听畅听会员 季卡\n\n一共掏了\n￥36.80\n\n哪天拍的\n2026-03-11 09:44:55\n';
    expect(await said(page)).toMatchObject({ orderNo: 'SG20260311094455', amount: '36.80' });
  });

  it('gives the goods that stand over their price', async () => {
    const page =
      '交易成功\n松果数卡 >\n云听畅听会员 季卡\n¥45.00\nx1\n订单编号 3344887210099281\n创建时间 2026-03-11 20:10:33\n实付款 ¥45.00\n';
    expect(await said(page)).toMatchObject({ product: '云听畅听会员 季卡', orderNo: '3344887210099281' });
  });

  it('takes no line for the rest of the one above it', async () => {
    const page =
      '订单号：DN-20260311-384254\n付款时间：2026/03/11 12:26:51\n实付：56.80元\n所选套餐：Windows 11专业版激活码\n延长收货\n';
    expect(await said(page)).toMatchObject({ product: 'Windows 11专业版激活码' });
  });

  it('has two things in a line, with a sign between them', async () => {
    const page =
      '订单号:DX-20260311-380734　·　商家昵称:木木代充店　·　已付金额:￥86.03\n购买商品:云听会员　·　数量:1\n';
    expect(await said(page)).toMatchObject({ merchant: '木木代充店', amount: '86.03', product: '云听会员' });
  });

  it('is no talk because of how it stands, whatever it tells', async () => {
    const { kind, messages, promises } = await read(
      '我在松果数卡买了一张季卡\n付了三十六块八\n\n卖家说三天内给我退\n到现在没有退\n',
    );
    expect([kind, messages, promises]).toEqual(['other', undefined, undefined]);
  });
});

describe('a page of such text', () => {
  const texts = (line: string): string[] => laidOut([{ text: line }]).lines.map(({ text }) => text);

  it.each([
    ['订单号\t8812', ['订单号', '8812']],
    ['订单号   8812   已完成', ['订单号', '8812', '已完成']],
    ['订单号　8812', ['订单号', '8812']],
    ['店铺：松果　·　数量：1', ['店铺：松果　·　数量：1']],
    ['Total paid 12.00', ['Total paid 12.00']],
    ['下单时间 2026-03-11 20:10:33', ['下单时间', '2026-03-11 20:10:33']],
    ['实付款（含运费） ¥45.00', ['实付款（含运费）', '¥45.00']],
    ['松果小店 自营', ['松果小店 自营']],
  ])('has the cells of %j', (line, cells) => {
    expect(texts(line)).toEqual(cells);
  });

  it('never has one cell on another', () => {
    const { lines } = laidOut([{ text: `${'长'.repeat(30)}\t${'短'.repeat(20)}\t1\t2` }]);
    const boxes = lines.map(({ box }) => box!);
    expect(boxes.slice(1).every((box, i) => box.x >= boxes[i]!.x + boxes[i]!.width)).toBe(true);
  });
});
