import { describe, expect, test } from 'vitest';
import { readSellerDetails } from '../../src/words/seller-details.ts';

describe('who the seller is, in the words of an answer', () => {
  test.each([
    [
      '商家名称：厦门云栈数码有限公司，地址：福建省厦门市思明区湖滨南路7号，电话：0592-5551234',
      ['厦门云栈数码有限公司', '福建省厦门市思明区湖滨南路7号', '0592-5551234'],
    ],
    [
      '您好，该店铺的经营者为李某，住所：苏州市吴中区东吴北路12号，联系电话13800001234',
      ['李某', '苏州市吴中区东吴北路12号', '13800001234'],
    ],
    [
      '企业名称: 南京月白数码科技有限公司 注册地址: 南京市江宁区胜利路8号',
      ['南京月白数码科技有限公司', '南京市江宁区胜利路8号', undefined],
    ],
    [
      '您好，该店铺经营主体：杭州小北网络科技有限公司，地址：杭州市余杭区文一西路998号2幢301室，联系电话：0571-88001234。',
      ['杭州小北网络科技有限公司', '杭州市余杭区文一西路998号2幢301室', '0571-88001234'],
    ],
    [
      '该商家是成都月白网络科技工作室，办公地址：成都市武侯区科华路2号',
      ['成都月白网络科技工作室', '成都市武侯区科华路2号', undefined],
    ],
    ['经营者：张三\n客服电话：028-12345678', ['张三', undefined, '028-12345678']],
  ])('%s', (said, [sellerName, sellerAddress, sellerPhone]) => {
    expect(readSellerDetails(said).details).toEqual(
      JSON.parse(JSON.stringify({ sellerName, sellerAddress, sellerPhone })) as object,
    );
  });

  test.each([
    '我们会提供商家的联系方式，请留意短信',
    '公司名称是什么？',
    '亲，地址是错的，请重新填写',
    '商家是不同意退款的',
    '商家是正规公司的人，请放心',
    '主体资格请自行查询',
    '请提供您的姓名、电话和地址',
    '已联系商家核实，请耐心等待',
  ])('nothing is guessed: %s', (said) => {
    expect(readSellerDetails(said).details).toEqual({});
  });

  test('what else is said is read for itself', () => {
    expect(readSellerDetails('经营者：张三，地址：成都市武侯区人民南路1号，退款请直接找他').rest).toBe(
      '退款请直接找他',
    );
    expect(readSellerDetails('请耐心等待，会尽快处理').rest).toBe('请耐心等待，会尽快处理');
  });
});
